import { answerTypes, lengthBucketEnds, stepBucketEnds, type BalancePool } from './balance-pool.ts'
import { quotaSides, sharesOf, type QuotaShares, type QuotaSide } from './quota-shares.ts'
import { waterFill } from './water-fill.ts'

const lengthBuckets = lengthBucketEnds.length + 1
const stepBuckets = stepBucketEnds.length + 1
const difficulties = 5
/** Rows with this many concepts or more share a stratum. */
const mostConcepts = 7

export const strataCount: number = (mostConcepts + 1) * lengthBuckets * difficulties

const classCount = strataCount * answerTypes.length * stepBuckets

/** Stratum of a row: number of concepts × length bucket × difficulty, so that balance is not bought with shorter or easier rows. */
export function stratumOf(pool: BalancePool, row: number): number {
  const size = Math.min(mostConcepts, (pool.offsets[row + 1] as number) - (pool.offsets[row] as number))
  const length = pool.lengthBuckets[row] as number
  return (size * lengthBuckets + length) * difficulties + (pool.difficulties[row] as number) - 1
}

/** What no quota tells apart: stratum × answer type × bucket of solution steps. */
export function classOf(pool: BalancePool, row: number): number {
  const type = pool.answerTypes[row] as number
  return (stratumOf(pool, row) * answerTypes.length + type) * stepBuckets + (pool.stepBuckets[row] as number)
}

/** The parts of a class. */
interface ClassParts {
  readonly stratum: number
  readonly type: number
  readonly steps: number
}

function partsOfClass(number: number): ClassParts {
  const steps = number % stepBuckets
  const rest = (number - steps) / stepBuckets
  const type = rest % answerTypes.length
  return { stratum: (rest - type) / answerTypes.length, type, steps }
}

/** Rows still to choose by place, and the place of each class. */
export interface Quota {
  readonly left: Uint32Array
  readonly placeOf: Uint16Array
}

export interface RowQuotas {
  readonly strata: Quota
  readonly types: Quota
  /** All sides that shares are asked of at once, so that meeting one never closes the way to another. */
  readonly asked: Quota | undefined
}

/**
 * Rows to choose from each stratum, of each answer type and of each side that shares are asked of: the pool's own shares, or those asked
 * for as far as the pool has rows. Each sums to `size`. All are margins of one table of classes, found by iterative proportional
 * fitting (Deming and Stephan 1940) under what there is of each class.
 */
export function rowQuotas(pool: BalancePool, size: number, shares: QuotaShares = {}): RowQuotas {
  const seats = Math.min(size, pool.rows)
  const available = countClasses(pool)
  const sides = askedSides(pool, { available, seats, shares })
  const table = fitTable(sides, { available, seats })
  const margin = (placeOf: Uint16Array): Quota => {
    const places = placeOf.reduce((most, place) => Math.max(most, place), 0) + 1
    const targets = new Float64Array(places)
    const most = new Uint32Array(places)
    table.forEach((rows, one) => {
      const place = placeOf[one] as number
      targets[place] = (targets[place] as number) + rows
      most[place] = (most[place] as number) + (available[one] as number)
    })
    return { left: roundTargets(targets, most, seats), placeOf }
  }
  const placesBy = (placeOf: (parts: ClassParts) => number): Uint16Array =>
    Uint16Array.from(available, (_, one) => placeOf(partsOfClass(one)))
  return {
    strata: margin(placesBy(({ stratum }) => stratum)),
    types: margin(placesBy(({ type }) => type)),
    asked: sides.length === 0 ? undefined : margin(crossOf(sides)),
  }
}

function countClasses(pool: BalancePool): Uint32Array {
  const counts = new Uint32Array(classCount)
  for (let row = 0; row < pool.rows; row++) {
    const one = classOf(pool, row)
    counts[one] = (counts[one] as number) + 1
  }
  return counts
}

const fittingRounds = 60

/** The combinations of the asked sides' places, numbered. */
function crossOf(sides: readonly AskedSide[]): Uint16Array {
  return sides.reduce(
    (cross, { placeOf, targets }) =>
      cross.map((place, one) => place * targets.length + (placeOf[one] as number)),
    new Uint16Array(classCount),
  )
}

interface AskedSide {
  readonly placeOf: Uint16Array
  readonly targets: Float64Array
}

function askedSides(
  pool: BalancePool,
  { available, seats, shares }: { available: Uint32Array; seats: number; shares: QuotaShares },
): readonly AskedSide[] {
  return quotaSides.flatMap((side) => {
    const wanted = sharesOf(pool, side, shares)
    if (wanted === undefined) return []
    const placeOf = Uint16Array.from(available, (_, one) => placeInSide(side, partsOfClass(one)))
    const counts = new Uint32Array(wanted.length)
    available.forEach((count, one) => {
      const place = placeOf[one] as number
      counts[place] = (counts[place] as number) + count
    })
    return [{ placeOf, targets: waterFill(counts, { total: seats, weights: wanted }) }]
  })
}

function fitTable(
  sides: readonly AskedSide[],
  { available, seats }: { available: Uint32Array; seats: number },
): Float64Array {
  const rows = available.reduce((sum, count) => sum + count, 0)
  const table = Float64Array.from(available, (count) => (rows === 0 ? 0 : (count * seats) / rows))
  for (let round = 0; round < (sides.length === 0 ? 0 : fittingRounds); round++) {
    for (const { placeOf, targets } of sides) {
      const sums = new Float64Array(targets.length)
      table.forEach((wanted, one) => {
        const place = placeOf[one] as number
        sums[place] = (sums[place] as number) + wanted
      })
      table.forEach((wanted, one) => {
        if (wanted === 0) return
        const place = placeOf[one] as number
        const fitted = (wanted * (targets[place] as number)) / (sums[place] as number)
        table[one] = Math.min(available[one] as number, fitted)
      })
    }
  }
  return table
}

function placeInSide(side: QuotaSide, { stratum, type, steps }: ClassParts): number {
  switch (side) {
    case 'difficulty':
      return stratum % difficulties
    case 'length':
      return Math.floor(stratum / difficulties) % lengthBuckets
    case 'answerType':
      return type
    case 'steps':
      return steps
  }
}

/** The quotas of strata alone, by the pool's own shares. */
export function strataQuotas(pool: BalancePool, size: number): Uint32Array {
  return apportion(countStrata(pool), Math.min(size, pool.rows))
}

function countStrata(pool: BalancePool): Uint32Array {
  const available = new Uint32Array(strataCount)
  for (let row = 0; row < pool.rows; row++) {
    const stratum = stratumOf(pool, row)
    available[stratum] = (available[stratum] as number) + 1
  }
  return available
}

/** Largest-remainder apportionment of `seats` over counts; ties go to the earlier place. Needs seats ≤ Σ counts. */
export function apportion(counts: Uint32Array, seats: number): Uint32Array {
  const total = counts.reduce((sum, count) => sum + count, 0)
  if (total === 0) return new Uint32Array(counts.length)
  return roundTargets(
    Float64Array.from(counts, (count) => (count * seats) / total),
    counts,
    seats,
  )
}

/** Whole numbers nearest to targets that sum to `seats`, none above what there is. */
function roundTargets(targets: Float64Array, available: Uint32Array, seats: number): Uint32Array {
  const quotas = new Uint32Array(targets.length)
  const remainders: { readonly place: number; readonly remainder: number }[] = []
  let given = 0
  targets.forEach((target, place) => {
    // A target that is whole but for rounding counts as whole.
    const whole = Math.min(available[place] as number, Math.floor(target + 1e-9))
    quotas[place] = whole
    given += whole
    remainders.push({ place, remainder: target - whole })
  })
  remainders.sort((left, right) => right.remainder - left.remainder || left.place - right.place)
  for (;;) {
    const before = given
    for (const { place } of remainders) {
      if (given >= seats) return quotas
      if ((quotas[place] as number) >= (available[place] as number)) continue
      quotas[place] = (quotas[place] as number) + 1
      given++
    }
    if (given === before) return quotas
  }
}
