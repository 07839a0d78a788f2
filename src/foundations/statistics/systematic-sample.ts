/**
 * Systematic sample of `size` places from weights: places offset, offset + 1, … on a line of length `size` on which category i holds
 * size · weightᵢ / Σ. Category i is taken ⌊expected⌋ or ⌈expected⌉ times, so every category with expectation ≥ 1 is taken
 * (Madow 1949). The sample is in category order; shuffle it where the order matters.
 *
 * @param weights  numbers ≥ 0, at least one > 0
 * @param size     number of places, ≥ 0
 * @param offset   in [0, 1), uniform for an unbiased sample
 */
export function systematicSample(
  weights: readonly number[] | ArrayLike<number>,
  size: number,
  offset: number,
): Uint32Array {
  if (!(offset >= 0 && offset < 1)) throw new RangeError(`offset outside [0, 1): ${offset}`)
  let total = 0
  let last = -1
  for (let category = 0; category < weights.length; category++) {
    const weight = weights[category] as number
    if (!(weight >= 0)) throw new RangeError(`not a weight: ${weight}; give numbers ≥ 0`)
    if (weight > 0) last = category
    total += weight
  }
  const sample = new Uint32Array(size)
  if (size === 0) return sample
  if (!(total > 0 && total < Infinity)) throw new RangeError(`nothing to sample: weights sum to ${total}`)
  let category = 0
  let reached = weights[0] as number
  for (let place = 0; place < size; place++) {
    const mark = ((place + offset) / size) * total
    // Rounding may leave the last mark a hair beyond the sum: it belongs to the last category with weight.
    while (category < last && reached <= mark) {
      category++
      reached += weights[category] as number
    }
    sample[place] = category
  }
  return sample
}
