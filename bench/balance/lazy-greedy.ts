import { countConcepts, type BalancePool } from '../../src/steps/curate/balance/balance-pool.ts'
import { strataQuotas, stratumOf } from '../../src/steps/curate/balance/strata.ts'
import { worthBelowFloor, worthOfUse } from '../../src/steps/curate/balance/select-greedy.ts'
import { tieHashes } from '../../src/steps/curate/balance/tie-order.ts'

/**
 * The baseline: lazy greedy with a heap of rows (Minoux 1978), the same concepts' objective, strata and ties as the threshold selection,
 * exact at every step; without answer types and skeletons.
 */
export function lazyGreedy(
  pool: BalancePool,
  options: { readonly size: number; readonly seed: number },
): Uint32Array {
  const available = countConcepts(pool)
  const used = new Uint32Array(available.length)
  const hashes = tieHashes(pool, options.seed)
  const quotas = strataQuotas(pool, options.size)
  const bounds = new Float64Array(pool.rows)
  const gainOf = (row: number): number => {
    const start = pool.offsets[row] as number
    const end = pool.offsets[row + 1] as number
    let gain = 0
    for (let at = start; at < end; at++) {
      const concept = pool.concepts[at] as number
      const uses = used[concept] as number
      const held = available[concept] as number
      const floor = Math.min(10, held)
      gain += (uses < floor ? worthBelowFloor(1, floor, held) : 0) + worthOfUse(uses, 'square-root')
    }
    return gain / (end - start)
  }
  const before = (left: number, right: number): boolean =>
    bounds[left] === bounds[right]
      ? (hashes[left] as number) < (hashes[right] as number)
      : (bounds[left] as number) > (bounds[right] as number)
  const heap = new Uint32Array(pool.rows)
  let length = pool.rows
  const sink = (from: number): void => {
    let at = from
    const held = heap[at] as number
    for (;;) {
      let child = at * 2 + 1
      if (child >= length) break
      if (child + 1 < length && before(heap[child + 1] as number, heap[child] as number)) child++
      if (!before(heap[child] as number, held)) break
      heap[at] = heap[child] as number
      at = child
    }
    heap[at] = held
  }
  for (let row = 0; row < pool.rows; row++) {
    heap[row] = row
    bounds[row] = gainOf(row)
  }
  for (let at = (length >> 1) - 1; at >= 0; at--) sink(at)
  const taken: number[] = []
  while (taken.length < options.size && length > 0) {
    const row = heap[0] as number
    const stratum = stratumOf(pool, row)
    const gain = quotas[stratum] === 0 ? -1 : gainOf(row)
    if (gain >= 0 && gain < (bounds[row] as number)) {
      bounds[row] = gain
      sink(0)
      continue
    }
    heap[0] = heap[--length] as number
    sink(0)
    if (gain < 0) continue
    taken.push(row)
    quotas[stratum] = (quotas[stratum] as number) - 1
    for (let at = pool.offsets[row] as number; at < (pool.offsets[row + 1] as number); at++) {
      const concept = pool.concepts[at] as number
      used[concept] = (used[concept] as number) + 1
    }
  }
  return Uint32Array.from(taken).sort()
}

/** Σ_c [λ_c min(n_c, k_c) + 2√(1 + n_c)], the value both selections climb. */
export function objectiveOf(pool: BalancePool, chosen: Uint32Array): number {
  const available = countConcepts(pool)
  return countConcepts(pool, chosen).reduce((sum, uses, concept) => {
    const held = available[concept] as number
    const floor = Math.min(10, held)
    return sum + worthBelowFloor(1, floor, held) * Math.min(uses, floor) + 2 * Math.sqrt(1 + uses)
  }, 0)
}
