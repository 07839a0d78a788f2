import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { MalformedInputError, UsageError } from '../../src/core/errors.ts'
import { writeCurriculum } from '../../src/pipeline/evaluate/write-curriculum.ts'
import { writeMixture } from '../../src/pipeline/evaluate/write-mixture.ts'
import { writeSubsets, type SubsetJob } from '../../src/pipeline/evaluate/write-subsets.ts'
import { runCommand } from '../cli/run-command.ts'
import { folder, seeds } from '../cli/run-place.ts'

const place = folder()
const study = join(place, 'study')

interface Row {
  readonly id: string
  readonly concepts: readonly string[]
  readonly topics: readonly string[]
  readonly difficulty: number
}

function lines(file: string): readonly string[] {
  const text = readFileSync(file, 'utf8').trim()
  return text === '' ? [] : text.split('\n')
}

function rowsOf(file: string): readonly Row[] {
  return lines(file).map((line) => JSON.parse(line) as Row)
}

async function run(words: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await runCommand(words)
  expect(code, stderr).toBe(0)
  return stdout
}

interface Recipe {
  readonly name: string
  readonly seeds: number
  readonly topicsLeftOut: number
  readonly knowledgePointsLeftOut: number
  readonly arguments: readonly string[]
}
let recipes: readonly Recipe[] = []

function recipe(name: string): Recipe {
  const found = recipes.find((one) => one.name === name)
  if (found === undefined) throw new Error(`no such recipe: ${name}`)
  return found
}

/** The dataset of a recipe, as `run.sh` makes it. */
async function follow(name: string): Promise<string> {
  const out = join(place, name)
  const words = recipe(name).arguments.map((word) => (word.endsWith('.jsonl') ? join(study, word) : word))
  await run([...words, '--workspace', join(place, 'work'), '--out', out])
  return out
}

const rows = join(place, 'rows.jsonl')
let all: readonly string[] = []

beforeAll(async () => {
  const ask = [
    'dataset',
    'ablations',
    '--seeds',
    seeds,
    '--count',
    '120',
    '--out',
    study,
    '--workers',
    '0',
    '--json',
  ]
  recipes = JSON.parse(await run(ask)) as readonly Recipe[]
  const out = await follow('half-the-knowledge-points')
  const splits = ['train', 'validation', 'test', 'test-held-out-pair', 'test-held-out-family']
  all = splits.flatMap((split) => {
    try {
      return lines(join(out, 'jsonl', `${split}.jsonl`))
    } catch {
      // A split without rows has no file.
      return []
    }
  })
  writeFileSync(rows, `${all.join('\n')}\n`)
}, 120_000)

describe('ablations', () => {
  it('halves seeds, topics and knowledge points, one at a time', () => {
    const { seeds: count } = recipe('all')
    expect(recipe('half-the-seeds')).toMatchObject({ seeds: Math.ceil(count / 2), topicsLeftOut: 0 })
    expect(recipe('half-the-topics')).toMatchObject({ seeds: count, knowledgePointsLeftOut: 0 })
    expect(recipe('half-the-knowledge-points')).toMatchObject({ seeds: count, topicsLeftOut: 0 })
    expect(recipe('half-the-topics').topicsLeftOut).toBeGreaterThan(20)
    expect(recipe('half-the-knowledge-points').knowledgePointsLeftOut).toBeGreaterThan(100)
    expect(lines(join(study, 'seeds-half-the-seeds.jsonl'))).toHaveLength(Math.ceil(count / 2))
    // All seeds are of one source here.
    expect(recipes.map(({ name }) => name)).not.toContain('chosen-sources')
  })
  it('makes rows of the size asked for, none of which needs what is left out', () => {
    const gone = new Set(
      lines(join(study, 'without-half-the-knowledge-points.jsonl')).map(
        (line) => (JSON.parse(line) as { readonly name: string }).name,
      ),
    )
    expect(all).toHaveLength(120)
    const needed = rowsOf(rows).flatMap(({ concepts }) => concepts)
    expect(needed.length).toBeGreaterThan(120)
    expect(needed.filter((concept) => gone.has(concept))).toEqual([])
  })
})

describe('subsets', () => {
  const write = (name: string, job: Partial<SubsetJob> = {}): ReturnType<typeof writeSubsets> =>
    writeSubsets({
      files: [rows],
      folder: join(place, name),
      sizes: [10, 25, 60],
      order: 'random',
      seed: 0,
      ...job,
    })
  const parts = (name: string): readonly (readonly string[])[] =>
    ['part-0.jsonl', 'part-1.jsonl', 'part-2.jsonl'].map((file) => lines(join(place, name, file)))
  const sorted = (name: string): readonly (readonly string[])[] => parts(name).map((part) => part.toSorted())

  it.each(['random', 'balanced'] as const)('writes every row once, %s', async (order) => {
    await write(order, { order })
    expect(parts(order).map(({ length }) => length)).toEqual([10, 15, 35])
    expect(new Set(parts(order).flat()).size).toBe(60)
    expect(
      parts(order)
        .flat()
        .every((line) => all.includes(line)),
    ).toBe(true)
    expect(lines(join(place, order, 'size-25.txt'))).toEqual(['part-0.jsonl', 'part-1.jsonl'])
  })
  it('is the same whatever the order of the rows, and another with another seed', async () => {
    const turned = join(place, 'turned.jsonl')
    writeFileSync(turned, `${all.toReversed().join('\n')}\n`)
    await write('turned', { files: [turned] })
    expect(sorted('turned')).toEqual(sorted('random'))
    await write('seeded', { seed: 1 })
    expect(sorted('seeded')).not.toEqual(sorted('random'))
  })
  it('says what is wrong', async () => {
    await expect(write('million', { sizes: [1_000_000] })).rejects.toThrow('there are only 120 rows')
    const bare = join(place, 'bare.jsonl')
    writeFileSync(bare, '{"question": "What is 1 + 1?"}\n')
    await expect(write('bare', { files: [bare], sizes: [1], order: 'balanced' })).rejects.toThrow(
      'no concepts',
    )
    await expect(write('half-the-knowledge-points')).rejects.toThrow(UsageError)
  })
  it('is a command', async () => {
    const stdout = await run([
      'dataset',
      'subsets',
      rows,
      '--sizes',
      '0.01k,25,60',
      '--out',
      join(place, 'command'),
      '--json',
    ])
    expect(JSON.parse(stdout)).toMatchObject({ subsets: [{ size: 10 }, { size: 25 }, { size: 60 }] })
    expect(sorted('command')).toEqual(sorted('random'))
  })
})

describe('mixtures', () => {
  const real = join(place, 'real.jsonl')
  beforeAll(() => {
    const solved = (n: number): string =>
      JSON.stringify({
        question: `What is ${n} + 1?`,
        answer: `${n}+1=<<${n}+1=${n + 1}>>${n + 1}\n#### ${n + 1}`,
      })
    writeFileSync(real, `${Array.from({ length: 60 }, (_, n) => solved(n)).join('\n')}\n`)
  })
  interface Mixed {
    readonly set: string
    readonly messages: readonly { readonly content: string }[]
  }
  const mixed = (name: string): readonly Mixed[] =>
    lines(join(place, name, 'mixed.jsonl')).map((line) => JSON.parse(line) as Mixed)
  const mix = (share: number, name: string, size = 80): ReturnType<typeof writeMixture> =>
    writeMixture({
      parts: [
        { name: 'real', file: real, share },
        { name: 'ours', file: rows, share: 1 - share },
      ],
      folder: join(place, name),
      size,
      seed: 0,
      as: 'messages',
    })
  it('takes shares, in one form, and a larger share holds the smaller', async () => {
    await mix(0.25, 'quarter')
    await mix(0.5, 'half')
    const fromReal = (name: string): readonly string[] =>
      mixed(name)
        .filter(({ set }) => set === 'real')
        .map(({ messages }) => messages[0]?.content ?? '')
    expect([fromReal('quarter').length, mixed('quarter').length]).toEqual([20, 80])
    expect(fromReal('half')).toHaveLength(40)
    expect(fromReal('half')).toEqual(expect.arrayContaining([...fromReal('quarter')]))
    expect(
      mixed('half').every(({ messages }) => /The answer is .+\.$/.test(messages[1]?.content ?? '')),
    ).toBe(true)
  })
  it('refuses different rows as they are, and more than there is', async () => {
    const different = await runCommand([
      'dataset',
      'mix',
      `${real}=1`,
      `${rows}=1`,
      '--out',
      join(place, 'different'),
    ])
    expect(different.code).toBe(2)
    expect(different.stderr).toContain('--as messages')
    await expect(mix(0.5, 'short', 200)).rejects.toThrow('at most 120')
  })
})

describe('stages', () => {
  it('puts every row into one of two files, by difficulty', async () => {
    await writeCurriculum({ files: [rows], folder: join(place, 'stages'), hardFrom: 3 })
    const easy = rowsOf(join(place, 'stages', 'stage-1.jsonl'))
    const hard = rowsOf(join(place, 'stages', 'stage-2.jsonl'))
    expect(easy.length + hard.length).toBe(all.length)
    expect(Math.max(...easy.map(({ difficulty }) => difficulty))).toBeLessThan(3)
    expect(Math.min(...hard.map(({ difficulty }) => difficulty))).toBeGreaterThanOrEqual(3)
  })
  it("leaves out MATH's rows of no level, and refuses rows that have none", async () => {
    const file = join(place, 'levels.jsonl')
    const row = (level: object): string =>
      `${JSON.stringify({ problem: 'What?', solution: String.raw`\boxed{1}`, ...level })}\n`
    writeFileSync(file, row({ level: 'Level 5' }) + row({ level: 'Level ?' }) + row({ level: 2 }))
    const { code, stdout } = await runCommand([
      'dataset',
      'stages',
      file,
      '--out',
      join(place, 'levels'),
      '--json',
    ])
    expect(code).toBe(5)
    expect(JSON.parse(stdout)).toMatchObject({ easy: 1, hard: 1, unknown: 1 })
    writeFileSync(file, row({}))
    await expect(
      writeCurriculum({ files: [file], folder: join(place, 'levels'), hardFrom: 4 }),
    ).rejects.toThrow(MalformedInputError)
  })
})
