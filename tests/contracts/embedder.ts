import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Embedder, VectorTable } from '../../src/core/ports.ts'

export interface FreshEmbedder {
  readonly embedder: Embedder
  readonly remove: () => Promise<void>
}

/** Product of two rows. */
export function productOf({ vectors, dimension }: VectorTable, a: number, b: number): number {
  let sum = 0
  for (let at = 0; at < dimension; at++)
    sum += (vectors[a * dimension + at] as number) * (vectors[b * dimension + at] as number)
  return sum
}

/** What every Embedder promises. */
export function describeEmbedder(name: string, open: () => Promise<FreshEmbedder>): void {
  describe(`embedder: ${name}`, () => {
    let fresh: FreshEmbedder
    beforeEach(async () => {
      fresh = await open()
    })
    afterEach(() => fresh.remove())

    test('gives one unit vector per text, in order', async () => {
      const texts = ['Find the area of the circle.', 'Tom buys apples.', 'Find the area of the circle.']
      const table = await fresh.embedder.embed(texts)
      expect(table.vectors).toHaveLength(3 * table.dimension)
      for (const row of [0, 1, 2]) expect(productOf(table, row, row)).toBeCloseTo(1, 5)
      expect(productOf(table, 0, 2)).toBeCloseTo(1, 5)
      expect(productOf(table, 0, 1)).toBeLessThan(0.9)
    })

    test('gives a text the same vector in any company', async () => {
      const many = Array.from({ length: 150 }, (_, at) => `What is ${'one more and '.repeat(at % 11)}${at}?`)
      const table = await fresh.embedder.embed(many)
      const backwards = await fresh.embedder.embed(many.toReversed())
      for (const row of [0, 70, 149]) {
        const start = row * table.dimension
        const other = (149 - row) * table.dimension
        expect(table.vectors.slice(start, start + table.dimension)).toEqual(
          backwards.vectors.slice(other, other + table.dimension),
        )
      }
    })

    test('puts like beside like', async () => {
      const table = await fresh.embedder.embed([
        'Tom has apples and buys more apples. How many apples does Tom have?',
        'Ann has apples and buys more apples. How many apples does Ann have?',
        'Differentiate the logarithm.',
      ])
      expect(productOf(table, 0, 1)).toBeGreaterThan(productOf(table, 0, 2))
    })

    test('gives nothing for nothing', async () => {
      expect((await fresh.embedder.embed([])).vectors).toHaveLength(0)
    })
  })
}
