import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Pair } from '../core/pair.ts'
import { readDifficultyScale } from './calibrate-run.ts'

/** Pair `pNN` has structural difficulty NN / 10. */
const pairs = {
  byId: (id: string): Promise<Pair | undefined> =>
    Promise.resolve(
      /^p\d\d$/.test(id)
        ? ({ id, draft: { difficulty: Number(id.slice(1)) / 10 } } as unknown as Pair)
        : undefined,
    ),
}

function rates(rows: readonly object[]): string {
  const file = join(mkdtempSync(join(tmpdir(), 'conceptloom-rates-')), 'rates.jsonl')
  writeFileSync(file, rows.map((row) => JSON.stringify(row)).join('\n'))
  return file
}

function row(place: number, change: object = {}): object {
  return { id: `p${place}`, model: 'small-7b', passed: place < 30 ? 8 : 2, of: 8, ...change }
}

const places = Array.from({ length: 40 }, (_, place) => place + 10)

describe('readDifficultyScale', () => {
  it('is structural without pass rates', async () => {
    const scale = await readDifficultyScale(undefined, pairs)
    expect(scale.label).toBe('structural-uncalibrated')
    expect(scale.of(2.5)).toBe(2.5)
  })

  it('is that of the model whose pass rates are given', async () => {
    const file = rates([...places.map((place) => row(place)), { ...row(10), id: 'from another workspace' }])
    const scale = await readDifficultyScale(file, pairs)
    expect(scale.label).toBe('calibrated: small-7b')
    expect(scale.calibration).toMatchObject({ pairs: 40, samples: 320 })
    expect([scale.of(1.2), scale.of(4.5)]).toEqual([1, 4])
  })

  it('refuses two models, too few pairs and rows that are no pass rates', async () => {
    const two = [...places.map((place) => row(place)), row(10, { model: 'other' })]
    await expect(readDifficultyScale(rates(two), pairs)).rejects.toThrow('2 models')
    await expect(readDifficultyScale(rates([row(10), row(11)]), pairs)).rejects.toThrow('2 of 2 rows')
    await expect(readDifficultyScale(rates([row(10), row(11, { passed: 9 })]), pairs)).rejects.toThrow(':2')
    await expect(readDifficultyScale('/no/such/file', pairs)).rejects.toThrow('cannot read')
  })
})
