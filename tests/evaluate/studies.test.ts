import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { runCommand, type CommandResult } from '../cli/run-command.ts'
import { folder, runArgs } from '../cli/run-place.ts'

const place = folder()
const rows = join(place, 'dataset')

interface Row {
  readonly id: string
  readonly concepts: readonly string[]
  readonly topics: readonly string[]
  readonly difficulty: number
  readonly provenance: { readonly walk: { readonly steps: readonly { readonly concept: string }[] } }
}

function lines(file: string): readonly string[] {
  const text = readFileSync(file, 'utf8').trim()
  return text === '' ? [] : text.split('\n')
}

function rowsOf(file: string): readonly Row[] {
  return lines(file).map((line) => JSON.parse(line) as Row)
}

function dataset(...words: readonly string[]): Promise<CommandResult> {
  return runCommand(['dataset', ...words])
}

async function make(...words: readonly string[]): Promise<void> {
  const { code, stderr } = await dataset(...words)
  expect(code, stderr).toBe(0)
}

let all: readonly string[] = []
beforeAll(async () => {
  const { code, stderr } = await runCommand([
    ...runArgs(place).filter((word, at, words) => word !== '--out' && words[at - 1] !== '--out'),
    '--out',
    rows,
  ])
  expect(code, stderr).toBe(0)
  all = lines(join(rows, 'jsonl', 'train.jsonl'))
}, 120_000)

describe('dataset subsets', () => {
  const parts = (name: string): readonly (readonly string[])[] =>
    ['part-0.jsonl', 'part-1.jsonl', 'part-2.jsonl'].map((file) => lines(join(place, name, file)))
  it.each(['random', 'balanced'])('writes every row once, %s', async (order) => {
    await make('subsets', rows, '--sizes', '20,50,120', '--order', order, '--out', join(place, order))
    const written = parts(order)
    expect(written.map(({ length }) => length)).toEqual([20, 30, 70])
    expect(new Set(written.flat()).size).toBe(120)
    expect(written.flat().every((line) => all.includes(line))).toBe(true)
    expect(lines(join(place, order, 'size-50.txt'))).toEqual(['part-0.jsonl', 'part-1.jsonl'])
  })
  it('holds more concepts early when balanced', () => {
    const concepts = (name: string): number =>
      new Set(rowsOf(join(place, name, 'part-0.jsonl')).flatMap((row) => row.concepts)).size
    expect(concepts('balanced')).toBeGreaterThan(concepts('random'))
  })
  it('is the same whatever the order of the rows, and another with another seed', async () => {
    const turned = join(place, 'turned.jsonl')
    writeFileSync(turned, `${all.toReversed().join('\n')}\n`)
    await make('subsets', turned, '--sizes', '20,50,120', '--out', join(place, 'turned'))
    const sorted = (name: string): readonly (readonly string[])[] =>
      parts(name).map((part) => part.toSorted())
    expect(sorted('turned')).toEqual(sorted('random'))
    await make('subsets', rows, '--sizes', '20,50,120', '--seed', '1', '--out', join(place, 'seeded'))
    expect(sorted('seeded')).not.toEqual(sorted('random'))
  })
  it('says what is wrong', async () => {
    const tooMany = await dataset('subsets', rows, '--sizes', '1M', '--out', join(place, 'million'))
    expect(tooMany).toMatchObject({ code: 2 })
    expect(tooMany.stderr).toContain(`there are only ${all.length} rows`)
    expect(await dataset('subsets', join(place, 'none'), '--out', join(place, 'x'))).toMatchObject({
      code: 2,
    })
    expect(await dataset('subsets', rows, '--out', rows)).toMatchObject({ code: 2 })
  })
})

describe('dataset mix', () => {
  const real = join(place, 'real.jsonl')
  beforeAll(() => {
    const solved = (n: number): string =>
      JSON.stringify({
        question: `What is ${n} + 1?`,
        answer: `${n}+1=<<${n}+1=${n + 1}>>${n + 1}\n#### ${n + 1}`,
      })
    writeFileSync(real, `${Array.from({ length: 60 }, (_, n) => solved(n)).join('\n')}\n`)
  })
  const mixed = (
    name: string,
  ): readonly { readonly set: string; readonly messages: readonly { readonly content: string }[] }[] =>
    lines(join(place, name, 'mixed.jsonl')).map(
      (line) => JSON.parse(line) as ReturnType<typeof mixed>[number],
    )
  it('takes shares, in one form, and a larger share holds the smaller', async () => {
    const mix = (share: number, name: string): Promise<void> =>
      make(
        'mix',
        `${real}=${share}`,
        `${rows}=${1 - share}`,
        '--size',
        '80',
        '--as',
        'messages',
        '--out',
        join(place, name),
      )
    await mix(0.25, 'quarter')
    await mix(0.5, 'half')
    const fromReal = (name: string): readonly string[] =>
      mixed(name)
        .filter(({ set }) => set === 'real.jsonl')
        .map(({ messages }) => messages[0]?.content ?? '')
    expect([fromReal('quarter').length, mixed('quarter').length]).toEqual([20, 80])
    expect(fromReal('half')).toHaveLength(40)
    expect(fromReal('half')).toEqual(expect.arrayContaining([...fromReal('quarter')]))
    expect(
      mixed('half').every(({ messages }) => /The answer is .+\.$/.test(messages[1]?.content ?? '')),
    ).toBe(true)
  })
  it('refuses different rows as they are, and more than there is', async () => {
    const different = await dataset('mix', `${real}=1`, `${rows}=1`, '--out', join(place, 'different'))
    expect(different.code).toBe(2)
    expect(different.stderr).toContain('--as messages')
    const short = await dataset('mix', `${real}=1`, '--size', '61', '--out', join(place, 'short'))
    expect(short.code).toBe(2)
    expect(short.stderr).toContain('at most 60')
    expect(await dataset('mix', real, '--out', join(place, 'x'))).toMatchObject({ code: 2 })
  })
})

describe('dataset stages', () => {
  it('puts every row into one of two files, by difficulty', async () => {
    await make('stages', rows, '--hard-from', '3', '--out', join(place, 'stages'))
    const easy = rowsOf(join(place, 'stages', 'stage-1.jsonl'))
    const hard = rowsOf(join(place, 'stages', 'stage-2.jsonl'))
    expect(easy.length + hard.length).toBe(all.length)
    expect(Math.max(...easy.map(({ difficulty }) => difficulty))).toBeLessThan(3)
    expect(Math.min(...hard.map(({ difficulty }) => difficulty))).toBeGreaterThanOrEqual(3)
  })
  it("leaves out MATH's rows of no level, and refuses rows that have none", async () => {
    const file = join(place, 'levels.jsonl')
    const row = (level: object): string =>
      `${JSON.stringify({ problem: 'What?', solution: '\\boxed{1}', ...level })}\n`
    writeFileSync(file, row({ level: 'Level 5' }) + row({ level: 'Level ?' }) + row({ level: 2 }))
    const { code, stdout } = await dataset('stages', file, '--out', join(place, 'levels'), '--json')
    expect(code).toBe(5)
    expect(JSON.parse(stdout)).toMatchObject({ easy: 1, hard: 1, unknown: 1 })
    writeFileSync(file, row({}))
    const without = await dataset('stages', file, '--out', join(place, 'levels'))
    expect(without.code).toBe(5)
    expect(without.stderr).toContain('levels.jsonl:1: no difficulty')
  })
})

describe('dataset ablations', () => {
  const study = join(place, 'study')
  interface Recipe {
    readonly name: string
    readonly seeds: number
    readonly topicsLeftOut: number
    readonly knowledgePointsLeftOut: number
    readonly arguments: readonly string[]
  }
  let recipes: readonly Recipe[] = []
  beforeAll(async () => {
    const { stdout, code, stderr } = await dataset(
      'ablations',
      '--seeds',
      'seeds',
      '--count',
      '60',
      '--out',
      study,
      '--workers',
      '0',
      '--json',
    )
    expect(code, stderr).toBe(0)
    recipes = JSON.parse(stdout) as readonly Recipe[]
  }, 60_000)
  const recipe = (name: string): Recipe => {
    const found = recipes.find((one) => one.name === name)
    if (found === undefined) throw new Error(`no such recipe: ${name}`)
    return found
  }
  it('halves seeds, topics and knowledge points, one at a time', () => {
    const { seeds } = recipe('all')
    expect(recipe('half-the-seeds')).toMatchObject({ seeds: Math.ceil(seeds / 2), topicsLeftOut: 0 })
    expect(recipe('half-the-topics')).toMatchObject({ seeds, knowledgePointsLeftOut: 0 })
    expect(recipe('half-the-knowledge-points')).toMatchObject({ seeds, topicsLeftOut: 0 })
    expect(recipe('half-the-topics').topicsLeftOut).toBeGreaterThan(20)
    expect(recipe('half-the-knowledge-points').knowledgePointsLeftOut).toBeGreaterThan(100)
    expect(lines(join(study, 'seeds-half-the-seeds.jsonl'))).toHaveLength(Math.ceil(seeds / 2))
    expect(recipes.map(({ name }) => name)).not.toContain('chosen-sources')
  })
  it.each([
    ['half-the-knowledge-points', 'knowledge-point'],
    ['half-the-topics', 'topic'],
  ])(
    'runs, and no walk of %s meets what is left out',
    async (name, kind) => {
      const out = join(place, name)
      const words = recipe(name).arguments.map((word) => (word.endsWith('.jsonl') ? join(study, word) : word))
      const { code, stderr } = await runCommand([
        ...words,
        '--workspace',
        join(place, 'study-work'),
        '--out',
        out,
      ])
      expect(code, stderr).toBe(0)
      const leftOut = lines(join(study, `without-${name}.jsonl`)).map(
        (line) => JSON.parse(line) as { kind: string; name: string },
      )
      expect(leftOut.every((concept) => concept.kind === kind)).toBe(true)
      const gone = new Set(leftOut.map((concept) => concept.name))
      const walked = ['train', 'validation', 'test', 'test-held-out-pair', 'test-held-out-family'].flatMap(
        (split) => {
          try {
            return rowsOf(join(out, 'jsonl', `${split}.jsonl`))
          } catch {
            return []
          }
        },
      )
      expect(walked).toHaveLength(60)
      const of = kind === 'topic' ? (row: Row) => row.topics : (row: Row) => row.concepts
      expect(walked.flatMap(of).filter((concept) => gone.has(concept))).toEqual([])
      expect(walked.flatMap(of).length).toBeGreaterThan(60)
    },
    60_000,
  )
})
