import type { RandomKey } from '../../core/random.ts'

/**
 * Place `place` of a pseudo-random permutation of 0 … size − 1, one permutation per (key, cycle), computed without a table: a
 * six-round Feistel network on the next power of two, walked until it lands inside (Black & Rogaway 2002). O(1), allocates nothing.
 */
export function permutedPlace(key: RandomKey, cycle: number, place: number, size: number): number {
  if (size <= 1) return 0
  const bits = Math.max(2, 32 - Math.clz32(size - 1))
  const rightBits = bits >> 1
  const leftMask = (1 << (bits - rightBits)) - 1
  const rightMask = (1 << rightBits) - 1
  const low = cycle >>> 0
  const high = (cycle * 2 ** -32) >>> 0
  const first = mix(key[0] ^ low, key[1] ^ high)
  const second = mix(key[2] ^ low, key[3] ^ high)
  let value = place
  do {
    let left = value >>> rightBits
    let right = value & rightMask
    for (let round = 0; round < 6; round += 2) {
      left ^= mix(right ^ Math.imul(round + 1, 0x9e3779b9), first) & leftMask
      right ^= mix(left ^ Math.imul(round + 2, 0x9e3779b9), second) & rightMask
    }
    value = (left << rightBits) | right
  } while (value >= size)
  return value
}

function mix(value: number, key: number): number {
  let x = Math.imul(value ^ key, 0x7feb352d)
  x = Math.imul(x ^ (x >>> 15), 0x846ca68b)
  return x ^ (x >>> 16)
}
