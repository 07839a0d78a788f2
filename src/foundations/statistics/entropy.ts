function totalOf(counts: Iterable<number>): number {
  let total = 0
  for (const count of counts) {
    if (!(count >= 0)) throw new RangeError(`not a count: ${count}; give numbers ≥ 0`)
    total += count
  }
  return total
}

/**
 * Shannon entropy in nats of counts or weights (they need not sum to 1). Zeros are ignored; an empty or all-zero list has entropy 0.
 * Throws RangeError on a negative number or NaN.
 */
export function entropy(counts: readonly number[] | ArrayLike<number>): number {
  const values = Array.from(counts)
  const total = totalOf(values)
  if (total === 0) return 0
  let sum = 0
  for (const count of values) {
    if (count > 0) sum -= (count / total) * Math.log(count / total)
  }
  return sum
}

/** Entropy over its maximum ln(n), n = number of categories given, zeros included: 1 when all are used equally. 1 for n ≤ 1. */
export function normalisedEntropy(counts: readonly number[] | ArrayLike<number>): number {
  return counts.length <= 1 ? 1 : entropy(counts) / Math.log(counts.length)
}

/** Effective number of categories e^H (Hill number of order 1): n for n equal counts, 1 for a single one, 0 for none. */
export function effectiveNumber(counts: readonly number[] | ArrayLike<number>): number {
  return totalOf(Array.from(counts)) === 0 ? 0 : Math.exp(entropy(counts))
}
