/** Compares lists of hashes as sets. One table serves all comparisons, so none of them makes an object. */
export type JaccardMeter = (first: Uint32Array, second: Uint32Array) => number

/**
 * A measure of |A ∩ B| / |A ∪ B| for lists of hashes with repeats, in any order; 1 for two empty ones. Time grows with the sum of the two
 * lengths.
 */
export function createJaccardMeter(): JaccardMeter {
  let size = 1024
  let values = new Uint32Array(size)
  // What a slot holds: 0 nothing, otherwise (round × 2) for a value of the first list alone and one more once it was met in the second.
  let marks = new Uint32Array(size)
  let round = 0
  return (first, second) => {
    if ((first.length + second.length) * 2 > size) {
      size = 2 ** Math.ceil(Math.log2((first.length + second.length) * 2))
      values = new Uint32Array(size)
      marks = new Uint32Array(size)
      round = 0
    }
    if (++round === 0x7fff_ffff) {
      marks.fill(0)
      round = 1
    }
    const mask = size - 1
    const fresh = round * 2
    let union = 0
    let common = 0
    for (let place = 0; place < first.length; place++) {
      const value = first[place] as number
      let slot = value & mask
      while ((marks[slot] as number) >= fresh && values[slot] !== value) slot = (slot + 1) & mask
      if ((marks[slot] as number) >= fresh) continue
      values[slot] = value
      marks[slot] = fresh
      union++
    }
    for (let place = 0; place < second.length; place++) {
      const value = second[place] as number
      let slot = value & mask
      while ((marks[slot] as number) >= fresh && values[slot] !== value) slot = (slot + 1) & mask
      if (marks[slot] === fresh) common++
      else if ((marks[slot] as number) < fresh) union++
      values[slot] = value
      marks[slot] = fresh + 1
    }
    return union === 0 ? 1 : common / union
  }
}
