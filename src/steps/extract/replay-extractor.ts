import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import type { ConceptKind, Extraction, LabelledName } from '../../core/concept.ts'
import { MalformedInputError, UsageError } from '../../core/errors.ts'
import type { ContentId } from '../../core/identity.ts'
import type { Extractor } from '../../core/ports.ts'
import { seedId, type Seed } from '../../core/seed.ts'
import { canonicalKey } from '../../foundations/taxonomy/canonical-name.ts'
import { createAlignment, parseAlignment, type Alignment } from './align-concepts.ts'

export interface ReplayOptions {
  /** Most topics, 2 by default. */
  readonly topicCap?: number
  /** Most knowledge points, 5 by default. */
  readonly knowledgePointCap?: number
}

/** A recorded extraction as one line of JSON. */
const rowSchema = z.object({
  id: z.union([z.string(), z.number()]).exactOptional(),
  question: z.string().min(1),
  topics: z.array(z.string()),
  knowledge_points: z.array(z.string()),
})

type Row = z.infer<typeof rowSchema>

/**
 * Replays extractions recorded in a JSONL file with rows {id?, question, topics, knowledge_points}. A seed is found by its question,
 * else by the id it had in its own file; a seed that is not recorded gets no labels. Names that the alignment accepts carry the id of
 * the taxonomy entry, the others stay as they are. Labels beyond the caps go to `overflow`, in order.
 *
 * @param labels     the JSONL file; an unreadable row throws MalformedInputError with its line
 * @param alignment  a reviewed alignment file; without it equal names and aliases of the taxonomy are aligned
 */
export async function createReplayExtractor(
  labels: string,
  alignment?: string,
  options: ReplayOptions = {},
): Promise<Extractor> {
  const align = createAlignment(
    alignment === undefined ? [] : parseAlignment(await readText(alignment), alignment),
  )
  const rows = await readRows(labels)
  return {
    name: 'replay',
    async *extract(seeds): AsyncIterable<Extraction> {
      for await (const seed of seeds) {
        const row = findRow(rows, seed)
        const topics = toLabels(row?.topics ?? [], { kind: 'topic', align })
        const points = toLabels(row?.knowledge_points ?? [], { kind: 'knowledge-point', align })
        const topicCap = options.topicCap ?? 2
        const pointCap = options.knowledgePointCap ?? 5
        yield {
          seedId: seed.id,
          topics: topics.slice(0, topicCap),
          knowledgePoints: points.slice(0, pointCap),
          overflow: [...topics.slice(topicCap), ...points.slice(pointCap)].map((label) => label.name),
        }
      }
    },
  }
}

interface RecordedRows {
  readonly byQuestion: ReadonlyMap<ContentId, Row>
  readonly bySourceId: ReadonlyMap<string, Row>
}

/** An id alone is trusted only where the seed's question is not recorded and no two rows share the id. */
function findRow(rows: RecordedRows, seed: Seed): Row | undefined {
  return (
    rows.byQuestion.get(seed.id) ??
    (seed.sourceId === undefined ? undefined : rows.bySourceId.get(seed.sourceId))
  )
}

async function readRows(file: string): Promise<RecordedRows> {
  const byQuestion = new Map<ContentId, Row>()
  const bySourceId = new Map<string, Row>()
  const shared = new Set<string>()
  let line = 0
  try {
    for await (const text of createInterface({
      input: createReadStream(file, 'utf8'),
      crlfDelay: Infinity,
    })) {
      line++
      if (text.trim() === '') continue
      const row = readRow(text, { file, line })
      byQuestion.set(seedId(row.question), row)
      const id = row.id === undefined ? undefined : String(row.id)
      if (id === undefined) continue
      if (bySourceId.has(id)) shared.add(id)
      bySourceId.set(id, row)
    }
  } catch (error) {
    throw error instanceof MalformedInputError ? error : unreadable(file, error)
  }
  for (const id of shared) bySourceId.delete(id)
  return { byQuestion, bySourceId }
}

function readRow(text: string, place: { readonly file: string; readonly line: number }): Row {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw new MalformedInputError('not JSON; mend or remove the line', place, { cause: error })
  }
  const result = rowSchema.safeParse(value)
  if (result.success) return result.data
  throw new MalformedInputError(`not a recorded extraction: ${z.prettifyError(result.error)}`, place)
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    throw unreadable(file, error)
  }
}

function unreadable(file: string, cause: unknown): UsageError {
  return new UsageError(`cannot read: ${file}; give a file that exists`, { cause })
}

/** Each name once by its canonical key, empty ones left out. */
function toLabels(
  names: readonly string[],
  { kind, align }: { readonly kind: ConceptKind; readonly align: Alignment },
): readonly LabelledName[] {
  const seen = new Set<string>()
  return names.flatMap((written) => {
    const name = written.trim()
    const taxonomyId = align(kind, name)
    const key = taxonomyId ?? canonicalKey(name)
    if (key === '' || seen.has(key)) return []
    seen.add(key)
    return [{ name, ...(taxonomyId === undefined ? {} : { taxonomyId }), evidence: [] }]
  })
}
