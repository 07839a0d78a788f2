import type { GenerationConfig } from '../core/config.ts'
import { StoreError } from '../core/errors.ts'
import type { ContentId } from '../core/identity.ts'
import type { Pair } from '../core/pair.ts'
import type { PairStore } from '../core/ports.ts'
import type { Run, RunCounters, SupportCount } from '../core/run.ts'
import { combinationId } from '../steps/walk/sample-combinations.ts'
import type { Draw, DrawJob } from './draw-pairs.ts'
import { drawBlocks } from './draw-block.ts'
import type { ReportProgress } from './progress.ts'

export interface PairWriting {
  readonly job: DrawJob
  /** Where to go on from; a new run has cursor 0. */
  readonly run: Run
  readonly pairs: PairStore
  readonly progress: ReportProgress
  readonly signal: AbortSignal
}

/** How the writing ended. */
export type WritingEnd = 'complete' | 'interrupted' | 'exhausted'

/** Draws without a new pair after which a run is given up: the walks have nothing new to offer. */
const patience = 200_000

/**
 * Draws until `generation.count` pairs are stored: in index order, each question once, the lowest index first. Rows, cursor and
 * counters of a block are one transaction, so a run can be killed at any point and resumed to the same bytes.
 */
export async function writePairs(
  writing: PairWriting,
): Promise<{ readonly run: Run; readonly end: WritingEnd }> {
  const { job, pairs, signal } = writing
  const { count } = job.config.generation
  let { run } = writing
  if (run.state !== 'generating') return { run, end: 'complete' }
  const seen = await seenSoFar(run, pairs)
  const limits = limitsOf(job.config.generation)
  const tally = openTally(run.counters)
  let sinceLastPair = 0
  const size = blockSize(count)
  for await (const draws of drawBlocks(job, { start: run.cursor, size, workers: job.config.run.workers })) {
    const stored: Pair[] = []
    let cursor = run.cursor
    for (const draw of draws) {
      if (tally.pairs() === count) break
      if (draw.index !== cursor)
        throw new StoreError(`draw out of order: ${draw.index} where ${cursor} was expected`)
      cursor++
      const reason = skipReason(draw, seen, limits)
      tally.add(draw, reason)
      sinceLastPair = reason === undefined ? 0 : sinceLastPair + 1
      if (reason === undefined && draw.outcome === 'pair') stored.push(draw.pair)
    }
    const complete = tally.pairs() === count
    run = { ...run, cursor, counters: tally.counters(), state: complete ? 'generated' : 'generating' }
    await pairs.appendBlock(run, stored)
    writing.progress({ stage: 'generate', done: tally.pairs(), total: count, note: `${cursor} walks` })
    if (complete) return { run, end: 'complete' }
    if (signal.aborted) return { run, end: 'interrupted' }
    if (sinceLastPair >= patience) return { run, end: 'exhausted' }
  }
  return { run, end: 'interrupted' }
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

function limitsOf({ count, perCombination, skeletonShare }: GenerationConfig): Limits {
  return {
    perCombination: perCombination === 'unlimited' ? Infinity : perCombination,
    perSkeleton: Math.max(leastPerSkeleton, Math.floor(count * skeletonShare)),
  }
}

interface Seen {
  readonly questions: Set<ContentId>
  readonly combinations: Map<ContentId, number>
  readonly skeletons: Map<ContentId, number>
}

/** What an earlier part of the run has stored already. */
async function seenSoFar(run: Run, pairs: PairStore): Promise<Seen> {
  const seen: Seen = { questions: new Set(), combinations: new Map(), skeletons: new Map() }
  if (run.cursor === 0) return seen
  for await (const batch of pairs.range(run.id, { from: 0, to: run.cursor })) {
    for (const pair of batch) remember(seen, pair, combinationId(pair.path))
  }
  return seen
}

function remember(seen: Seen, pair: Pair, combination: ContentId): void {
  seen.questions.add(pair.questionId)
  seen.combinations.set(combination, (seen.combinations.get(combination) ?? 0) + 1)
  seen.skeletons.set(pair.skeletonId, (seen.skeletons.get(pair.skeletonId) ?? 0) + 1)
}

/** Why a draw is not stored, or `undefined` for one that is and is now remembered. */
function skipReason(draw: Draw, seen: Seen, limits: Limits): string | undefined {
  if (draw.outcome === 'skipped') return draw.reason
  const { pair, combination } = draw
  if ((seen.combinations.get(combination) ?? 0) >= limits.perCombination) return 'combination used up'
  if (seen.questions.has(pair.questionId)) return 'duplicate question'
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
  return {
    add(draw, reason) {
      walks++
      if (reason === undefined) pairs++
      else skipped[reason] = (skipped[reason] ?? 0) + 1
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
