import { Worker } from 'node:worker_threads'
import { describe, expect, it } from 'vitest'
import type { VectorTable } from '../../core/ports.ts'
import { randomAt, randomKey } from '../../core/random.ts'
import { allocateShared, hasKernel } from './absorb-center.ts'
import { greedyKCenter } from './greedy-k-center.ts'
import type { KCenterJob } from './k-center-table.ts'

/** Unit vectors around a few middles, some rows equal, so that there are ties. */
function clustered(name: string, rows: number, dimension: number): VectorTable {
  const vectors = new Float32Array(rows * dimension)
  const key = randomKey('k-center test', name)
  for (let row = 0; row < rows; row++) {
    const random = randomAt(key, row % 7 === 0 ? 0 : row)
    const middle = random.integer(0, 9)
    let squares = 0
    for (let at = 0; at < dimension; at++) {
      const value = random.float() - 0.5 + (at % 10 === middle ? 0.6 : 0)
      vectors[row * dimension + at] = value
      squares += value * value
    }
    for (let at = 0; at < dimension; at++) {
      const place = row * dimension + at
      vectors[place] = (vectors[place] as number) / Math.sqrt(squares)
    }
  }
  return { vectors, dimension }
}

describe('the kernels', () => {
  it.each([
    ['a dimension that fills no block', 500, 5],
    ['one block and a little', 700, 33],
    ['the hashed embedding', 1500, 384],
    ['a single row', 1, 384],
  ])('choose the same rows: %s', (name, rows, dimension) => {
    const table = clustered(name, rows, dimension)
    const options = { count: 150, start: rows >> 1 }
    expect(hasKernel()).toBe(true)
    expect(greedyKCenter(table, { ...options, kernel: 'wasm' })).toEqual(
      greedyKCenter(table, { ...options, kernel: 'scalar' }),
    )
  })

  it('choose what distances of full precision choose, but for rows that are equally far to 1e-4', () => {
    const table = clustered('precise', 400, 64)
    const { vectors, dimension } = table
    const cosine = (a: number, b: number): number => {
      let sum = 0
      for (let at = 0; at < dimension; at++)
        sum += (vectors[a * dimension + at] as number) * (vectors[b * dimension + at] as number)
      return sum
    }
    const { centers, radii } = greedyKCenter(table, { count: 60, start: 3 })
    for (let taken = 1; taken < centers.length; taken++) {
      const nearest = Array.from({ length: 400 }, (_, row) =>
        Math.max(...centers.slice(0, taken).map((center) => cosine(row, center))),
      )
      expect(nearest[centers[taken] as number]).toBeLessThan(Math.min(...nearest) + 1e-4)
      expect(radii[taken - 1]).toBeCloseTo(1 - Math.min(...nearest), 4)
    }
  })

  it('use bare memory where SIMD is not wanted', () => {
    expect(allocateShared('scalar')(1)).toBeInstanceOf(SharedArrayBuffer)
    expect(allocateShared('wasm')(1)).not.toBeInstanceOf(SharedArrayBuffer)
  })
})

describe('threads', () => {
  const helper = `
    const { workerData } = require('node:worker_threads')
    import(workerData.module).then(({ helpKCenter }) => helpKCenter(workerData.job))`

  it.each(['wasm', 'scalar'] as const)('change nothing (%s)', async (kernel) => {
    const table = clustered('threads', 6000, 384)
    const options = { count: 250, start: 0, kernel }
    const alone = greedyKCenter(table, options)
    const workers: Worker[] = []
    const startHelpers = (job: KCenterJob): void => {
      const module = new URL('./share-k-center.ts', import.meta.url).href
      for (let started = 0; started < 3; started++)
        workers.push(new Worker(helper, { eval: true, workerData: { module, job } }))
    }
    try {
      expect(greedyKCenter(table, { ...options, startHelpers })).toEqual(alone)
      expect(workers).toHaveLength(3)
      // The leader lets them go, so each ends by itself.
      const codes = await Promise.all(
        workers.map((worker) => new Promise((resolve) => worker.once('exit', resolve))),
      )
      expect(codes).toEqual([0, 0, 0])
    } finally {
      await Promise.all(workers.map((worker) => worker.terminate()))
    }
  })
})
