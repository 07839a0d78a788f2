import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readBench } from '../../src/steps/evaluate/load/read-bench.ts'
import type { ScoredCompletion } from '../../src/steps/evaluate/scored-completion.ts'
import { labelProblem } from '../../src/steps/extract/label-problem.ts'
import { runCommand } from './run-command.ts'

const seeds = ['arithmetic', 'money', 'number-theory', 'prealgebra'].map((name) =>
  resolve(import.meta.dirname, `../../seeds/${name}.jsonl`),
)
const folder = mkdtempSync(join(tmpdir(), 'conceptloom-diagnose-'))
const place = (name: string): string => join(folder, name)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Our own seeds as the items of a set, and a model that fails on whatever is about this. */
const hard = /prime|divisor|percent/i

beforeAll(() => {
  const rows = seeds
    .flatMap((file) => readFileSync(file, 'utf8').trim().split('\n'))
    .map((line) => JSON.parse(line) as { question: string; answer: string })
  writeFileSync(
    place('items.jsonl'),
    rows
      .map(({ question, answer }) => `${JSON.stringify({ question, answer: `#### ${answer}` })}\n`)
      .join(''),
  )
  writeFileSync(place('bench.yaml'), 'sets: { gsm8k: items.jsonl }\n')
  const [set] = readBench(place('bench.yaml')).sets
  const scores = (set?.items ?? []).map((item): ScoredCompletion => {
    const fails = labelProblem(item.question).knowledgePoints.some(({ name }) => hard.test(name))
    const [outcome, method] = fails ? (['different', 'exact'] as const) : (['equal', 'string'] as const)
    return {
      itemId: item.id,
      set: 'gsm8k',
      sample: 0,
      completion: 'The answer is 0.',
      prediction: '0',
      outcome,
      method,
      correct: !fails,
      lenientCorrect: !fails,
    }
  })
  writeFileSync(place('scores.jsonl'), scores.map((score) => `${JSON.stringify(score)}\n`).join(''))
})

interface Target {
  readonly weights: Readonly<Record<string, number>>
  readonly weak: readonly {
    readonly id: string
    readonly kind: string
    readonly name: string
    readonly seeds?: number
  }[]
}

describe('from an evaluation back to generation', () => {
  let target: Target
  let points: ReadonlyMap<string, string>

  it('evaluate diagnose finds what the model fails on', async () => {
    const { code, stdout, stderr } = await runCommand([
      'evaluate', 'diagnose', folder, '--bench', place('bench.yaml'), '--out', place('weak.json'), '--export', place('all.csv'), '--minimum-items', '2', '--rule', 'shrunken',
    ]) // prettier-ignore
    expect(stderr).toBe('')
    expect(code).toBe(0)
    target = JSON.parse(readFileSync(place('weak.json'), 'utf8')) as Target
    points = new Map(
      target.weak.filter(({ kind }) => kind === 'knowledge-point').map(({ id, name }) => [id, name]),
    )
    expect(points.size).toBeGreaterThan(4)
    expect([...points.keys()].sort()).toEqual(Object.keys(target.weights))
    // Each weak point is hard itself, or stands beside a hard one in most of its items.
    expect([...points.values()].filter((name) => hard.test(name)).length).toBeGreaterThan(4)
    expect(stdout).toContain(`${points.size} of `)
    expect(stdout).toContain('walk --mode coverage --target')
    expect(readFileSync(place('all.csv'), 'utf8')).toContain(`\n${[...points.keys()][0]},knowledge-point,`)
  })

  it('walk covers exactly these knowledge points', async () => {
    const { code, stdout, stderr } = await runCommand([
      'walk', '--seeds', ...seeds, '--mode', 'coverage', '--target', place('weak.json'), '--count', '200', '--json',
    ]) // prettier-ignore
    expect(code).toBe(0)
    const walked = new Set(
      stdout.trim().split('\n').flatMap((line) => (JSON.parse(line) as { knowledgePoints: string[] }).knowledgePoints),
    ) // prettier-ignore
    for (const id of walked) expect(points.has(id)).toBe(true)
    const leftOut = [...points].filter(([id]) => !walked.has(id)).map(([, name]) => name)
    for (const name of leftOut) expect(stderr).toContain(name)
    expect(walked.size + leftOut.length).toBe(points.size)
    expect(walked.size).toBeGreaterThan(points.size / 2)
  })

  it(
    'run makes pairs on them and on no other, and counts their seeds afterwards',
    { timeout: 60_000 },
    async () => {
      const options = ['--workspace', place('workspace')]
      const { code, stderr } = await runCommand([
      'run', '--seeds', ...seeds, '--mode', 'coverage', '--target', place('weak.json'), '--count', '60', '--workers', '0',
      '--out', place('data'), '--format', 'messages', ...options,
    ]) // prettier-ignore
      expect(code, stderr).toBe(0)
      const rows = readdirSync(place('data/jsonl')).flatMap((name) =>
        readFileSync(place(`data/jsonl/${name}`), 'utf8')
          .trim()
          .split('\n'),
      )
      const names = new Set(points.values())
      const asked = rows.flatMap((line) =>
        (
          JSON.parse(line) as { provenance: { walk: { steps: { concept: string; phase: string }[] } } }
        ).provenance.walk.steps
          .filter(({ phase }) => phase === 'bridge' || phase === 'knowledge-point')
          .map(({ concept }) => concept),
      )
      expect(asked.length).toBeGreaterThanOrEqual(rows.length)
      for (const concept of asked) expect(names.has(concept) || points.has(concept)).toBe(true)
      expect(new Set(asked).size).toBeGreaterThan(points.size / 2)

      const again = await runCommand([
        'evaluate',
        'diagnose',
        folder,
        '--bench',
        place('bench.yaml'),
        '--json',
        ...options,
      ])
      expect(again.code).toBe(0)
      for (const { seeds } of (JSON.parse(again.stdout) as Target).weak) expect(seeds).toBeGreaterThan(0)
    },
  )
})
