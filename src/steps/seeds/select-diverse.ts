import type { Seed } from '../../core/seed.ts'
import { greedyKCenter, medoid } from './greedy-k-center.ts'
import { embeddingDimension, embedHashed } from './hashed-embedding.ts'

export interface SelectDiverseOptions {
  /** Seeds wanted; all are taken where there are no more. */
  readonly count: number
}

export interface DiverseSelection {
  /** In the order chosen: any prefix is a diverse subset of its own. */
  readonly seeds: readonly Seed[]
  /** Largest cosine distance of any seed to its nearest chosen one, in [0, 2]. */
  readonly radius: number
  /** The same after each choice. */
  readonly radii: readonly number[]
}

/**
 * A subset that covers the whole set: greedy k-center over hashed embeddings of the questions, starting from the medoid. Seeds are
 * taken in order of their ids first, so the order of the file does not matter.
 */
export function selectDiverse(seeds: readonly Seed[], options: SelectDiverseOptions): DiverseSelection {
  const sorted = seeds.toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
  const vectors = new Float32Array(sorted.length * embeddingDimension)
  for (const [row, seed] of sorted.entries()) embedHashed(seed.question, vectors, row * embeddingDimension)
  const table = { vectors, dimension: embeddingDimension }
  const { centers, radius, radii } = greedyKCenter(table, options.count, medoid(table))
  return { seeds: centers.map((row) => sorted[row] as Seed), radius, radii }
}
