import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { Evaluation } from '../../src/steps/evaluate/evaluation.ts'
import type { ScoredCompletion } from '../../src/steps/evaluate/scored-completion.ts'
import { runCommand } from '../cli/run-command.ts'
import { readRows } from '../evaluate/bench-place.ts'
import { startLlmServer } from './start-llm-server.ts'

const started = await startLlmServer()
const missing = 'missing' in started ? started.missing : undefined
if (missing !== undefined) {
  if (process.env['CI'] === 'true') throw new Error(`no real model in CI: ${missing}`)
  process.stderr.write(`SKIPPED, no real model here: ${missing}\n`)
}
afterAll(async () => {
  if (!('missing' in started)) await started.stop()
})

/** Sums that a small model gets right or wrong as it likes. */
const sums = [
  [2, 3],
  [4, 4],
  [7, 6],
  [10, 5],
  [12, 9],
  [20, 22],
  [31, 45],
  [58, 67],
  [123, 456],
  [908, 777],
] as const

describe.skipIf(missing !== undefined)('conceptloom evaluate run with a real model', () => {
  it('asks ten items, and its counts are those of a hand count over what the model said', async () => {
    const place = mkdtempSync(join(tmpdir(), 'conceptloom-llm-evaluate-'))
    const rows = sums.map(([a, b]) => ({
      question: `Ann has ${a} apples and gets ${b} more. How many apples does she have now?`,
      answer: `${a}+${b}=<<${a}+${b}=${a + b}>>${a + b}\n#### ${a + b}`,
    }))
    writeFileSync(join(place, 'gsm8k.jsonl'), rows.map((row) => JSON.stringify(row)).join('\n'))
    writeFileSync(join(place, 'bench.yaml'), 'sets:\n  gsm8k: gsm8k.jsonl\n')
    const baseUrl = 'missing' in started ? '' : started.baseUrl
    const local = { baseUrl, timeout: 300_000, parameters: { repeat_penalty: 1.15 } }
    writeFileSync(
      join(place, 'config.yaml'),
      JSON.stringify({ model: { concurrency: 2, endpoints: { local } } }),
    )
    const out = join(place, 'out')
    const files = ['--bench', join(place, 'bench.yaml'), '--config', join(place, 'config.yaml')]
    const asking = ['--model', 'smollm2@local', '--template', 'chat', '--reply-tokens', '96']
    const where = ['--workspace', join(place, 'work'), '--out', out, '--max-tokens', '20000', '--json']
    const command = ['evaluate', 'run', ...files, ...asking, ...where]
    const first = await runCommand(command)
    expect(first.code, first.stderr).toBe(0)
    const evaluation = JSON.parse(first.stdout) as Evaluation
    const scores = readRows(out, 'scores.jsonl') as readonly ScoredCompletion[]
    expect(scores).toHaveLength(10)
    // The hand count: the last box, else what the last "answer is" is followed by, else the last number.
    const hand = scores.map(({ completion }, at) => {
      const [a, b] = sums[at] as readonly [number, number]
      const said =
        [...completion.matchAll(/\\boxed\{\D{0,3}([\d,.]+)/g)].at(-1)?.[1] ??
        /answer is[^\d\n]{0,20}([\d,.]+)(?![\s\S]*answer is)/i.exec(completion)?.[1] ??
        completion.match(/\d[\d,.]*/g)?.at(-1)
      process.stderr.write(`${a} + ${b}: ${said ?? 'nothing'} in ${JSON.stringify(completion.slice(-160))}\n`)
      return Number(said?.replaceAll(',', '')) === a + b
    })
    expect(scores.map(({ correct }) => correct)).toEqual(hand)
    expect(evaluation.sets).toMatchObject([
      { set: 'gsm8k', items: 10, completions: 10, correct: hand.filter(Boolean).length, missing: 0 },
    ])

    const again = await runCommand(command)
    expect(again.stdout).toBe(first.stdout)
    expect(again.stderr).toMatch(/\b0 replies, 10 recalled, cost 0/)
  })
})
