import { minimumWithin } from './minimum-within.ts'

/** Accuracy after training on `size` rows. */
export interface ScalingPoint {
  /** Rows, > 0. */
  readonly size: number
  /** 0 to 1. */
  readonly accuracy: number
  /** Items it was measured on; the point's weight. @default 1 */
  readonly items?: number
}

export const scalingCurves = ['logarithmic', 'power', 'saturating'] as const
/** `logarithmic` a + b ln n, `power` 1 - a n^-b, `saturating` c - a n^-b with c ≤ 1. */
export type ScalingCurveName = (typeof scalingCurves)[number]

export const curveFormulas: Readonly<Record<ScalingCurveName, string>> = {
  logarithmic: 'a + b ln n',
  power: '1 - a n^-b',
  saturating: 'c - a n^-b, c ≤ 1',
}

export interface FittedCurve {
  readonly name: ScalingCurveName
  readonly parameters: Readonly<Record<string, number>>
  /** Σ weight (observed - fitted)². */
  readonly squares: number
  /** Fitted accuracy at a size. */
  at(size: number): number
}

/** Sizes as logarithms around their mean, so that powers keep to a sensible scale. */
interface ScaledPoint {
  readonly x: number
  readonly y: number
  readonly weight: number
}

/**
 * The weighted least-squares curve of one shape. What is linear in it is solved; the exponent is searched between 1e-4 and 10 (variable
 * projection, Golub & Pereyra 1973), so no start value decides the result.
 *
 * @throws RangeError for fewer than two different sizes, or a size, accuracy or weight out of range
 */
export function fitCurve(name: ScalingCurveName, points: readonly ScalingPoint[]): FittedCurve {
  const logs = points.map(({ size }) => Math.log(size))
  if (!logs.every(Number.isFinite) || new Set(logs).size < 2)
    throw new RangeError(
      `sizes: ${points.map(({ size }) => size).join(', ')}; give two different ones, all > 0`,
    )
  const middle = logs.reduce((sum, log) => sum + log, 0) / logs.length
  const scaled = points.map(({ accuracy, items = 1 }, place) => {
    if (!(accuracy >= 0 && accuracy <= 1) || !(items > 0))
      throw new RangeError(
        `point: accuracy ${accuracy}, items ${items}; give an accuracy from 0 to 1 and items > 0`,
      )
    return { x: (logs[place] as number) - middle, y: accuracy, weight: items }
  })
  return name === 'logarithmic' ? fitLogarithmic(scaled, middle) : fitPower(name, scaled, middle)
}

function fitLogarithmic(points: readonly ScaledPoint[], middle: number): FittedCurve {
  const { intercept, slope } = fitLine(points, ({ x }) => x)
  const at = (size: number): number => intercept + slope * (Math.log(size) - middle)
  return {
    name: 'logarithmic',
    parameters: { a: intercept - slope * middle, b: slope },
    squares: squaresOf(points, ({ x }) => intercept + slope * x),
    at,
  }
}

function fitPower(name: 'power' | 'saturating', points: readonly ScaledPoint[], middle: number): FittedCurve {
  const solve = (exponent: number): { limit: number; scale: number } => {
    const fall = ({ x }: ScaledPoint): number => Math.exp(-exponent * x)
    if (name === 'saturating') {
      const { intercept, slope } = fitLine(points, fall)
      if (intercept <= 1) return { limit: intercept, scale: -slope }
    }
    return { limit: 1, scale: fitThrough(points, fall) }
  }
  const fitted = (exponent: number): ((point: ScaledPoint) => number) => {
    const { limit, scale } = solve(exponent)
    return ({ x }) => limit - scale * Math.exp(-exponent * x)
  }
  const logExponent = minimumWithin((log) => squaresOf(points, fitted(Math.exp(log))), {
    low: Math.log(1e-4),
    high: Math.log(10),
  })
  const exponent = Math.exp(logExponent)
  const { limit, scale } = solve(exponent)
  const a = scale * Math.exp(exponent * middle)
  return {
    name,
    parameters: { a, b: exponent, ...(name === 'saturating' ? { c: limit } : {}) },
    squares: squaresOf(points, fitted(exponent)),
    at: (size) => limit - scale * Math.exp(-exponent * (Math.log(size) - middle)),
  }
}

function squaresOf(points: readonly ScaledPoint[], fitted: (point: ScaledPoint) => number): number {
  return points.reduce((sum, point) => sum + point.weight * (point.y - fitted(point)) ** 2, 0)
}

/** y = intercept + slope · u(x) by weighted least squares. */
function fitLine(
  points: readonly ScaledPoint[],
  u: (point: ScaledPoint) => number,
): { readonly intercept: number; readonly slope: number } {
  let weights = 0
  let meanU = 0
  let meanY = 0
  for (const point of points) {
    weights += point.weight
    meanU += point.weight * u(point)
    meanY += point.weight * point.y
  }
  meanU /= weights
  meanY /= weights
  let above = 0
  let below = 0
  for (const point of points) {
    above += point.weight * (u(point) - meanU) * (point.y - meanY)
    below += point.weight * (u(point) - meanU) ** 2
  }
  const slope = below === 0 ? 0 : above / below
  return { intercept: meanY - slope * meanU, slope }
}

/** The factor of 1 - y = factor · u(x) by weighted least squares. */
function fitThrough(points: readonly ScaledPoint[], u: (point: ScaledPoint) => number): number {
  let above = 0
  let below = 0
  for (const point of points) {
    above += point.weight * u(point) * (1 - point.y)
    below += point.weight * u(point) ** 2
  }
  return above / below
}
