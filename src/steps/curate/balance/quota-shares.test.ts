import { describe, expect, test } from 'vitest'
import { measureBalance, type BalanceMetrics } from './measure-balance.ts'
import { numberQuotas, quotaFileSchema } from './quota-shares.ts'
import { poolOf, sampleRows } from './sample-rows.ts'
import { selectGreedy } from './select-greedy.ts'

const rows = sampleRows(3000, 1)
const pool = poolOf(rows)

describe('quotas of a selection', () => {
  test('shares that are asked for are met as far as the pool has rows', () => {
    const shares = { difficulty: { '1': 0.5, '5': 0.05 }, length: { '640+': 0.1 }, steps: { '10+': 0.4 } }
    const { difficulties, questionLengths, solutionSteps } = measureBalance(pool, {
      chosen: selectGreedy(pool, { size: 600, seed: 3, shares }),
    })
    const found = [difficulties['1'], difficulties['5'], questionLengths['640+'], solutionSteps['10+']]
    // All are met at once, up to the rounding of their combinations.
    for (const [place, wanted] of [300, 30, 60, 240].entries())
      expect(Math.abs((found[place] as number) - wanted), String(found)).toBeLessThanOrEqual(3)
    const all = measureBalance(pool, {
      chosen: selectGreedy(pool, { size: 1500, seed: 3, shares: { difficulty: { '1': 0.9 } } }),
    })
    expect(all.rows).toBe(1500)
    expect(all.difficulties['1']).toBe(measureBalance(pool).difficulties['1'])
  })

  test('rebalancing makes long solutions as frequent as short ones', () => {
    const stepsWith = (stepRebalance: number): number[] =>
      Object.values(
        measureBalance(pool, {
          chosen: selectGreedy(pool, { size: 500, seed: 3, shares: { stepRebalance } }),
        }).solutionSteps,
      )
    expect(stepsWith(1)).toEqual([100, 100, 100, 100, 100])
    const spreadOf = (counts: readonly number[]): number => Math.max(...counts) - Math.min(...counts)
    expect(spreadOf(stepsWith(0.5))).toBeLessThan(spreadOf(stepsWith(0)))
  })

  test('answer types keep their shares though rare concepts have others', () => {
    const typed = rows.map((row, place) => ({
      ...row,
      finalAnswer: row.concepts.length > 2 || place % 7 === 0 ? '1/2' : '12',
    }))
    const own = poolOf(typed)
    const [before, after] = [undefined, selectGreedy(own, { size: 700, seed: 3 })].map((chosen) =>
      measureBalance(own, chosen === undefined ? {} : { chosen }),
    )
    for (const type of ['integer', 'fraction'])
      expect((after?.answerTypes[type] ?? 0) / 700).toBeCloseTo((before?.answerTypes[type] ?? 0) / 3000, 2)
  })

  test('the pair term brings more pairs of concepts, the skeleton term more skeletons', () => {
    const [plain, paired, varied] = [
      { skeletonWeight: 0 },
      { skeletonWeight: 0, pairWeight: 2 },
      { skeletonWeight: 1 },
    ].map((options) =>
      measureBalance(pool, { chosen: selectGreedy(pool, { size: 150, seed: 3, ...options }) }),
    ) as [BalanceMetrics, BalanceMetrics, BalanceMetrics]
    expect(paired.conceptPairs).toBeGreaterThan(plain.conceptPairs)
    expect(varied.skeletons.effective).toBeGreaterThan(plain.skeletons.effective)
  })

  test('quotas of concepts are numbered by name, and a name of none is refused', () => {
    const few = { conceptIds: ['a', 'b'] }
    const context = { nameOf: (id: string) => `name ${id}`, floor: 10, known: new Set(['far']) }
    expect(numberQuotas(few, {}, context)).toEqual({})
    expect(
      numberQuotas(few, { 'name b': { floor: 3, most: 7, weight: 2 }, far: { floor: 1 } }, context),
    ).toEqual({
      conceptFloors: Uint32Array.of(10, 3),
      conceptLimits: Uint32Array.of(0xffff_ffff, 7),
      conceptWeights: Float64Array.of(1, 2),
    })
    expect(() => numberQuotas(few, { nothing: { floor: 1 } }, context)).toThrow('nothing')
    expect(quotaFileSchema.safeParse({ shares: { difficulty: { '1': 0.7, '2': 0.6 } } }).success).toBe(false)
    expect(quotaFileSchema.safeParse({ shares: { difficulty: { '6': 0.1 } } }).success).toBe(false)
    expect(quotaFileSchema.safeParse({ shares: { steps: { '3-4': 0.1 } }, concepts: {} }).success).toBe(true)
  })
})
