/**
 * Gini coefficient of counts: 0 when all are equal, (n − 1) / n when one holds everything. An empty or all-zero list gives 0.
 * Throws RangeError on a negative number or NaN.
 */
export function gini(counts: readonly number[] | ArrayLike<number>): number {
  return giniAgainst(counts, new Float64Array(counts.length).fill(1))
}

/**
 * Gini coefficient of counts against target weights: twice the area between the diagonal and the Lorenz curve that plots the share of
 * the target held (categories in ascending order of count / target) against the share of the counts held. 0 when counts are
 * proportional to the target; equals {@link gini} for a uniform target. Categories with target 0 must have count 0.
 *
 * @param counts   numbers ≥ 0
 * @param targets  weights ≥ 0, one per count; they need not sum to 1
 */
export function giniAgainst(
  counts: readonly number[] | ArrayLike<number>,
  targets: readonly number[] | ArrayLike<number>,
): number {
  if (counts.length !== targets.length) {
    throw new RangeError(`lengths differ: ${counts.length} counts, ${targets.length} targets`)
  }
  const rows: { count: number; target: number }[] = []
  let allCounts = 0
  let allTargets = 0
  for (let place = 0; place < counts.length; place++) {
    const count = counts[place] as number
    const target = targets[place] as number
    if (!(count >= 0) || !(target >= 0)) throw new RangeError(`not ≥ 0: count ${count}, target ${target}`)
    if (target === 0 && count > 0) throw new RangeError(`counted but not in the target: place ${place}`)
    if (target === 0) continue
    rows.push({ count, target })
    allCounts += count
    allTargets += target
  }
  if (allCounts === 0) return 0
  rows.sort((left, right) => left.count * right.target - right.count * left.target)
  let below = 0
  let twiceArea = 0
  for (const { count, target } of rows) {
    twiceArea += (target / allTargets) * ((2 * below + count) / allCounts)
    below += count
  }
  return Math.max(0, 1 - twiceArea)
}
