import { describe, expect, test } from 'vitest'
import { contentId } from '../../../core/identity.ts'
import { randomAt, randomKey } from '../../../core/random.ts'
import {
  answerTypeOf,
  balanceRowOf,
  countConcepts,
  type BalancePool,
  type BalanceRow,
} from './balance-pool.ts'
import { balanceReport, selectBalanced } from './balance-report.ts'
import { countConceptPairs } from './count-concept-pairs.ts'
import { measureBalance, type BalanceMetrics } from './measure-balance.ts'
import { poolOf, sampleRows } from './sample-rows.ts'
import { selectGreedy } from './select-greedy.ts'
import { selectMetaclip } from './select-metaclip.ts'
import { selectUniform } from './select-uniform.ts'
import { strataCount, strataQuotas, stratumOf } from './strata.ts'

/** λ_c min(n_c, k_c): uses below the floor count up to twice where the pool holds few. */
function floorBonus(uses: number, held: number): number {
  return held === 0 ? 0 : (1 + Math.min(1, Math.min(10, held) / held)) * Math.min(uses, 10, held)
}

function objective(pool: BalancePool, chosen: Uint32Array): number {
  const available = countConcepts(pool)
  return countConcepts(pool, chosen).reduce(
    (sum, uses, concept) => sum + floorBonus(uses, available[concept] as number) + 2 * Math.sqrt(1 + uses),
    0,
  )
}

describe('selection', () => {
  const rows = sampleRows(3000, 1)
  const pool = poolOf(rows)

  test.each(['coverage', 'metaclip', 'uniform'] as const)(
    '%s: exact size, distinct, ascending, repeatable',
    (strategy) => {
      for (const size of [0, 1, 299, 1500, 3000, 9000]) {
        const chosen = selectBalanced(pool, { strategy, size, seed: 3 })
        expect(chosen).toHaveLength(Math.min(size, 3000))
        expect(chosen.every((row, place) => place === 0 || row > (chosen[place - 1] as number))).toBe(true)
        expect(selectBalanced(pool, { strategy, size, seed: 3 })).toEqual(chosen)
      }
      expect(selectBalanced(pool, { strategy, size: 300, seed: 4 })).not.toEqual(
        selectBalanced(pool, { strategy, size: 300, seed: 3 }),
      )
    },
  )

  test.each(['coverage', 'metaclip', 'uniform'] as const)(
    '%s: the order of rows does not matter',
    (strategy) => {
      const shuffled = randomAt(randomKey('shuffle'), 0).shuffle(rows)
      const ids = (from: readonly BalanceRow[]): string[] =>
        Array.from(
          selectBalanced(poolOf(from), { strategy, size: 400, seed: 3 }),
          (row) => (from[row] as BalanceRow).id,
        ).sort()
      expect(ids(shuffled)).toEqual(ids(rows))
    },
  )

  test('greedy is closer to the target than MetaCLIP, and that closer than uniform', () => {
    const options = { size: 300, seed: 3 }
    const [greedy, metaclip, uniform] = [selectGreedy, selectMetaclip, selectUniform].map((select) =>
      measureBalance(pool, { chosen: select(pool, options) }),
    ) as [BalanceMetrics, BalanceMetrics, BalanceMetrics]
    for (const [better, worse] of [[greedy, metaclip] as const, [metaclip, uniform] as const]) {
      expect(better.gini).toBeLessThan(worse.gini)
      expect(better.normalisedEntropy).toBeGreaterThan(worse.normalisedEntropy)
      expect(better.divergence.totalVariation).toBeLessThan(worse.divergence.totalVariation)
      expect(better.divergence.kullbackLeibler).toBeLessThan(worse.divergence.kullbackLeibler)
    }
    expect(greedy.coverage.atFloor).toBeGreaterThanOrEqual(metaclip.coverage.atFloor)
    // MetaCLIP buys some of its balance with longer rows; strata keep greedy from that.
    expect(Math.abs(greedy.meanConceptsPerRow - uniform.meanConceptsPerRow)).toBeLessThan(0.1)
  })

  test('greedy comes within 2 % of exact greedy', () => {
    for (const seed of [11, 12, 13]) {
      const small = poolOf(sampleRows(400, seed))
      const exact = exactGreedy(small, 60)
      expect(
        objective(small, selectGreedy(small, { size: 60, seed, thresholdStep: 0.01, skeletonWeight: 0 })),
      ).toBeGreaterThan(0.98 * objective(small, exact))
    }
  })

  test('greedy keeps the shares of strata', () => {
    const chosen = selectGreedy(pool, { size: 700, seed: 3 })
    const counts = new Uint32Array(strataCount)
    for (const row of chosen) counts[stratumOf(pool, row)] = (counts[stratumOf(pool, row)] as number) + 1
    expect(counts).toEqual(strataQuotas(pool, 700))
  })

  test('greedy respects limits and then falls short', () => {
    const conceptLimits = new Uint32Array(pool.conceptIds.length).fill(7)
    const chosen = selectGreedy(pool, { size: 1500, seed: 3, conceptLimits })
    expect(Math.max(...countConcepts(pool, chosen))).toBeLessThanOrEqual(7)
    expect(chosen.length).toBeLessThan(1500)
    expect(chosen.length).toBeGreaterThan(40)
  })

  test('a concept with a quota of its own is raised to it', () => {
    const available = countConcepts(pool)
    const rare = available.indexOf(Math.min(...available.filter((count) => count >= 30)))
    const conceptFloors = new Uint32Array(pool.conceptIds.length).fill(1)
    conceptFloors[rare] = 28
    const options = { size: 150, seed: 3 }
    const usesWith = (changes: object): number =>
      countConcepts(pool, selectGreedy(pool, { ...options, ...changes }))[rare] as number
    expect(usesWith({ floor: 1 })).toBeLessThan(20)
    expect(usesWith({ conceptFloors, floorWeight: 5 })).toBeGreaterThanOrEqual(28)
  })

  test('rows without concepts and an empty pool are no obstacle', () => {
    const bare = sampleRows(5, 2).map((row) => ({ ...row, concepts: [] }))
    expect(selectGreedy(poolOf(bare), { size: 3, seed: 1 })).toHaveLength(3)
    expect(selectMetaclip(poolOf(bare), { size: 3, seed: 1 })).toHaveLength(3)
    expect(selectGreedy(poolOf([]), { size: 3, seed: 1 })).toHaveLength(0)
    expect(measureBalance(poolOf([])).rows).toBe(0)
  })
})

/** Plain greedy by exhaustive search at every step, the definition that the fast selection approximates. */
function exactGreedy(pool: BalancePool, size: number): Uint32Array {
  const available = countConcepts(pool)
  const used = new Uint32Array(available.length)
  const quotas = strataQuotas(pool, size)
  const chosen = new Set<number>()
  const conceptsOf = (row: number): Uint32Array =>
    pool.concepts.subarray(pool.offsets[row], pool.offsets[row + 1])
  const gainOf = (row: number): number =>
    conceptsOf(row).reduce((sum, concept) => {
      const uses = used[concept] as number
      return (
        sum +
        floorBonus(uses + 1, available[concept] as number) -
        floorBonus(uses, available[concept] as number) +
        2 * (Math.sqrt(uses + 2) - Math.sqrt(uses + 1))
      )
    }, 0) / conceptsOf(row).length
  while (chosen.size < size) {
    let best = -1
    for (let row = 0; row < pool.rows; row++) {
      if (chosen.has(row) || quotas[stratumOf(pool, row)] === 0) continue
      if (best === -1 || gainOf(row) > gainOf(best)) best = row
    }
    chosen.add(best)
    const stratum = stratumOf(pool, best)
    quotas[stratum] = (quotas[stratum] as number) - 1
    for (const concept of conceptsOf(best)) used[concept] = (used[concept] as number) + 1
  }
  return Uint32Array.from(chosen).sort()
}

test('the pool keeps what balance needs of a pair', () => {
  const pair = { ...samplePairFields, draft: { ...samplePairFields.draft } }
  expect(balanceRowOf(pair)).toEqual({
    id: 'a'.repeat(32),
    concepts: ['c'.repeat(32)],
    questionLength: 5,
    difficulty: 2,
    finalAnswer: '4',
    skeletonId: 'b'.repeat(32),
    steps: 1,
  })
})

const samplePairFields = {
  id: 'a'.repeat(32),
  skeletonId: 'b'.repeat(32),
  draft: {
    question: '2 + 2',
    solution: '2 + 2 = 4',
    realised: ['c'.repeat(32)],
    requested: ['d'.repeat(32)],
    difficulty: 2,
    finalAnswer: '4',
  },
}

describe('measureBalance', () => {
  const row = (id: string, concepts: string[], skeleton: string): BalanceRow => ({
    id: contentId('pair', id),
    concepts: concepts.map((name) => contentId('concept', name)),
    questionLength: 100,
    difficulty: 2,
    finalAnswer: '3/4',
    skeletonId: contentId('skeleton', skeleton),
    steps: 3,
  })

  test('matches a set counted by hand', () => {
    const pool = poolOf([
      row('1', ['a', 'b'], 'x'),
      row('2', ['a', 'b'], 'x'),
      row('3', ['a', 'c'], 'y'),
      row('4', ['a'], 'x'),
    ])
    const metrics = measureBalance(pool)
    expect(metrics).toMatchObject({
      rows: 4,
      conceptUses: 7,
      meanConceptsPerRow: 1.75,
      coverage: { at1: 1, at5: 0, at10: 0, atFloor: 1 },
      uses: { minimum: 1, median: 2, maximum: 4 },
      divergence: { kullbackLeibler: 0, totalVariation: 0 },
      conceptPairs: 2,
      questionLengths: { '80-159': 4 },
      difficulties: { '2': 4 },
      answerTypes: { fraction: 4 },
      skeletons: { distinct: 2, topShare: 0.75 },
    })
    const entropy = -(4 / 7) * Math.log(4 / 7) - (2 / 7) * Math.log(2 / 7) - (1 / 7) * Math.log(1 / 7)
    expect(metrics.effectiveConcepts).toBeCloseTo(Math.exp(entropy), 12)
    expect(metrics.normalisedEntropy).toBeCloseTo(entropy / Math.log(3), 12)
    expect(metrics.skeletons.effective).toBeCloseTo(
      Math.exp(-0.75 * Math.log(0.75) - 0.25 * Math.log(0.25)),
      12,
    )
  })

  test('counts concept pairs alike by bits and by sorting', () => {
    const pool = poolOf(sampleRows(500, 5))
    const chosen = selectUniform(pool, { size: 200, seed: 1 })
    const wide = { ...pool, conceptIds: Array.from({ length: 30_000 }, (_, place) => String(place)) }
    expect(countConceptPairs(wide, chosen)).toBe(countConceptPairs(pool, chosen))
  })

  test('names the shape of an answer', () => {
    const shapes = ['12', '-1,250', '0.5', '$\\frac{3}{4}$', '25\\%', '(1, 2)', 'x^2 + 1', 'Tuesday'].map(
      answerTypeOf,
      balanceRowOf,
    )
    expect(shapes).toEqual([
      'integer',
      'integer',
      'decimal',
      'fraction',
      'percentage',
      'list',
      'expression',
      'text',
    ])
  })
})

test('the report compares before, after and uniform, and names what no row reaches', () => {
  const pool = poolOf(sampleRows(800, 6))
  const options = { strategy: 'coverage', size: 80, seed: 2 } as const
  const chosen = selectBalanced(pool, options)
  const report = balanceReport(pool, {
    chosen,
    options,
    nameOf: (id) => `name of ${id.slice(0, 4)}`,
    wanted: [...pool.conceptIds, contentId('concept', 'absent')],
  }) as Record<string, never>
  expect(report['size']).toEqual({ asked: 80, selected: 80, pool: 800 })
  expect(report['before']).toMatchObject({ rows: 800 })
  expect(report['after']).toMatchObject({ rows: 80 })
  expect(report['uniform']).toMatchObject({ rows: 80 })
  expect(report['unreachable']).toEqual([`name of ${contentId('concept', 'absent').slice(0, 4)}`])
  expect(report['concepts']).toHaveLength(pool.conceptIds.length)
})
