import { readFileSync, rmSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type FakeModelServer, startFakeModelServer } from '../fake-model-server/start.ts'
import {
  filesBelow,
  makePlace,
  type ModelRunOptions,
  runModel,
  type RunPlace,
  startModel,
  temporaryFolder,
  untilAsked,
} from './model-run.ts'

let server: FakeModelServer
let place: RunPlace
let places = 0
const folder = temporaryFolder()
beforeAll(async () => {
  server = await startFakeModelServer()
})
afterAll(async () => {
  await server.stop()
  rmSync(folder, { recursive: true })
})
beforeEach(async () => {
  await server.reset()
  place = makePlace(folder, String(places++))
})

const flags = ['--preset', 'mathscale', '--count', '40', '--samples', '2', '--concurrency', '8']
/** Labels by the taxonomy, so that the first request is one for a pair. */
const labelled = [...flags, '--extractor', 'taxonomy', '--generator', 'model']

describe('an endpoint that will never answer', () => {
  test.each([
    [401, labelled, 'check the key of this endpoint'],
    [401, flags, 'check the key of this endpoint'],
    [404, labelled, 'check the base URL and the name of the model'],
    [404, flags, 'check the base URL and the name of the model'],
  ])(
    'status %i: exit 4 within one request per worker, and one line that says what to check',
    async (status, chosen, hint) => {
      await server.control({ status })
      const { code, stderr } = await runModel({ server, place, flags: chosen })
      expect(code, stderr).toBe(4)
      expect((await server.stats()).requests).toBeLessThanOrEqual(8)
      const lines = stderr.split('\n').filter((line) => line.startsWith('conceptloom: '))
      expect(lines).toHaveLength(1)
      expect(lines[0]).toContain(hint)
      expect(stderr).not.toMatch(/\n\s+at /)
    },
    60_000,
  )
})

describe('a budget', () => {
  test('100 requests: exit 6 at the cap; a higher one goes on and pays nothing twice', async () => {
    const capped = await runModel({ server, place, flags: [...flags, '--max-requests', '100'] })
    expect(capped.code, capped.stderr).toBe(6)
    expect(capped.stderr).toContain('go on with a higher --max-requests')
    expect(capped.summary).toMatchObject({ end: 'stopped', state: 'generating' })
    expect((await server.stats()).requests).toBe(100)
    const same = await runModel({ server, place, flags: ['--resume', '--max-requests', '100'] })
    expect(same.code, same.stderr).toBe(6)
    expect((await server.stats()).requests).toBe(100)
    const rest = await runModel({ server, place, flags: ['--resume', '--max-requests', '1000'] })
    expect(rest.code, rest.stderr).toBe(0)
    expect(rest.summary?.pairs.stored).toBe(40)
    const { answered, distinct, answeredTwice } = await server.stats()
    expect(answeredTwice).toBe(0)
    expect(distinct).toBe(answered)
  }, 120_000)

  test('used up while labelling: the same command goes on, and says so', async () => {
    const capped = await runModel({ server, place, flags: [...flags, '--max-requests', '20'] })
    expect(capped.code, capped.stderr).toBe(6)
    expect(capped.stderr).toContain('the same command, without --resume, goes on')
    expect((await server.stats()).requests).toBe(20)
    const rest = await runModel({ server, place, flags })
    expect(rest.code, rest.stderr).toBe(0)
    expect(await server.stats()).toMatchObject({ answeredTwice: 0 })
  }, 120_000)

  test('of tokens: never exceeded', async () => {
    const capped = await runModel({ server, place, flags: [...flags, '--max-tokens', '60000'] })
    expect(capped.code, capped.stderr).toBe(6)
    const { promptTokens = 0, completionTokens = 0 } = capped.summary?.calls ?? {}
    expect(promptTokens + completionTokens).toBeGreaterThan(10_000)
    expect(promptTokens + completionTokens).toBeLessThanOrEqual(60_000)
  }, 60_000)
})

describe('Ctrl-C', () => {
  test.each([
    ['pairs are written', 70, true],
    ['seeds are labelled', 20, false],
  ])(
    'while %s: exit 130, and nothing that was answered is asked again',
    async (_, asked, resumes) => {
      await server.control({ latency: 120 })
      const run = startModel({ server, place, flags })
      await untilAsked(server, run, asked)
      run.child.kill('SIGINT')
      const stopped = await run.ended
      expect(stopped.code, stopped.stderr).toBe(130)
      expect(stopped.stderr).toContain(resumes ? '--resume' : 'the same command')
      expect(stopped.stderr).not.toMatch(/\n\s+at /)
      const before = await server.stats()
      expect(before).toMatchObject({ cut: 0, inFlight: 0, answeredTwice: 0 })
      expect(before.answered).toBe(before.requests)
      await server.control({ latency: 0 })
      const rest = await runModel({ server, place, flags: resumes ? ['--resume'] : flags })
      expect(rest.code, rest.stderr).toBe(0)
      expect(rest.summary?.pairs.stored).toBe(40)
      expect(await server.stats()).toMatchObject({ answeredTwice: 0 })
    },
    120_000,
  )

  test('a second one leaves at once', async () => {
    await server.control({ latency: 20_000 })
    const run = startModel({ server, place, flags })
    await untilAsked(server, run, 1)
    run.child.kill('SIGINT')
    await sleep(300)
    run.child.kill('SIGINT')
    expect((await run.ended).code).toBe(130)
  }, 60_000)
})

test('a finished run that is started again asks nothing', async () => {
  expect((await runModel({ server, place, flags })).code).toBe(0)
  const { requests } = await server.stats()
  const again = await runModel({ server, place, flags })
  expect(again.code, again.stderr).toBe(0)
  expect(again.summary?.calls).toMatchObject({ answered: 0 })
  expect((await server.stats()).requests).toBe(requests)
}, 60_000)

test('the key stands in no file and no line of failing and succeeding runs', async () => {
  const key = 'sk-canary/0123456789+abcdef'
  const options: ModelRunOptions = { server, place, flags, key }
  const printed: string[] = []
  const run = async (): Promise<number | null> => {
    const { code, stdout, stderr } = await runModel(options)
    printed.push(stdout, stderr)
    return code
  }
  for (const status of [401, 404, 400, 302]) {
    await server.control({ status, headers: { location: `http://127.0.0.1:1/?key=${key}` } })
    expect(await run()).toBe(4)
  }
  expect((await server.stats()).keys).toEqual([`Bearer ${key}`])
  await server.reset({ faults: { 'server-error': 0.1, malformed: 0.1, refusal: 0.05 } })
  expect(await run()).toBe(0)
  const files = filesBelow(place.folder)
  expect(files.length).toBeGreaterThan(8)
  const all = [...printed, ...files.map((file) => readFileSync(file).toString('latin1'))].join('\n')
  for (const form of [
    key,
    encodeURIComponent(key),
    Buffer.from(key).toString('base64').slice(0, 24),
    'canary',
  ])
    expect(all).not.toContain(form)
}, 120_000)
