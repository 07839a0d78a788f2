import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { benchItemSchema, benchSets } from '../bench-item.ts'
import { compareCounts } from './compare-counts.ts'
import { publishedSets } from './published-sets.ts'
import { readBench } from './read-bench.ts'

const folder = mkdtempSync(join(tmpdir(), 'conceptloom-bench-'))
afterAll(() => rmSync(folder, { recursive: true }))

let benches = 0
function bench(content: object, files: Readonly<Record<string, string>> = {}): string {
  const place = join(folder, String(benches++))
  mkdirSync(place)
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(place, name, '..'), { recursive: true })
    writeFileSync(join(place, name), text)
  }
  writeFileSync(join(place, 'bench.yaml'), JSON.stringify(content))
  return join(place, 'bench.yaml')
}

const row = (question: string, more: object = {}): string =>
  JSON.stringify({ question, answer: 'so\n#### 1', ...more })

describe('readBench', () => {
  it('reads JSON lines, arrays, objects one after the other and wrapped rows, with the lines they stand on', () => {
    const spaced =
      '{\n "id": "1",\n "original_text": "一{？",\n "ans": "1"\n}\n{\n "id": "2",\n "original_text": "二？",\n "ans": "2"\n}\n'
    const file = bench(
      { sets: { gsm8k: 'a.jsonl', math: 'b.json', math23k: 'c.json', 'gaokaobench-math': 'd.json' } },
      {
        'a.jsonl': `\ufeff${row('one')}\n\nnot json\n${row('two')}\r\n[1]\n`,
        'b.json': `[{"problem": "p}", "solution": "\\\\boxed{3}"},\n {"problem": "q"}]`,
        'c.json': spaced,
        'd.json': JSON.stringify({ title: 't', example: [{ question: '填', answer: ['1'] }] }, undefined, 1),
      },
    )
    const { sets } = readBench(file)
    expect(sets.map(({ set, items }) => [set, items.map(({ question }) => question)])).toEqual([
      ['gsm8k', ['one', 'two']],
      ['math', ['p}']],
      ['math23k', ['一{？', '二？']],
      ['gaokaobench-math', ['填']],
    ])
    expect(sets[0]?.places).toEqual([0, 2])
    expect(sets.flatMap(({ bad }) => bad.map(({ line, reason }) => [line, reason]))).toEqual([
      [3, 'not a JSON object; give one object per line'],
      [5, 'not a JSON object; give one object per line'],
      [2, 'no answer; a MATH row has problem and a solution with \\boxed{…}, or an answer'],
    ])
    expect(sets.flatMap(({ items }) => items.map(({ language }) => language))).toEqual([
      'en',
      'en',
      'en',
      'zh',
      'zh',
      'zh',
    ])
  })

  it('reads a folder in the order of its numbers, files named by their paths', () => {
    const problem = (text: string): string => JSON.stringify({ problem: text, solution: '\\boxed{1}' })
    const { sets } = readBench(
      bench(
        { sets: { math: 'test' } },
        {
          'test/algebra/10.json': problem('ten'),
          'test/algebra/2.json': problem('two'),
          'test/README.md': '#',
        },
      ),
    )
    expect(sets[0]?.items.map(({ number, question }) => [number, question])).toEqual([
      ['algebra/2.json', 'two'],
      ['algebra/10.json', 'ten'],
    ])
  })

  it('takes sets from MWPBench rows, but those that are named themselves', () => {
    const mwp = (data_topic: string, question: string): string =>
      JSON.stringify({ data_topic, question, answer: '1', license: '', question_number: 'n' })
    const rows = [mwp('gsm8k', 'a'), mwp('MATH.Algebra', 'b'), row('c')].join('\n')
    const { sets, bad } = readBench(
      bench(
        { sets: { gsm8k: 'own.jsonl' }, mwpbench: 'full.json' },
        { 'own.jsonl': row('own'), 'full.json': rows },
      ),
    )
    expect(sets.map(({ set, items }) => [set, items.map(({ question }) => question)])).toEqual([
      ['gsm8k', ['own']],
      ['math', ['b']],
    ])
    expect(bad.map(({ line, reason }) => [line, reason])).toEqual([
      [3, 'no data_topic; rows of one set go under sets, not under mwpbench'],
    ])
  })

  it('gives ids that depend on set and question alone, also where a question comes twice, and licences by rank', () => {
    const file = bench(
      { sets: { gsm8k: { files: 'a.jsonl', license: 'CC0-1.0' }, ape210k: 'a.jsonl' } },
      { 'a.jsonl': [row('x'), row('x'), row('y', { license: 'MIT-0' })].join('\n') },
    )
    const { sets } = readBench(file)
    const ids = sets.flatMap(({ items }) => items.map(({ id }) => id))
    expect(new Set(ids).size).toBe(6)
    expect(readBench(file).sets.flatMap(({ items }) => items.map(({ id }) => id))).toEqual(ids)
    expect(sets.map(({ items }) => items.map(({ license }) => license))).toEqual([
      ['CC0-1.0', 'CC0-1.0', 'MIT-0'],
      ['unknown', 'unknown', 'MIT-0'],
    ])
    for (const item of sets.flatMap(({ items }) => items)) expect(benchItemSchema.parse(item)).toEqual(item)
  })

  it.each([
    [{ sets: { gsm9k: 'a' } }, /gsm9k/],
    [{ sets: { gsm8k: 'absent.jsonl' } }, /no such file: absent\.jsonl; get a copy/],
    [{ sets: {} }, /no set; name files/],
    [{ sets: { gsm8k: { files: [] } } }, /sets\.gsm8k/],
    [{ other: 1 }, /other/],
  ])('refuses %j', (content, message) => expect(() => readBench(bench(content))).toThrow(message))

  it('names a file that is no JSON and one that does not exist', () => {
    const { sets } = readBench(bench({ sets: { math: 'test.parquet' } }, { 'test.parquet': 'PAR1' }))
    expect(sets[0]?.bad).toMatchObject([{ line: 1, reason: expect.stringMatching(/JSON lines first/) }])
    expect(() => readBench(join(folder, 'absent.yaml'))).toThrow(/--bench/)
  })
})

describe('compareCounts', () => {
  it('states differences with their reasons', () => {
    const gsm8k = Array.from({ length: 1319 }, (_, at) => row(`q${at}`)).join('\n')
    const train = Array.from({ length: 967 }, (_, at) => row(`q${at}`)).join('\n')
    const choice = JSON.stringify({ question: 'Which is it?', options: ['(A)1'], label: 'A' })
    const counts = compareCounts(
      readBench(
        bench(
          { sets: { gsm8k: 'g', ape210k: 't', 'agieval-sat-math': 's' } },
          { g: gsm8k, t: train, s: choice },
        ),
      ),
    )
    expect(counts.sets).toMatchObject([
      { set: 'gsm8k', items: 1319, published: 1319, difference: 0, licenses: { MIT: 1319 } },
      { set: 'ape210k', items: 967, explanation: expect.stringMatching(/training part/) },
      {
        set: 'agieval-sat-math',
        items: 0,
        excluded: { 'the question needs its options': 1 },
        explanation: 'a part of the set: 1 of 220 rows',
      },
    ])
    expect(counts.sets[0]).not.toHaveProperty('explanation')
    expect(counts.absent).toHaveLength(8)
  })

  it('knows the sizes of the paper: 18,408 test rows in ten sets', () => {
    const ten = benchSets.filter((set) => set !== 'fresh-gaokao-2023').map((set) => publishedSets[set])
    expect(ten.reduce((sum, { test }) => sum + test, 0)).toBe(18_408)
    expect(ten.reduce((sum, { train }) => sum + train, 0)).toBe(20_857)
    for (const { test, subjects } of ten)
      if (subjects !== undefined)
        expect(Object.values(subjects).reduce((sum, count) => sum + count, 0)).toBe(test)
  })
})

const data = join(import.meta.dirname, '../../../../../shared/data')
const present = existsSync(data)
if (!present && process.env['REQUIRE_PUBLIC_DATA'] === 'true')
  throw new Error(`public sets are missing: ${data}`)
if (!present) console.warn(`SKIPPED: public sets are missing: ${data}`)

describe.skipIf(!present)('public copies', () => {
  it('are read whole, every row an item or left out by a rule', () => {
    const samples = (name: string): string => join(data, 'mwpbench_samples', name)
    const { sets, bad } = readBench(
      bench({
        sets: {
          gsm8k: join(data, 'gsm8k_train.jsonl'),
          math: join(data, 'math_train.jsonl'),
          'tal-scq': join(data, 'tal_scq_en_train.jsonl'),
          'agieval-math': samples('agieval_math.jsonl'),
          'agieval-sat-math': samples('agieval_sat_math.jsonl'),
        },
        mwpbench: ['college_math_test', 'fresh_gaokao_math_2023', 'gaokaobench_math_en'].map((name) =>
          samples(`${name}.jsonl`),
        ),
      }),
    )
    expect(bad).toEqual([])
    expect(
      sets.map(({ set, items, excluded, bad }) => [set, items.length, excluded.length, bad.length]),
    ).toEqual([
      ['gsm8k', 7473, 0, 0],
      // Two training rows of MATH have an empty box; the paper has 7,498.
      ['math', 7498, 0, 2],
      ['tal-scq', 2699, 301, 0],
      ['gaokaobench-math', 60, 0, 0],
      ['agieval-sat-math', 24, 16, 0],
      ['agieval-math', 60, 0, 0],
      ['college-math', 100, 0, 0],
      ['fresh-gaokao-2023', 30, 0, 0],
    ])
  })
})
