import type { Pair } from '../core/pair.ts'
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
  /** The parts of a run that has several, in order; empty where a run is one. */
  stages(job: DrawJob, seeds: readonly LabelledSeed[]): readonly Stage[]
  /** Live counters of the model's calls; absent where no model is asked. */
  readonly calls?: Readonly<CallProgress>
  close(): Promise<void>
}

/** A part of a run with sources of its own. */
export interface Stage {
  readonly name: string
  /** Pairs of the run that are stored when it is over. */
  readonly upTo: number
  /** @param earlier  the pairs stored so far, by this stage too where it is gone on with */
  open(earlier: readonly Pair[]): PairSource
}

/** The procedural engine: computed answers, any number of threads, nothing to pay. */
export function proceduralEngine(extractor: Extractor): Engine {
  return {
    extractor,
    generatorName: 'procedural',
    concurrency: 0,
    openSource: (job) => openProceduralSource(job),
    stages: () => [],
    close: async () => {},
  }
}
