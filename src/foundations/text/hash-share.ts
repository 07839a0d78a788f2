import type { RandomKey } from '../../core/random.ts'

/**
 * A text's place in [0, 1) under a key, uniform over texts: the same text and key give the same place everywhere. Much faster than a
 * cryptographic hash and not one: use it to divide, never to identify.
 */
export function hashShare(key: RandomKey, text: string): number {
  let high = key[0] | 0
  let low = key[1] | 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    high = Math.imul(high ^ code, 0x9e3779b1)
    low = Math.imul(low ^ code ^ (high >>> 15), 0x85ebca77)
  }
  high = scramble(high ^ key[2] ^ text.length)
  low = scramble(low ^ key[3] ^ high)
  return ((high >>> 0) * 0x20_0000 + (low >>> 11)) / 0x20_0000_0000_0000
}

function scramble(word: number): number {
  let x = Math.imul(word ^ (word >>> 16), 0x21f0aaad)
  x = Math.imul(x ^ (x >>> 15), 0x735a2d97)
  return x ^ (x >>> 15)
}
