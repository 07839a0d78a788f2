import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bootstrapMean, bootstrapRatio, quantile, resampledPlaces } from './bootstrap.ts'
import { compareScaling } from './compare-scaling.ts'
import { fitStepLaw } from './fit-step-law.ts'
import { mcnemarTest } from './mcnemar.ts'
import { minimumWithin } from './minimum-within.ts'
import { passAtK } from './pass-at-k.ts'
import { fitCurve } from './scaling-curves.ts'

const sampled = fc.integer({ min: 1, max: 60 }).chain((samples) =>
  fc.record({
    samples: fc.constant(samples),
    right: fc.integer({ min: 0, max: samples }),
    k: fc.integer({ min: 1, max: samples }),
  }),
)

describe('passAtK', () => {
  it('is worked by hand: 2 right of 5, k = 2 → 1 - 3/10', () => {
    expect(passAtK(5, 2, 2)).toBeCloseTo(0.7, 14)
  })
  it('is the share right at k = 1, whether any is right at k = n, and grows with k and with what is right', () => {
    fc.assert(
      fc.property(sampled, ({ samples, right, k }) => {
        expect(passAtK(samples, right, 1)).toBeCloseTo(right / samples, 12)
        expect(passAtK(samples, right, samples)).toBe(right > 0 ? 1 : 0)
        const value = passAtK(samples, right, k)
        expect(value).toBeGreaterThanOrEqual(0)
        expect(value).toBeLessThanOrEqual(1)
        if (k < samples) expect(passAtK(samples, right, k + 1)).toBeGreaterThanOrEqual(value - 1e-12)
        if (right < samples) expect(passAtK(samples, right + 1, k)).toBeGreaterThanOrEqual(value - 1e-12)
      }),
    )
  })
  it('keeps its digits at many samples and refuses what is no count', () => {
    expect(passAtK(100_000, 1, 100)).toBeCloseTo(0.001, 12)
    expect(() => passAtK(3, 4, 1)).toThrow(RangeError)
    expect(() => passAtK(3, 1, 4)).toThrow(RangeError)
    expect(() => passAtK(3, 1.5, 1)).toThrow(RangeError)
  })
})

describe('mcnemarTest', () => {
  it('is worked by hand: 1 against 5 → 2 · 7/64; no discordant item says nothing', () => {
    expect(mcnemarTest(1, 5)).toMatchObject({ onlyFirst: 1, onlySecond: 5 })
    expect(mcnemarTest(1, 5).exactP).toBeCloseTo(14 / 64, 13)
    expect(mcnemarTest(1, 5).statistic).toBeCloseTo(1.5, 13)
    expect(mcnemarTest(0, 0)).toMatchObject({ exactP: 1, statistic: 0, chiSquareP: 1 })
    expect(() => mcnemarTest(-1, 2)).toThrow(RangeError)
  })
  it('is the same for both orders, and never above 1', () => {
    const count = fc.integer({ min: 0, max: 3000 })
    fc.assert(
      fc.property(count, count, (first, second) => {
        const there = mcnemarTest(first, second)
        const back = mcnemarTest(second, first)
        expect(there.exactP).toBe(back.exactP)
        expect(there.exactP).toBeGreaterThanOrEqual(0)
        expect(there.exactP).toBeLessThanOrEqual(1)
        expect(there.chiSquareP).toBe(back.chiSquareP)
      }),
    )
  })
})

describe('bootstrap', () => {
  it('is the same for the same seed, holds the estimate, and has no width where all are alike', () => {
    const values = fc.array(fc.constantFrom(0, 1), { minLength: 1, maxLength: 40 })
    fc.assert(
      fc.property(values, fc.nat(), (list, seed) => {
        const interval = bootstrapMean(list, { resamples: 60, seed })
        expect(interval).toEqual(bootstrapMean(list, { resamples: 60, seed }))
        expect(interval.low).toBeLessThanOrEqual(interval.high)
        if (new Set(list).size === 1) expect(interval.low).toBe(interval.high)
      }),
    )
  })
  it('covers the truth about as often as it says', () => {
    let covered = 0
    for (let round = 0; round < 200; round++) {
      const drawn = [...resampledPlaces(200, 99, round)].map((place) => Number(place < 60))
      const { low, high } = bootstrapMean(drawn, { resamples: 200, seed: round })
      if (low <= 0.3 && 0.3 <= high) covered++
    }
    expect(covered).toBeGreaterThanOrEqual(180)
    expect(covered).toBeLessThanOrEqual(199)
  })
  it('is wider over clusters than over their members, and the same for clusters of one', () => {
    const values = Array.from({ length: 60 }, (_, place) => Number(place % 3 === 0))
    const each = bootstrapMean(values.flatMap((value) => [value, value, value, value]))
    const clustered = bootstrapRatio(
      values.map((value) => 4 * value),
      values.map(() => 4),
    )
    expect((clustered.high - clustered.low) / (each.high - each.low)).toBeGreaterThan(1.8)
    expect(
      bootstrapRatio(
        values,
        values.map(() => 1),
      ),
    ).toEqual(bootstrapMean(values))
  })
  it('refuses nothing and nonsense', () => {
    expect(() => bootstrapMean([])).toThrow(RangeError)
    expect(() => bootstrapMean([1], { level: 1 })).toThrow(RangeError)
    expect(() => bootstrapRatio([1, 2], [1])).toThrow(RangeError)
    expect(quantile([1, 2, 4], 0.75)).toBe(3)
  })
})

describe('minimumWithin', () => {
  it('finds the lowest of several valleys and ends', () => {
    expect(minimumWithin((x) => (x - 3) ** 2, { low: -10, high: 10 })).toBeCloseTo(3, 6)
    expect(minimumWithin((x) => Math.cos(3 * x) + 0.1 * x, { low: 0, high: 10 })).toBeCloseTo(1.036, 2)
    expect(minimumWithin((x) => -x, { low: 0, high: 2 })).toBeCloseTo(2, 9)
  })
})

describe('scaling curves', () => {
  const sizes = [7500, 15_000, 30_000, 60_000, 120_000, 240_000, 480_000, 960_000]
  const series = (curve: (size: number) => number) => sizes.map((size) => ({ size, accuracy: curve(size) }))

  it('gives back the parameters of exact curves', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.05, max: 1, noNaN: true }),
        fc.double({ min: 0.3, max: 1, noNaN: true }),
        fc.double({ min: 0.05, max: 0.3, noNaN: true }),
        (exponent, limit, gap) => {
          const a = gap * 7500 ** exponent
          const points = series((size) => limit - a * size ** -exponent)
          const fit = fitCurve('saturating', points)
          expect(fit.squares).toBeLessThan(1e-12)
          for (const { size, accuracy } of points) expect(fit.at(size)).toBeCloseTo(accuracy, 5)
        },
      ),
      { numRuns: 30 },
    )
    const line = fitCurve(
      'logarithmic',
      series((size) => 0.04 * Math.log(size) - 0.2),
    ).parameters
    expect(line['a']).toBeCloseTo(-0.2, 10)
    expect(line['b']).toBeCloseTo(0.04, 10)
    const power = fitCurve(
      'power',
      series((size) => 1 - 2 * size ** -0.1),
    ).parameters
    expect(power['a']).toBeCloseTo(2, 5)
    expect(power['b']).toBeCloseTo(0.1, 6)
  })
  it('never lets accuracy saturate above 1', () => {
    const { parameters } = fitCurve(
      'saturating',
      series((size) => 0.1 * Math.log(size) - 0.7),
    )
    expect(parameters['c']).toBeLessThanOrEqual(1)
  })
  it('names the curve where the points tell, and says so where they do not', () => {
    const bent = compareScaling(
      series((size) => 0.5 - 30 * size ** -0.5).map((point, place) => ({
        ...point,
        accuracy: point.accuracy + (place % 2 === 0 ? 0.001 : -0.001),
      })),
      { resamples: 50, predictAt: [1_920_000] },
    )
    expect(bent).toMatchObject({ best: 'saturating', basis: 'residuals' })
    const [prediction] = bent.curves.find(({ name }) => name === 'saturating')?.predictions ?? []
    expect(prediction?.accuracy.estimate).toBeCloseTo(0.48, 2)
    expect(prediction?.accuracy.low).toBeLessThanOrEqual(0.48)
    const noisy = compareScaling(
      series((size) => 0.3 + 0.01 * ((size / 7500) % 7)).map((point) => ({ ...point, items: 500 })),
      { resamples: 50 },
    )
    expect(noisy.best).toBeUndefined()
    expect(noisy.basis).toBe('binomial')
    expect(noisy.verdict).toMatch(/^not distinguishable/)
    const few = compareScaling(series((size) => 0.04 * Math.log(size) - 0.2).slice(0, 5), { resamples: 10 })
    expect(few.verdict).toBe(
      'not distinguishable: 5 points are too few to judge a saturating curve; give at least 8',
    )
  })
  it('has weights that sum to 1 and intervals around what was drawn', () => {
    const points = series((size) => 0.04 * Math.log(size) - 0.2).map((point) => ({ ...point, items: 1000 }))
    const { curves } = compareScaling(points, { resamples: 200 })
    expect(curves.reduce((sum, { weight = 0 }) => sum + weight, 0)).toBeCloseTo(1, 12)
    const slope = curves[0]?.parameters['b']
    expect(slope?.low).toBeLessThan(0.04)
    expect(slope?.high).toBeGreaterThan(0.04)
  })
  it('refuses what is no curve', () => {
    expect(() => fitCurve('power', [{ size: 0, accuracy: 0.1 }])).toThrow(RangeError)
    expect(() =>
      fitCurve(
        'power',
        series(() => 2),
      ),
    ).toThrow(RangeError)
    expect(() => compareScaling(series(() => 0.5).slice(0, 2))).toThrow(RangeError)
  })
})

describe('fitStepLaw', () => {
  it('gives back the accuracy of one step', () => {
    const items = [1, 2, 3, 4].map((steps) => ({
      steps,
      samples: 10_000,
      right: Math.round(10_000 * 0.8 ** steps),
    }))
    const law = fitStepLaw(items, { resamples: 50 })
    expect(law.perStep.estimate).toBeCloseTo(0.8, 4)
    expect(law.rootMeanSquare).toBeLessThan(1e-4)
    expect(law.points.map(({ steps, items: count }) => [steps, count])).toEqual([
      [1, 1],
      [2, 1],
      [3, 1],
      [4, 1],
    ])
  })
})
