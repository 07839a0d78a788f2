import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { StoreError, UsageError } from '../../core/errors.ts'
import type { Pair } from '../../core/pair.ts'
import { exportDataset, type ExportOptions } from './export-dataset.ts'
import { rowFormats } from './row-formats.ts'
import { sampleContext, samplePair, samplePairs } from './sample-pairs.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'export-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function optionsFor(name: string, changes: Partial<ExportOptions> = {}): ExportOptions {
  return { target: join(folder, name), name: 'sample', balance: { strategy: 'uniform' }, ...changes }
}

function filesUnder(path: string): string[] {
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(path.length + 1))
    .sort()
}

function linesOf(path: string): Record<string, never>[] {
  const text = readFileSync(path, 'utf8')
  expect(text.endsWith('\n')).toBe(true)
  return text
    .slice(0, -1)
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, never>)
}

describe('the folder appears whole or not at all', () => {
  async function* failing(after: number): AsyncGenerator<Pair> {
    for (let index = 0; index < after; index++) yield samplePair(index)
    await Promise.resolve()
    throw new Error('the store broke')
  }

  test('a failure midway leaves the earlier dataset and no trace', async () => {
    await exportDataset(samplePairs(10), sampleContext, optionsFor('out'))
    const before = filesUnder(join(folder, 'out')).map((file) =>
      readFileSync(join(folder, 'out', file), 'latin1'),
    )
    await expect(
      exportDataset(failing(30), sampleContext, optionsFor('out', { rowsPerGroup: 5 })),
    ).rejects.toThrow('the store broke')
    expect(
      filesUnder(join(folder, 'out')).map((file) => readFileSync(join(folder, 'out', file), 'latin1')),
    ).toEqual(before)
    expect(readdirSync(folder)).toEqual(['out'])
  })

  test('a failure midway leaves no new folder', async () => {
    await expect(exportDataset(failing(30), sampleContext, optionsFor('out'))).rejects.toThrow(
      'the store broke',
    )
    expect(readdirSync(folder)).toEqual([])
  })

  test('an unknown concept is a StoreError', async () => {
    const stranger = samplePair(1, { realised: ['0'.repeat(32)] })
    await expect(exportDataset([stranger], sampleContext, optionsFor('out'))).rejects.toThrow(StoreError)
  })

  test('a dataset of ours is replaced whole', async () => {
    await exportDataset(samplePairs(30), sampleContext, optionsFor('out', { formats: rowFormats }))
    await exportDataset([samplePair(0)], sampleContext, optionsFor('out'))
    expect(filesUnder(join(folder, 'out')).filter((file) => file.startsWith('jsonl/'))).toEqual([
      'jsonl/train.jsonl',
    ])
    expect(readdirSync(folder)).toEqual(['out'])
  })

  test('an empty folder is taken, through a link as well', async () => {
    mkdirSync(join(folder, 'real'))
    symlinkSync(join(folder, 'real'), join(folder, 'link'))
    await exportDataset(samplePairs(3), sampleContext, optionsFor('link'))
    expect(readdirSync(join(folder, 'real'))).toContain('manifest.json')
    expect(readdirSync(folder).sort()).toEqual(['link', 'real'])
  })

  test.each([
    ['another file', () => writeFileSync(join(folder, 'out/notes.txt'), 'mine')],
    [
      'a manifest of another tool',
      () => writeFileSync(join(folder, 'out/manifest.json'), '{"tool":"other"}'),
    ],
    ['a broken manifest', () => writeFileSync(join(folder, 'out/manifest.json'), '{')],
  ])('a folder with %s is refused and untouched', async (_what, fill) => {
    mkdirSync(join(folder, 'out'))
    fill()
    const before = filesUnder(folder)
    await expect(exportDataset(samplePairs(3), sampleContext, optionsFor('out'))).rejects.toThrow(UsageError)
    expect(filesUnder(folder)).toEqual(before)
  })

  test('a file in the place of the folder is refused', async () => {
    writeFileSync(join(folder, 'out'), 'mine')
    await expect(exportDataset(samplePairs(3), sampleContext, optionsFor('out'))).rejects.toThrow(
      'not a folder',
    )
    expect(readFileSync(join(folder, 'out'), 'utf8')).toBe('mine')
  })

  test('what a killed process left is cleared, and a cut replacement is undone', async () => {
    await exportDataset(samplePairs(4), sampleContext, optionsFor('.out.replaced'))
    mkdirSync(join(folder, '.out.partial-4194999-1/jsonl'), { recursive: true })
    await expect(exportDataset(failing(2), sampleContext, optionsFor('out'))).rejects.toThrow(
      'the store broke',
    )
    expect(readdirSync(folder)).toEqual(['out'])
    expect(linesOf(join(folder, 'out/jsonl/train.jsonl'))).toHaveLength(3)
  })
})
