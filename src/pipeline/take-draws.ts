import type { Config } from '../core/config.ts'
import { StoreError } from '../core/errors.ts'
import type { ContentId } from '../core/identity.ts'
import type { Pair } from '../core/pair.ts'
import type { PairStore } from '../core/ports.ts'
import type { Run, RunCounters, SupportCount, UnansweredDraw } from '../core/run.ts'
import { combinationId } from '../steps/walk/sample-combinations.ts'
import { combinationLimit, type Draw } from './draw-pairs.ts'

/** Decides which draws are stored, and counts them all. */
export interface Taking {
  /** The pairs of a block that are to be stored; stops at the pair that completes the run. */
  take(draws: readonly Draw[]): readonly Pair[]
  /** As `take`, for draws that were given up before: each fills its own place or leaves it. */
  takeAgain(draws: readonly Draw[]): readonly Pair[]
  /** Pairs still to be found; draws that wait for an answer are counted on. */
  wanted(): number
  cursor(): number
  counters(): RunCounters
}

/** Goes on from what a run has stored: in index order, each question once, the lowest index first. */
export async function openTaking(
  run: Run,
  pairs: PairStore,
  { config, count }: { readonly config: Config; readonly count: number },
): Promise<Taking> {
  const seen = await seenSoFar(run, pairs)
  const limits = limitsOf(config)
  const tally = openTally(run.counters)
  let { cursor } = run
  const wanted = (): number => count - tally.pairs() - tally.unanswered.size

  function settle(draw: Draw): readonly Pair[] {
    const reason = skipReason(draw, seen, limits)
    tally.add(draw, reason)
    return reason === undefined && draw.outcome === 'pair' ? [draw.pair] : []
  }

  return {
    take(draws) {
      const stored: Pair[] = []
      for (const draw of draws) {
        if (wanted() <= 0) break
        if (draw.index !== cursor)
          throw new StoreError(`draw out of order: ${draw.index} where ${cursor} was expected`)
        cursor++
        tally.countWalk()
        stored.push(...settle(draw))
      }
      return stored
    },
    takeAgain: (draws) =>
      draws.flatMap((draw) => {
        if (!tally.unanswered.delete(draw.index)) throw new StoreError(`draw was answered: ${draw.index}`)
        return settle(draw)
      }),
    wanted,
    cursor: () => cursor,
    counters: () => tally.counters(),
  }
}

interface Limits {
  readonly perCombination: number
  readonly perSkeleton: number
}

/** A small run may hold a few pairs of one skeleton whatever the share says. */
const leastPerSkeleton = 4

function limitsOf(config: Config): Limits {
  const { count, skeletonShare } = config.generation
  // On given concepts there are only so many wordings; what a model wrote was paid for: it is kept, and balanced later.
  const isUnlimited = config.engine.generator === 'model' || config.walk.concepts !== undefined
  return {
    perCombination: combinationLimit(config),
    perSkeleton: isUnlimited ? Infinity : Math.max(leastPerSkeleton, Math.floor(count * skeletonShare)),
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
  if (draw.outcome !== 'pair') return draw.reason
  const { pair, combination } = draw
  if ((seen.combinations.get(combination) ?? 0) >= limits.perCombination) return 'combination used up'
  if (seen.texts.has(textOf(pair))) return 'duplicate'
  if ((seen.skeletons.get(pair.skeletonId) ?? 0) >= limits.perSkeleton) return 'skeleton used up'
  remember(seen, pair, combination)
  return undefined
}

interface Tally {
  countWalk(): void
  add(draw: Draw, skipped: string | undefined): void
  pairs(): number
  readonly unanswered: Map<number, UnansweredDraw>
  counters(): RunCounters
}

function openTally(start: RunCounters): Tally {
  const sizes = new Map<number, SupportCount>(start.supportedBySize.map((entry) => [entry.size, entry]))
  const skipped: Record<string, number> = { ...start.skipped }
  const unanswered = new Map(start.unanswered.map((draw) => [draw.index, draw]))
  let { walks, pairs } = start
  const bump = (reason: string): void => void (skipped[reason] = (skipped[reason] ?? 0) + 1)
  return {
    countWalk: () => void walks++,
    add(draw, reason) {
      if (draw.outcome === 'unanswered') {
        unanswered.set(draw.index, { index: draw.index, reason: draw.reason })
        return
      }
      if (reason !== undefined) bump(reason)
      else if (draw.outcome === 'pair' && draw.pair.marks.length === 0) pairs++
      else if (draw.outcome === 'pair') bump(`marked: ${draw.pair.marks.join(', ')}`)
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
    unanswered,
    counters: () => ({
      walks,
      pairs,
      supportedBySize: [...sizes.values()].sort((one, other) => one.size - other.size),
      skipped: Object.fromEntries(Object.entries(skipped).sort(([one], [other]) => (one < other ? -1 : 1))),
      unanswered: [...unanswered.values()].sort((one, other) => one.index - other.index),
    }),
  }
}
