import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { lastBoxed } from '../../foundations/answers/final-answer.ts'
import { admitSeeds } from './admit-seeds.ts'
import { readSeeds, type SeedRow } from './read-seeds.ts'
import { selectDiverse } from './select-diverse.ts'

const data = join(import.meta.dirname, '../../../../shared/data')
const present = existsSync(data)
if (!present && process.env['REQUIRE_PUBLIC_DATA'] === 'true')
  throw new Error(`public sets are missing: ${data}`)
if (!present) console.warn(`SKIPPED: public sets are missing: ${data}`)

async function rowsOf(name: string): Promise<SeedRow[]> {
  const rows: SeedRow[] = []
  for await (const row of readSeeds([join(data, name)])) rows.push(row)
  return rows
}

describe.skipIf(!present)('public sets', () => {
  it.each([
    ['gsm8k_train.jsonl', 7473],
    ['math_train.jsonl', 7500],
    ['tal_scq_en_train.jsonl', 3000],
    ['seeds_dev.jsonl', 2400],
    ['bench_dev.jsonl', 1000],
    ['xylonfu_extractions.jsonl', 100],
    ['mwpbench_samples', 600],
  ])('%s: %d rows, none bad', async (name, count) => {
    const rows = await rowsOf(name)
    expect(rows.filter((row) => row.kind === 'bad')).toEqual([])
    expect(rows).toHaveLength(count)
  })

  it('finds an answer in every row of the three training sets but the two MATH rows whose box is empty', async () => {
    const without = await Promise.all(
      ['gsm8k_train.jsonl', 'math_train.jsonl', 'tal_scq_en_train.jsonl'].map(async (name) => {
        const rows = await rowsOf(name)
        return rows.filter((row) => row.kind === 'seed' && row.seed.answer === undefined).length
      }),
    )
    expect(without).toEqual([0, 2, 0])
  })

  it('finds the same MATH answers as the set itself gives', async () => {
    const given = await rowsOf('math_train.jsonl')
    const different = given.filter(
      (row) => row.kind === 'seed' && (lastBoxed(row.seed.solution ?? '') ?? '') !== (row.seed.answer ?? ''),
    )
    expect(different.map((row) => row.place)).toEqual([])
  })

  it('excludes the 300 test rows among the development seeds and says so', async () => {
    const { report } = await admitSeeds(await rowsOf('seeds_dev.jsonl'))
    expect(report).toMatchObject({
      read: 2400,
      bad: 0,
      excludedBySplit: 300,
      excludedBySource: { CollegeMath: 300 },
    })
    expect(report.seeds).toBe(2400 - 300 - report.duplicates)
  })

  it('covers the seeds better than the same number taken from the front', async () => {
    const { seeds } = await admitSeeds(await rowsOf('seeds_dev.jsonl'))
    const { radius, radii } = await selectDiverse(seeds, { count: 100 })
    expect(radius).toBeLessThan(radii[9] as number)
  })
})
