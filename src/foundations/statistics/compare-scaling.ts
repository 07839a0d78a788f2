import { nextUint32, randomKey, stateAt } from '../../core/random.ts'
import { percentileInterval, type BootstrapOptions, type Interval } from './bootstrap.ts'
import {
  curveFormulas,
  fitCurve,
  scalingCurves,
  type FittedCurve,
  type ScalingCurveName,
  type ScalingPoint,
} from './scaling-curves.ts'

export interface ScalingOptions extends BootstrapOptions {
  /** Sizes at which to predict. @default none */
  readonly predictAt?: readonly number[]
  /** Accuracies of one resample, in the order of the points: for points measured on the same items, which are resampled together. */
  readonly redraw?: (resample: number) => readonly number[]
}

export interface ComparedCurve {
  readonly name: ScalingCurveName
  readonly formula: string
  readonly parameters: Readonly<Record<string, Interval>>
  readonly predictions: readonly { readonly size: number; readonly accuracy: Interval }[]
  /** Σ weight (observed - fitted)². */
  readonly squares: number
  readonly logLikelihood: number
  /** Absent where there are too few points: fewer than parameters + 3. */
  readonly aicc?: number
  readonly deltaAicc?: number
  /** Akaike weight among the curves that have an AICc. */
  readonly weight?: number
}

export interface ScalingComparison {
  readonly points: number
  /** What the intervals resample: `items` jointly, each point's items as a `binomial`, or the `residuals` of each curve. */
  readonly basis: 'items' | 'binomial' | 'residuals'
  readonly curves: readonly ComparedCurve[]
  /** The curves whose Akaike weights, largest first, add up to 0.95. */
  readonly confidenceSet: readonly ScalingCurveName[]
  /** Named only from 8 points up and where its weight is at least 0.9 (Burnham & Anderson 2002, §2.9): otherwise the curves cannot be told apart. */
  readonly best?: ScalingCurveName
  readonly verdict: string
}

/**
 * Accuracy against training size as three curves, with what the data say between them: AICc (Hurvich & Tsai 1989) of a Gaussian error of
 * unknown scale, that scale counted as a parameter, and Akaike weights. Intervals are percentile bootstraps.
 *
 * @throws RangeError for fewer than three points
 */
export function compareScaling(
  points: readonly ScalingPoint[],
  options: ScalingOptions = {},
): ScalingComparison {
  if (points.length < 3) throw new RangeError(`points: ${points.length}; give at least three`)
  const basis =
    options.redraw !== undefined
      ? 'items'
      : points.every(({ items }) => items !== undefined)
        ? 'binomial'
        : 'residuals'
  const fits = scalingCurves.map((name) => fitCurve(name, points))
  const criteria = fits.map((fit) => informationOf(fit, points))
  const least = Math.min(...criteria.flatMap(({ aicc }) => aicc ?? []))
  const raw = criteria.map(({ aicc }) => (aicc === undefined ? 0 : Math.exp((least - aicc) / 2)))
  const total = raw.reduce((sum, value) => sum + value, 0)
  const curves = fits.map((fit, place): ComparedCurve => {
    const { logLikelihood, aicc } = criteria[place] as Information
    return {
      name: fit.name,
      formula: curveFormulas[fit.name],
      ...intervalsOf(fit, points, options),
      squares: fit.squares,
      logLikelihood,
      ...(aicc === undefined
        ? {}
        : { aicc, deltaAicc: aicc - least, weight: (raw[place] as number) / total }),
    }
  })
  return { points: points.length, basis, curves, ...decide(curves, points.length) }
}

interface Information {
  readonly logLikelihood: number
  readonly aicc?: number
}

/** Log-likelihood at the best error scale, and AICc = 2k - 2 ln L + 2k (k + 1) / (n - k - 1). */
function informationOf({ squares, parameters }: FittedCurve, points: readonly ScalingPoint[]): Information {
  const n = points.length
  const logWeights = points.reduce((sum, { items = 1 }) => sum + Math.log(items), 0)
  const weights = points.reduce((sum, { items = 1 }) => sum + items, 0)
  // A perfect fit would be infinitely likely; errors below a billionth of accuracy are none.
  const variance = Math.max(squares / n, (weights / n) * 1e-18)
  const logLikelihood = (-n / 2) * (Math.log(2 * Math.PI * variance) + 1) + logWeights / 2
  const k = Object.keys(parameters).length + 1
  return {
    logLikelihood,
    ...(n - k - 1 < 1 ? {} : { aicc: 2 * k - 2 * logLikelihood + (2 * k * (k + 1)) / (n - k - 1) }),
  }
}

function intervalsOf(
  fit: FittedCurve,
  points: readonly ScalingPoint[],
  options: ScalingOptions,
): Pick<ComparedCurve, 'parameters' | 'predictions'> {
  const { resamples = 1000, level = 0.95, predictAt = [] } = options
  const redraw = options.redraw ?? redrawing(fit, points, options.seed ?? 0)
  const refits = Array.from({ length: resamples }, (_, resample) => {
    const accuracies = redraw(resample)
    return fitCurve(
      fit.name,
      points.map((point, place) => ({ ...point, accuracy: clamp(accuracies[place] as number) })),
    )
  })
  const interval = (estimate: number, read: (refit: FittedCurve) => number): Interval =>
    percentileInterval(estimate, Float64Array.from(refits, read), level)
  return {
    parameters: Object.fromEntries(
      Object.entries(fit.parameters).map(([name, value]) => [
        name,
        interval(value, (refit) => refit.parameters[name] as number),
      ]),
    ),
    predictions: predictAt.map((size) => ({
      size,
      accuracy: interval(fit.at(size), (refit) => refit.at(size)),
    })),
  }
}

function clamp(accuracy: number): number {
  return Math.min(1, Math.max(0, accuracy))
}

/** Binomial counts where the points say of how many items; otherwise the curve with its residuals, widened for the parameters, shuffled. */
function redrawing(
  fit: FittedCurve,
  points: readonly ScalingPoint[],
  seed: number,
): (resample: number) => number[] {
  const key = randomKey('scaling', fit.name, seed)
  const binomial = points.every(({ items }) => items !== undefined)
  const freedom = points.length - Object.keys(fit.parameters).length
  const widening = Math.sqrt(points.length / Math.max(1, freedom))
  const scale = ({ items = 1 }: ScalingPoint): number => Math.sqrt(items)
  const residuals = points.map((point) => (point.accuracy - fit.at(point.size)) * scale(point) * widening)
  return (resample) => {
    const state = new Uint32Array(4)
    stateAt(key, resample, state)
    const uniform = (): number => (nextUint32(state) + 0.5) / 0x1_0000_0000
    return points.map((point) => {
      if (binomial) return drawShare(point.accuracy, point.items as number, uniform)
      const residual = residuals[Math.floor(uniform() * residuals.length)] as number
      return fit.at(point.size) + residual / scale(point)
    })
  }
}

/** Share of right items among `items` drawn with replacement; beyond 50 expected on both sides the normal curve stands in. */
function drawShare(accuracy: number, items: number, uniform: () => number): number {
  const variance = items * accuracy * (1 - accuracy)
  if (Math.min(items * accuracy, items * (1 - accuracy)) > 50) {
    const normal = Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform())
    return Math.round(items * accuracy + normal * Math.sqrt(variance)) / items
  }
  let right = 0
  for (let item = 0; item < items; item++) if (uniform() < accuracy) right++
  return right / items
}

const enough = 0.9

/** Below it the correction for few points alone, not the data, would decide against the curve with three parameters. */
const pointsNeeded = 8

function decide(
  curves: readonly ComparedCurve[],
  points: number,
): Pick<ScalingComparison, 'confidenceSet' | 'best' | 'verdict'> {
  const ranked = curves
    .filter(({ weight }) => weight !== undefined)
    .toSorted((left, right) => (right.weight as number) - (left.weight as number))
  const [first] = ranked
  if (first === undefined || points < pointsNeeded)
    return {
      confidenceSet: [],
      verdict: `not distinguishable: ${points} points are too few to judge a saturating curve; give at least ${pointsNeeded}`,
    }
  const confidenceSet: ScalingCurveName[] = []
  let sum = 0
  for (const { name, weight } of ranked) {
    if (sum >= 0.95) break
    confidenceSet.push(name)
    sum += weight as number
  }
  const shown = ranked.map(({ name, weight }) => `${name} ${(weight as number).toFixed(2)}`).join(', ')
  return (first.weight as number) >= enough
    ? { confidenceSet, best: first.name, verdict: `${first.name}: Akaike weights ${shown}` }
    : { confidenceSet, verdict: `not distinguishable: Akaike weights ${shown}` }
}
