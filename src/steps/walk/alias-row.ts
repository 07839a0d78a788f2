/**
 * Vose's alias method (1991) for one row: place p is kept when a uniform 32-bit word is below its threshold, else its alias is
 * taken. Reports (place, threshold, alias) for every place; a place that is always kept has itself as alias.
 *
 * @param weights  numbers > 0 with sum `sum`
 */
export function fillAliasRow(
  weights: Float64Array,
  sum: number,
  report: (place: number, threshold: number, alias: number) => void,
): void {
  const length = weights.length
  const scaled = new Float64Array(length)
  // One array for both stacks: places below the mean grow from the left, the others from the right.
  const stack = new Uint32Array(length)
  let small = 0
  let large = length
  for (let place = 0; place < length; place++) {
    scaled[place] = ((weights[place] as number) * length) / sum
    if ((scaled[place] as number) < 1) stack[small++] = place
    else stack[--large] = place
  }
  while (small > 0 && large < length) {
    const less = stack[--small] as number
    const more = stack[large] as number
    // A share just below 1 may round up to 2^32, which would wrap to 0: never kept.
    report(less, Math.min(0xffff_ffff, Math.round((scaled[less] as number) * 0x1_0000_0000)), more)
    scaled[more] = (scaled[more] as number) + (scaled[less] as number) - 1
    if ((scaled[more] as number) < 1) {
      large++
      stack[small++] = more
    }
  }
  // What is left is 1 up to rounding.
  while (small > 0) reportWhole(stack[--small] as number)
  while (large < length) reportWhole(stack[large++] as number)

  function reportWhole(place: number): void {
    report(place, 0xffff_ffff, place)
  }
}
