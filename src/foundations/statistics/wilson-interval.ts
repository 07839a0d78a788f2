/** Both ends of an interval of a share, 0 to 1. */
export interface ShareInterval {
  readonly low: number
  readonly high: number
}

/**
 * The score interval of a share (Wilson 1927), which stays inside 0 and 1 and holds its level for few observations too. `successes` need not
 * be whole: items of which half the samples are right count half.
 *
 * @param z  1.96 for 95 %
 * @throws RangeError unless 0 ≤ successes ≤ total and total > 0
 */
export function wilsonInterval(successes: number, total: number, z = 1.959963984540054): ShareInterval {
  if (!(total > 0) || !(successes >= 0) || successes > total + 1e-9)
    throw new RangeError(`share: ${successes} of ${total}; give 0 ≤ successes ≤ total, total > 0`)
  const share = Math.min(1, successes / total)
  const square = (z * z) / total
  const middle = (share + square / 2) / (1 + square)
  const half = (z * Math.sqrt((share * (1 - share)) / total + square / (4 * total))) / (1 + square)
  return {
    low: share === 0 ? 0 : Math.max(0, middle - half),
    high: share === 1 ? 1 : Math.min(1, middle + half),
  }
}
