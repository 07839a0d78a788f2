import { existsSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { finished } from '../cli/run-command.ts'
import { startFakeModelServer, type FakeModelServer } from '../fake-model-server/start.ts'
import { evaluate, makeBench, startEvaluate, type BenchPlace } from './bench-place.ts'

let server: FakeModelServer
let bench: BenchPlace

beforeAll(async () => {
  server = await startFakeModelServer()
  bench = makeBench({ gsm8k: 200, tal: 20 })
})
afterAll(async () => {
  await server.stop()
  rmSync(bench.folder, { recursive: true })
})

const contents = ({ out }: BenchPlace): readonly string[] =>
  ['completions.jsonl', 'scores.jsonl'].map((name) => readFileSync(path.join(out, name), 'utf8'))

test('killed at any point it goes on and pays at most what was in flight twice', async () => {
  await server.reset({ latency: 30 })
  const concurrency = 8
  const flags = ['--concurrency', String(concurrency)]
  let atKills = 0
  for (const requests of [40, 110]) {
    const child = startEvaluate({ server, place: bench, flags })
    const ended = finished(child)
    while ((await server.stats()).requests < requests + atKills) {
      expect(child.exitCode).toBe(null)
      await sleep(5)
    }
    child.kill('SIGKILL')
    await ended
    await sleep(60)
    expect(existsSync(bench.out)).toBe(false)
    atKills += concurrency
  }
  const { code, stderr, evaluation } = await evaluate({ server, place: bench, flags })
  expect(code, stderr).toBe(0)
  expect(evaluation?.sets.map(({ completions }) => completions)).toEqual([200, 20])
  const { distinct, answeredTwice } = await server.stats()
  expect(distinct).toBe(220)
  expect(answeredTwice).toBeLessThanOrEqual(2 * concurrency)

  await server.reset()
  const whole = { ...bench, workspace: `${bench.workspace}-whole`, out: `${bench.out}-whole` }
  await evaluate({ server, place: whole })
  expect(contents(bench)).toEqual(contents(whole))
}, 60_000)
