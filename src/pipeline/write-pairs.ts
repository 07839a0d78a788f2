import { BudgetError, ProviderError, type ConceptloomError } from '../core/errors.ts'
import type { Pair } from '../core/pair.ts'
import type { LabelledSeed, PairStore } from '../core/ports.ts'
import type { Run } from '../core/run.ts'
import { drawBlocks, drawConcurrently } from './draw-block.ts'
import type { Draw, DrawJob, PairSource } from './draw-pairs.ts'
import type { Engine } from './engine.ts'
import type { ReportProgress } from './progress.ts'
import { openTaking } from './take-draws.ts'

export interface PairWriting {
  readonly job: DrawJob
  readonly engine: Engine
  /** The run's seeds with their concepts. */
  readonly seeds: readonly LabelledSeed[]
  /** Where to go on from; a new run has cursor 0. */
  readonly run: Run
  readonly pairs: PairStore
  readonly progress: ReportProgress
  readonly signal: AbortSignal
  /** Pairs after which this part of the run is over. @default generation.count */
  readonly upTo?: number
  /** In place of the engine's, for a part of a run. */
  readonly source?: PairSource
}

/**
 * How the writing ended. `stopped`: a provider is gone or a budget is spent; `unanswered`: some requests were given up and their places
 * are kept free. Either way the run keeps what it has and can be resumed.
 */
export type WritingEnd = 'complete' | 'interrupted' | 'exhausted' | 'stopped' | 'unanswered'

export interface WrittenRun {
  readonly run: Run
  readonly end: WritingEnd
  /** Why it stopped. */
  readonly error?: ConceptloomError
}

/** Draws without a new pair after which a run is given up: the walks have nothing new to offer. */
const patience = 50_000
/** On given concepts every draw is of the same combination, so it shows soon. */
const patienceOnGiven = 2000

/**
 * Draws until `generation.count` pairs are stored: in index order, each question once, the lowest index first. Rows, cursor and
 * counters of a block are one transaction, so a run can be killed at any point and resumed to the same bytes. Draws that were given up
 * before are asked for again first; answered now, the run is what it would have been.
 */
export async function writePairs(writing: PairWriting): Promise<WrittenRun> {
  const { engine, job, pairs, seeds, signal } = writing
  const { upTo: count = job.config.generation.count } = writing
  let { run } = writing
  if (run.state !== 'generating') return { run, end: 'complete' }
  const taking = await openTaking(run, pairs, { config: job.config, count })
  const source = engine.concurrency > 0 ? (writing.source ?? engine.openSource(job, seeds)) : undefined

  async function store(stored: readonly Pair[]): Promise<boolean> {
    const counters = taking.counters()
    const complete = counters.pairs === count
    const state = counters.pairs === job.config.generation.count ? 'generated' : 'generating'
    run = { ...run, cursor: taking.cursor(), counters, state }
    await pairs.appendBlock(run, stored)
    writing.progress({ stage: 'generate', done: counters.pairs, total: count, note: noteOf(writing, run) })
    return complete
  }

  try {
    if (source !== undefined && run.counters.unanswered.length > 0) {
      const again = await Promise.all(run.counters.unanswered.map(({ index }) => source.draw(index)))
      if (await store(taking.takeAgain(again))) return { run, end: 'complete' }
    }
    let sinceLastPair = 0
    if (taking.wanted() > 0) {
      for await (const draws of drawsOf(writing, source, () => taking.wanted())) {
        const stored = taking.take(draws)
        sinceLastPair = stored.length > 0 ? 0 : sinceLastPair + draws.length
        if (await store(stored)) return { run, end: 'complete' }
        if (taking.wanted() <= 0) break
        if (signal.aborted) return { run, end: 'interrupted' }
        if (sinceLastPair >= (job.config.walk.concepts === undefined ? patience : patienceOnGiven))
          return { run, end: 'exhausted' }
      }
    }
    return { run, end: signal.aborted ? 'interrupted' : 'unanswered' }
  } catch (error) {
    // What was written stays; what was answered is in the ledger and is not asked again.
    if (signal.aborted) return { run, end: 'interrupted' }
    if (error instanceof BudgetError || error instanceof ProviderError) return { run, end: 'stopped', error }
    throw error
  }
}

/** Walks so far, and what the model's calls came to. */
function noteOf({ engine }: PairWriting, run: Run): string {
  const { calls } = engine
  if (calls === undefined) return `${run.cursor} walks`
  const failed = Object.values(calls.failed).reduce((total, number) => total + number, 0)
  return `${run.cursor} walks, ${calls.answered} replies, ${calls.recalled} recalled, ${calls.inBatches === 0 ? '' : `${calls.inBatches} in batches, `}${failed} failed attempts, cost ${calls.cost.toFixed(4)}`
}

/** Pairs from which drawing in threads is sooner than in this one, in spite of their start. */
const manyPairs = 1000

/** Draws of a model wait together in this thread; those of the procedural engine are made by threads where there are many. */
function drawsOf(
  { job, engine, run }: PairWriting,
  source: PairSource | undefined,
  wanted: () => number,
): AsyncGenerator<readonly Draw[], void> {
  const { concurrency } = engine
  if (source !== undefined) {
    const size = Math.max(1, Math.min(64, Math.ceil(concurrency / 4)))
    return drawConcurrently(source, { start: run.cursor, size, concurrency, wanted })
  }
  const size = blockSize(job.config.generation.count)
  const workers = wanted() < manyPairs ? 0 : job.config.run.workers
  return drawBlocks(job, { start: run.cursor, size, workers })
}

/** Small runs finish in few draws; large ones spare transactions. It does not change what is stored. */
function blockSize(count: number): number {
  return Math.min(4096, Math.max(64, 2 ** Math.floor(Math.log2(count / 4 + 1))))
}
