import type { Extractor, LabelledSeed } from '../core/ports.ts'
import type { CallProgress } from './calling/call-progress.ts'
import { openProceduralSource, type DrawJob, type PairSource } from './draw-pairs.ts'

/** What labels the seeds and what writes the pairs of a run. */
export interface Engine {
  readonly extractor: Extractor
  /** Shown in summaries. */
  readonly generatorName: string
  /** Draws under way at once in this thread; 0 where threads make them. */
  readonly concurrency: number
  /** @param seeds  the run's seeds with their concepts, as exemplars and sources */
  openSource(job: DrawJob, seeds: readonly LabelledSeed[]): PairSource
  /** Live counters of the model's calls; absent where no model is asked. */
  readonly calls?: Readonly<CallProgress>
  close(): Promise<void>
}

/** The procedural engine: computed answers, any number of threads, nothing to pay. */
export function proceduralEngine(extractor: Extractor): Engine {
  return {
    extractor,
    generatorName: 'procedural',
    concurrency: 0,
    openSource: (job) => openProceduralSource(job),
    close: async () => {},
  }
}
