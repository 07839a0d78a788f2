import { chiSquareUpperTail } from './chi-square.ts'
import { logGamma } from './log-gamma.ts'

/** McNemar's test of two models on the same items. */
export interface McnemarTest {
  /** Items that only the first has right. */
  readonly onlyFirst: number
  /** Items that only the second has right. */
  readonly onlySecond: number
  /** Two-sided exact binomial p-value. */
  readonly exactP: number
  /** (|b - c| - 1)² / (b + c), the chi-square statistic with Edwards' continuity correction; 0 without discordant items. */
  readonly statistic: number
  /** Upper tail of that statistic with one degree of freedom. */
  readonly chiSquareP: number
}

/**
 * Whether two models differ on the items that only one of them has right (McNemar 1947; continuity correction by Edwards 1948). The
 * exact p-value is that of a fair coin: min(1, 2 P(X ≤ min(b, c))), X ~ Binomial(b + c, ½). Use it below some 25 discordant items.
 *
 * @throws RangeError for counts that are not whole numbers ≥ 0
 */
export function mcnemarTest(onlyFirst: number, onlySecond: number): McnemarTest {
  for (const count of [onlyFirst, onlySecond])
    if (!Number.isSafeInteger(count) || count < 0)
      throw new RangeError(`count: ${count}; give a whole number ≥ 0`)
  const discordant = onlyFirst + onlySecond
  const gap = Math.abs(onlyFirst - onlySecond)
  const statistic = discordant === 0 ? 0 : (gap - 1) ** 2 / discordant
  return {
    onlyFirst,
    onlySecond,
    exactP: Math.min(1, 2 * fairCoinAtMost(Math.min(onlyFirst, onlySecond), discordant)),
    statistic,
    chiSquareP: discordant === 0 ? 1 : chiSquareUpperTail(statistic, 1),
  }
}

/** P(X ≤ heads) of `tosses` fair coins. */
function fairCoinAtMost(heads: number, tosses: number): number {
  const logTerm = (k: number): number =>
    logGamma(tosses + 1) - logGamma(k + 1) - logGamma(tosses - k + 1) - tosses * Math.LN2
  let sum = 0
  // From the largest term down; what is too small to count ends the sum.
  for (let k = heads; k >= 0; k--) {
    const term = Math.exp(logTerm(k))
    sum += term
    if (term < sum * 1e-17) break
  }
  return sum
}
