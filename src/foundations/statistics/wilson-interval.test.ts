import { describe, expect, it } from 'vitest'
import { wilsonInterval } from './wilson-interval.ts'

describe('wilsonInterval', () => {
  // Ends from the closed form, by hand: z² = 3.8414588.
  it.each([
    [0, 10, 0, 0.2775],
    [10, 10, 0.7225, 1],
    [5, 10, 0.2366, 0.7634],
    [81, 263, 0.2553, 0.3662],
  ])('of %i in %i is %f to %f', (successes, total, low, high) => {
    expect(wilsonInterval(successes, total).low).toBeCloseTo(low, 4)
    expect(wilsonInterval(successes, total).high).toBeCloseTo(high, 4)
  })

  it('refuses what is no share', () => {
    expect(() => wilsonInterval(0, 0)).toThrow(RangeError)
    expect(() => wilsonInterval(3, 2)).toThrow(RangeError)
  })
})
