/** Vectors laid out one after another, each of length `dimension` and of unit length. */
export interface VectorTable {
  readonly vectors: Float32Array
  readonly dimension: number
}

export interface KCenterResult {
  /** Row numbers in the order chosen. */
  readonly centers: readonly number[]
  /** Largest cosine distance (1 - cosine) of any row to its nearest centre: the covering radius after all centres. */
  readonly radius: number
  /** Radius after each centre; never rises. */
  readonly radii: readonly number[]
}

/**
 * Greedy k-center: each step takes the row farthest from the centres so far (Gonzalez 1985; the core-set selection of Sener and
 * Savarese 2018). O(nk) with a running minimum; within twice the best possible radius in a metric. The lowest row number wins
 * ties, so the result is a function of the table alone.
 *
 * @param start row to begin with
 */
export function greedyKCenter(table: VectorTable, count: number, start: number): KCenterResult {
  const { vectors, dimension } = table
  const rows = vectors.length / dimension
  const wanted = Math.min(count, rows)
  const centers: number[] = []
  const radii: number[] = []
  if (wanted <= 0) return { centers, radius: 0, radii }
  // Nearest = largest cosine, so the running minimum of distances is kept as a running maximum of cosines.
  const nearest = new Float64Array(rows).fill(-2)
  let next = start
  while (centers.length < wanted) {
    centers.push(next)
    const farthest = absorbCenter(table, next, nearest)
    radii.push(Math.max(0, 1 - (nearest[farthest] as number)))
    next = farthest
  }
  return { centers, radius: radii.at(-1) ?? 0, radii }
}

/** Updates `nearest` with one more centre and returns the row that is now farthest. */
function absorbCenter(table: VectorTable, center: number, nearest: Float64Array): number {
  const { vectors, dimension } = table
  const origin = vectors.subarray(center * dimension, (center + 1) * dimension)
  let farthest = 0
  let lowest = Infinity
  for (let row = 0, base = 0; row < nearest.length; row++, base += dimension) {
    let near = nearest[row] as number
    // A centre is done with: infinitely near, so that it is chosen once even among equal rows.
    if (row === center) near = nearest[row] = Infinity
    else if (near !== Infinity) {
      const cosine = dot(vectors, base, origin)
      if (cosine > near) near = nearest[row] = cosine
    }
    if (near < lowest) {
      lowest = near
      farthest = row
    }
  }
  return farthest
}

/** Four sums at once: one long chain of additions would wait for itself. */
function dot(vectors: Float32Array, base: number, origin: Float32Array): number {
  let first = 0
  let second = 0
  let third = 0
  let fourth = 0
  const whole = origin.length & ~3
  for (let at = 0; at < whole; at += 4) {
    first += (vectors[base + at] as number) * (origin[at] as number)
    second += (vectors[base + at + 1] as number) * (origin[at + 1] as number)
    third += (vectors[base + at + 2] as number) * (origin[at + 2] as number)
    fourth += (vectors[base + at + 3] as number) * (origin[at + 3] as number)
  }
  for (let at = whole; at < origin.length; at++)
    first += (vectors[base + at] as number) * (origin[at] as number)
  return first + second + third + fourth
}

/** The row nearest to the mean of all rows: a start that does not depend on the order of the file. Ties go to the lowest row. */
export function medoid(table: VectorTable): number {
  const { vectors, dimension } = table
  const mean = new Float32Array(dimension)
  const sums = new Float64Array(dimension)
  for (let at = 0; at < vectors.length; at++) {
    const place = at % dimension
    sums[place] = (sums[place] as number) + (vectors[at] as number)
  }
  mean.set(sums.map((sum) => sum / Math.max(1, vectors.length / dimension)))
  let best = 0
  let highest = -Infinity
  for (let row = 0; row * dimension < vectors.length; row++) {
    const cosine = dot(vectors, row * dimension, mean)
    if (cosine > highest) {
      highest = cosine
      best = row
    }
  }
  return best
}
