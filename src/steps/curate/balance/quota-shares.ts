import { z } from 'zod'
import { UsageError } from '../../../core/errors.ts'
import {
  answerTypes,
  bucketNames,
  lengthBucketEnds,
  stepBucketEnds,
  type BalancePool,
} from './balance-pool.ts'

/** Share of the rows by name; what is not named divides the rest by the pool's own shares. */
export type Shares = Readonly<Record<string, number>>

export interface QuotaShares {
  /** By `1` to `5`. */
  readonly difficulty?: Shares
  /** By bucket of question length: `0-79`, `80-159`, `160-319`, `320-639`, `640+`. */
  readonly length?: Shares
  readonly answerType?: Shares
  /** By bucket of solution steps: `0-2`, `3-4`, `5-6`, `7-9`, `10+`. */
  readonly steps?: Shares
  /** Towards longer solutions (Xwin-Math §4): shares of step buckets become count^(1 - this), 0 as in the pool, 1 all alike. @default 0 */
  readonly stepRebalance?: number
}

export const quotaSides = ['difficulty', 'length', 'answerType', 'steps'] as const
export type QuotaSide = (typeof quotaSides)[number]

/** What quotas may ask of one concept, by its display name. */
export interface ConceptQuota {
  /** Uses it should reach before others gain more. */
  readonly floor?: number
  /** Most uses; the selection may then hold fewer rows than asked for. */
  readonly most?: number
  /** @default 1 */
  readonly weight?: number
}

export interface QuotaFile {
  readonly shares?: Omit<QuotaShares, 'stepRebalance'>
  readonly concepts?: Readonly<Record<string, ConceptQuota>>
}

const sideNames: Readonly<Record<QuotaSide, readonly string[]>> = {
  difficulty: ['1', '2', '3', '4', '5'],
  length: bucketNames(lengthBucketEnds),
  answerType: answerTypes,
  steps: bucketNames(stepBucketEnds),
}

function sharesSchema(side: QuotaSide): z.ZodType<Shares> {
  return z
    .partialRecord(z.enum(sideNames[side] as [string, ...string[]]), z.number().min(0).max(1))
    .refine((shares) => sumOf(Object.values(shares as Shares)) <= 1 + 1e-9, {
      message: 'shares sum to more than 1',
    }) as z.ZodType<Shares>
}

export const quotaFileSchema: z.ZodType<QuotaFile> = z.strictObject({
  shares: z
    .strictObject({
      difficulty: sharesSchema('difficulty').exactOptional(),
      length: sharesSchema('length').exactOptional(),
      answerType: sharesSchema('answerType').exactOptional(),
      steps: sharesSchema('steps').exactOptional(),
    })
    .exactOptional(),
  concepts: z
    .record(
      z.string(),
      z.strictObject({
        floor: z.int().min(0).exactOptional(),
        most: z.int().min(0).exactOptional(),
        weight: z.number().gt(0).exactOptional(),
      }),
    )
    .exactOptional(),
})

function sumOf(values: Iterable<number>): number {
  let sum = 0
  for (const value of values) sum += value
  return sum
}

function placeOf(pool: BalancePool, side: QuotaSide, row: number): number {
  switch (side) {
    case 'difficulty':
      return (pool.difficulties[row] as number) - 1
    case 'length':
      return pool.lengthBuckets[row] as number
    case 'answerType':
      return pool.answerTypes[row] as number
    case 'steps':
      return pool.stepBuckets[row] as number
  }
}

function countSide(pool: BalancePool, side: QuotaSide): Float64Array {
  const counts = new Float64Array(sideNames[side].length)
  for (let row = 0; row < pool.rows; row++) {
    const place = placeOf(pool, side, row)
    counts[place] = (counts[place] as number) + 1
  }
  return counts
}

/** Wanted share of each bucket of a side, or `undefined` where nothing is asked of it. Buckets that no row is in get none. */
export function sharesOf(pool: BalancePool, side: QuotaSide, shares: QuotaShares): Float64Array | undefined {
  const named = shares[side]
  const rebalance = side === 'steps' ? (shares.stepRebalance ?? 0) : 0
  if (named === undefined && rebalance === 0) return undefined
  const natural = countSide(pool, side).map((count) => (count === 0 ? 0 : count ** (1 - rebalance)))
  const names = sideNames[side]
  const unnamed = natural.map((weight, place) => (named?.[names[place] as string] === undefined ? weight : 0))
  const rest = Math.max(0, 1 - sumOf(Object.values(named ?? {})))
  const total = sumOf(unnamed)
  return natural.map((weight, place) => {
    const asked = named?.[names[place] as string]
    if (asked !== undefined) return weight === 0 ? 0 : asked
    return total === 0 ? 0 : (rest * weight) / total
  })
}

/** Floors, limits and weights of concepts by number, from quotas by display name. */
export interface NumberedQuotas {
  readonly conceptFloors?: Uint32Array
  readonly conceptLimits?: Uint32Array
  readonly conceptWeights?: Float64Array
}

/**
 * Numbers the concepts of quotas as the pool does.
 *
 * @throws UsageError for a name that no concept has
 */
export function numberQuotas(
  pool: Pick<BalancePool, 'conceptIds'>,
  quotas: Readonly<Record<string, ConceptQuota>>,
  {
    nameOf,
    floor,
    known,
  }: { readonly nameOf: (id: string) => string; readonly floor: number; readonly known: ReadonlySet<string> },
): NumberedQuotas {
  const names = Object.keys(quotas)
  if (names.length === 0) return {}
  const places = new Map(pool.conceptIds.map((id, place) => [nameOf(id), place]))
  const unknown = names.find((name) => !places.has(name) && !known.has(name))
  if (unknown !== undefined)
    throw new UsageError(`quota of no concept: ${unknown}; names stand in concepts.jsonl of a dataset`)
  const size = pool.conceptIds.length
  const floors = new Uint32Array(size).fill(floor)
  const limits = new Uint32Array(size).fill(0xffff_ffff)
  const weights = new Float64Array(size).fill(1)
  for (const [name, quota] of Object.entries(quotas)) {
    const place = places.get(name)
    // A concept of the graph that no pair realises is reported as unreachable.
    if (place === undefined) continue
    if (quota.floor !== undefined) floors[place] = quota.floor
    if (quota.most !== undefined) limits[place] = quota.most
    if (quota.weight !== undefined) weights[place] = quota.weight
  }
  return { conceptFloors: floors, conceptLimits: limits, conceptWeights: weights }
}
