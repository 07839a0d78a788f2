import { describe, expect, it } from 'vitest'
import { edgeWeight, normalisedPmi, type CoOccurrence } from './edge-weight.ts'

const pair: CoOccurrence = { both: 4, left: 8, right: 10, total: 100 }

describe('edgeWeight', () => {
  it('has the documented value for each scheme', () => {
    expect(edgeWeight(pair, { scheme: 'count', temperature: 1 })).toBe(4)
    expect(edgeWeight(pair, { scheme: 'lift', temperature: 1 })).toBe(5)
    expect(edgeWeight(pair, { scheme: 'uniform', temperature: 1 })).toBe(1)
    expect(edgeWeight(pair, { scheme: 'rare', temperature: 1 })).toBe(0.25)
  })
  it('raises the weight to 1/T', () => {
    expect(edgeWeight(pair, { scheme: 'count', temperature: 2 })).toBe(2)
    expect(edgeWeight(pair, { scheme: 'count', temperature: 0.5 })).toBe(16)
    expect(edgeWeight(pair, { scheme: 'count', temperature: 1e9 })).toBeCloseTo(1, 6)
  })
  it("agrees with the softmax of MathScale's Eq. 1-2", () => {
    const counts = [1, 2, 7, 40]
    const exponentials = counts.map((count) => Math.exp(Math.log(count + 1e-5)))
    const softmaxTotal = exponentials.reduce((sum, value) => sum + value, 0)
    const total = counts.reduce((sum, count) => sum + count, 0)
    counts.forEach((count, place) => {
      const weight = edgeWeight({ ...pair, both: count }, { scheme: 'count', temperature: 1 })
      expect(weight / total).toBeCloseTo((exponentials[place] as number) / softmaxTotal, 5)
    })
  })
  it('is never negative, even for pairs rarer than chance', () => {
    const repelled = { both: 1, left: 90, right: 90, total: 100 }
    expect(edgeWeight(repelled, { scheme: 'lift', temperature: 1 })).toBeGreaterThan(0)
  })
  it('refuses what has no weight', () => {
    expect(() => edgeWeight(pair, { scheme: 'count', temperature: 0 })).toThrow(RangeError)
    expect(() => edgeWeight({ ...pair, both: 0 }, { scheme: 'rare', temperature: 1 })).toThrow(RangeError)
  })
})

describe('normalisedPmi', () => {
  it('is 1 together only, 0 independent, −1 apart', () => {
    expect(normalisedPmi({ both: 5, left: 5, right: 5, total: 50 })).toBeCloseTo(1, 12)
    expect(normalisedPmi({ both: 2, left: 20, right: 10, total: 100 })).toBeCloseTo(0, 12)
    expect(normalisedPmi({ both: 0, left: 3, right: 3, total: 50 })).toBe(-1)
    expect(normalisedPmi({ both: 9, left: 9, right: 9, total: 9 })).toBe(0)
  })
})
