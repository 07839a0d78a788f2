import type { ContentId } from '../../core/identity.ts'
import {
  bootstrapMean,
  bootstrapStrata,
  type BootstrapOptions,
  type Interval,
} from '../../foundations/statistics/bootstrap.ts'
import { adjustByHolm } from '../../foundations/statistics/holm.ts'
import { mcnemarTest, type McnemarTest } from '../../foundations/statistics/mcnemar.ts'
import { setBesides } from './averages.ts'
import { benchSets, type BenchSet } from './bench-item.ts'
import { capItems, shareRight, type ItemScore } from './item-scores.ts'

/** Two models on the same items. */
export interface PairedScores {
  readonly items: number
  /** Share right of all samples. */
  readonly first: number
  readonly second: number
  /** second - first, its interval by resampling items. */
  readonly difference: Interval
  /** On the first sample of each. */
  readonly mcnemar: McnemarTest
}

export interface ComparedSet extends PairedScores {
  readonly set: BenchSet
  /** Exact McNemar p-values adjusted over the sets (Holm 1979). */
  readonly adjustedP: number
}

export interface ModelComparison {
  /** Items of both. */
  readonly matched: number
  readonly onlyFirst: number
  readonly onlySecond: number
  /** In the order of the paper's table. */
  readonly sets: readonly ComparedSet[]
  /** Weighted by items, over the sets that count in averages; absent where none does. */
  readonly micro?: PairedScores
  /** Mean of the sets; items are resampled within each set. */
  readonly macro?: {
    readonly first: number
    readonly second: number
    readonly difference: Interval
    readonly sets: number
  }
}

export interface ComparisonOptions extends BootstrapOptions {
  /** Most items of a set, or of a subject of one; see `averageScores`. @default no limit */
  readonly cap?: number
}

/** Compares two models item by item; items that only one of them has are counted and left out. */
export function compareModels(
  first: readonly ItemScore[],
  second: readonly ItemScore[],
  options: ComparisonOptions = {},
): ModelComparison {
  const others = new Map<ContentId, ItemScore>(second.map((item) => [item.itemId, item]))
  const shared = first.filter(({ itemId }) => others.has(itemId))
  const matched = capItems(shared, options.cap).map((item) =>
    pairOf(item, others.get(item.itemId) as ItemScore),
  )
  const bySet = benchSets.flatMap((set) => {
    const items = matched.filter((pair) => pair.set === set)
    return items.length === 0 ? [] : [{ set, items }]
  })
  const scores = bySet.map(({ set, items }) => ({ set, ...comparePairs(items, options) }))
  const adjusted = adjustByHolm(scores.map(({ mcnemar }) => mcnemar.exactP))
  const counted = bySet.filter(({ set }) => set !== setBesides).map(({ items }) => items)
  return {
    matched: matched.length,
    onlyFirst: first.length - shared.length,
    onlySecond: second.length - shared.length,
    sets: scores.map((score, place) => ({ ...score, adjustedP: adjusted[place] as number })),
    ...(counted.length === 0
      ? {}
      : { micro: comparePairs(counted.flat(), options), macro: compareMeans(counted, options) }),
  }
}

interface Pair {
  readonly set: BenchSet
  readonly first: number
  readonly second: number
  readonly firstRight: boolean
  readonly secondRight: boolean
}

function pairOf(first: ItemScore, second: ItemScore): Pair {
  return {
    set: first.set,
    first: shareRight(first),
    second: shareRight(second),
    firstRight: first.right[0] === true,
    secondRight: second.right[0] === true,
  }
}

function comparePairs(pairs: readonly Pair[], options: BootstrapOptions): PairedScores {
  return {
    items: pairs.length,
    first: meanOf(pairs, ({ first }) => first),
    second: meanOf(pairs, ({ second }) => second),
    difference: bootstrapMean(pairs.map(gapOf), options),
    mcnemar: mcnemarTest(
      pairs.filter(({ firstRight, secondRight }) => firstRight && !secondRight).length,
      pairs.filter(({ firstRight, secondRight }) => secondRight && !firstRight).length,
    ),
  }
}

/** Each set resampled by itself: which sets there are is no chance. */
function compareMeans(
  sets: readonly (readonly Pair[])[],
  options: BootstrapOptions,
): NonNullable<ModelComparison['macro']> {
  const average = (read: (pair: Pair) => number): number =>
    sets.reduce((sum, pairs) => sum + meanOf(pairs, read), 0) / sets.length
  const strata = sets.map((pairs) => ({ values: pairs.map(gapOf), weight: 1 / sets.length }))
  return {
    first: average(({ first }) => first),
    second: average(({ second }) => second),
    difference: bootstrapStrata(strata, options),
    sets: sets.length,
  }
}

function gapOf({ first, second }: Pair): number {
  return second - first
}

function meanOf(pairs: readonly Pair[], read: (pair: Pair) => number): number {
  return pairs.reduce((sum, pair) => sum + read(pair), 0) / pairs.length
}
