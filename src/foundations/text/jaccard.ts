/** The distinct values of a list of hashes, ascending. */
export function hashSet(hashes: Uint32Array): Uint32Array {
  const sorted = hashes.slice().sort()
  let kept = 0
  for (let place = 0; place < sorted.length; place++)
    if (place === 0 || sorted[place] !== sorted[kept - 1]) sorted[kept++] = sorted[place] as number
  return sorted.subarray(0, kept)
}

/** |A ∩ B| / |A ∪ B| of two sets in the form of {@link hashSet}; 1 for two empty ones. */
export function jaccardIndex(first: Uint32Array, second: Uint32Array): number {
  let common = 0
  let left = 0
  let right = 0
  while (left < first.length && right < second.length) {
    const a = first[left] as number
    const b = second[right] as number
    if (a === b) common++
    if (a <= b) left++
    if (b <= a) right++
  }
  const union = first.length + second.length - common
  return union === 0 ? 1 : common / union
}
