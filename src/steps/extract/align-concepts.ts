import type { ConceptKind } from '../../core/concept.ts'
import { ConfigurationError } from '../../core/errors.ts'
import { canonicalKey } from '../../foundations/taxonomy/canonical-name.ts'
import { findByName, knowledgePoint, topic, topics } from '../../foundations/taxonomy/taxonomy.ts'
import { parse, stringify } from 'yaml'
import { z } from 'zod'
import { areOpposed, trigramSimilarity, trigramsOf } from './trigram-similarity.ts'

/**
 * How a name of an open vocabulary stands to the taxonomy. `exact` and `alias` hold by themselves; `proposed` waits for a person, who
 * writes `accepted` or `rejected` in its place (or sets another id); `none` has nothing near.
 */
export interface AlignedName {
  readonly kind: ConceptKind
  readonly name: string
  /** Entry of the taxonomy; none when `status` is `none`. */
  readonly id?: string
  readonly status: 'exact' | 'alias' | 'proposed' | 'accepted' | 'rejected' | 'none'
  /** Trigram Dice coefficient to the nearest name or alias of the entry, 0 to 1. */
  readonly similarity: number
}

const alignmentSchema = z.strictObject({
  names: z.array(
    z.strictObject({
      kind: z.enum(['topic', 'knowledge-point']),
      name: z.string().min(1),
      id: z.string().exactOptional(),
      status: z.enum(['exact', 'alias', 'proposed', 'accepted', 'rejected', 'none']),
      similarity: z.number().min(0).max(1),
    }),
  ),
})

/** From this similarity on a name is proposed to a person. */
const LEAST_SIMILARITY = 0.55

/**
 * Aligns open-vocabulary names to the taxonomy, one result per distinct (kind, canonical key), in the order first seen. Only equal
 * names and aliases hold by themselves; what is merely alike is proposed.
 */
export function alignConcepts(
  names: Iterable<{ readonly kind: ConceptKind; readonly name: string }>,
): readonly AlignedName[] {
  const aligned = new Map<string, AlignedName>()
  for (const { kind, name } of names) {
    const key = alignmentKey(kind, name)
    if (!aligned.has(key)) aligned.set(key, alignName(kind, name))
  }
  return [...aligned.values()]
}

function alignName(kind: ConceptKind, name: string): AlignedName {
  const found = findByName(kind, name)
  if (found !== undefined)
    return { kind, name, id: found.id, status: found.by === 'name' ? 'exact' : 'alias', similarity: 1 }
  const key = canonicalKey(name)
  const trigrams = trigramsOf(key)
  let id: string | undefined
  let similarity = 0
  for (const candidate of candidates(kind)) {
    const likeness = trigramSimilarity(trigrams, candidate.trigrams)
    if (likeness > similarity && !areOpposed(key, candidate.key)) {
      similarity = likeness
      id = candidate.id
    }
  }
  const rounded = Math.round(similarity * 1000) / 1000
  if (id === undefined || similarity < LEAST_SIMILARITY)
    return { kind, name, status: 'none', similarity: rounded }
  return { kind, name, id, status: 'proposed', similarity: rounded }
}

interface Candidate {
  readonly id: string
  readonly key: string
  readonly trigrams: ReadonlySet<string>
}

const candidateLists = new Map<ConceptKind, readonly Candidate[]>()

function candidates(kind: ConceptKind): readonly Candidate[] {
  const known = candidateLists.get(kind)
  if (known !== undefined) return known
  const entries = kind === 'topic' ? topics : topics.flatMap((entry) => entry.knowledgePoints)
  const list = entries.flatMap(({ id, name, aliases }) =>
    [name, ...aliases].map((text) => {
      const key = canonicalKey(text)
      return { id, key, trigrams: trigramsOf(key) }
    }),
  )
  candidateLists.set(kind, list)
  return list
}

/** Accepted alignments by kind and name. */
export type Alignment = (kind: ConceptKind, name: string) => string | undefined

/** Looks a name up: a reviewed decision goes before an equal name or alias of the taxonomy. */
export function createAlignment(reviewed: readonly AlignedName[] = []): Alignment {
  const decided = new Map(reviewed.map((entry) => [alignmentKey(entry.kind, entry.name), entry]))
  return (kind, name) => {
    const entry = decided.get(alignmentKey(kind, name))
    if (entry === undefined || entry.status === 'proposed' || entry.status === 'none')
      return findByName(kind, name)?.id
    return entry.status === 'rejected' ? undefined : entry.id
  }
}

function alignmentKey(kind: ConceptKind, name: string): string {
  return `${kind}:${canonicalKey(name)}`
}

const HEADER = `# Names of an open vocabulary and the taxonomy entries they stand for. Edit: set status to accepted or rejected
# where it says proposed, or change id. exact and alias hold as they are; proposed and none keep the name open.
`

/** The alignment as a YAML file for a person to edit. */
export function formatAlignment(names: readonly AlignedName[]): string {
  return HEADER + stringify({ names: [...names] }, { lineWidth: 0 })
}

/**
 * Reads an alignment file, YAML or JSON. A wrong shape or an id that the taxonomy lacks throws ConfigurationError.
 *
 * @param file  shown in the message
 */
export function parseAlignment(text: string, file: string): readonly AlignedName[] {
  let value: unknown
  try {
    value = parse(text)
  } catch (error) {
    throw new ConfigurationError(
      `alignment file: ${file} is neither YAML nor JSON; write it anew or mend it`,
      { cause: error },
    )
  }
  const result = alignmentSchema.safeParse(value)
  if (!result.success) {
    throw new ConfigurationError(`alignment file: ${file}: ${z.prettifyError(result.error)}`)
  }
  for (const { kind, id, name, status } of result.data.names) {
    const known = id !== undefined && (kind === 'topic' ? topic(id) : knowledgePoint(id)) !== undefined
    if (!known && status !== 'none' && status !== 'rejected') {
      throw new ConfigurationError(
        `alignment id: ${id ?? 'none'} for ${name} in ${file}; use the id of a ${kind} of the taxonomy`,
      )
    }
  }
  return result.data.names
}
