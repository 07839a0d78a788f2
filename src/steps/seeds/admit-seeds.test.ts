import { describe, expect, it } from 'vitest'
import { seedId, type Seed } from '../../core/seed.ts'
import { admitSeeds } from './admit-seeds.ts'
import type { SeedRow } from './read-seeds.ts'

let line = 0

function row(question: string, more: Partial<Seed> = {}): SeedRow {
  const seed: Seed = {
    id: seedId(question),
    question,
    source: 'mine',
    split: 'train',
    license: 'MIT',
    language: 'en',
    ...more,
  }
  return { kind: 'seed', seed, place: { file: 'f', line: ++line }, notes: [] }
}

const bad: SeedRow = { kind: 'bad', place: { file: 'f', line: 9 }, reason: 'no question' }

describe('admitSeeds', () => {
  it('accounts for every row', async () => {
    const { seeds, report } = await admitSeeds([
      row('a'),
      bad,
      row('b'),
      row('a'),
      row('c', { split: 'test' }),
    ])
    expect(seeds.map((seed) => seed.question)).toEqual(['a', 'b'])
    expect(report).toMatchObject({ read: 5, bad: 1, duplicates: 1, excludedBySplit: 1, seeds: 2 })
    expect(report.badRows).toEqual([{ place: { file: 'f', line: 9 }, reason: 'no question' }])
    expect(report.excludedBySource).toEqual({ mine: 1 })
  })

  it('merges duplicates: the first wins, gaps are filled, different answers are reported', async () => {
    const { seeds, report } = await admitSeeds([
      row('a', { answer: '1' }),
      row('a', { answer: '2', solution: 's', source: 'other' }),
    ])
    expect(seeds).toMatchObject([{ answer: '1', solution: 's', source: 'mine' }])
    expect(report.duplicateSeeds).toMatchObject([{ id: seedId('a'), conflict: true }])
  })

  it('does not let a copy of a test row in, whichever comes first', async () => {
    for (const rows of [
      [row('a'), row('a', { split: 'test' })],
      [row('a', { split: 'test' }), row('a')],
    ])
      expect((await admitSeeds(rows)).report).toMatchObject({ seeds: 0, excludedBySplit: 1, duplicates: 1 })
  })

  it.each(['AGIEval-SAT', 'gaokao_bench_math_en', 'MATH-500', 'Fresh Gaokao 2023', 'own-benchmark'])(
    'protects the source %s',
    async (source) => {
      const { report } = await admitSeeds([row('a', { source })], { protectedSources: ['own-bench'] })
      expect(report.excludedBySplit).toBe(1)
    },
  )

  it('does not protect what only looks similar', async () => {
    const { report } = await admitSeeds([
      row('a', { source: 'MATH' }),
      row('b', { source: 'testimony' }),
      row('c', { split: 'testing-ground' }),
      row('d', { source: 'college_math' }),
    ])
    expect(report.seeds).toBe(4)
  })

  it('marks protected rows that are let in by name', async () => {
    const { seeds, report } = await admitSeeds([row('a', { split: 'test', meta: { x: 1 } }), row('b')], {
      allowTestSeeds: true,
    })
    expect(seeds.map((seed) => seed.meta)).toEqual([{ x: 1, protected: true }, undefined])
    expect(report).toMatchObject({ seeds: 2, protectedSeeds: 1, excludedBySplit: 0 })
  })
})
