import { benchSets, type BenchSet } from './bench-item.ts'
import { publishedSets } from './load/published-sets.ts'

/** The set that is shown beside the ten and counts in neither average. */
export const setBesides: BenchSet = 'fresh-gaokao-2023'

/** Accuracy on a set, or on one subject of it. */
export interface SubsetScore {
  readonly set: BenchSet
  readonly subject?: string
  readonly items: number
  /** 0 to 1. */
  readonly accuracy: number
}

export interface AverageOptions {
  /**
   * Most items that a set, or a subject of one, counts for. MwpBench's driver evaluates at most 2,000 rows of each `data_topic`, which cuts
   * Ape210k alone: the published micro averages are reproduced with 2000 and not without. MATH or CollegeMath given undivided cannot be
   * cut by subject, so a cap below their largest subject throws a RangeError. @default no limit
   */
  readonly cap?: number
}

/** A set pooled over its subjects. */
export interface SetScore {
  readonly set: BenchSet
  /** Items that count, after the cap. */
  readonly items: number
  readonly accuracy: number
  /** In the order given; empty where the set is not divided. */
  readonly subjects: readonly {
    readonly subject: string
    readonly items: number
    readonly accuracy: number
  }[]
}

export interface Averages {
  /** In the order of the paper's table. */
  readonly sets: readonly SetScore[]
  /** Weighted by items; absent where none of the ten was measured. */
  readonly micro?: { readonly accuracy: number; readonly items: number }
  /** Mean of the sets; absent where none of the ten was measured. */
  readonly macro?: { readonly accuracy: number; readonly sets: number }
  /** Sets of the ten without a score: averages over fewer are not those of the paper. */
  readonly missing: readonly BenchSet[]
  readonly cap?: number
}

/**
 * MwpBench's averages (MathScale §4.1, Table 5): MATH and CollegeMath are first pooled over their subjects, weighted by items; micro is
 * the mean over items, macro the mean of the ten sets. Fresh-GaokaoMath-2023 stands beside them.
 */
export function averageScores(scores: readonly SubsetScore[], { cap }: AverageOptions = {}): Averages {
  const counted = scores.map((score) => ({ ...score, items: cappedItems(score, cap) }))
  const sets = benchSets.flatMap((set): readonly SetScore[] => {
    const parts = counted.filter((score) => score.set === set && score.items > 0)
    if (parts.length === 0) return []
    const subjects = parts.flatMap(({ subject, items, accuracy }) =>
      subject === undefined ? [] : [{ subject, items, accuracy }],
    )
    return [{ set, ...pool(parts), subjects }]
  })
  const measured = sets.filter(({ set }) => set !== setBesides)
  const missing = benchSets.filter((set) => set !== setBesides && !measured.some((one) => one.set === set))
  const limit = cap === undefined ? {} : { cap }
  if (measured.length === 0) return { sets, missing, ...limit }
  const sum = measured.reduce((total, { accuracy }) => total + accuracy, 0)
  return {
    sets,
    micro: pool(measured),
    macro: { accuracy: sum / measured.length, sets: measured.length },
    missing,
    ...limit,
  }
}

function cappedItems({ set, subject, items }: SubsetScore, cap = Infinity): number {
  const subjects = subject === undefined ? publishedSets[set].subjects : undefined
  if (subjects === undefined) return Math.min(items, cap)
  if (cap < Math.min(items, Math.max(...Object.values(subjects))))
    throw new RangeError(`cap: ${cap}; ${set} is cut by subject, so give its scores by subject`)
  return items
}

function pool(parts: readonly { readonly items: number; readonly accuracy: number }[]): {
  readonly items: number
  readonly accuracy: number
} {
  const items = parts.reduce((total, part) => total + part.items, 0)
  return { items, accuracy: parts.reduce((total, part) => total + part.items * part.accuracy, 0) / items }
}
