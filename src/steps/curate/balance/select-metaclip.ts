import { countConcepts, type BalancePool } from './balance-pool.ts'
import { tieHashes } from './tie-order.ts'

/**
 * MetaCLIP balancing (Xu et al. 2023, §3.2): concept c is matched with probability p_c = t / max(count_c, t) and a row stays when any of its
 * concepts is. The row's own seeded hash decides against 1 - Π(1 - p_c), so a higher t only adds rows; t is bisected until `size` rows
 * stay, and rows nearest the border fill or leave to make it exact. Ascending row numbers.
 */
export function selectMetaclip(
  pool: BalancePool,
  options: { readonly size: number; readonly seed: number },
): Uint32Array {
  const size = Math.min(options.size, pool.rows)
  const counts = countConcepts(pool)
  const hashes = tieHashes(pool, options.seed)
  const misses = new Float64Array(counts.length)
  // How far below its border a row's hash lies: rows with a positive margin stay.
  const marginOf = (row: number): number => {
    const end = pool.offsets[row + 1] as number
    let miss = 1
    for (let at = pool.offsets[row] as number; at < end; at++)
      miss *= misses[pool.concepts[at] as number] as number
    return 1 - miss - ((hashes[row] as number) + 0.5) / 0x1_0000_0000
  }
  const setThreshold = (threshold: number): void => {
    counts.forEach((count, concept) => (misses[concept] = 1 - threshold / Math.max(count, threshold)))
  }
  let low = 0
  let high = counts.reduce((most, count) => Math.max(most, count), 1)
  for (let step = 0; step < 40 && high - low > high * 1e-6; step++) {
    const middle = (low + high) / 2
    setThreshold(middle)
    let kept = 0
    for (let row = 0; row < pool.rows; row++) if (marginOf(row) > 0) kept++
    if (kept < size) low = middle
    else high = middle
    if (kept === size) break
  }
  setThreshold(high)
  const margins = new Float64Array(pool.rows)
  for (let row = 0; row < pool.rows; row++) margins[row] = marginOf(row)
  return highestMargins(margins, size)
}

function highestMargins(margins: Float64Array, size: number): Uint32Array {
  const rows = Uint32Array.from(margins.keys())
  const kept = rows.filter((row) => (margins[row] as number) > 0)
  const byMargin = (left: number, right: number): number =>
    (margins[right] as number) - (margins[left] as number) || left - right
  if (kept.length >= size) return kept.sort(byMargin).slice(0, size).sort()
  const rest = rows.filter((row) => (margins[row] as number) <= 0).sort(byMargin)
  const chosen = new Uint32Array(size)
  chosen.set(kept)
  chosen.set(rest.subarray(0, size - kept.length), kept.length)
  return chosen.sort()
}
