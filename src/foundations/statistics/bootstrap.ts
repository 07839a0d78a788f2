import { randomKey, stateAt, type RandomKey } from '../../core/random.ts'

/** An estimate and the ends of its interval. */
export interface Interval {
  readonly estimate: number
  readonly low: number
  readonly high: number
}

export interface BootstrapOptions {
  /** Samples drawn with replacement. @default 2000 */
  readonly resamples?: number
  /** Share of the interval, between 0 and 1. @default 0.95 */
  readonly level?: number
  /** @default 0 */
  readonly seed?: number
}

/** `count` places below `count`, drawn with replacement; a pure function of (seed, resample). */
export function resampledPlaces(count: number, seed: number, resample: number): Uint32Array {
  const places = new Uint32Array(count)
  drawPlaces(places, keyOf(seed), resample)
  return places
}

function keyOf(seed: number): RandomKey {
  return randomKey('bootstrap', seed)
}

function drawPlaces(places: Uint32Array, key: RandomKey, resample: number): void {
  const state = new Uint32Array(4)
  stateAt(key, resample, state)
  const { length } = places
  // Values at or above the largest multiple of the length are drawn again: the rest is unbiased.
  const limit = 0x1_0000_0000 - (0x1_0000_0000 % length)
  // The steps of `nextUint32` in local variables: this runs billions of times.
  let [a, b, c, counter] = state as unknown as [number, number, number, number]
  for (let at = 0; at < length; at++) {
    let word: number
    do {
      word = (a + b + counter) >>> 0
      counter = (counter + 1) | 0
      a = b ^ (b >>> 9)
      b = (c + (c << 3)) | 0
      c = (((c << 21) | (c >>> 11)) + word) | 0
    } while (word >= limit)
    places[at] = word % length
  }
}

/**
 * Percentile bootstrap (Efron 1979) of any statistic of `count` observations. `statistic` is given the places of a sample; the array
 * is used again for the next one. Resamples whose statistic is not finite are left out of the percentiles.
 *
 * @throws RangeError for no observations, or a level outside (0, 1)
 */
export function bootstrapInterval(
  count: number,
  statistic: (places: Uint32Array) => number,
  options: BootstrapOptions = {},
): Interval {
  const { resamples = 2000, level = 0.95, seed = 0 } = options
  if (!(count >= 1)) throw new RangeError(`observations: ${count}; give at least one`)
  const places = Uint32Array.from({ length: count }, (_, place) => place)
  const estimate = statistic(places)
  const key = keyOf(seed)
  const values = new Float64Array(resamples)
  let kept = 0
  for (let resample = 0; resample < resamples; resample++) {
    drawPlaces(places, key, resample)
    const value = statistic(places)
    if (Number.isFinite(value)) values[kept++] = value
  }
  return percentileInterval(estimate, values.subarray(0, kept), level)
}

/** The interval that leaves (1 - level) / 2 of the values out at each end, ends interpolated as NumPy's `linear` does. */
export function percentileInterval(estimate: number, values: Float64Array, level = 0.95): Interval {
  if (!(level > 0 && level < 1)) throw new RangeError(`level: ${level}; give a number between 0 and 1`)
  if (values.length === 0) return { estimate, low: Number.NaN, high: Number.NaN }
  const sorted = values.toSorted()
  const tail = (1 - level) / 2
  return { estimate, low: quantile(sorted, tail), high: quantile(sorted, 1 - tail) }
}

/** Quantile of ascending values, linear between neighbours (Hyndman & Fan's type 7). */
export function quantile(sorted: ArrayLike<number>, share: number): number {
  const place = share * (sorted.length - 1)
  const below = Math.floor(place)
  const low = sorted[below] as number
  const high = sorted[Math.min(below + 1, sorted.length - 1)] as number
  return low + (high - low) * (place - below)
}

/** Mean of values, each an independent observation. */
export function bootstrapMean(values: ArrayLike<number>, options: BootstrapOptions = {}): Interval {
  const [interval] = bootstrapMeans([values], options)
  return interval as Interval
}

/** Means of several values of the same observations, all from the same resamples. */
export function bootstrapMeans(
  columns: readonly ArrayLike<number>[],
  options: BootstrapOptions = {},
): readonly Interval[] {
  const { resamples = 2000, level = 0.95, seed = 0 } = options
  const count = columns[0]?.length ?? 0
  if (count === 0) throw new RangeError('observations: 0; give at least one')
  if (columns.some(({ length }) => length !== count))
    throw new RangeError(`lengths differ: ${columns.map(({ length }) => length).join(', ')}`)
  const places = new Uint32Array(count)
  const key = keyOf(seed)
  const means = columns.map(() => new Float64Array(resamples))
  for (let resample = 0; resample < resamples; resample++) {
    drawPlaces(places, key, resample)
    for (const [column, values] of columns.entries())
      (means[column] as Float64Array)[resample] = meanAt(values, places)
  }
  return columns.map((values, column) =>
    percentileInterval(meanAt(values), means[column] as Float64Array, level),
  )
}

/**
 * Σ sums / Σ sizes, whole clusters resampled: the mean of observations that stand together, such as N samples of one item. Taking the
 * samples one by one would make the interval too narrow by up to √N.
 *
 * @param sums   of a cluster's observations
 * @param sizes  its number of observations
 */
export function bootstrapRatio(
  sums: ArrayLike<number>,
  sizes: ArrayLike<number>,
  options: BootstrapOptions = {},
): Interval {
  if (sums.length !== sizes.length)
    throw new RangeError(`lengths differ: ${sums.length} sums, ${sizes.length} sizes`)
  const ratio = (places: Uint32Array): number => {
    let sum = 0
    let size = 0
    for (const place of places) {
      sum += sums[place] as number
      size += sizes[place] as number
    }
    return sum / size
  }
  return bootstrapInterval(sums.length, ratio, options)
}

/** Observations of one part of a whole, such as the items of one set, and how much its mean counts. */
export interface Stratum {
  readonly values: ArrayLike<number>
  readonly weight: number
}

/** Σ weight · mean, each stratum resampled by itself: which strata there are and how large is no chance. */
export function bootstrapStrata(strata: readonly Stratum[], options: BootstrapOptions = {}): Interval {
  const { resamples = 2000, level = 0.95, seed = 0 } = options
  const spread = new Float64Array(resamples)
  let estimate = 0
  for (const [place, { values, weight }] of strata.entries()) {
    estimate += weight * meanAt(values)
    const places = new Uint32Array(values.length)
    const key = keyOf(seed * strata.length + place)
    for (let resample = 0; resample < resamples; resample++) {
      drawPlaces(places, key, resample)
      spread[resample] = (spread[resample] as number) + weight * meanAt(values, places)
    }
  }
  return percentileInterval(estimate, spread, level)
}

function meanAt(values: ArrayLike<number>, places?: Uint32Array): number {
  let sum = 0
  for (let at = 0; at < values.length; at++) sum += values[places?.[at] ?? at] as number
  return sum / values.length
}
