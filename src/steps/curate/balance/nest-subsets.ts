import type { BalancePool } from './balance-pool.ts'
import { selectGreedy } from './select-greedy.ts'

/** Rows outside the largest subset. */
export const outside = 255

/**
 * Nested subsets by a place of each row: the subset of size n holds the n rows of lowest place, ties by row number. Returns for each row the
 * number of the smallest subset that holds it, or {@link outside}.
 *
 * @param places  for example a seeded hash of the row, which makes every subset a uniform sample
 * @param sizes   strictly ascending, at most 250 of them, none above the number of rows
 */
export function nestByPlace(places: Float64Array, sizes: readonly number[]): Uint8Array {
  checkSizes(sizes, places.length)
  const order = Uint32Array.from({ length: places.length }, (_, row) => row).sort(
    (left, right) => (places[left] as number) - (places[right] as number) || left - right,
  )
  const parts = new Uint8Array(places.length).fill(outside)
  let start = 0
  for (const [part, size] of sizes.entries()) {
    for (const row of order.subarray(start, size)) parts[row] = part
    start = size
  }
  return parts
}

/**
 * Nested subsets that are each balanced over concepts (see {@link selectGreedy}): the largest is chosen from the pool, each smaller one
 * from the one above it. Returns parts as {@link nestByPlace} does.
 */
export function nestBalanced(pool: BalancePool, sizes: readonly number[], seed: number): Uint8Array {
  checkSizes(sizes, pool.rows)
  const parts = new Uint8Array(pool.rows).fill(outside)
  let rows = Uint32Array.from({ length: pool.rows }, (_, row) => row)
  for (const [part, size] of [...sizes.entries()].toReversed()) {
    const held = rows
    rows =
      size === held.length
        ? held
        : selectGreedy(partOf(pool, held), { size, seed }).map((place) => held[place] as number)
    for (const row of rows) parts[row] = part
  }
  return parts
}

function checkSizes(sizes: readonly number[], rows: number): void {
  if (sizes.length === 0 || sizes.length > 250)
    throw new RangeError(`sizes: ${sizes.length} of them; give 1 to 250`)
  for (const [place, size] of sizes.entries()) {
    if (!(size > (sizes[place - 1] ?? 0)) || size > rows)
      throw new RangeError(
        `sizes: ${sizes.join(', ')} of ${rows} rows; give ascending ones, none above the rows`,
      )
  }
}

/** The columns of some rows; concepts keep their numbers. */
function partOf(pool: BalancePool, rows: Uint32Array): BalancePool {
  const pick = <C extends Uint8Array | Uint32Array>(column: C): C =>
    rows.reduce(
      (picked, row, place) => {
        picked[place] = column[row] as number
        return picked
      },
      new (column.constructor as { new (length: number): C })(rows.length),
    )
  const offsets = new Uint32Array(rows.length + 1)
  rows.forEach((row, place) => {
    const length = (pool.offsets[row + 1] as number) - (pool.offsets[row] as number)
    offsets[place + 1] = (offsets[place] as number) + length
  })
  const concepts = new Uint32Array(offsets.at(-1) ?? 0)
  rows.forEach((row, place) =>
    concepts.set(pool.concepts.subarray(pool.offsets[row], pool.offsets[row + 1]), offsets[place]),
  )
  return {
    rows: rows.length,
    conceptIds: pool.conceptIds,
    offsets,
    concepts,
    lengthBuckets: pick(pool.lengthBuckets),
    difficulties: pick(pool.difficulties),
    answerTypes: pick(pool.answerTypes),
    stepBuckets: pick(pool.stepBuckets),
    skeletons: pick(pool.skeletons),
    ties: pick(pool.ties),
  }
}
