import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chiSquareTest, chiSquareUpperTail } from './chi-square.ts'
import { effectiveNumber, entropy, normalisedEntropy } from './entropy.ts'
import { gini, giniAgainst } from './gini.ts'
import { systematicPlace } from './systematic-sample.ts'
import { totalVariation } from './total-variation.ts'

const counts = fc.array(fc.nat({ max: 1000 }), { minLength: 1, maxLength: 30 })

describe('entropy', () => {
  it('is ln 2 for two equal categories and 0 for one', () => {
    expect(entropy([3, 3])).toBeCloseTo(Math.LN2, 12)
    expect(entropy([5, 0])).toBe(0)
    expect(entropy([])).toBe(0)
  })
  it('has known normalised and effective values', () => {
    expect(normalisedEntropy([1, 1, 1])).toBeCloseTo(1, 12)
    expect(normalisedEntropy([9, 0, 0])).toBe(0)
    expect(effectiveNumber([2, 2, 2, 2])).toBeCloseTo(4, 12)
    expect(effectiveNumber([0, 0])).toBe(0)
    expect(effectiveNumber([3, 1])).toBeCloseTo(1.7548, 4)
  })
  it('refuses negative counts', () => expect(() => entropy([1, -1])).toThrow(RangeError))
  it('never exceeds the number of categories in use', () => {
    fc.assert(
      fc.property(counts, (values) => {
        expect(effectiveNumber(values)).toBeLessThanOrEqual(values.filter((v) => v > 0).length + 1e-9)
      }),
    )
  })
})

describe('gini', () => {
  it('has known values', () => {
    expect(gini([4, 4, 4])).toBeCloseTo(0, 12)
    expect(gini([0, 0, 0, 8])).toBeCloseTo(0.75, 12)
    expect(gini([1, 2, 3, 4])).toBeCloseTo(0.25, 12)
    expect(gini([])).toBe(0)
  })
  it('equals the mean absolute difference over twice the mean', () => {
    fc.assert(
      fc.property(counts, (values) => {
        const total = values.reduce((sum, v) => sum + v, 0)
        fc.pre(total > 0)
        const differences = values.flatMap((a) => values.map((b) => Math.abs(a - b)))
        const direct = differences.reduce((sum, v) => sum + v, 0) / (2 * values.length * total)
        expect(gini(values)).toBeCloseTo(direct, 9)
      }),
    )
  })
  it('against a target is 0 for proportional use', () => {
    expect(giniAgainst([2, 4, 6, 0], [1, 2, 3, 0])).toBeCloseTo(0, 12)
    expect(giniAgainst([1, 0], [1, 3])).toBeCloseTo(0.75, 12)
    expect(() => giniAgainst([1, 1], [1, 0])).toThrow(RangeError)
    expect(() => giniAgainst([1, 1], [1])).toThrow(RangeError)
  })
})

describe('totalVariation', () => {
  it('is 0 for proportional and 1 for disjoint distributions', () => {
    expect(totalVariation([1, 3], [2, 6])).toBe(0)
    expect(totalVariation([1, 0], [0, 5])).toBe(1)
    expect(totalVariation([1, 1], [3, 1])).toBeCloseTo(0.25, 12)
    expect(() => totalVariation([0], [1])).toThrow(RangeError)
  })
})

describe('chi-square', () => {
  it('matches published quantiles', () => {
    for (const [statistic, df, tail] of [
      [3.841459, 1, 0.05],
      [5.991465, 2, 0.05],
      [18.30704, 10, 0.05],
      [23.20925, 10, 0.01],
      [124.3421, 100, 0.05],
      [6.6349, 1, 0.01],
      [0.0157908, 1, 0.9],
      [77.92947, 100, 0.95],
      [1106.969, 1030, 0.04777],
    ] as const) {
      expect(chiSquareUpperTail(statistic, df)).toBeCloseTo(tail, statistic > 1000 ? 2 : 5)
    }
  })
  it('with two degrees of freedom is the exponential tail', () => {
    for (const x of [0.1, 1, 3.9, 4, 4.1, 20, 100]) {
      expect(chiSquareUpperTail(x, 2)).toBeCloseTo(Math.exp(-x / 2), 12)
    }
  })
  it('is continuous where the two expansions meet', () => {
    for (const df of [3, 17, 64, 501]) {
      const x = df + 2
      expect(chiSquareUpperTail(x - 1e-9, df)).toBeCloseTo(chiSquareUpperTail(x + 1e-9, df), 9)
    }
  })
  it('computes the statistic and pools sparse cells', () => {
    expect(chiSquareTest([8, 12], [1, 1]).statistic).toBeCloseTo(0.8, 12)
    const pooled = chiSquareTest([50, 48, 1, 1], [49, 49, 1, 1])
    expect(pooled.degreesOfFreedom).toBe(2)
    expect(chiSquareTest([7], [1]).pValue).toBe(1)
    expect(chiSquareTest([1, 5], [0, 5]).pValue).toBe(0)
    expect(chiSquareTest([400, 600], [1, 1]).pValue).toBeLessThan(1e-8)
  })
})

describe('systematicPlace', () => {
  it('takes every category the floor or the ceiling of its expectation', () => {
    const weights = fc.array(fc.nat({ max: 50 }), { minLength: 1, maxLength: 20 })
    const offset = fc.integer({ min: 0, max: 999 }).map((thousandths) => thousandths / 1000)
    fc.assert(
      fc.property(weights, fc.integer({ min: 1, max: 200 }), offset, (values, size, start) => {
        const total = values.reduce((sum, v) => sum + v, 0)
        fc.pre(total > 0)
        let sum = 0
        const cumulative = values.map((value) => (sum += value))
        const taken = values.map(() => 0)
        for (let place = 0; place < size; place++) {
          const category = systematicPlace(cumulative, { size, offset: start }, place)
          taken[category] = (taken[category] as number) + 1
        }
        values.forEach((value, category) => {
          const expected = (size * value) / total
          expect(taken[category]).toBeGreaterThanOrEqual(Math.floor(expected - 1e-9))
          expect(taken[category]).toBeLessThanOrEqual(Math.ceil(expected + 1e-9))
          if (value === 0) expect(taken[category]).toBe(0)
        })
      }),
    )
  })
  it('refuses what it cannot sample', () => {
    expect(() => systematicPlace([0, 0], { size: 1, offset: 0 }, 0)).toThrow(RangeError)
    expect(() => systematicPlace([], { size: 1, offset: 0 }, 0)).toThrow(RangeError)
  })
})
