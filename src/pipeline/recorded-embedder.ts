import { BudgetError, ProviderError } from '../core/errors.ts'
import type { ContentId } from '../core/identity.ts'
import type { Model, ModelReply } from '../core/model.ts'
import type { Embedder, VectorTable } from '../core/ports.ts'
import { unpackVectors } from '../core/packed-vectors.ts'

export interface EmbedderOptions {
  /** What the requests are written down under. */
  readonly runId: ContentId
  readonly signal: AbortSignal
  /** Texts of one request. @default 64 */
  readonly batch?: number
}

/**
 * An embedder that asks a recorded model: what the ledger holds is never paid again. Equal texts are sent once, in order of their
 * code units, so that the same texts make the same requests whatever the order of the file. A request that is refused is tried in
 * halves, down to the text that cannot be embedded.
 */
export function createRecordedEmbedder(
  model: Model,
  { runId, signal, batch = 64 }: EmbedderOptions,
): Embedder {
  const ask = (texts: readonly string[]): Promise<ModelReply> =>
    model.complete(
      {
        runId,
        purpose: 'embed',
        prompt: 'embeddings@1',
        messages: texts.map((content) => ({ role: 'user', content })),
        temperature: 0,
        maxTokens: 0,
        seed: 0,
      },
      { signal },
    )

  async function embedBatch(texts: readonly string[]): Promise<readonly VectorTable[]> {
    const reply = await ask(texts)
    if (reply.outcome === 'answered') {
      const table = unpackVectors(reply.text)
      if (table !== undefined && table.vectors.length === texts.length * table.dimension) return [table]
      throw new ProviderError(
        `recorded embeddings of ${model.name} do not fit their texts; were they written by another version?`,
      )
    }
    if (reply.outcome === 'refused' && texts.length > 1) {
      const half = texts.length >> 1
      return [...(await embedBatch(texts.slice(0, half))), ...(await embedBatch(texts.slice(half)))]
    }
    const [text = ''] = texts
    throw new ProviderError(
      `no embedding by ${model.name}: ${reply.text}; the text begins: ${JSON.stringify(text.slice(0, 60))}`,
    )
  }

  return {
    name: model.name,
    async embed(texts) {
      const distinct = [...new Set(texts)].toSorted((a, b) => (a < b ? -1 : 1))
      const batches = Array.from({ length: Math.ceil(distinct.length / batch) }, (_, at) =>
        distinct.slice(at * batch, (at + 1) * batch),
      )
      const settled = await Promise.allSettled(batches.map((each) => embedBatch(each)))
      const failures = settled.flatMap((each) => (each.status === 'rejected' ? [each.reason as unknown] : []))
      if (failures.length > 0) throw failures.find((error) => error instanceof BudgetError) ?? failures[0]
      const tables = settled.flatMap((each) => (each.status === 'fulfilled' ? each.value : []))
      return arrange(texts, { distinct, tables, name: model.name })
    },
  }
}

/** One vector of unit length per text, in the order of the texts. */
function arrange(
  texts: readonly string[],
  {
    distinct,
    tables,
    name,
  }: { readonly distinct: readonly string[]; readonly tables: readonly VectorTable[]; readonly name: string },
): VectorTable {
  const dimension = tables[0]?.dimension ?? 1
  if (tables.some((table) => table.dimension !== dimension))
    throw new ProviderError(`embeddings of different lengths by ${name}; has the model behind it changed?`)
  const rows = new Map<string, Float32Array>()
  let at = 0
  for (const { vectors } of tables)
    for (let start = 0; start < vectors.length; start += dimension)
      rows.set(distinct[at++] as string, unit(vectors.subarray(start, start + dimension)))
  const vectors = new Float32Array(texts.length * dimension)
  for (const [row, text] of texts.entries()) vectors.set(rows.get(text) as Float32Array, row * dimension)
  return { vectors, dimension }
}

function unit(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector)
  return length === 0 ? vector : vector.map((value) => value / length)
}
