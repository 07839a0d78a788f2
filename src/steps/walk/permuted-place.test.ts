import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { randomKey } from '../../core/random.ts'
import { chiSquareTest } from '../../foundations/statistics/chi-square.ts'
import { permutedPlace } from './permuted-place.ts'

describe('permutedPlace', () => {
  it('is a permutation for every size and cycle', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 700 }), fc.maxSafeNat(), fc.nat(), (size, cycle, seed) => {
        const key = randomKey('order', seed)
        const places = Array.from({ length: size }, (_, place) => permutedPlace(key, cycle, place, size))
        expect(new Set(places).size).toBe(size)
        expect(Math.max(...places)).toBe(size - 1)
      }),
    )
  })

  it('puts every place everywhere equally often', () => {
    const key = randomKey('order', 1)
    for (const size of [3, 8, 13]) {
      const counts = Array.from({ length: size * size }, () => 0)
      for (let cycle = 0; cycle < 20_000; cycle++) {
        for (let place = 0; place < size; place++) {
          const cell = place * size + permutedPlace(key, cycle, place, size)
          counts[cell] = (counts[cell] as number) + 1
        }
      }
      // Rows and columns have fixed sums; the statistic over all cells is then a little below its distribution.
      const { statistic, degreesOfFreedom } = chiSquareTest(
        counts,
        counts.map(() => 1),
      )
      expect(statistic).toBeLessThan(degreesOfFreedom + 4 * Math.sqrt(2 * degreesOfFreedom))
    }
  })
})
