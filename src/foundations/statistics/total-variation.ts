/**
 * Total variation distance ½ Σ |p − q| between two distributions given as counts or weights over the same categories (each is scaled
 * to sum 1). In [0, 1]. Throws RangeError when the lengths differ or a side sums to 0.
 */
export function totalVariation(
  left: readonly number[] | ArrayLike<number>,
  right: readonly number[] | ArrayLike<number>,
): number {
  if (left.length !== right.length) throw new RangeError(`lengths differ: ${left.length}, ${right.length}`)
  const leftTotal = Array.from(left).reduce((sum, value) => sum + value, 0)
  const rightTotal = Array.from(right).reduce((sum, value) => sum + value, 0)
  if (!(leftTotal > 0) || !(rightTotal > 0)) {
    throw new RangeError(`nothing to compare: totals ${leftTotal}, ${rightTotal}`)
  }
  let distance = 0
  for (let place = 0; place < left.length; place++) {
    distance += Math.abs((left[place] as number) / leftTotal - (right[place] as number) / rightTotal)
  }
  return distance / 2
}
