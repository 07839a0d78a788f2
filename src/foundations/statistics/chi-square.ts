import { logGamma } from './log-gamma.ts'

export interface ChiSquareTest {
  readonly statistic: number
  readonly degreesOfFreedom: number
  /** Probability of a statistic at least this large if the expectation holds. */
  readonly pValue: number
}

/**
 * Pearson's goodness-of-fit test of observed counts against expected ones (scaled to the same total). Cells expected to hold fewer
 * than `minimumExpected` are pooled into one (default 5, Cochran's rule). With fewer than two cells left the p-value is 1.
 * Throws RangeError when lengths differ, or when something was observed although nothing is expected at all.
 */
export function chiSquareTest(
  observed: readonly number[] | ArrayLike<number>,
  expected: readonly number[] | ArrayLike<number>,
  minimumExpected = 5,
): ChiSquareTest {
  if (observed.length !== expected.length) {
    throw new RangeError(`lengths differ: ${observed.length} observed, ${expected.length} expected`)
  }
  const seen = Array.from(observed).reduce((sum, value) => sum + value, 0)
  const wanted = Array.from(expected).reduce((sum, value) => sum + value, 0)
  if (seen > 0 && !(wanted > 0)) throw new RangeError(`nothing expected, but ${seen} observed`)
  let statistic = 0
  let cells = 0
  let pooledSeen = 0
  let pooledWanted = 0
  for (let place = 0; place < observed.length; place++) {
    const count = observed[place] as number
    const expectation = ((expected[place] as number) / wanted) * seen
    if (expectation === 0 && count > 0)
      return { statistic: Infinity, degreesOfFreedom: observed.length - 1, pValue: 0 }
    if (expectation < minimumExpected) {
      pooledSeen += count
      pooledWanted += expectation
    } else {
      statistic += (count - expectation) ** 2 / expectation
      cells++
    }
  }
  if (pooledWanted > 0) {
    statistic += (pooledSeen - pooledWanted) ** 2 / pooledWanted
    cells++
  }
  if (cells < 2) return { statistic: 0, degreesOfFreedom: 0, pValue: 1 }
  const degreesOfFreedom = cells - 1
  return { statistic, degreesOfFreedom, pValue: chiSquareUpperTail(statistic, degreesOfFreedom) }
}

/** P(X ≥ statistic) for a chi-square variable: the regularised upper incomplete gamma function Q(df / 2, statistic / 2). */
export function chiSquareUpperTail(statistic: number, degreesOfFreedom: number): number {
  const shape = degreesOfFreedom / 2
  const x = statistic / 2
  if (!(shape > 0)) throw new RangeError(`no degrees of freedom: ${degreesOfFreedom}`)
  if (x <= 0) return 1
  const scale = Math.exp(shape * Math.log(x) - x - logGamma(shape))
  const tail = x < shape + 1 ? 1 - scale * lowerSeries(shape, x) : scale * upperFraction(shape, x)
  return Math.min(1, Math.max(0, tail))
}

/** Σ x^k / (a (a+1) … (a+k)): converges fast for x < a + 1 (Abramowitz & Stegun 6.5.29). */
function lowerSeries(shape: number, x: number): number {
  let term = 1 / shape
  let sum = term
  for (let k = 1; k < 10_000 && term > sum * 1e-16; k++) {
    term *= x / (shape + k)
    sum += term
  }
  return sum
}

/** The continued fraction of Γ(a, x) e^x x^−a (Abramowitz & Stegun 6.5.31), evaluated from the inside out. */
function upperFraction(shape: number, x: number): number {
  const depth = 200 + Math.ceil(4 * Math.sqrt(shape))
  let tail = 0
  for (let k = depth; k >= 1; k--) tail = (k * (k - shape)) / (x + 2 * k + 1 - shape - tail)
  return 1 / (x + 1 - shape - tail)
}
