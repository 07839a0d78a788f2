/**
 * One place of a systematic sample (Madow 1949): the category that holds mark (place + offset) / size on a line on which every
 * category takes its share of the weight. Over the places 0 … size − 1 a category is taken ⌊n⌋ or ⌈n⌉ times, n = size · its share,
 * so every category with n ≥ 1 is taken. O(log categories), and no place needs the one before.
 *
 * @param cumulative  running sums of weights ≥ 0; the last one > 0
 * @param sample      `offset` in [0, 1) is one for all places of a sample, uniform for an unbiased one
 */
export function systematicPlace(
  cumulative: ArrayLike<number>,
  sample: { readonly size: number; readonly offset: number },
  place: number,
): number {
  const total = cumulative[cumulative.length - 1] ?? 0
  if (!(total > 0 && total < Infinity)) throw new RangeError(`nothing to sample: weights sum to ${total}`)
  const mark = ((place + sample.offset) / sample.size) * total
  let low = 0
  let high = cumulative.length - 1
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((cumulative[middle] as number) > mark) high = middle
    else low = middle + 1
  }
  // Rounding may put the last mark on the sum itself, beyond the last category with weight.
  while (low > 0 && cumulative[low] === cumulative[low - 1]) low--
  return low
}
