import type { Worker } from 'node:worker_threads'
import type { Embedder } from '../core/ports.ts'
import type { Seed } from '../core/seed.ts'
import { selectDiverse, type DiverseSelection } from '../steps/seeds/select-diverse.ts'
import { startWorker } from './start-worker.ts'

export interface SelectSeedsOptions {
  /** Seeds wanted; all are taken where there are no more. */
  readonly count: number
  /** Threads at work, this one among them; they change nothing but the time. */
  readonly workers: number
  /** @default hashed n-grams, which ask no model */
  readonly embedder?: Embedder
}

/** A diverse subset (greedy k-center), chosen with several threads where there is much to do. */
export async function selectSeeds(
  seeds: readonly Seed[],
  { count, workers, embedder }: SelectSeedsOptions,
): Promise<DiverseSelection> {
  const helpers: Worker[] = []
  try {
    return await selectDiverse(seeds, {
      count,
      ...(embedder === undefined ? {} : { embedder }),
      startHelpers(job) {
        for (let started = 1; started < workers; started++) {
          const helper = startWorker('k-center-worker', job)
          // The work does not wait for a helper that cannot start.
          helper.on('error', () => undefined)
          helpers.push(helper)
        }
      },
    })
  } finally {
    await Promise.all(helpers.map((helper) => helper.terminate()))
  }
}
