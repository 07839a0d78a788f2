import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { fallingAt, fitFalling } from './isotonic-regression.ts'
import { rankCorrelation, ranksOf } from './rank-correlation.ts'

it('shares ranks among equals', () => {
  expect([...ranksOf([30, 10, 10, 20])]).toEqual([3, 0.5, 0.5, 2])
})

it('is 1 for one order, -1 for the opposite, 0 without variation', () => {
  expect(rankCorrelation([1, 2, 30], [2, 5, 6])).toBeCloseTo(1, 12)
  expect(rankCorrelation([1, 2, 30], [6, 5, 2])).toBeCloseTo(-1, 12)
  expect(rankCorrelation([1, 1, 1], [6, 5, 2])).toBe(0)
  // Worked by hand: ranks 0 1 2 3 against 1 0 3 2.
  expect(rankCorrelation([1, 2, 3, 4], [2, 1, 4, 3])).toBeCloseTo(0.6, 12)
  expect(() => rankCorrelation([1], [1, 2])).toThrow(RangeError)
})

it('the fitted function falls, keeps the weighted mean, and leaves what falls already alone', () => {
  const points = fc.array(
    fc.record({
      x: fc.integer({ min: 0, max: 20 }),
      y: fc.integer({ min: 0, max: 9 }),
      weight: fc.integer({ min: 1, max: 5 }),
    }),
    { minLength: 1, maxLength: 25 },
  )
  fc.assert(
    fc.property(points, (list) => {
      const steps = fitFalling(list)
      const falls = steps.every((step, place) => place === 0 || step.y < (steps[place - 1]?.y ?? 0))
      const fitted = list.reduce((sum, { x, weight }) => sum + weight * fallingAt(steps, x), 0)
      const given = list.reduce((sum, { y, weight }) => sum + weight * y, 0)
      return falls && Math.abs(fitted - given) < 1e-6
    }),
  )
  expect(
    fitFalling([
      { x: 2, y: 0.5, weight: 1 },
      { x: 1, y: 0.9, weight: 1 },
    ]),
  ).toEqual([
    { from: 1, to: 1, y: 0.9 },
    { from: 2, to: 2, y: 0.5 },
  ])
  expect(() => fallingAt([], 1)).toThrow(RangeError)
})
