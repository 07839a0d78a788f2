import type { BalancePool } from './balance-pool.ts'

/** Up to this many concepts a bit per pair is cheap (25 MB). */
const mostForBits = 20_000

/** Number of distinct concept pairs that occur together in one of the chosen rows. */
export function countConceptPairs(pool: BalancePool, chosen: Uint32Array): number {
  return pool.conceptIds.length <= mostForBits ? countByBits(pool, chosen) : countBySorting(pool, chosen)
}

function countByBits(pool: BalancePool, chosen: Uint32Array): number {
  const size = pool.conceptIds.length
  const bits = new Uint32Array(((size * size) >>> 6) + size + 1)
  let distinct = 0
  forEachPair(pool, chosen, (low, high) => {
    const bit = (high * (high - 1)) / 2 + low
    const word = bit >>> 5
    const mask = 1 << (bit & 31)
    if (((bits[word] as number) & mask) !== 0) return
    bits[word] = (bits[word] as number) | mask
    distinct++
  })
  return distinct
}

function countBySorting(pool: BalancePool, chosen: Uint32Array): number {
  let pairs = 0
  forEachPair(pool, chosen, () => pairs++)
  const keys = new Float64Array(pairs)
  let at = 0
  forEachPair(pool, chosen, (low, high) => (keys[at++] = high * pool.conceptIds.length + low))
  keys.sort()
  return keys.reduce((distinct, key, place) => distinct + (place === 0 || key !== keys[place - 1] ? 1 : 0), 0)
}

function forEachPair(
  pool: BalancePool,
  chosen: Uint32Array,
  visit: (low: number, high: number) => void,
): void {
  for (const row of chosen) {
    const start = pool.offsets[row] as number
    const end = pool.offsets[row + 1] as number
    for (let high = start + 1; high < end; high++) {
      for (let low = start; low < high; low++)
        visit(pool.concepts[low] as number, pool.concepts[high] as number)
    }
  }
}
