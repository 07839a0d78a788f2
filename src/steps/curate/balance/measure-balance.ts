import { effectiveNumber, normalisedEntropy } from '../../../foundations/statistics/entropy.ts'
import { gini } from '../../../foundations/statistics/gini.ts'
import { totalVariation } from '../../../foundations/statistics/total-variation.ts'
import {
  answerTypes,
  bucketNames,
  countConcepts,
  lengthBucketEnds,
  stepBucketEnds,
  type BalancePool,
} from './balance-pool.ts'
import { countConceptPairs } from './count-concept-pairs.ts'
import { waterFill } from './water-fill.ts'

/** Uses of concepts in a set of rows, and what the rows are like. Shares are of concepts that the pool holds at all. */
export interface BalanceMetrics {
  readonly rows: number
  readonly conceptUses: number
  readonly meanConceptsPerRow: number
  /** Entropy of uses over its maximum, 0 to 1. */
  readonly normalisedEntropy: number
  /** e^entropy of uses. */
  readonly effectiveConcepts: number
  readonly gini: number
  /** Share of concepts used at least 1, 5, 10 times, and at least min(10, available) times. */
  readonly coverage: {
    readonly at1: number
    readonly at5: number
    readonly at10: number
    readonly atFloor: number
  }
  readonly uses: { readonly minimum: number; readonly median: number; readonly maximum: number }
  /** From the uses to the water-filled target, in nats and in [0, 1]. */
  readonly divergence: { readonly kullbackLeibler: number; readonly totalVariation: number }
  /** Distinct pairs of concepts that share a row. */
  readonly conceptPairs: number
  readonly questionLengths: Readonly<Record<string, number>>
  readonly difficulties: Readonly<Record<string, number>>
  readonly answerTypes: Readonly<Record<string, number>>
  readonly solutionSteps: Readonly<Record<string, number>>
  readonly meanDifficulty: number
  /** e^entropy over answer types. */
  readonly effectiveAnswerTypes: number
  readonly skeletons: SkeletonMetrics
}

export interface SkeletonMetrics {
  readonly distinct: number
  /** e^entropy over skeletons. */
  readonly effective: number
  readonly topShare: number
  /** Most frequent skeletons by the first 8 digits of their id. */
  readonly top: readonly { readonly skeleton: string; readonly rows: number }[]
}

/** Measures the chosen rows against the pool they come from; without `chosen` the whole pool. */
export function measureBalance(
  pool: BalancePool,
  options: {
    readonly chosen?: Uint32Array
    readonly weights?: ArrayLike<number>
    readonly floor?: number
  } = {},
): BalanceMetrics {
  const chosen = options.chosen ?? Uint32Array.from({ length: pool.rows }, (_, row) => row)
  const available = countConcepts(pool)
  const counts = countConcepts(pool, chosen)
  const conceptUses = counts.reduce((sum, count) => sum + count, 0)
  const floor = options.floor ?? 10
  const atLeast = (least: (concept: number) => number): number =>
    counts.length === 0
      ? 0
      : counts.reduce((sum, count, c) => sum + (count >= least(c) ? 1 : 0), 0) / counts.length
  const sorted = counts.slice().sort()
  const targets = waterFill(available, {
    total: conceptUses,
    ...(options.weights === undefined ? {} : { weights: options.weights }),
  })
  return {
    rows: chosen.length,
    conceptUses,
    meanConceptsPerRow: chosen.length === 0 ? 0 : conceptUses / chosen.length,
    normalisedEntropy: normalisedEntropy(counts),
    effectiveConcepts: effectiveNumber(counts),
    gini: gini(counts),
    coverage: {
      at1: atLeast(() => 1),
      at5: atLeast(() => 5),
      at10: atLeast(() => 10),
      atFloor: atLeast((concept) => Math.min(floor, available[concept] as number)),
    },
    uses: {
      minimum: sorted[0] ?? 0,
      median: medianOf(sorted),
      maximum: sorted.at(-1) ?? 0,
    },
    divergence: {
      kullbackLeibler: conceptUses === 0 ? 0 : kullbackLeibler(counts, targets),
      totalVariation: conceptUses === 0 ? 0 : totalVariation(counts, targets),
    },
    conceptPairs: countConceptPairs(pool, chosen),
    questionLengths: histogram(
      chosen,
      (row) => lengthNames[pool.lengthBuckets[row] as number] as string,
      lengthNames,
    ),
    difficulties: histogram(chosen, (row) => String(pool.difficulties[row]), ['1', '2', '3', '4', '5']),
    answerTypes: histogram(
      chosen,
      (row) => answerTypes[pool.answerTypes[row] as number] as string,
      answerTypes,
    ),
    solutionSteps: histogram(
      chosen,
      (row) => stepNames[pool.stepBuckets[row] as number] as string,
      stepNames,
    ),
    meanDifficulty:
      chosen.length === 0
        ? 0
        : chosen.reduce((sum, row) => sum + (pool.difficulties[row] as number), 0) / chosen.length,
    effectiveAnswerTypes: effectiveNumber(
      chosen.reduce((counts, row) => {
        const type = pool.answerTypes[row] as number
        counts[type] = (counts[type] as number) + 1
        return counts
      }, new Uint32Array(answerTypes.length)),
    ),
    skeletons: measureSkeletons(Uint32Array.from(chosen, (row) => pool.skeletons[row] as number)),
  }
}

const lengthNames = bucketNames(lengthBucketEnds)
const stepNames = bucketNames(stepBucketEnds)

function histogram(
  rows: Uint32Array,
  nameOf: (row: number) => string,
  names: readonly string[],
): Record<string, number> {
  const counts = new Map(names.map((name) => [name, 0]))
  for (const row of rows) counts.set(nameOf(row), (counts.get(nameOf(row)) ?? 0) + 1)
  return Object.fromEntries(counts)
}

function medianOf(sorted: Uint32Array): number {
  const middle = sorted.length >> 1
  if (sorted.length === 0) return 0
  return sorted.length % 2 === 1
    ? (sorted[middle] as number)
    : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2
}

function kullbackLeibler(counts: ArrayLike<number>, targets: Float64Array): number {
  let total = 0
  let targetTotal = 0
  for (let place = 0; place < counts.length; place++) {
    total += counts[place] as number
    targetTotal += targets[place] as number
  }
  let divergence = 0
  for (let place = 0; place < counts.length; place++) {
    const share = (counts[place] as number) / total
    if (share > 0) divergence += share * Math.log(share / ((targets[place] as number) / targetTotal))
  }
  return Math.max(0, divergence)
}

/** Distinct and effective skeletons of rows given by 32-bit skeleton hashes. Sorts `hashes` in place. */
export function measureSkeletons(hashes: Uint32Array): SkeletonMetrics {
  hashes.sort()
  let best: { hash: number; rows: number }[] = []
  let entropy = 0
  let distinct = 0
  for (let start = 0; start < hashes.length;) {
    const hash = hashes[start] as number
    let end = start + 1
    while (end < hashes.length && hashes[end] === hash) end++
    const rows = end - start
    entropy -= (rows / hashes.length) * Math.log(rows / hashes.length)
    distinct++
    if (best.length < 10 || rows > (best.at(-1)?.rows ?? 0)) {
      best = [...best, { hash, rows }]
        .sort((left, right) => right.rows - left.rows || left.hash - right.hash)
        .slice(0, 10)
    }
    start = end
  }
  return {
    distinct,
    effective: hashes.length === 0 ? 0 : Math.exp(entropy),
    topShare: hashes.length === 0 ? 0 : (best[0]?.rows ?? 0) / hashes.length,
    top: best.map(({ hash, rows }) => ({ skeleton: hash.toString(16).padStart(8, '0'), rows })),
  }
}
