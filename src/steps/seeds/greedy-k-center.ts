import type { VectorTable } from '../../core/ports.ts'
import { allocateShared } from './absorb-center.ts'
import { infinitelyNear, openTable, quantise, unitProduct, type KCenterJob } from './k-center-table.ts'
import { leadKCenter } from './share-k-center.ts'

export interface KCenterOptions {
  /** Rows to choose; all of them where there are no more. */
  readonly count: number
  /** Row to begin with. */
  readonly start: number
  /** `scalar` does without SIMD; the choice is the same. @default 'wasm' where the machine has it */
  readonly kernel?: 'wasm' | 'scalar'
  /** Sets other threads to work on the job, each with `helpKCenter`. Called once, and only where there is much to do. */
  readonly startHelpers?: (job: KCenterJob) => void
}

export interface KCenterResult {
  /** Row numbers in the order chosen. */
  readonly centers: readonly number[]
  /** Largest cosine distance (1 - cosine) of any row to its nearest centre, to 1e-4: the covering radius after all centres. */
  readonly radius: number
  /** Radius after each centre; never rises. */
  readonly radii: readonly number[]
}

/** Products of components from which on starting threads pays. */
const muchWork = 5e8

/**
 * Greedy k-center: each step takes the row farthest from the centres so far (Gonzalez 1985; the core-set selection of Sener and
 * Savarese 2018). O(nk) with a running minimum; within twice the best possible radius in a metric. The lowest row number wins
 * ties and distances are sums of integers, so the result is a function of the table alone: threads and SIMD change nothing.
 */
export function greedyKCenter(table: VectorTable, options: KCenterOptions): KCenterResult {
  const rows = table.vectors.length / table.dimension
  const wanted = Math.min(options.count, rows)
  const centers: number[] = []
  const radii: number[] = []
  if (!(wanted > 0)) return { centers, radius: 0, radii }
  const job = quantise(table, allocateShared(options.kernel ?? 'wasm'))
  const { nearest } = openTable(job)
  if (wanted * rows * job.stride >= muchWork) options.startHelpers?.(job)
  const work = leadKCenter(job)
  try {
    for (let next = options.start; centers.length < wanted;) {
      centers.push(next)
      const farthest = work.absorb(next)
      const product = nearest[farthest] as number
      radii.push(product === infinitelyNear ? 0 : Math.max(0, 1 - product / unitProduct))
      next = farthest
    }
  } finally {
    work.end()
  }
  return { centers, radius: radii.at(-1) ?? 0, radii }
}

/** The row nearest to the mean of all rows: a start that does not depend on the order of the file. Ties go to the lowest row. */
export function medoid({ vectors, dimension }: VectorTable): number {
  const sums = new Float64Array(dimension)
  for (let base = 0; base < vectors.length; base += dimension)
    for (let at = 0; at < dimension; at++) sums[at] = (sums[at] as number) + (vectors[base + at] as number)
  let best = 0
  let highest = -Infinity
  for (let row = 0, base = 0; base < vectors.length; row++, base += dimension) {
    let product = 0
    for (let at = 0; at < dimension; at++) product += (vectors[base + at] as number) * (sums[at] as number)
    if (product > highest) {
      highest = product
      best = row
    }
  }
  return best
}
