import type { Config } from '../core/config.ts'
import { BudgetError, ProviderError, StoreError, type ConceptloomError } from '../core/errors.ts'
import type { ContentId } from '../core/identity.ts'
import type { Pair } from '../core/pair.ts'
import type { LabelledSeed, PairStore } from '../core/ports.ts'
import type { Run, RunCounters, SupportCount } from '../core/run.ts'
import { combinationId } from '../steps/walk/sample-combinations.ts'
import { combinationLimit, type Draw, type DrawJob } from './draw-pairs.ts'
import { drawBlocks, drawConcurrently } from './draw-block.ts'
import type { Engine } from './engine.ts'
import type { ReportProgress } from './progress.ts'

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
}

/**
 * How the writing ended. `stopped`: a provider is gone or a budget is spent; the run keeps what it has and can be resumed.
 */
export type WritingEnd = 'complete' | 'interrupted' | 'exhausted' | 'stopped'

export interface WrittenRun {
  readonly run: Run
  readonly end: WritingEnd
  /** Why it stopped. */
  readonly error?: ConceptloomError
}

/** Draws without a new pair after which a run is given up: the walks have nothing new to offer. */
const patience = 50_000

/**
 * Draws until `generation.count` pairs are stored: in index order, each question once, the lowest index first. Rows, cursor and
 * counters of a block are one transaction, so a run can be killed at any point and resumed to the same bytes.
 */
export async function writePairs(writing: PairWriting): Promise<WrittenRun> {
  const { pairs, signal, job } = writing
  const { count } = job.config.generation
  let { run } = writing
  if (run.state !== 'generating') return { run, end: 'complete' }
  const taking = openTaking(await seenSoFar(run, pairs), run, job.config)
  let sinceLastPair = 0
  try {
    for await (const draws of drawsOf(writing, () => count - taking.pairs())) {
      const stored = taking.take(draws)
      sinceLastPair = stored.length > 0 ? 0 : sinceLastPair + draws.length
      const complete = taking.pairs() === count
      run = {
        ...run,
        cursor: taking.cursor(),
        counters: taking.counters(),
        state: complete ? 'generated' : 'generating',
      }
      await pairs.appendBlock(run, stored)
      writing.progress({ stage: 'generate', done: taking.pairs(), total: count, note: noteOf(writing, run) })
      if (complete) return { run, end: 'complete' }
      if (signal.aborted) return { run, end: 'interrupted' }
      if (sinceLastPair >= patience) return { run, end: 'exhausted' }
    }
  } catch (error) {
    // What was written stays; what was answered is in the ledger and is not asked again.
    if (signal.aborted) return { run, end: 'interrupted' }
    if (error instanceof BudgetError || error instanceof ProviderError) return { run, end: 'stopped', error }
    throw error
  }
  return { run, end: 'interrupted' }
}

/** Walks so far, and what the model's calls came to. */
function noteOf({ engine }: PairWriting, run: Run): string {
  const { calls } = engine
  if (calls === undefined) return `${run.cursor} walks`
  const failed = Object.values(calls.failed).reduce((total, number) => total + number, 0)
  return `${run.cursor} walks, ${calls.answered} replies, ${calls.recalled} recalled, ${failed} failed attempts, cost ${calls.cost.toFixed(4)}`
}

interface Taking {
  /** The pairs of a block that are to be stored; stops at the pair that completes the run. */
  take(draws: readonly Draw[]): readonly Pair[]
  pairs(): number
  cursor(): number
  counters(): RunCounters
}

function openTaking(seen: Seen, run: Run, config: Config): Taking {
  const limits = limitsOf(config)
  const tally = openTally(run.counters)
  let { cursor } = run
  return {
    take(draws) {
      const stored: Pair[] = []
      for (const draw of draws) {
        if (tally.pairs() === config.generation.count) break
        if (draw.index !== cursor)
          throw new StoreError(`draw out of order: ${draw.index} where ${cursor} was expected`)
        cursor++
        const reason = skipReason(draw, seen, limits)
        tally.add(draw, reason)
        if (reason === undefined && draw.outcome === 'pair') stored.push(draw.pair)
      }
      return stored
    },
    pairs: () => tally.pairs(),
    cursor: () => cursor,
    counters: () => tally.counters(),
  }
}

/** Draws of a model wait together in this thread; the procedural engine's are made by threads. */
function drawsOf(
  { job, engine, run, seeds }: PairWriting,
  wanted: () => number,
): AsyncGenerator<readonly Draw[], void> {
  const { concurrency } = engine
  if (concurrency > 0) {
    const size = Math.max(1, Math.min(64, Math.ceil(concurrency / 4)))
    return drawConcurrently(engine.openSource(job, seeds), { start: run.cursor, size, concurrency, wanted })
  }
  const size = blockSize(job.config.generation.count)
  return drawBlocks(job, { start: run.cursor, size, workers: job.config.run.workers })
}

/** Small runs finish in few draws; large ones spare transactions. It does not change what is stored. */
function blockSize(count: number): number {
  return Math.min(4096, Math.max(64, 2 ** Math.floor(Math.log2(count / 4 + 1))))
}

interface Limits {
  readonly perCombination: number
  readonly perSkeleton: number
}

/** A small run may hold a few pairs of one skeleton whatever the share says. */
const leastPerSkeleton = 4

function limitsOf(config: Config): Limits {
  const { count, skeletonShare } = config.generation
  return {
    perCombination: combinationLimit(config),
    // What a model wrote was paid for: it is kept, and balanced later.
    perSkeleton:
      config.engine.generator === 'model'
        ? Infinity
        : Math.max(leastPerSkeleton, Math.floor(count * skeletonShare)),
  }
}

interface Seen {
  /** Questions of the procedural engine; pairs of a model, which may solve one question in several ways. */
  readonly texts: Set<ContentId>
  readonly combinations: Map<ContentId, number>
  readonly skeletons: Map<ContentId, number>
}

/** What an earlier part of the run has stored already. */
async function seenSoFar(run: Run, pairs: PairStore): Promise<Seen> {
  const seen: Seen = { texts: new Set(), combinations: new Map(), skeletons: new Map() }
  if (run.cursor === 0) return seen
  for await (const batch of pairs.range(run.id, { from: 0, to: run.cursor })) {
    for (const pair of batch) remember(seen, pair, combinationId(pair.path))
  }
  return seen
}

function remember(seen: Seen, pair: Pair, combination: ContentId): void {
  seen.texts.add(textOf(pair))
  seen.combinations.set(combination, (seen.combinations.get(combination) ?? 0) + 1)
  seen.skeletons.set(pair.skeletonId, (seen.skeletons.get(pair.skeletonId) ?? 0) + 1)
}

function textOf({ draft, id, questionId }: Pair): ContentId {
  return draft.method === 'procedural' ? questionId : id
}

/** Why a draw is not stored, or `undefined` for one that is and is now remembered. */
function skipReason(draw: Draw, seen: Seen, limits: Limits): string | undefined {
  if (draw.outcome === 'skipped') return draw.reason
  const { pair, combination } = draw
  if ((seen.combinations.get(combination) ?? 0) >= limits.perCombination) return 'combination used up'
  if (seen.texts.has(textOf(pair))) return 'duplicate'
  if ((seen.skeletons.get(pair.skeletonId) ?? 0) >= limits.perSkeleton) return 'skeleton used up'
  remember(seen, pair, combination)
  return undefined
}

interface Tally {
  add(draw: Draw, skipped: string | undefined): void
  pairs(): number
  counters(): RunCounters
}

function openTally(start: RunCounters): Tally {
  const sizes = new Map<number, SupportCount>(start.supportedBySize.map((entry) => [entry.size, entry]))
  const skipped: Record<string, number> = { ...start.skipped }
  let { walks, pairs } = start
  const bump = (reason: string): void => void (skipped[reason] = (skipped[reason] ?? 0) + 1)
  return {
    add(draw, reason) {
      walks++
      if (reason === undefined && draw.outcome === 'pair' && draw.pair.marks.length === 0) pairs++
      else if (reason === undefined && draw.outcome === 'pair') bump(`marked: ${draw.pair.marks.join(', ')}`)
      else if (reason !== undefined) bump(reason)
      if (draw.points === 0) return
      const supported = draw.outcome === 'pair' || draw.supported
      const held = sizes.get(draw.points) ?? { size: draw.points, asked: 0, supported: 0 }
      sizes.set(draw.points, {
        ...held,
        asked: held.asked + 1,
        supported: held.supported + (supported ? 1 : 0),
      })
    },
    pairs: () => pairs,
    counters: () => ({
      walks,
      pairs,
      supportedBySize: [...sizes.values()].sort((a, b) => a.size - b.size),
      skipped: Object.fromEntries(Object.entries(skipped).sort(([a], [b]) => (a < b ? -1 : 1))),
    }),
  }
}
