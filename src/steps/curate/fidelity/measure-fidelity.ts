import { randomAt, randomKey } from '../../../core/random.ts'

/** What was asked of one pair and what was found in it again, both as ids of one vocabulary. */
export interface FidelityItem {
  readonly requested: ReadonlySet<string>
  readonly extracted: ReadonlySet<string>
}

/** How far texts show the concepts they were asked for. */
export interface Fidelity {
  readonly pairs: number
  /** Requests of all pairs together. */
  readonly requested: number
  /** Share of requests found again in their own pair. */
  readonly recall: number
  /** Share of the requests of other pairs found: what recall is worth by chance, since common concepts are in many texts. */
  readonly shuffledRecall: number
  /** Recall over shuffled recall; absent where chance finds nothing. */
  readonly lift?: number
  /** Share of pairs in which every request was found. */
  readonly complete: number
  /** Concepts found in a pair, in the mean. */
  readonly extracted: number
}

/** Rounds of shuffling that the chance is the mean of. */
const shuffles = 8

/**
 * Recall of the requested concepts by re-extraction, and its lift over requests dealt to other pairs. Pairs without a request are passed
 * over; with fewer than two there is nothing to shuffle and the chance is 0.
 */
export function measureFidelity(all: readonly FidelityItem[], seed = 0): Fidelity {
  const items = all.filter(({ requested }) => requested.size > 0)
  const requested = items.reduce((sum, item) => sum + item.requested.size, 0)
  const found = items.map((item) => hits(item.requested, item.extracted))
  const recall = share(sumOf(found), requested)
  const chances = Array.from({ length: items.length < 2 ? 0 : shuffles }, (_, round) => {
    const order = randomAt(randomKey('fidelity', seed), round).shuffle(items)
    // Each pair is held against the request of the one after it, so none meets its own.
    const dealt = order.map((item, place) =>
      hits((order[(place + 1) % order.length] as FidelityItem).requested, item.extracted),
    )
    return share(sumOf(dealt), requested)
  })
  const shuffledRecall = share(sumOf(chances), chances.length)
  return {
    pairs: items.length,
    requested,
    recall,
    shuffledRecall,
    ...(shuffledRecall === 0 ? {} : { lift: recall / shuffledRecall }),
    complete: share(items.filter((item, place) => found[place] === item.requested.size).length, items.length),
    extracted: share(sumOf(items.map((item) => item.extracted.size)), items.length),
  }
}

function hits(requested: ReadonlySet<string>, extracted: ReadonlySet<string>): number {
  return requested.intersection(extracted).size
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0)
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole
}
