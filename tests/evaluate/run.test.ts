import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { evaluationSchema } from '../../src/steps/evaluate/evaluation.ts'
import { scoredCompletionSchema, type ScoredCompletion } from '../../src/steps/evaluate/scored-completion.ts'
import { finished, runCommand } from '../cli/run-command.ts'
import { startFakeModelServer, type FakeModelServer } from '../fake-model-server/start.ts'
import { evaluate, makeBench, readRows, startEvaluate, wrongEvery, type BenchPlace } from './bench-place.ts'

let server: FakeModelServer
const places: BenchPlace[] = []

beforeAll(async () => {
  server = await startFakeModelServer()
})
beforeEach(() => server.reset())
afterAll(async () => {
  await server.stop()
  for (const { folder } of places) rmSync(folder, { recursive: true })
})

function place(gsm8k: number, tal: number): BenchPlace {
  const made = makeBench({ gsm8k, tal })
  places.push(made)
  return made
}

const files = ['completions.jsonl', 'scores.jsonl', 'evaluation.json', 'manifest.json']
const contents = ({ out }: BenchPlace): readonly string[] =>
  files.map((name) => readFileSync(path.join(out, name), 'utf8'))

test('240 items: counts are those of a hand count, each line is valid, and asking again pays nothing', async () => {
  const bench = place(200, 40)
  const { code, stderr, evaluation } = await evaluate({ server, place: bench })
  expect(code, stderr).toBe(0)
  const right = (items: number): number => items - Math.ceil(items / wrongEvery)
  const counts = (items: number) => ({
    items,
    completions: items,
    correct: right(items),
    lenientCorrect: right(items),
    missing: 0,
    undecided: 0,
  })
  expect(evaluation?.sets).toMatchObject([
    { set: 'gsm8k', ...counts(200) },
    { set: 'tal-scq', ...counts(40) },
  ])
  expect(evaluation).toMatchObject({
    settings: { model: 'fake', prompt: 'evaluate-alpaca@1', temperature: 0, samples: 1, replyTokens: 2048 },
    excluded: [],
    calls: { truncated: 0, refused: 0 },
  })
  const first = contents(bench)
  expect(evaluationSchema.parse(JSON.parse(first[2] as string))).toEqual(evaluation)
  const scores = readRows(bench.out, 'scores.jsonl').map((row) => scoredCompletionSchema.parse(row))
  expect(
    scores.map(({ correct }, at) => correct === ((at < 200 ? at : at - 200) % wrongEvery !== 0)),
  ).not.toContain(false)
  expect(readRows(bench.out, 'completions.jsonl')[0]).toMatchObject({
    itemId: scores[0]?.itemId,
    set: 'gsm8k',
    sample: 0,
    outcome: 'answered',
  })

  expect((await server.stats()).answered).toBe(240)
  const again = await evaluate({ server, place: bench })
  expect(again.code).toBe(0)
  expect((await server.stats()).answered).toBe(240)
  expect(contents(bench)).toEqual(first)

  // What was made here is scored again as completions made elsewhere are.
  const made = path.join(bench.out, 'completions.jsonl')
  const asked = ['evaluate', 'score', '--bench', bench.bench, '--json', '--completions', made]
  const scored = await runCommand(asked)
  expect(scored.code, scored.stderr).toBe(0)
  expect((JSON.parse(scored.stdout) as typeof evaluation)?.sets).toEqual(evaluation?.sets)
}, 60_000)

test('a budget stops it with exit code 6 and nothing written; with a higher one it goes on', async () => {
  const bench = place(60, 0)
  const stopped = await evaluate({ server, place: bench, flags: ['--max-requests', '25', '--sets', 'gsm8k'] })
  expect(stopped.code, stopped.stderr).toBe(6)
  expect(existsSync(bench.out)).toBe(false)
  const { answered } = await server.stats()
  expect(answered).toBeLessThanOrEqual(25)
  const rest = await evaluate({ server, place: bench, flags: ['--max-requests', '60', '--sets', 'gsm8k'] })
  expect(rest.code, rest.stderr).toBe(0)
  expect(await server.stats()).toMatchObject({ answered: 60, answeredTwice: 0 })
}, 60_000)

test('killed, then stopped by Ctrl-C (130), it goes on: only what was in flight at the kill is paid again', async () => {
  const bench = place(60, 0)
  await server.reset({ latency: 40 })
  const flags = ['--concurrency', '4', '--sets', 'gsm8k']
  const endAfter = async (requests: number, signal: 'SIGKILL' | 'SIGINT') => {
    const child = startEvaluate({ server, place: bench, flags })
    const ended = finished(child)
    while ((await server.stats()).requests < requests) await sleep(5)
    child.kill(signal)
    return ended
  }
  await endAfter(12, 'SIGKILL')
  await sleep(80)
  const repeats = (await server.stats()).requests
  const { code, stderr } = await endAfter(repeats + 12, 'SIGINT')
  expect(code, stderr).toBe(130)
  expect(stderr).toMatch(/the same command goes on/)
  expect(existsSync(bench.out)).toBe(false)
  expect((await server.stats()).distinct).toBeLessThan(60)
  await server.control({ latency: 0 })
  expect((await evaluate({ server, place: bench, flags })).code).toBe(0)
  const { distinct, answeredTwice } = await server.stats()
  expect(distinct).toBe(60)
  expect(answeredTwice).toBeLessThanOrEqual(4)
}, 60_000)

test('samples differ, templates are asked as they are, and given-up answers are left out aloud', async () => {
  const bench = place(12, 0)
  const flags = ['--sets', 'gsm8k', '--limit', '10', '--samples', '3', '--template', 'none']
  const sampled = await evaluate({ server, place: bench, flags })
  expect(sampled.evaluation).toMatchObject({
    settings: { samples: 3, temperature: 0.7, limit: 10, prompt: 'evaluate-none@1' },
    sets: [{ items: 10, completions: 30, missing: 0 }],
  })
  expect(await server.stats()).toMatchObject({ answered: 30, distinct: 30 })
  const samples = readRows(bench.out, 'scores.jsonl').map((row) => (row as ScoredCompletion).sample)
  expect(samples.slice(0, 6)).toEqual([0, 1, 2, 0, 1, 2])

  await server.reset({ broken: 0.3 })
  writeFileSync(path.join(bench.folder, 'config.yaml'), 'model:\n  attempts: 1\n')
  const broken = await evaluate({
    server,
    place: bench,
    flags: ['--sets', 'gsm8k', '--template', 'chat', '--config', path.join(bench.folder, 'config.yaml')],
  })
  expect(broken.code, broken.stderr).toBe(5)
  const [set] = broken.evaluation?.sets ?? []
  const [left] = broken.evaluation?.excluded ?? []
  expect(left?.reason).toBe('an answer was given up')
  expect((set?.items ?? 0) + (left?.count ?? 0)).toBe(12)
  expect(set?.missing).toBe(left?.count)
}, 60_000)

test('mistakes are told before anything is asked', async () => {
  const bench = place(5, 0)
  const run = (flags: readonly string[]) => evaluate({ server, place: bench, flags })
  expect(await run(['--sets', 'math'])).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/sets\.math/),
  })
  expect(await run(['--samples', '2', '--temperature', '0'])).toMatchObject({ code: 2 })
  writeFileSync(path.join(bench.folder, 'other.txt'), 'mine')
  expect(await run(['--out', bench.folder])).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/not empty/),
  })
  const dry = await run(['--dry-run', '--sets', 'gsm8k', '--samples', '2'])
  expect(JSON.parse(dry.stdout)).toMatchObject({ requests: { low: 10, high: 10 } })
  expect((await server.stats()).requests).toBe(0)
}, 60_000)
