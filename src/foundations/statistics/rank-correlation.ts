/** Ranks from 0, ascending; equal values share the mean of their places. */
export function ranksOf(values: ArrayLike<number>): Float64Array {
  const order = Array.from({ length: values.length }, (_, place) => place).sort(
    (left, right) => (values[left] as number) - (values[right] as number),
  )
  const ranks = new Float64Array(values.length)
  for (let start = 0; start < order.length;) {
    let end = start
    while (end < order.length && values[order[end] as number] === values[order[start] as number]) end++
    for (let at = start; at < end; at++) ranks[order[at] as number] = (start + end - 1) / 2
    start = end
  }
  return ranks
}

/**
 * Spearman's rank correlation with ties, -1 to 1: Pearson's of the ranks. 0 where one side does not vary.
 *
 * @throws RangeError when the two differ in length
 */
export function rankCorrelation(left: ArrayLike<number>, right: ArrayLike<number>): number {
  if (left.length !== right.length)
    throw new RangeError(
      `different lengths: ${left.length} and ${right.length}; give one value of each per row`,
    )
  const a = ranksOf(left)
  const b = ranksOf(right)
  const middle = (a.length - 1) / 2
  let together = 0
  let ofLeft = 0
  let ofRight = 0
  for (let at = 0; at < a.length; at++) {
    const x = (a[at] as number) - middle
    const y = (b[at] as number) - middle
    together += x * y
    ofLeft += x * x
    ofRight += y * y
  }
  return ofLeft === 0 || ofRight === 0 ? 0 : together / Math.sqrt(ofLeft * ofRight)
}
