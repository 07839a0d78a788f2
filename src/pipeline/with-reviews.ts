import type { ContentId } from '../core/identity.ts'
import type { Pair, PairMark } from '../core/pair.ts'
import type { PairCounts, PairStore, ReviewStore } from '../core/ports.ts'
import type { Review } from '../core/review.ts'

type Apply = (pair: Pair, review: Review) => Pair

/**
 * The pairs of a store as the decisions of people have them, wherever they are read: marks that stages set and take away are those of
 * the stored pairs, so decisions hold through every export, and taking one back leaves what was.
 *
 * `counts` asks for each reviewed pair by its id, so it takes time in proportion to the decisions that hold.
 */
export function withReviews(pairs: PairStore, reviews: ReviewStore): PairStore {
  let held: { readonly version: number; readonly byPair: ReadonlyMap<ContentId, Review> } | undefined
  let apply: Apply | undefined

  /** What holds now; `undefined` where nothing does. */
  async function holding(): Promise<((pair: Pair) => Pair) | undefined> {
    const { byPair } = await latest()
    if (byPair.size === 0) return undefined
    const decide = (apply ??= (await import('./apply-review.ts')).applyReview)
    return (pair) => {
      const review = byPair.get(pair.id)
      return review === undefined ? pair : decide(pair, review)
    }
  }

  async function latest(): Promise<NonNullable<typeof held>> {
    // Another process may have written a decision: the number tells.
    const version = await reviews.version()
    if (held?.version !== version) held = { version, byPair: await reviews.holding() }
    return held
  }

  const reviewed: PairStore = {
    ...pairs,
    async byId(id, runId) {
      const [pair, decide] = [await pairs.byId(id, runId), await holding()]
      return pair === undefined || decide === undefined ? pair : decide(pair)
    },
    async *range(runId, window) {
      const decide = await holding()
      if (decide === undefined) yield* pairs.range(runId, window)
      else for await (const batch of pairs.range(runId, window)) yield batch.map(decide)
    },
    async counts(runId) {
      const [stored, decide] = [await pairs.counts(runId), await holding()]
      if (decide === undefined || stored.total === 0) return stored
      const counts = openCounts(stored)
      for (const pairId of (await latest()).byPair.keys()) {
        const pair = await pairs.byId(pairId, runId)
        if (pair === undefined) continue
        counts.add(pair, -1)
        counts.add(decide(pair), 1)
      }
      return counts.result()
    },
  }
  storedBehind.set(reviewed, pairs)
  return reviewed
}

const storedBehind = new WeakMap<PairStore, PairStore>()

/** The pairs as they are stored: what is generated must not depend on what people decided meanwhile. */
export function unreviewed(pairs: PairStore): PairStore {
  return storedBehind.get(pairs) ?? pairs
}

function openCounts(stored: PairCounts): {
  add(pair: Pair, times: 1 | -1): void
  result(): PairCounts
} {
  const byRung: Record<number, number> = { ...stored.byRung }
  const byMark: Partial<Record<PairMark, number>> = { ...stored.byMark }
  let { unmarked } = stored
  return {
    add({ verdict: { rung }, marks }, times) {
      byRung[rung] = (byRung[rung] ?? 0) + times
      for (const mark of marks) byMark[mark] = (byMark[mark] ?? 0) + times
      if (marks.length === 0) unmarked += times
    },
    result: () => ({
      total: stored.total,
      unmarked,
      byRung: withoutZeros(byRung),
      byMark: withoutZeros(byMark),
    }),
  }
}

function withoutZeros<Counts extends Readonly<Record<string | number, number>>>(counts: Counts): Counts {
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count !== 0)) as Counts
}
