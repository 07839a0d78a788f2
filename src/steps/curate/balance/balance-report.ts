import type { JsonValue } from '../../../core/identity.ts'
import { totalVariation } from '../../../foundations/statistics/total-variation.ts'
import { countConcepts, type BalancePool } from './balance-pool.ts'
import { measureBalance, type BalanceMetrics } from './measure-balance.ts'
import { selectGreedy, type GreedyOptions } from './select-greedy.ts'
import { selectMetaclip } from './select-metaclip.ts'
import { selectUniform } from './select-uniform.ts'
import { waterFill } from './water-fill.ts'

export const balanceStrategies = ['coverage', 'metaclip', 'uniform'] as const
export type BalanceStrategy = (typeof balanceStrategies)[number]

export interface BalanceOptions extends GreedyOptions {
  /** `coverage` is the greedy selection of {@link selectGreedy}. */
  readonly strategy: BalanceStrategy
}

/** Rows to export, ascending; all of them when the pool holds no more than asked for and no limit binds. */
export function selectBalanced(pool: BalancePool, options: BalanceOptions): Uint32Array {
  if (options.strategy === 'coverage') return selectGreedy(pool, options)
  return options.strategy === 'metaclip' ? selectMetaclip(pool, options) : selectUniform(pool, options)
}

export interface BalanceReportInput {
  readonly chosen: Uint32Array
  readonly options: BalanceOptions
  /** Display name of a concept id. */
  readonly nameOf: (conceptId: string) => string
  /** Concepts that were asked for, to list those that no row realises. */
  readonly wanted?: readonly string[]
}

/** The content of `BALANCE.json`: the pool before, the choice after, and a uniform choice of the same size as the baseline. */
export function balanceReport(pool: BalancePool, input: BalanceReportInput): JsonValue {
  const { chosen, options, nameOf } = input
  const weights = options.conceptWeights === undefined ? {} : { weights: options.conceptWeights }
  const floor = options.floor === undefined ? {} : { floor: options.floor }
  const measure = (rows?: Uint32Array): JsonValue =>
    rounded(measureBalance(pool, { ...weights, ...floor, ...(rows === undefined ? {} : { chosen: rows }) }))
  const uniform = selectUniform(pool, { size: chosen.length, seed: options.seed })
  const available = countConcepts(pool)
  const selected = countConcepts(pool, chosen)
  const targets = waterFill(available, { total: selected.reduce((sum, count) => sum + count, 0), ...weights })
  const held = new Set(pool.conceptIds)
  const concepts = pool.conceptIds.map((id, concept) => ({
    name: nameOf(id),
    available: available[concept] as number,
    target: round(targets[concept] as number),
    selected: selected[concept] as number,
  }))
  return {
    strategy: options.strategy,
    seed: options.seed,
    size: { asked: options.size, selected: chosen.length, pool: pool.rows },
    objective: {
      floor: options.floor ?? 10,
      floorWeight: options.floorWeight ?? 1,
      concavity: options.concavity ?? 'square-root',
      pairWeight: options.pairWeight ?? 0,
      shares: (options.shares ?? {}) as unknown as JsonValue,
    },
    conceptShift: round(shiftOf(available, selected)),
    before: measure(),
    after: measure(chosen),
    uniform: measure(uniform),
    unreachable: (input.wanted ?? [])
      .filter((id) => !held.has(id))
      .map(nameOf)
      .sort(),
    concepts: concepts.sort((left, right) => (left.name < right.name ? -1 : left.name > right.name ? 1 : 0)),
  }
}

function shiftOf(available: Uint32Array, selected: Uint32Array): number {
  const isUsed = (counts: Uint32Array): boolean => counts.some((count) => count > 0)
  return isUsed(available) && isUsed(selected) ? totalVariation(available, selected) : 0
}

function rounded(metrics: BalanceMetrics): JsonValue {
  return JSON.parse(
    JSON.stringify(metrics, (_, value: unknown) => (typeof value === 'number' ? round(value) : value)),
  ) as JsonValue
}

function round(value: number): number {
  return Math.round(value * 1e6) / 1e6
}
