import type { ContentId } from '../../../core/identity.ts'
import { gini } from '../../../foundations/statistics/gini.ts'
import { totalVariation } from '../../../foundations/statistics/total-variation.ts'
import {
  answerTypeOf,
  answerTypes,
  bucketNames,
  lengthBucketEnds,
  lengthBucketOf,
  stepBucketEnds,
  stepBucketOf,
  type BalanceRow,
} from './balance-pool.ts'

/** What a set of rows is like, for what a filter does besides filtering. */
export interface Distribution {
  readonly rows: number
  /** 1 to 5; a filter on correctness is known to keep the easy ones (Skywork-Math, Table 4). */
  readonly meanDifficulty: number
  readonly difficulties: Readonly<Record<string, number>>
  readonly questionLengths: Readonly<Record<string, number>>
  readonly answerTypes: Readonly<Record<string, number>>
  readonly solutionSteps: Readonly<Record<string, number>>
  /** Concepts that some row realises, and how unequally they are used. */
  readonly concepts: number
  readonly conceptGini: number
}

/** Counts rows one by one; memory grows with concepts only. */
export interface DistributionMeter {
  add(row: BalanceRow): void
  result(): Distribution
  readonly counts: DistributionCounts
}

interface DistributionCounts {
  readonly difficulties: Uint32Array
  readonly lengths: Uint32Array
  readonly types: Uint32Array
  readonly steps: Uint32Array
  readonly uses: Map<ContentId, number>
  difficulty: number
}

export function openDistribution(): DistributionMeter {
  const counts: DistributionCounts = {
    difficulties: new Uint32Array(5),
    lengths: new Uint32Array(lengthBucketEnds.length + 1),
    types: new Uint32Array(answerTypes.length),
    steps: new Uint32Array(stepBucketEnds.length + 1),
    uses: new Map(),
    difficulty: 0,
  }
  return {
    add(row) {
      counts.difficulty += row.difficulty
      bump(counts.difficulties, Math.min(5, Math.max(1, Math.round(row.difficulty))) - 1)
      bump(counts.lengths, lengthBucketOf(row.questionLength))
      bump(counts.steps, stepBucketOf(row.steps))
      bump(counts.types, answerTypes.indexOf(answerTypeOf(row.finalAnswer)))
      for (const id of row.concepts) counts.uses.set(id, (counts.uses.get(id) ?? 0) + 1)
    },
    counts,
    result: () => toDistribution(counts),
  }
}

/** The rows of two meters together; neither is changed. */
export function joinDistributions(first: DistributionMeter, second: DistributionMeter): DistributionMeter {
  const joined = openDistribution()
  for (const { counts } of [first, second]) {
    for (const side of ['difficulties', 'lengths', 'types', 'steps'] as const)
      counts[side].forEach((count, place) => bump(joined.counts[side], place, count))
    for (const [id, uses] of counts.uses) joined.counts.uses.set(id, (joined.counts.uses.get(id) ?? 0) + uses)
    joined.counts.difficulty += counts.difficulty
  }
  return joined
}

function bump(counts: Uint32Array, place: number, by = 1): void {
  counts[place] = (counts[place] as number) + by
}

function toDistribution({
  difficulties,
  lengths,
  types,
  steps,
  uses,
  difficulty,
}: DistributionCounts): Distribution {
  const rows = difficulties.reduce((sum, count) => sum + count, 0)
  return {
    rows,
    meanDifficulty: rows === 0 ? 0 : Math.round((difficulty / rows) * 1e4) / 1e4,
    difficulties: named(['1', '2', '3', '4', '5'], difficulties),
    questionLengths: named(bucketNames(lengthBucketEnds), lengths),
    answerTypes: named(answerTypes, types),
    solutionSteps: named(bucketNames(stepBucketEnds), steps),
    concepts: uses.size,
    conceptGini: Math.round(gini([...uses.values()]) * 1e4) / 1e4,
  }
}

function named(names: readonly string[], counts: Uint32Array): Readonly<Record<string, number>> {
  return Object.fromEntries(names.map((name, place) => [name, counts[place] as number]))
}

/** Total variation between the uses of concepts in two sets, 0 to 1; 1 where nothing is left of something. */
export function conceptShift(first: DistributionMeter, second: DistributionMeter): number {
  const [before, after] = [first.counts.uses, second.counts.uses]
  const ids = [...before.keys()]
  if (ids.length === 0) return 0
  if (after.size === 0) return 1
  const shift = totalVariation(
    ids.map((id) => before.get(id) ?? 0),
    ids.map((id) => after.get(id) ?? 0),
  )
  return Math.round(shift * 1e4) / 1e4
}
