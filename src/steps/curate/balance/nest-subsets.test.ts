import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gini } from '../../../foundations/statistics/gini.ts'
import { countConcepts } from './balance-pool.ts'
import { nestBalanced, nestByPlace, outside } from './nest-subsets.ts'
import { poolOf, sampleRows } from './sample-rows.ts'

function rowsUpTo(parts: Uint8Array, part: number): Uint32Array {
  return Uint32Array.from([...parts.keys()].filter((row) => (parts[row] as number) <= part))
}

describe('nested subsets', () => {
  it('have the sizes asked for, each inside the next, the rows of lowest place', () => {
    const cases = fc
      .array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 60 })
      .chain((places) =>
        fc.record({
          places: fc.constant(places),
          sizes: fc.uniqueArray(fc.integer({ min: 1, max: places.length }), { minLength: 1, maxLength: 6 }),
        }),
      )
    fc.assert(
      fc.property(cases, ({ places, sizes }) => {
        const ascending = sizes.toSorted((left, right) => left - right)
        const parts = nestByPlace(Float64Array.from(places), ascending)
        for (const [part, size] of ascending.entries()) {
          const rows = rowsUpTo(parts, part)
          expect(rows).toHaveLength(size)
          const highest = Math.max(...[...rows].map((row) => places[row] as number))
          const left = [...places.keys()].filter((row) => !rows.includes(row))
          expect(left.every((row) => (places[row] as number) >= highest)).toBe(true)
        }
      }),
    )
  })
  it('are each more even over concepts than a random sample, when balanced', () => {
    const pool = poolOf(sampleRows(3000, 1))
    const sizes = [100, 300, 1000]
    const balanced = nestBalanced(pool, sizes, 0)
    const random = nestByPlace(Float64Array.from(pool.ties), sizes)
    for (const [part, size] of sizes.entries()) {
      const rows = rowsUpTo(balanced, part)
      expect(rows).toHaveLength(size)
      const unevenness = gini(countConcepts(pool, rows))
      expect(unevenness).toBeLessThan(gini(countConcepts(pool, rowsUpTo(random, part))) - 0.05)
    }
    expect(balanced.filter((part) => part === outside)).toHaveLength(2000)
    expect(nestBalanced(pool, sizes, 0)).toEqual(balanced)
  })
  it('refuse sizes that cannot be', () => {
    for (const sizes of [[], [2, 2], [3, 1], [11]])
      expect(() => nestByPlace(new Float64Array(10), sizes)).toThrow(RangeError)
  })
})
