import { describe, expect, it } from 'vitest'
import { randomAt, randomKey } from '../../core/random.ts'
import { lossLeakage, type TextLosses } from './loss-leakage.ts'

function losses(mean: number, texts: number): TextLosses {
  const random = randomAt(randomKey('losses', mean), texts)
  return { losses: Array.from({ length: texts }, () => mean + (random.float() - 0.5)) }
}

describe('lossLeakage', () => {
  it('gives the two differences of means with Welch intervals', () => {
    const found = lossLeakage({
      test: { losses: [1, 2, 3] },
      reference: { losses: [2, 4] },
      train: { losses: [0, 1, 2, 1] },
    })
    expect(found.test).toEqual({ texts: 3, mean: 2 })
    // Variances of the means: 1/3, 1 and 1/6.
    expect(found.delta1).toMatchObject({ estimate: -1, low: expect.closeTo(-1 - 1.96 * Math.sqrt(4 / 3), 3) })
    expect(found.delta2).toMatchObject({ estimate: 1, high: expect.closeTo(1 + 1.96 * Math.sqrt(0.5), 3) })
    expect(found.verdict).toBe('undecided')
  })

  it('tells a test set that was trained on from one that was not', () => {
    const fresh = { reference: losses(0.6, 500), train: losses(0.4, 500) }
    expect(lossLeakage({ test: losses(0.605, 500), ...fresh }).verdict).toBe('not-seen')
    expect(lossLeakage({ test: losses(0.41, 500), ...fresh }).verdict).toBe('leaked')
    expect(lossLeakage({ test: losses(0.61, 500), reference: losses(0.6, 500) }).verdict).toBe('undecided')
  })

  it('refuses a set without texts', () => {
    expect(() => lossLeakage({ test: { losses: [] } })).toThrow(RangeError)
  })
})
