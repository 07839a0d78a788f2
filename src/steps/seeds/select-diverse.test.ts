import { array, assert, integer, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seedId, type Seed } from '../../core/seed.ts'
import { greedyKCenter, medoid } from './greedy-k-center.ts'
import { embeddingDimension, embedHashed } from './hashed-embedding.ts'
import { selectDiverse } from './select-diverse.ts'

function seed(question: string): Seed {
  return { id: seedId(question), question, source: 's', split: 'train', license: 'MIT', language: 'en' }
}

function cosine(first: string, second: string): number {
  const table = new Float32Array(2 * embeddingDimension)
  embedHashed(first, table)
  embedHashed(second, table, embeddingDimension)
  let sum = 0
  for (let at = 0; at < embeddingDimension; at++)
    sum += (table[at] as number) * (table[at + embeddingDimension] as number)
  return sum
}

function unit(...degrees: number[]): Float32Array {
  const radians = degrees.map((angle) => (angle * Math.PI) / 180)
  return new Float32Array(radians.flatMap((angle) => [Math.cos(angle), Math.sin(angle)]))
}

describe('embedHashed', () => {
  it('puts like beside like', () => {
    const apples = 'Tom has 5 apples and buys 3 more. How many apples does he have?'
    expect(cosine(apples, 'Tom has 12 apples and buys 41 more. How many apples does he have?')).toBeCloseTo(
      1,
      5,
    )
    expect(cosine(apples, 'Find the derivative of $x^2 \\sin x$.')).toBeLessThan(0.4)
  })

  it('gives zeros for nothing', () => {
    const vector = new Float32Array(embeddingDimension).fill(7)
    embedHashed(' \n', vector)
    expect(vector.every((value) => value === 0)).toBe(true)
  })
})

describe('greedyKCenter', () => {
  it('takes the farthest row each time and reports the covering radius', () => {
    const table = { vectors: unit(0, 10, 90, 100, 180), dimension: 2 }
    const result = greedyKCenter(table, { count: 3, start: 0 })
    expect(result.centers).toEqual([0, 4, 2])
    expect(result.radius).toBeCloseTo(1 - Math.cos(Math.PI / 18), 4)
  })

  it('chooses every row once when all are wanted, equal rows too', () => {
    const result = greedyKCenter({ vectors: unit(0, 0, 0, 50), dimension: 2 }, { count: 9, start: 1 })
    expect(result.centers.toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3])
    expect(result.radius).toBe(0)
  })

  it('agrees with recomputing every distance, and its radius never rises', () => {
    assert(
      property(array(integer({ min: 0, max: 359 }), { minLength: 2, maxLength: 30 }), (angles) => {
        const vectors = unit(...angles)
        const result = greedyKCenter({ vectors, dimension: 2 }, { count: 4, start: 0 })
        const distance = (a: number, b: number): number =>
          1 -
          ((vectors[2 * a] as number) * (vectors[2 * b] as number) +
            (vectors[2 * a + 1] as number) * (vectors[2 * b + 1] as number))
        for (let taken = 1; taken <= result.centers.length; taken++) {
          const open = angles
            .map((_, row) => row)
            .filter((row) => !result.centers.slice(0, taken).includes(row))
          const far = open.map((row) =>
            Math.min(...result.centers.slice(0, taken).map((at) => distance(row, at))),
          )
          expect(result.radii[taken - 1]).toBeCloseTo(Math.max(0, ...far), 4)
        }
        expect(result.radii).toEqual(result.radii.toSorted((a, b) => b - a))
      }),
    )
  })

  it('starts in the middle', () => {
    expect(medoid({ vectors: unit(0, 40, 45, 50, 120), dimension: 2 })).toBe(3)
  })
})

describe('selectDiverse', () => {
  const kinds = [
    (n: number) => `Tom has ${n} apples and buys ${n + 1} more. How many apples does Tom have now?`,
    (n: number) => `Find the derivative of $x^{${n}} \\sin x$ with respect to $x$.`,
    (n: number) => `The area of a circle is ${n} square metres. Determine its radius.`,
    (n: number) => `In how many ways can ${n} people be seated around a round table?`,
  ]
  const seeds = kinds.flatMap((kind) => Array.from({ length: 10 }, (_, n) => seed(kind(n))))

  it('takes one of each kind before a second of any', async () => {
    const selection = await selectDiverse(seeds, { count: 4 })
    const chosen = selection.seeds.map((one) => one.question.split(' ').slice(0, 2).join(' '))
    expect(new Set(chosen).size).toBe(4)
  })

  it('does not depend on the order of the seeds', async () => {
    expect(await selectDiverse(seeds.toReversed(), { count: 7 })).toEqual(
      await selectDiverse(seeds, { count: 7 }),
    )
  })

  it('gives none of none', async () => {
    expect(await selectDiverse([], { count: 3 })).toEqual({ seeds: [], radius: 0, radii: [] })
  })
})
