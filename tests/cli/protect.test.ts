import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { folder, rowsOf, seeds } from './run-place.ts'
import { runCommand, type CommandResult } from './run-command.ts'

interface Summary {
  readonly dataset?: {
    readonly filters: readonly { readonly filter: string; readonly before: number; readonly after: number }[]
  }
  readonly run: string
  readonly seeds: { readonly admitted: number; readonly excludedAsProtected: number }
  readonly protection?: {
    readonly references: number
    readonly blocked: number
    readonly twins: number
  }
}

const place = folder()
const questions = (): string[] => rowsOf(place).map((row) => row.messages[0]?.content ?? '')

function protectedFile(name: string, texts: readonly string[], more = ''): string {
  const file = join(place, name)
  writeFileSync(file, texts.map((question) => `${JSON.stringify({ question })}\n`).join('') + more)
  return file
}

const some = ['algebra.jsonl', 'money.jsonl'].map((name) => join(seeds, name))
const args = ['--workspace', join(place, 'work'), '--out', join(place, 'out')]
const runArgs = [
  'run',
  '--seeds',
  ...some,
  '--count',
  '60',
  '--workers',
  '0',
  ...args,
  '--format',
  'messages',
  '--json',
]

async function run(...more: string[]): Promise<{ result: CommandResult; summary: Summary }> {
  const result = await runCommand([...runArgs, ...more])
  return { result, summary: JSON.parse(result.stdout) as Summary }
}

describe('conceptloom run --protect', () => {
  let first: Summary
  let exported: string[]
  beforeAll(async () => {
    first = (await run()).summary
    exported = questions()
  }, 120_000)

  it(
    'never exports a protected problem, and decides again for another list',
    { timeout: 180_000 },
    async () => {
      expect(first.protection).toBeUndefined()
      const [one = '', two = ''] = [exported[3], exported[30]]
      const { result, summary } = await run('--protect', protectedFile('one.jsonl', [one.toLowerCase()]))
      expect(result.code, result.stderr).toBe(0)
      expect(summary.run).toBe(first.run)
      expect(summary.protection).toMatchObject({ references: 1, blocked: 1 })
      const { twins = 0 } = summary.protection ?? {}
      const filter = summary.dataset?.filters.find((step) => step.filter === 'protection')
      expect((filter?.before ?? 0) - (filter?.after ?? 0)).toBe(1 + twins)
      expect(questions()).not.toContain(one)
      expect(questions()).toContain(two)

      // A later call without a list leaves the decisions as they are.
      await run()
      expect(questions()).not.toContain(one)

      await run('--protect', protectedFile('two.jsonl', [`Somebody asks you this. ${two}`, two]))
      expect(questions()).toContain(one)
      expect(questions()).not.toContain(two)

      // A resumed run and a dataset built later know what the run was told.
      expect((await runCommand(['dataset', 'build', ...args])).code).toBe(0)
      expect(questions()).not.toContain(two)
      expect((await runCommand(['run', '--resume', first.run, ...args])).code).toBe(0)
      expect(questions()).not.toContain(two)
    },
  )

  it('leaves out twins unless told otherwise', { timeout: 120_000 }, async () => {
    const question = exported.find((text) => /\d\d/.test(text)) ?? ''
    const file = protectedFile('twin.jsonl', [
      question.replaceAll(/\d+/g, (digits) => String(Number(digits) + 3)),
    ])
    const { summary } = await run('--protect', file)
    expect(summary.protection?.blocked).toBe(0)
    expect(summary.protection?.twins).toBeGreaterThan(0)
    expect(questions()).not.toContain(question)
    await run('--protect', file, '--allow-twins')
    expect(questions()).toContain(question)
  })

  it('excludes seeds that are protected, names bad rows and goes on', { timeout: 120_000 }, async () => {
    const seed = JSON.parse(readFileSync(join(seeds, 'algebra.jsonl'), 'utf8').split('\n')[0] ?? '') as {
      question: string
    }
    const file = protectedFile('seed.jsonl', [seed.question], 'no row\n')
    const { result, summary } = await run('--protect', file)
    expect(result.code).toBe(5)
    expect(result.stderr).toContain(`${file}:2: not JSON`)
    expect(summary.seeds).toMatchObject({ admitted: first.seeds.admitted - 1, excludedAsProtected: 1 })
    expect(summary.run).not.toBe(first.run)
  })

  it('refuses a list that is not there', async () => {
    const { code, stderr } = await runCommand([...runArgs, '--protect', join(place, 'absent.jsonl')])
    expect(code).toBe(2)
    expect(stderr).toContain('absent.jsonl')
  })
})

describe('conceptloom decontaminate', () => {
  it('prints one line per line, in order, bad ones included', async () => {
    const against = protectedFile('against.jsonl', ['What is the sum of the first 12 odd numbers?'])
    const file = join(place, 'rows.jsonl')
    const rows = [
      '{"id": "a", "question": "what is the sum of the first 12 odd numbers"}',
      '{"id": 7, "question": "What is the sum of the first 40 odd numbers?"}',
      '{"question": "How many primes are below 50?"}',
      'no row',
      '',
      '{"id": "d"}',
      '{"id": "e", "problem": "How many primes are below 90?"}',
    ]
    writeFileSync(file, rows.join('\n'))
    const { code, stdout, stderr } = await runCommand(['decontaminate', file, '--against', against, '--json'])
    expect(code).toBe(5)
    const lines = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>)
    expect(lines.map(({ id, decision }) => [id, decision])).toEqual([
      ['a', 'block'],
      ['7', 'flag'],
      [null, 'keep'],
      [null, null],
      [null, null],
      ['d', null],
      ['e', 'keep'],
    ])
    expect(lines[0]).toEqual({
      id: 'a',
      decision: 'block',
      rule: 'canonical_equality',
      referenceId: 'against.jsonl:1',
      evidence: { text: 'what is the sum of the first 12 odd numbers' },
    })
    expect(stderr).toContain(`${file}:4: not JSON`)
    const piped = await runCommand(['decontaminate', '-', '--against', against], { input: rows[0] ?? '' })
    expect(piped).toMatchObject({ code: 0, stdout: 'block  a: canonical_equality of against.jsonl:1\n' })
    expect((await runCommand(['decontaminate', join(place, 'none'), '--against', against])).code).toBe(2)
  })
})
