import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readBench } from '../../src/steps/evaluate/load/read-bench.ts'
import type { ScoredCompletion } from '../../src/steps/evaluate/scored-completion.ts'
import type { EvaluationReport } from '../../src/steps/evaluate/report/report-data.ts'
import { reportPage } from '../../src/steps/evaluate/report/report-page.ts'
import { runCommand } from './run-command.ts'

const folder = mkdtempSync(join(tmpdir(), 'conceptloom-report-'))
const place = (name: string): string => join(folder, name)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface Row {
  readonly question: string
  readonly answer: string
  readonly solution: string
}

const hostile = '</title><script>alert(1)</script>'

/** Two pretend models on our own seeds as items: the second is right more often, and both make each kind of error. */
beforeAll(() => {
  const rows = ['arithmetic', 'probability'].flatMap((name) =>
    readFileSync(resolve(import.meta.dirname, `../../seeds/${name}.jsonl`), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Row),
  )
  writeFileSync(
    place('items.jsonl'),
    rows
      .map(
        ({ question, answer, solution }) =>
          `${JSON.stringify({ question, answer: `${solution}\n#### ${answer}` })}\n`,
      )
      .join(''),
  )
  writeFileSync(place('bench.yaml'), 'sets: { gsm8k: items.jsonl }\n')
  const items = readBench(place('bench.yaml')).sets[0]?.items ?? []
  const wrong = [
    '',
    'We add 2 + 2 = 5. The answer is 5.',
    'It is 3 * 4 = 12. The answer is 12.',
    'The answer is 99991.',
    `Then we go on and see ${hostile} that`,
  ]
  for (const [name, rate] of [
    ['first', 3],
    [hostile, 5],
  ] as const) {
    const model = place(name === 'first' ? 'first' : 'second')
    mkdirSync(model)
    const scores = items.flatMap(({ id, answer }, item) =>
      [0, 1].map((sample): ScoredCompletion => {
        const correct = (item * 7 + sample) % rate !== 0
        const completion = correct
          ? `The answer is ${answer}.`
          : (wrong[(item + sample) % wrong.length] as string)
        const prediction = correct ? answer : /answer is (\S+)\./.exec(completion)?.[1]
        const [outcome, method] = correct ? (['equal', 'string'] as const) : (['different', 'exact'] as const)
        return {
          itemId: id, set: 'gsm8k', sample, completion, ...(prediction === undefined ? {} : { prediction }),
          outcome, method, correct, lenientCorrect: correct,
        } // prettier-ignore
      }),
    )
    writeFileSync(join(model, 'scores.jsonl'), scores.map((score) => `${JSON.stringify(score)}\n`).join(''))
    writeFileSync(
      join(model, 'evaluation.json'),
      JSON.stringify({
        tool: 'conceptloom',
        settings: { model: name, prompt: 'evaluate-alpaca@1', temperature: 0.7, samples: 2 },
        sets: [],
        excluded: [],
        badLines: 0,
      }),
    )
  }
  writeFileSync(place('points.csv'), 'size,accuracy\n1000,0.2\n10000,0.3\n100000,0.38\n1000000,0.5\n')
})

async function report(out: string): Promise<string> {
  const { code, stderr } = await runCommand([
    'evaluate', 'report', place('first'), place('second'), '--bench', place('bench.yaml'), '--scaling', place('points.csv'),
    '--resamples', '200', '--out', place(out),
  ]) // prettier-ignore
  expect(code, stderr).toBe(0)
  expect(readdirSync(place(out)).sort()).toEqual(['manifest.json', 'report.html', 'report.json'])
  return readFileSync(place(`${out}/report.html`), 'utf8')
}

describe('evaluate report', () => {
  it(
    'writes a page that is complete in itself and follows from report.json, with what was measured',
    { timeout: 60_000 },
    async () => {
      const page = await report('out')
      const stored = JSON.parse(readFileSync(place('out/report.json'), 'utf8')) as EvaluationReport
      expect(reportPage(stored)).toBe(page)

      // Nothing is fetched or run: no script, no address but those of namespaces, no path of this machine.
      expect(page).not.toMatch(/<script|<link|<img|<iframe|@import|<[^>]*(?:\son\w+=|url\()/i)
      const addresses = [...page.matchAll(/https?:\/\/[^\s"'<)]+/g)].map(([address]) => address)
      expect(new Set(addresses)).toEqual(new Set(['http://www.w3.org/1998/Math/MathML']))
      expect(page).not.toContain(folder)

      const { models, comparisons, scaling } = JSON.parse(readFileSync(place('out/report.json'), 'utf8')) as {
        models: {
          name: string
          items: number
          completions: number
          errors: { wrong: number; counts: Record<string, number> }
        }[]
        comparisons: unknown[]
        scaling: { points: unknown[] }
      }
      expect(models.map(({ name }) => name)).toEqual(['first', hostile])
      expect(comparisons).toHaveLength(1)
      expect(scaling.points).toHaveLength(4)
      const [first] = models
      const lines = readFileSync(place('first/scores.jsonl'), 'utf8').trim().split('\n')
      const right = lines.filter((line) => line.includes('"correct":true')).length
      expect(first).toMatchObject({
        completions: lines.length,
        items: lines.length / 2,
        errors: { wrong: lines.length - right },
      })
      expect(page).toContain(((100 * right) / lines.length).toFixed(1))
      for (const type of ['truncated', 'no-answer', 'arithmetic-slip', 'wrong-set-up', 'unshown'])
        expect(first?.errors.counts[type]).toBeGreaterThan(0)
      // Each part of the report stands on the page, with its plots.
      for (const id of ['results', 'samples', 'difficulty', 'errors', 'concepts', 'scaling', 'provenance'])
        expect(page).toContain(`<section id="${id}">`)
      expect(page.match(/<svg /g)?.length).toBeGreaterThanOrEqual(5)
      expect(page).not.toMatch(/NaN|undefined|\[object/)
    },
  )

  it('refuses a folder that is none of ours', { timeout: 60_000 }, async () => {
    mkdirSync(place('mine'))
    writeFileSync(place('mine/notes.txt'), 'keep')
    const { code, stderr } = await runCommand([
      'evaluate', 'report', place('first'), '--bench', place('bench.yaml'), '--resamples', '100', '--out', place('mine'),
    ]) // prettier-ignore
    expect(code).toBe(2)
    expect(stderr).toContain('not a report of ours')
    expect(readFileSync(place('mine/notes.txt'), 'utf8')).toBe('keep')
  })
})
