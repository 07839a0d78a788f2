import { lengthBucketEnds, type BalancePool } from './balance-pool.ts'

const lengthBuckets = lengthBucketEnds.length + 1
const difficulties = 5
/** Rows with this many concepts or more share a stratum. */
const mostConcepts = 7

export const strataCount: number = (mostConcepts + 1) * lengthBuckets * difficulties

/** Stratum of a row: number of concepts × length bucket × difficulty, so that balance is not bought with shorter or easier rows. */
export function stratumOf(pool: BalancePool, row: number): number {
  const size = Math.min(mostConcepts, (pool.offsets[row + 1] as number) - (pool.offsets[row] as number))
  const length = pool.lengthBuckets[row] as number
  return (size * lengthBuckets + length) * difficulties + (pool.difficulties[row] as number) - 1
}

/**
 * Rows to choose from each stratum: the pool's own shares, rounded by largest remainder so that they sum to `size`.
 * No quota exceeds what the stratum holds.
 */
export function strataQuotas(pool: BalancePool, size: number): Uint32Array {
  const available = new Uint32Array(strataCount)
  for (let row = 0; row < pool.rows; row++) {
    const stratum = stratumOf(pool, row)
    available[stratum] = (available[stratum] as number) + 1
  }
  return apportion(available, Math.min(size, pool.rows))
}

/** Largest-remainder apportionment of `seats` over counts; ties go to the earlier place. Needs seats ≤ Σ counts. */
export function apportion(counts: Uint32Array, seats: number): Uint32Array {
  const total = counts.reduce((sum, count) => sum + count, 0)
  const quotas = new Uint32Array(counts.length)
  if (total === 0) return quotas
  const remainders: { readonly place: number; readonly remainder: number }[] = []
  let given = 0
  counts.forEach((count, place) => {
    const exact = (count * seats) / total
    quotas[place] = Math.floor(exact)
    given += Math.floor(exact)
    remainders.push({ place, remainder: exact - Math.floor(exact) })
  })
  remainders.sort((left, right) => right.remainder - left.remainder || left.place - right.place)
  for (const { place } of remainders) {
    if (given === seats) break
    if ((quotas[place] as number) >= (counts[place] as number)) continue
    quotas[place] = (quotas[place] as number) + 1
    given++
  }
  return quotas
}
