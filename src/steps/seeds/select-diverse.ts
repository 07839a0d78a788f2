import type { Embedder } from '../../core/ports.ts'
import type { Seed } from '../../core/seed.ts'
import { greedyKCenter, medoid, type KCenterOptions } from './greedy-k-center.ts'
import { createHashedEmbedder } from './hashed-embedding.ts'

export interface SelectDiverseOptions extends Pick<KCenterOptions, 'kernel' | 'startHelpers'> {
  /** Seeds wanted; all are taken where there are no more. */
  readonly count: number
  /** @default hashed n-grams, which ask no model */
  readonly embedder?: Embedder
}

export interface DiverseSelection {
  /** In the order chosen: any prefix is a diverse subset of its own. */
  readonly seeds: readonly Seed[]
  /** Largest cosine distance of any seed to its nearest chosen one, in [0, 2], to 1e-4. */
  readonly radius: number
  /** The same after each choice. */
  readonly radii: readonly number[]
}

/**
 * A subset that covers the whole set: greedy k-center over embeddings of the questions, starting from the medoid. Seeds are
 * taken in order of their ids first, so the order of the file does not matter.
 */
export async function selectDiverse(
  seeds: readonly Seed[],
  { count, embedder = createHashedEmbedder(), ...options }: SelectDiverseOptions,
): Promise<DiverseSelection> {
  const sorted = seeds.toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
  if (sorted.length === 0) return { seeds: [], radius: 0, radii: [] }
  const table = await embedder.embed(sorted.map((seed) => seed.question))
  const { centers, radius, radii } = greedyKCenter(table, { ...options, count, start: medoid(table) })
  return { seeds: centers.map((row) => sorted[row] as Seed), radius, radii }
}
