import type { BalancePool } from './balance-pool.ts'
import { tieHashes, tieOrder } from './tie-order.ts'

/** A uniform sample without replacement: the rows of lowest seeded hash. Ascending row numbers. */
export function selectUniform(
  pool: BalancePool,
  options: { readonly size: number; readonly seed: number },
): Uint32Array {
  return tieOrder(tieHashes(pool, options.seed)).slice(0, Math.min(options.size, pool.rows)).sort()
}
