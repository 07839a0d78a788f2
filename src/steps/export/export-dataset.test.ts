import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } from 'hyparquet'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { UsageError } from '../../core/errors.ts'
import { sha256 } from '../../core/identity.ts'
import type { Pair } from '../../core/pair.ts'
import { exportDataset, type ExportOptions } from './export-dataset.ts'
import { withAnswerLine } from './export-row.ts'
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

async function parquetRows(path: string): Promise<Record<string, unknown>[]> {
  return parquetReadObjects({ file: await asyncBufferFromFile(path) })
}

describe('the files of a dataset', () => {
  test('are these, with rows in their splits', async () => {
    const summary = await exportDataset(
      samplePairs(60),
      sampleContext,
      optionsFor('out', { formats: rowFormats }),
    )
    expect(summary).toMatchObject({
      rows: 60,
      splits: { train: 30, validation: 10, test: 10, 'test-held-out-family': 10 },
      refusedForLicense: 0,
    })
    const files = filesUnder(join(folder, 'out'))
    for (const split of ['train', 'validation', 'test', 'test-held-out-family']) {
      expect(files).toContain(`data/${split}-00000-of-00001.parquet`)
      expect(files).toContain(`jsonl/${split}.jsonl`)
      for (const format of ['alpaca', 'sharegpt', 'plain', 'openai', 'rl'])
        expect(files).toContain(`jsonl/${split}.${format}.jsonl`)
    }
    expect(files.filter((file) => !file.includes('/'))).toEqual([
      'BALANCE.json',
      'LICENSES.md',
      'README.md',
      'SHA256SUMS',
      'axolotl.yaml',
      'concepts.jsonl',
      'dataset_info.json',
      'manifest.json',
      'seeds.jsonl',
      'trl.md',
    ])
    expect(readdirSync(folder)).toEqual(['out'])
  })

  test('the manifest and the checksums name every file and its true digest', async () => {
    await exportDataset(samplePairs(20), sampleContext, optionsFor('out'))
    const out = join(folder, 'out')
    const sums = readFileSync(join(out, 'SHA256SUMS'), 'utf8').trimEnd().split('\n')
    expect(sums.map((line) => line.slice(66)).sort()).toEqual(
      filesUnder(out).filter((file) => file !== 'SHA256SUMS'),
    )
    for (const line of sums) expect(line.slice(0, 64)).toBe(sha256(readFileSync(join(out, line.slice(66)))))
    const manifest = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8')) as Record<string, never>
    expect(manifest).toMatchObject({
      tool: 'conceptloom',
      schemaVersion: 1,
      rows: 20,
      formats: ['messages', 'parquet'],
    })
    expect(manifest['files']).toHaveLength(sums.length - 1)
    if (process.platform === 'linux')
      execFileSync('sha256sum', ['--check', '--quiet', 'SHA256SUMS'], { cwd: out })
  })

  test('two exports of the same pairs are byte for byte equal', async () => {
    const formats = { formats: rowFormats, rowsPerShard: 7, rowsPerGroup: 3 }
    await exportDataset(samplePairs(50), sampleContext, optionsFor('one', formats))
    await exportDataset(samplePairs(50).values(), sampleContext, optionsFor('two', formats))
    expect(filesUnder(join(folder, 'two'))).toEqual(filesUnder(join(folder, 'one')))
    for (const file of filesUnder(join(folder, 'one'))) {
      expect(readFileSync(join(folder, 'two', file)).equals(readFileSync(join(folder, 'one', file)))).toBe(
        true,
      )
    }
  })

  test('no file holds this machine', async () => {
    await exportDataset(samplePairs(5), sampleContext, optionsFor('out'))
    for (const file of filesUnder(join(folder, 'out')))
      expect(readFileSync(join(folder, 'out', file), 'latin1')).not.toContain(folder)
  })
})

describe('every format gives the text back', () => {
  const hard = [
    'He said "no" \\ and left.\nNext line,\ttab',
    'Let $\\frac{a}{b} = \\sqrt[3]{2}$ and \\[x^2\\]',
    '数学 ∑ é 👩‍🏫 \u2028 \u2029 \u0085 \u0000 end',
    'lone \ud800 surrogate',
    '| a | b |\n---\n`code`',
  ]
  const pairs = hard.map((question, index) => ({
    ...samplePair(index, {
      question,
      solution: `${question}\nThe answer is 5.`,
      finalAnswer: '5',
      evidence: { question },
    }),
    split: 'train',
  }))
  const texts = hard.map((text) => text.toWellFormed())

  test('JSON Lines', async () => {
    await exportDataset(pairs, sampleContext, optionsFor('out', { formats: rowFormats }))
    const read = (suffix: string): Record<string, never>[] =>
      linesOf(join(folder, 'out', `jsonl/train${suffix}.jsonl`))
    const solutions = texts.map((text) => `${text}\nThe answer is 5.`)
    const chat = texts.map((text, place) => [
      { role: 'user', content: text },
      { role: 'assistant', content: solutions[place] },
    ])
    expect(read('').map((row) => row['messages'])).toEqual(chat)
    expect(read('.openai')).toEqual(chat.map((messages) => ({ messages })))
    expect(read('.alpaca').map((row) => [row['instruction'], row['input'], row['output']])).toEqual(
      texts.map((text, place) => [text, '', solutions[place]]),
    )
    expect(read('.sharegpt').map((row) => row['conversations'])).toEqual(
      texts.map((text, place) => [
        { from: 'human', value: text },
        { from: 'gpt', value: solutions[place] },
      ]),
    )
    expect(read('.plain').map((row) => [row['question'], row['solution'], row['answer']])).toEqual(
      texts.map((text, place) => [text, solutions[place], '5']),
    )
    for (const [place, row] of read('.rl').entries()) {
      expect(row).toMatchObject({
        prompt: [{ role: 'user', content: texts[place] }],
        ground_truth: '5',
        reward_model: { style: 'rule', ground_truth: '5' },
        data_source: 'sample',
      })
    }
    for (const format of rowFormats) {
      const file = format === 'messages' ? 'train.jsonl' : `train.${format}.jsonl`
      expect(readFileSync(join(folder, 'out/jsonl', file), 'utf8')).not.toMatch(/[\u0085\u2028\u2029]/)
    }
  })

  test('Parquet, with real lists and structs, equal to the messages rows', async () => {
    await exportDataset(pairs, sampleContext, optionsFor('out'))
    const path = join(folder, 'out/data/train-00000-of-00001.parquet')
    const rows = await parquetRows(path)
    const lines = linesOf(join(folder, 'out/jsonl/train.jsonl'))
    expect(
      JSON.parse(
        JSON.stringify(rows, (_, value: unknown) => (typeof value === 'bigint' ? Number(value) : value)),
      ),
    ).toEqual(lines)
    const { schema } = await parquetMetadataAsync(await asyncBufferFromFile(path))
    expect(
      schema.filter((element) => element.converted_type === 'LIST').map((element) => element.name),
    ).toEqual(['messages', 'concepts', 'topics', 'licenses', 'flags', 'families', 'seeds', 'steps'])
    expect(schema.some((element) => element.converted_type === 'JSON')).toBe(false)
  })

  test('a row tells where it comes from', async () => {
    await exportDataset([samplePair(0)], sampleContext, optionsFor('out'))
    expect(linesOf(join(folder, 'out/jsonl/train.jsonl'))[0]).toMatchObject({
      id: samplePair(0).id,
      concepts: ['addition of integers', 'unit price'],
      topics: ['arithmetic'],
      rung: 5,
      licenses: ['Apache-2.0'],
      provenance: {
        engine: 'procedural',
        families: ['unit-price', 'total-cost'],
        seeds: samplePair(0).supportingSeeds,
        walk: {
          mode: 'mathscale',
          seed: 7,
          steps: [
            { concept: 'arithmetic', phase: 'start' },
            { concept: 'unit price', seeds: 3 },
          ],
        },
      },
    })
    expect(linesOf(join(folder, 'out/seeds.jsonl'))).toEqual([
      { id: samplePair(0).supportingSeeds[0], source_id: 'own-0', source: 'own', license: 'Apache-2.0' },
    ])
  })
})

test('shards are split and numbered, and lose no row', async () => {
  const pairs = Array.from({ length: 25 }, (_, index) => ({ ...samplePair(index), split: 'train' }))
  await exportDataset(pairs, sampleContext, optionsFor('out', { rowsPerShard: 10, rowsPerGroup: 4 }))
  const shards = readdirSync(join(folder, 'out/data')).sort()
  expect(shards).toEqual([0, 1, 2].map((place) => `train-0000${place}-of-00003.parquet`))
  const rows = (await Promise.all(shards.map((shard) => parquetRows(join(folder, 'out/data', shard))))).flat()
  expect(rows.map((row) => row['id'])).toEqual(pairs.map((pair) => pair.id))
})

test('the answer line is added once', () => {
  expect(withAnswerLine('2 + 3 = 5.', '5')).toBe('2 + 3 = 5.\nThe answer is 5.')
  expect(withAnswerLine('2 + 3 = 5.\nThe answer is 5.\n', '5')).toBe('2 + 3 = 5.\nThe answer is 5.')
  expect(withAnswerLine('So the sum is 5. The answer is 5.', '5')).toBe('So the sum is 5. The answer is 5.')
  expect(withAnswerLine('The answer is 15.', '5')).toBe('The answer is 15.\nThe answer is 5.')
})

describe('the card and the trainer files', () => {
  test('front matter parses and its configuration names files that exist', async () => {
    await exportDataset(samplePairs(60), sampleContext, optionsFor('out', { testSeeds: true }))
    const card = readFileSync(join(folder, 'out/README.md'), 'utf8')
    const front = parse(card.split('---\n')[1] as string) as Record<string, unknown>
    expect(front).toMatchObject({
      license: ['apache-2.0', 'cc-by-4.0'],
      language: ['en'],
      size_categories: ['n<1K'],
      task_categories: ['question-answering', 'text-generation'],
    })
    expect(front['tags']).toEqual(expect.arrayContaining(['synthetic', 'uses-test-split-seeds']))
    const [config] = front['configs'] as { data_files: { split: string; path: string[] }[] }[]
    expect(config?.data_files.map((entry) => entry.split)).toEqual([
      'train',
      'validation',
      'test',
      'test_held_out_family',
    ])
    for (const { split, path } of config?.data_files ?? []) {
      expect(split).toMatch(/^\w+$/)
      for (const file of path) expect(existsSync(join(folder, 'out', file))).toBe(true)
    }
    expect(card).toContain('| unit price | 60 |')
    expect(card).toContain('Seeds from a test split were allowed')
  })

  test('LLaMA-Factory and Axolotl name files that exist', async () => {
    await exportDataset(samplePairs(60), sampleContext, optionsFor('out', { formats: rowFormats }))
    const info = JSON.parse(readFileSync(join(folder, 'out/dataset_info.json'), 'utf8')) as Record<
      string,
      { file_name: string }
    >
    expect(Object.keys(info)).toEqual(
      expect.arrayContaining(['sample', 'sample_alpaca', 'sample_sharegpt', 'sample_validation']),
    )
    const axolotl = parse(readFileSync(join(folder, 'out/axolotl.yaml'), 'utf8')) as Record<
      string,
      { path: string }[]
    >
    const named = [
      ...Object.values(info).map((entry) => entry.file_name),
      ...[...(axolotl['datasets'] ?? []), ...(axolotl['test_datasets'] ?? [])].map((entry) => entry.path),
    ]
    expect(named).toContain('jsonl/train.jsonl')
    for (const file of named) expect(existsSync(join(folder, 'out', file))).toBe(true)
  })
})

describe('licences', () => {
  const pairs = [
    samplePair(0),
    samplePair(1, { seeds: [0, 3] }),
    samplePair(2),
    samplePair(3, { seeds: [1, 2] }),
  ]

  test('rows on seeds of unknown licence are left out and counted', async () => {
    const summary = await exportDataset(pairs, sampleContext, optionsFor('out'))
    expect(summary).toMatchObject({
      rows: 3,
      refusedForLicense: 1,
      licenses: { 'Apache-2.0': 1, 'CC-BY-4.0': 2 },
    })
    const notes = readFileSync(join(folder, 'out/LICENSES.md'), 'utf8')
    expect(notes).toContain('## CC-BY-4.0')
    expect(notes).toContain('Attribution: The Authors')
    expect(notes).not.toContain('unknown')
  })

  test('a seed that stood in the prompt counts as well', async () => {
    const shown = samplePair(5, { parents: [{ kind: 'seed', id: 'f'.repeat(32), relation: 'shown' }] })
    expect(
      (await exportDataset([samplePair(0), shown], sampleContext, optionsFor('out'))).refusedForLicense,
    ).toBe(1)
  })

  test('they are kept when allowed, and named', async () => {
    const summary = await exportDataset(
      pairs,
      sampleContext,
      optionsFor('out', { allowUnknownLicenses: true }),
    )
    expect(summary).toMatchObject({ rows: 4, refusedForLicense: 0, licenses: { unknown: 1 } })
    expect(readFileSync(join(folder, 'out/LICENSES.md'), 'utf8')).toContain('## unknown')
  })

  test('nothing left is an error with a remedy', async () => {
    await expect(exportDataset([pairs[1] as Pair], sampleContext, optionsFor('out'))).rejects.toThrow(
      '--allow-unknown-license',
    )
    await expect(exportDataset([], sampleContext, optionsFor('out'))).rejects.toThrow(UsageError)
    expect(readdirSync(folder)).toEqual([])
  })
})

test.each(['../escape', 'Train', 'a/b', '', 'a b'])('the split name %j is refused', async (split) => {
  await expect(
    exportDataset([{ ...samplePair(0), split }], sampleContext, optionsFor('out')),
  ).rejects.toThrow(UsageError)
  expect(readdirSync(folder)).toEqual([])
})
