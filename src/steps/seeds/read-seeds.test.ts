import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, describe, expect, it } from 'vitest'
import { UsageError } from '../../core/errors.ts'
import { seedSchema, type Seed } from '../../core/seed.ts'
import { parseFieldMapping } from './field-mapping.ts'
import { readSeeds, type ReadSeedsOptions, type SeedRow } from './read-seeds.ts'

const folder = mkdtempSync(join(tmpdir(), 'conceptloom-seeds-'))
afterAll(() => rmSync(folder, { recursive: true }))

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

async function rowsOf(paths: string | string[], options?: ReadSeedsOptions): Promise<SeedRow[]> {
  const rows: SeedRow[] = []
  for await (const row of readSeeds([paths].flat(), options)) {
    if (row.kind === 'seed') seedSchema.parse(row.seed)
    rows.push(row)
  }
  return rows
}

async function onlySeed(row: object, name = 'rows.jsonl', options?: ReadSeedsOptions): Promise<Seed> {
  const rows = await rowsOf(file(name, JSON.stringify(row)), options)
  if (rows.length !== 1 || rows[0]?.kind !== 'seed') throw new Error(`not one seed: ${JSON.stringify(rows)}`)
  return rows[0].seed
}

describe('formats', () => {
  it('reads our own schema, keeping what it does not know', async () => {
    const seed = await onlySeed({
      id: 'arithmetic-001',
      source: 'own',
      split: 'train',
      license: 'CC0-1.0',
      language: 'en',
      subject: 'arithmetic',
      level: 2,
      question: 'A box holds 12 pens. How many pens do 4 boxes hold?',
      solution: '12 * 4 = 48',
      answer: '48',
      author: 'someone',
      meta: { steps: 1, dropped: null },
    })
    expect(seed).toMatchObject({ sourceId: 'arithmetic-001', level: 2, subject: 'arithmetic', answer: '48' })
    expect(seed.id).toMatch(/^[0-9a-f]{32}$/)
    expect(seed.meta).toEqual({ author: 'someone', steps: 1 })
  })

  it('needs only a question and fills in the rest', async () => {
    const { id: _, ...seed } = await onlySeed(
      { question: '  What is 2 + 2? ', answer: 4, solution: null },
      'mine.jsonl',
    )
    expect(seed).toEqual({
      question: 'What is 2 + 2?',
      answer: '4',
      source: 'mine',
      split: 'train',
      license: 'unknown',
      language: 'en',
    })
  })

  it('reads GSM8K: the answer stands after ####', async () => {
    const seed = await onlySeed({ question: 'How many?', answer: 'It is 3+4 = <<3+4=7>>7.\n#### 7' })
    expect(seed).toMatchObject({ answer: '7', solution: 'It is 3+4 = <<3+4=7>>7.' })
  })

  it('reads MATH: the answer is the last balanced box', async () => {
    const seed = await onlySeed({
      problem: 'Find $x$.',
      level: 'Level 5',
      type: 'Algebra',
      solution: 'First \\boxed{1}, then $x=\\boxed{\\frac{1}{2}}$.',
    })
    expect(seed).toMatchObject({
      question: 'Find $x$.',
      level: 5,
      subject: 'Algebra',
      answer: '\\frac{1}{2}',
    })
    expect(seed.meta).toBeUndefined()
  })

  it('keeps a level it cannot read in meta', async () => {
    const seed = await onlySeed({
      problem: 'Find $x$.',
      level: 'Level ?',
      type: 'Geometry',
      solution: '\\boxed{1}',
    })
    expect(seed.level).toBeUndefined()
    expect(seed.meta).toEqual({ level: 'Level ?' })
  })

  it('reads TAL-SCQ5K under both sets of names: the text of the right option is the answer', async () => {
    const short = await onlySeed({
      problem: 'Pick one. ',
      options: [
        { label: 'A', text: '$$3$$' },
        { label: 'B', text: ' $$4$$ ' },
      ],
      answer_label: 'B',
      difficulty: '3',
      knowledge_point_routes: ['a->b'],
      analysis: ['Because.'],
    })
    expect(short).toMatchObject({ question: 'Pick one.', answer: '$$4$$', level: 4, solution: 'Because.' })
    expect(short.meta).toMatchObject({ answer_label: 'B', knowledge_point_routes: ['a->b'], difficulty: '3' })
    const published = await onlySeed({
      queId: 'q1',
      problem: 'Pick one.',
      answer_option_list: [[{ aoVal: 'A', content: '3' }], [{ aoVal: 'B', content: '4' }]],
      answer_value: 'A',
      difficulty: '0',
      answer_analysis: ['Because.'],
    })
    expect(published).toMatchObject({ sourceId: 'q1', answer: '3', level: 1, solution: 'Because.' })
  })

  it('reads any field names with a mapping, dotted ones too', async () => {
    const seed = await onlySeed(
      { prompt: 'What is 1 + 1?', label: 2, question: 'not this', reward: { level: 3 } },
      'mapped.jsonl',
      { mapping: parseFieldMapping('question=prompt, answer=label,level=reward.level') },
    )
    expect(seed).toMatchObject({ question: 'What is 1 + 1?', answer: '2', level: 3 })
    expect(seed.meta).toEqual({ reward: { level: 3 } })
  })

  it('refuses a mapping it does not understand', () => {
    expect(() => parseFieldMapping('question')).toThrow(UsageError)
    expect(() => parseFieldMapping('colour=x')).toThrow(/unknown field in mapping: colour/)
  })

  it('reads CSV with quoted line breaks, BOM and CRLF', async () => {
    const path = file(
      'table.csv',
      '\ufeffquestion,answer,level,note\r\n"Two, or\r\nthree?",3,2,\r\n\r\nshort row\r\n"say ""hi""",1,9,kept\r\n',
    )
    const rows = await rowsOf(path)
    expect(rows.map((row) => row.kind)).toEqual(['seed', 'bad', 'seed'])
    expect(rows[0]).toMatchObject({
      seed: { question: 'Two, or\nthree?', answer: '3', level: 2, source: 'table' },
    })
    expect(rows[1]).toMatchObject({ place: { line: 5 }, reason: '1 fields where the header has 4' })
    expect(rows[2]).toMatchObject({ seed: { question: 'say "hi"', meta: { level: '9', note: 'kept' } } })
  })

  it('reads a JSON list, one object, or lines in a .json file', async () => {
    const list = await rowsOf(file('list.json', '\ufeff[\n {"question":"a"},\n 7, {"question":"b"}\n]'))
    expect(list.map((row) => [row.kind, row.place.line])).toEqual([
      ['seed', 1],
      ['bad', 2],
      ['seed', 3],
    ])
    expect(await rowsOf(file('one.json', '{\n "problem": "a", "solution": "\\\\boxed{1}"\n}'))).toMatchObject(
      [{ seed: { answer: '1' } }],
    )
    expect(await rowsOf(file('lines.json', '{"question":"a"}\n{"question":"b"}\n'))).toHaveLength(2)
  })

  it('gives a broken CSV quote as a bad row', async () => {
    const rows = await rowsOf(file('broken.csv', 'question,answer\nfine,1\n"never closed,2\n'))
    expect(rows.map((row) => row.kind)).toEqual(['seed', 'bad'])
  })
})

describe('defaults', () => {
  it.each([
    ['小明有 3 个苹果，又买了 5 个，一共有几个？', 'zh'],
    ['りんごが3個あります。何個ですか。', 'ja'],
    ['What does the character 福 mean in this long English question?', 'en'],
    ['How many，and why．', 'en'],
  ])('language of %s is %s', async (question, language) => {
    expect((await onlySeed({ question })).language).toBe(language)
  })

  it('takes benchmark rows for test rows even where they do not say so', async () => {
    const box = { solution: '\\boxed{1}' }
    expect((await onlySeed({ question: 'a', id: 'MATH.test.algebra.7' })).split).toBe('test')
    expect((await onlySeed({ problem: 'a', ...box }, 'math_test.jsonl')).split).toBe('test')
    expect((await onlySeed({ problem: 'a', ...box }, 'latest.jsonl')).split).toBe('train')
    expect((await onlySeed({ question: 'a', id: 'contest-7' }, 'test.jsonl')).split).toBe('train')
    expect((await onlySeed({ problem: 'a', ...box }, 'math_test.jsonl', { split: 'train' })).split).toBe(
      'train',
    )
  })

  it('gives one id to one question, whatever its white space', async () => {
    const first = await onlySeed({ question: 'What is  2 + 2?' })
    const second = await onlySeed({ question: ' What is\n2 + 2? ', answer: '4' })
    expect(first.id).toBe(second.id)
  })
})

describe('bad rows', () => {
  it.each([
    ['{"question": "cut', 'not JSON'],
    ['[1]', 'not a JSON object: list'],
    ['[', 'a JSON list'],
    ['null', 'not a JSON object: null'],
    ['{"answer": "4"}', 'no question'],
    ['{"question": null}', 'no question'],
    ['{"question": "  "}', 'empty question'],
    ['{"question": 12}', 'question is not text: number'],
    ['{"question": "a", "answer": ["b"]}', 'answer is not text: list'],
    ['{"question": "a", "meta": "b"}', 'meta is not an object: string'],
  ])('%s', async (line, reason) => {
    const rows = await rowsOf(file('bad.jsonl', `{"question":"good"}\n\n${line}\r\n{"question":"after"}`))
    expect(rows.map((row) => [row.kind, row.place.line])).toEqual([
      ['seed', 1],
      ['bad', 3],
      ['seed', 4],
    ])
    expect(rows[1]).toMatchObject({ reason: expect.stringContaining(reason) as string })
  })

  it('passes over a line that is too long, wherever its chunks fall, and reads on', async () => {
    const long = `{"question":"${'x'.repeat(5_000_000)}"}`
    const rows = await rowsOf(file('long.jsonl', `{"question":"a"}\n${long}\n{"question":"b"}\n${long}`))
    expect(rows.map((row) => [row.kind, row.place.line])).toEqual([
      ['seed', 1],
      ['bad', 2],
      ['seed', 3],
      ['bad', 4],
    ])
    expect(rows[1]).toMatchObject({ reason: 'line longer than 4194304 bytes' })
  })

  it('replaces invalid UTF-8 and says so, on that row only', async () => {
    const bytes = Buffer.concat([
      Buffer.from('\ufeff{"question":"é"}\n{"question":"'),
      Buffer.from([0xff]),
      Buffer.from('"}\n{"question":"c"}'),
    ])
    const rows = await rowsOf(file('bytes.jsonl', bytes))
    expect(rows.map((row) => row.kind === 'seed' && row.notes.length)).toEqual([0, 1, 0])
    expect(rows[0]).toMatchObject({ seed: { question: 'é' } })
  })

  it('is not changed by where chunks end', async () => {
    const text = Buffer.from(
      '\ufeff{"question":"ü1"}\r\n\n{"question":"漢字かな"}\nbroken\n{"question":"last"}\r\n',
    )
    const whole = await rowsOf('-', { input: Readable.from([text]) })
    expect(whole).toHaveLength(4)
    for (let size = 1; size < 20; size++) {
      const chunks: Buffer[] = []
      for (let at = 0; at < text.length; at += size) chunks.push(text.subarray(at, at + size))
      expect(await rowsOf('-', { input: Readable.from(chunks) })).toEqual(whole)
    }
  })

  it('is not harmed by keys that reach for the prototype', async () => {
    const path = file(
      'proto.jsonl',
      '{"question":"a","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"meta":{"__proto__":{"polluted":1}}}',
    )
    const rows = await rowsOf(path)
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
    const row = rows[0]
    if (row?.kind !== 'seed') throw new Error('not a seed')
    expect((row.seed.meta as Record<string, unknown>)['polluted']).toBeUndefined()
    expect(Object.keys(row.seed.meta ?? {})).toEqual(['constructor'])
  })

  it('makes lone surrogates well-formed so that the row still has an id', async () => {
    const rows = await rowsOf(file('lone.jsonl', '{"question":"a \\ud800 b","answer":"\\udc00"}'))
    expect(rows[0]).toMatchObject({ seed: { question: 'a \ufffd b', answer: '\ufffd' } })
  })
})

describe('paths', () => {
  it('reads a folder by name and leaves other files alone', async () => {
    const inner = mkdtempSync(join(folder, 'inner-'))
    writeFileSync(join(inner, 'b.jsonl'), '{"question":"b"}')
    writeFileSync(join(inner, 'a.csv'), 'question\na\n')
    writeFileSync(join(inner, 'README.md'), '# not seeds')
    const rows = await rowsOf(inner)
    expect(rows.map((row) => row.kind === 'seed' && row.seed.question)).toEqual(['a', 'b'])
  })

  it('refuses what does not exist', async () => {
    await expect(rowsOf(join(folder, 'nowhere.jsonl'))).rejects.toThrow(/seed file does not exist/)
    await expect(rowsOf(mkdtempSync(join(folder, 'empty-')))).rejects.toThrow(UsageError)
    await expect(rowsOf([])).rejects.toThrow(UsageError)
  })
})
