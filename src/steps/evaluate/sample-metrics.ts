import {
  bootstrapMeans,
  type BootstrapOptions,
  type Interval,
} from '../../foundations/statistics/bootstrap.ts'
import { passAtK } from '../../foundations/statistics/pass-at-k.ts'
import { shareRight, type ItemScore } from './item-scores.ts'
import { isMajorityRight } from './majority-answer.ts'

/** Metrics at one number of samples. */
export interface MetricsAtK {
  readonly k: number
  /** Unbiased chance that one of k samples is right. */
  readonly pass: Interval
  /** Share of items whose most frequent answer among the first k is right; unread answers vote as a wrong one. */
  readonly majority: Interval
  /** The same where unread answers have no vote: the sample that most others agree with. */
  readonly bestByAgreement: Interval
}

export interface SampleMetrics {
  readonly items: number
  /** Fewest samples of an item; items with more count with all of theirs except at a k. */
  readonly samples: number
  /** Share right of all samples: PassRatio@N. */
  readonly passRatio: Interval
  readonly firstAnswer: Interval
  /** Share of items of which any sample is right: Pass@N. */
  readonly anyAnswer: Interval
  /** What a perfect choice among the samples would gain over the first answer: 97.7 against 49.5 on GSM8K in Xwin-Math §3.1. */
  readonly gap: Interval
  readonly atK: readonly MetricsAtK[]
}

export interface SampleMetricsOptions extends BootstrapOptions {
  /** @default 1, 2, 4, … and the fewest samples */
  readonly ks?: readonly number[]
}

/**
 * What N samples an item show. Every value is a mean over items; intervals resample items with all their samples.
 *
 * @throws RangeError for no items, or a k above the fewest samples
 */
export function measureSamples(
  items: readonly ItemScore[],
  options: SampleMetricsOptions = {},
): SampleMetrics {
  if (items.length === 0) throw new RangeError('items: 0; give at least one')
  const samples = items.reduce((least, { right }) => Math.min(least, right.length), Infinity)
  const { ks = powersUpTo(samples) } = options
  const column = (read: (item: ItemScore) => number): Float64Array => Float64Array.from(items, read)
  const any = column(({ right }) => Number(right.some(Boolean)))
  const first = column(({ right }) => Number(right[0]))
  const [passRatio, firstAnswer, anyAnswer, gap, ...intervals] = bootstrapMeans(
    [
      column(shareRight),
      first,
      any,
      any.map((value, place) => value - (first[place] as number)),
      ...ks.flatMap((k) => [
        column(({ right }) => passAtK(right.length, right.filter(Boolean).length, k)),
        column((item) => Number(isMajorityRight(item, k, 'counted'))),
        column((item) => Number(isMajorityRight(item, k, 'left-out'))),
      ]),
    ],
    options,
  ) as readonly [Interval, Interval, Interval, Interval, ...Interval[]]
  return {
    items: items.length,
    samples,
    passRatio,
    firstAnswer,
    anyAnswer,
    gap,
    atK: ks.map((k, place) => ({
      k,
      pass: intervals[3 * place] as Interval,
      majority: intervals[3 * place + 1] as Interval,
      bestByAgreement: intervals[3 * place + 2] as Interval,
    })),
  }
}

function powersUpTo(samples: number): readonly number[] {
  const ks: number[] = []
  for (let k = 1; k < samples; k *= 2) ks.push(k)
  return [...ks, samples]
}
