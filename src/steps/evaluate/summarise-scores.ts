import {
  bootstrapMean,
  bootstrapStrata,
  type BootstrapOptions,
  type Interval,
} from '../../foundations/statistics/bootstrap.ts'
import type { StepLaw } from '../../foundations/statistics/fit-step-law.ts'
import { averageScores, setBesides, type Averages } from './averages.ts'
import { benchSets, type BenchSet } from './bench-item.ts'
import { scoreGroups, stepLawOf, type GroupScore } from './group-scores.ts'
import { capItems, scoreSubsets, shareRight, type ItemScore } from './item-scores.ts'
import { measureSamples, type SampleMetrics } from './sample-metrics.ts'

export interface ScoreSummary {
  readonly averages: Averages
  /** 95 % intervals of the averages and of each set, items resampled within sets. */
  readonly intervals: {
    readonly micro?: Interval
    readonly macro?: Interval
    readonly sets: readonly { readonly set: BenchSet; readonly accuracy: Interval }[]
  }
  /** Where items have more than one sample. */
  readonly samples?: SampleMetrics
  /** `set: level`, of items that have one. */
  readonly levels: readonly GroupScore[]
  /** `set: subject`, of items that have one. */
  readonly subjects: readonly GroupScore[]
  /** By number of solution steps, of items whose gold solution is known. */
  readonly steps: readonly GroupScore[]
  readonly stepLaw?: StepLaw
}

export interface SummaryOptions extends BootstrapOptions {
  /** Most items of each set or subject; see {@link averageScores}. */
  readonly cap?: number
  /** Steps of an item's gold solution. @default unknown */
  readonly stepsOf?: (item: ItemScore) => number | undefined
}

/** All that one model's scores show. @throws RangeError for no items */
export function summariseScores(all: readonly ItemScore[], options: SummaryOptions = {}): ScoreSummary {
  const { cap, stepsOf = () => undefined } = options
  const items = capItems(all, cap)
  if (items.length === 0) throw new RangeError('items: 0; give at least one')
  const strata = benchSets.flatMap((set) => {
    const values = items.filter((item) => item.set === set).map(shareRight)
    return values.length === 0 ? [] : [{ set, values }]
  })
  const samples = items.some(({ right }) => right.length > 1) ? measureSamples(items, options) : undefined
  const named = (part: string | undefined, { set }: ItemScore): readonly string[] =>
    part === undefined ? [] : [`${set}: ${part}`]
  const stepLaw = stepLawOf(items, stepsOf, options)
  return {
    averages: averageScores(scoreSubsets(items), cap === undefined ? {} : { cap }),
    intervals: {
      ...averageIntervals(
        strata.filter(({ set }) => set !== setBesides).map(({ values }) => values),
        options,
      ),
      sets: strata.map(({ set, values }) => ({ set, accuracy: bootstrapMean(values, options) })),
    },
    ...(samples === undefined ? {} : { samples }),
    levels: scoreGroups(items, (item) => named(item.level, item), options),
    subjects: scoreGroups(items, (item) => named(item.subject, item), options),
    steps: scoreGroups(items, (item) => stepGroup(stepsOf(item)), options),
    ...(stepLaw === undefined ? {} : { stepLaw }),
  }
}

function averageIntervals(
  sets: readonly (readonly number[])[],
  options: BootstrapOptions,
): { readonly micro?: Interval; readonly macro?: Interval } {
  const items = sets.reduce((sum, { length }) => sum + length, 0)
  if (items === 0) return {}
  const strata = (weightOf: (values: readonly number[]) => number) =>
    sets.map((values) => ({ values, weight: weightOf(values) }))
  return {
    micro: bootstrapStrata(
      strata(({ length }) => length / items),
      options,
    ),
    macro: bootstrapStrata(
      strata(() => 1 / sets.length),
      options,
    ),
  }
}

function stepGroup(steps: number | undefined): readonly string[] {
  return steps === undefined || steps < 1 ? [] : [String(steps)]
}
