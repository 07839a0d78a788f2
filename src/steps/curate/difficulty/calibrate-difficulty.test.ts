import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  calibrateDifficulty,
  calibratedDifficulty,
  calibratedLabel,
  passRateSchema,
} from './calibrate-difficulty.ts'

const rate = fc.record({
  score: fc.double({ min: 1, max: 5, noNaN: true }),
  passed: fc.nat(8),
  of: fc.constant(8),
})

describe('calibrateDifficulty', () => {
  it('gives 1 where the model always passes, 5 where it never does, and names it', () => {
    const calibration = calibrateDifficulty('small-model', [
      { score: 1.5, passed: 8, of: 8 },
      { score: 2, passed: 6, of: 8 },
      { score: 2.5, passed: 7, of: 8 },
      { score: 4, passed: 0, of: 8 },
    ])
    expect(calibratedLabel(calibration)).toBe('calibrated: small-model')
    expect(calibration).toMatchObject({ pairs: 4, samples: 32 })
    expect(calibratedDifficulty(calibration, 1)).toBe(1)
    // 6 and 7 of 8 come in the wrong order and are pooled.
    expect(calibratedDifficulty(calibration, 2)).toBe(calibratedDifficulty(calibration, 2.5))
    expect(calibratedDifficulty(calibration, 2)).toBeCloseTo(1 + 4 * (3 / 16), 9)
    expect(calibratedDifficulty(calibration, 5)).toBe(5)
  })

  it('never falls with the score, whatever the rates', () => {
    const scores = fc.double({ min: 0, max: 6, noNaN: true })
    fc.assert(
      fc.property(fc.array(rate, { minLength: 1, maxLength: 30 }), scores, scores, (rates, a, b) => {
        const calibration = calibrateDifficulty('any', rates)
        const at = (score: number): number => calibratedDifficulty(calibration, score)
        return at(Math.min(a, b)) <= at(Math.max(a, b)) && at(a) >= 1 && at(a) <= 5
      }),
    )
  })

  it('refuses nothing to fit, and rows that are no pass rates', () => {
    expect(() => calibrateDifficulty('any', [])).toThrow(RangeError)
    expect(passRateSchema.safeParse({ id: 'a', model: 'm', passed: 3, of: 2 }).success).toBe(false)
    expect(passRateSchema.safeParse({ id: 'a', passed: 1, of: 2 }).success).toBe(false)
    expect(passRateSchema.safeParse({ id: 'a', model: 'm', passed: 1, of: 2, note: 'x' }).success).toBe(true)
  })
})
