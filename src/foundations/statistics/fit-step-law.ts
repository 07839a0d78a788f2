import { bootstrapInterval, type BootstrapOptions, type Interval } from './bootstrap.ts'
import { minimumWithin } from './minimum-within.ts'

/** One item: how many steps its annotated solution has, and how its samples did. */
export interface SteppedItem {
  /** ≥ 1 */
  readonly steps: number
  readonly samples: number
  readonly right: number
}

/** Observed beside expected at one number of steps. */
export interface StepPoint {
  readonly steps: number
  readonly items: number
  readonly samples: number
  readonly accuracy: number
  readonly fitted: number
}

export interface StepLaw {
  /** Accuracy of one step, with its interval over items. */
  readonly perStep: Interval
  readonly points: readonly StepPoint[]
  /** Weighted root mean square of observed - fitted over the points. */
  readonly rootMeanSquare: number
}

/**
 * Xwin-Math's difficulty law Acc = p^s (§4.3): final accuracy is that of one step to the power of the number of solution steps. p is the
 * weighted least-squares fit of the accuracies per number of steps, each weighted by its samples; the interval resamples items.
 * Long problems that fall below the curve are under-represented in training.
 *
 * @throws RangeError for no items
 */
export function fitStepLaw(items: readonly SteppedItem[], options: BootstrapOptions = {}): StepLaw {
  const perStep = bootstrapInterval(items.length, (places) => bestPerStep(tally(items, places)), options)
  const rows = tally(
    items,
    Uint32Array.from(items, (_, place) => place),
  )
  const points = [...rows]
    .sort(([left], [right]) => left - right)
    .map(([steps, { items: count, samples, right }]) => ({
      steps,
      items: count,
      samples,
      accuracy: right / samples,
      fitted: perStep.estimate ** steps,
    }))
  const weights = points.reduce((sum, point) => sum + point.samples, 0)
  const squares = points.reduce((sum, point) => sum + point.samples * (point.accuracy - point.fitted) ** 2, 0)
  return {
    perStep,
    points,
    rootMeanSquare: Math.sqrt(squares / weights),
  }
}

interface StepTally {
  items: number
  samples: number
  right: number
}

function tally(items: readonly SteppedItem[], places: Uint32Array): ReadonlyMap<number, StepTally> {
  const rows = new Map<number, StepTally>()
  for (const place of places) {
    const { steps, samples, right } = items[place] as SteppedItem
    let row = rows.get(steps)
    if (row === undefined) rows.set(steps, (row = { items: 0, samples: 0, right: 0 }))
    row.items++
    row.samples += samples
    row.right += right
  }
  return rows
}

function bestPerStep(rows: ReadonlyMap<number, StepTally>): number {
  const points = [...rows].map(([steps, { samples, right }]) => ({
    steps,
    samples,
    accuracy: right / samples,
  }))
  const squares = (perStep: number): number =>
    points.reduce(
      (sum, { steps, samples, accuracy }) => sum + samples * (accuracy - perStep ** steps) ** 2,
      0,
    )
  return minimumWithin(squares, { low: 0, high: 1, cells: 50 })
}
