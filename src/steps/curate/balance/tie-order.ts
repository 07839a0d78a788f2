import { nextUint32, randomKey, stateAt } from '../../../core/random.ts'
import type { BalancePool } from './balance-pool.ts'

/** Every row's place in a random order that depends on the seed and the row's own id alone. */
export function tieHashes(pool: BalancePool, seed: number): Uint32Array {
  const key = randomKey('balance', seed)
  const state = new Uint32Array(4)
  const hashes = new Uint32Array(pool.rows)
  for (let row = 0; row < pool.rows; row++) {
    stateAt(key, pool.ties[row] as number, state)
    hashes[row] = nextUint32(state)
  }
  return hashes
}

/** Rows sorted by hash, equal hashes by row: a stable radix sort, 11 bits a pass. */
export function tieOrder(hashes: Uint32Array): Uint32Array {
  let from: Uint32Array = new Uint32Array(hashes.length)
  for (let row = 0; row < from.length; row++) from[row] = row
  let to: Uint32Array = new Uint32Array(hashes.length)
  const starts = new Uint32Array(2048)
  for (const shift of [0, 11, 22]) {
    starts.fill(0)
    for (let row = 0; row < hashes.length; row++) {
      const digit = ((hashes[row] as number) >>> shift) & 2047
      starts[digit] = (starts[digit] as number) + 1
    }
    let start = 0
    for (let digit = 0; digit < 2048; digit++) {
      const count = starts[digit] as number
      starts[digit] = start
      start += count
    }
    for (let at = 0; at < from.length; at++) {
      const row = from[at] as number
      const digit = ((hashes[row] as number) >>> shift) & 2047
      const place = starts[digit] as number
      to[place] = row
      starts[digit] = place + 1
    }
    ;[from, to] = [to, from]
  }
  return from
}

/**
 * The order changed so that rows whose skeleton stood fewer times before come first; otherwise it is kept. A choice among rows of equal
 * worth then repeats no skeleton before all others had their turn.
 */
export function spreadSkeletons(pool: BalancePool, order: Uint32Array): Uint32Array {
  const met = new Map<number, number>()
  const turns = new Uint32Array(order.length)
  order.forEach((row, place) => {
    const skeleton = pool.skeletons[row] as number
    const turn = met.get(skeleton) ?? 0
    met.set(skeleton, turn + 1)
    turns[place] = turn
  })
  return tieOrder(turns).map((place) => order[place] as number)
}
