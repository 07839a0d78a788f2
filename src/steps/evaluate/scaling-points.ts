import type { ContentId } from '../../core/identity.ts'
import { resampledPlaces } from '../../foundations/statistics/bootstrap.ts'
import type { ScalingPoint } from '../../foundations/statistics/scaling-curves.ts'
import { setBesides } from './averages.ts'
import type { BenchSet } from './bench-item.ts'
import { shareRight, type ItemScore } from './item-scores.ts'

/** The scores of a model trained on so many rows. */
export interface SizedScores {
  readonly size: number
  readonly items: readonly ItemScore[]
}

export interface MeasuredScaling {
  readonly points: readonly ScalingPoint[]
  /** Items that every model has, on which all are measured. */
  readonly items: number
  /** The accuracies on one resample of those items, the same for every size. */
  readonly redraw: (resample: number) => readonly number[]
}

export interface ScalingMeasure {
  /** `micro` is over items, `macro` over sets. @default 'micro' */
  readonly average?: 'micro' | 'macro'
  /** One set alone. @default all that count in averages */
  readonly set?: BenchSet
  /** @default 0 */
  readonly seed?: number
}

/**
 * Accuracy at each size on the items that all models have. The models share their items, so a resample draws items, not answers: what a
 * hard item costs, it costs at every size, and differences along the curve are surer than each point.
 */
export function measureScaling(
  scores: readonly SizedScores[],
  measure: ScalingMeasure = {},
): MeasuredScaling {
  const { average = 'micro', set, seed = 0 } = measure
  const shares = scores.map(
    ({ items }) => new Map<ContentId, number>(items.map((item) => [item.itemId, shareRight(item)])),
  )
  const shared = (scores[0]?.items ?? []).filter(
    (item) =>
      (set === undefined ? item.set !== setBesides : item.set === set) &&
      shares.every((known) => known.has(item.itemId)),
  )
  const strata = stratify(shared, average)
  const values = shares.map((known) =>
    strata.map((items) => items.map(({ itemId }) => known.get(itemId) ?? 0)),
  )
  const accuracyOf = (parts: readonly (readonly number[])[], places?: readonly Uint32Array[]): number =>
    parts.reduce((sum, part, stratum) => sum + meanAt(part, places?.[stratum]), 0) / parts.length
  return {
    points: scores.map(({ size }, run) => ({
      size,
      accuracy: accuracyOf(values[run] ?? []),
      items: shared.length,
    })),
    items: shared.length,
    redraw: (resample) => {
      const places = strata.map(({ length }, stratum) =>
        resampledPlaces(length, seed * strata.length + stratum, resample),
      )
      return values.map((parts) => accuracyOf(parts, places))
    },
  }
}

/** Parts that count alike: each set by itself for macro, all items as one for micro. */
function stratify(
  items: readonly ItemScore[],
  average: 'micro' | 'macro',
): readonly (readonly ItemScore[])[] {
  return average === 'micro' ? [items] : [...Map.groupBy(items, ({ set }) => set).values()]
}

function meanAt(values: readonly number[], places?: Uint32Array): number {
  let sum = 0
  for (let at = 0; at < values.length; at++) sum += values[places?.[at] ?? at] as number
  return sum / values.length
}
