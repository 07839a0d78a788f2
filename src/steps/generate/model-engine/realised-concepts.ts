import type { Concept, Extraction } from '../../../core/concept.ts'
import type { ContentId } from '../../../core/identity.ts'
import type { Extractor } from '../../../core/ports.ts'
import { seedId } from '../../../core/seed.ts'
import type { ConceptsOutput } from '../../../foundations/prompts/output-contracts.ts'
import { canonicalKey } from '../../../foundations/taxonomy/canonical-name.ts'

/** Which knowledge points a text needs, and who says so. */
export interface RealisedConcepts {
  /** Ids, ascending. */
  readonly realised: readonly ContentId[]
  /**
   * `extractor` labelled the question anew; `claim` is the word of the model that wrote it, held against the request; `source` are those
   * of the problem it was derived from.
   */
  readonly by: 'extractor' | 'claim' | 'source'
  /** Requested knowledge points that this way of looking could have named. */
  readonly judged: number
}

/** Knowledge points by canonical name, alias and entry of the taxonomy. */
export interface ConceptNames {
  byName(name: string): ContentId | undefined
  byTaxonomyId(id: string): ContentId | undefined
  has(id: ContentId): boolean
  /** True where the concept is aligned to the taxonomy. */
  isAligned(id: ContentId): boolean
}

/** Indexes the knowledge points of a graph; of two with one name the more frequent one is found. */
export function indexConceptNames(concepts: readonly Concept[]): ConceptNames {
  const names = new Map<string, ContentId>()
  const entries = new Map<string, ContentId>()
  const aligned = new Set<ContentId>()
  const points = concepts.filter(({ kind }) => kind === 'knowledge-point')
  const ids = new Set(points.map(({ id }) => id))
  const keep = (map: Map<string, ContentId>, key: string, id: ContentId): void => {
    if (key !== '' && !map.has(key)) map.set(key, id)
  }
  const sorted = points.toSorted((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1))
  for (const { id, key, taxonomyId } of sorted) {
    keep(names, key, id)
    if (taxonomyId === undefined) continue
    keep(entries, taxonomyId, id)
    aligned.add(id)
  }
  for (const { id, name, aliases } of sorted)
    for (const alias of [name, ...aliases.map((one) => one.name)]) keep(names, canonicalKey(alias), id)
  return {
    byName: (name) => names.get(canonicalKey(name)),
    byTaxonomyId: (id) => entries.get(id),
    has: (id) => ids.has(id),
    isAligned: (id) => aligned.has(id),
  }
}

export interface RealisedInput {
  readonly question: string
  readonly requested: readonly ContentId[]
  readonly claimed?: ConceptsOutput
  /** Knowledge points of the sources a text was derived from. */
  readonly inherited?: readonly ContentId[]
}

/**
 * The knowledge points a new question realises: by an extractor that sees only the question, where one is given and it can name any of
 * those asked for; else those of the request that the writing model claims; else those of its sources.
 */
export async function findRealised(
  input: RealisedInput,
  names: ConceptNames,
  extractor?: Extractor,
): Promise<RealisedConcepts> {
  const extraction = extractor === undefined ? undefined : await labelQuestion(extractor, input.question)
  if (extraction !== undefined) {
    const labels = extraction.knowledgePoints
    // A closed vocabulary cannot name what is not aligned to it.
    const closed = labels.length > 0 && labels.every(({ taxonomyId }) => taxonomyId !== undefined)
    const judged = input.requested.filter((id) => !closed || names.isAligned(id)).length
    const realised = labels.flatMap(({ name, taxonomyId }) => {
      const id = (taxonomyId === undefined ? undefined : names.byTaxonomyId(taxonomyId)) ?? names.byName(name)
      return id === undefined ? [] : [id]
    })
    if (labels.length > 0 && (judged > 0 || input.requested.length === 0))
      return { realised: ascending(realised), by: 'extractor', judged }
  }
  if (input.claimed !== undefined) {
    const wanted = new Set(input.requested)
    const claims = input.claimed.knowledgePoints.flatMap((name) => names.byName(name) ?? [])
    return {
      realised: ascending(claims.filter((id) => wanted.has(id))),
      by: 'claim',
      judged: input.requested.length,
    }
  }
  return { realised: ascending(input.inherited ?? []), by: 'source', judged: 0 }
}

async function labelQuestion(extractor: Extractor, question: string): Promise<Extraction | undefined> {
  const draft = {
    id: seedId(question),
    question,
    source: 'draft',
    split: 'draft',
    license: 'unknown',
    language: 'en',
  }
  for await (const extraction of extractor.extract([draft])) return extraction
  return undefined
}

function ascending(ids: readonly ContentId[]): readonly ContentId[] {
  return [...new Set(ids)].sort()
}
