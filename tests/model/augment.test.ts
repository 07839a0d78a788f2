import { rmSync } from 'node:fs'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type CommandResult, runCommand } from '../cli/run-command.ts'
import { type FakeModelServer, startFakeModelServer } from '../fake-model-server/start.ts'
import { commandOn, makePlace, runModel, temporaryFolder, type RunPlace } from './model-run.ts'

let server: FakeModelServer
const folder = temporaryFolder()
beforeAll(async () => {
  server = await startFakeModelServer()
})
afterAll(async () => {
  await server.stop()
  rmSync(folder, { recursive: true })
})
beforeEach(() => server.reset())

interface Row {
  readonly id: string
  readonly question: string
  readonly answer: string
  readonly method: string
  readonly parents: readonly { readonly kind: string; readonly id: string; readonly relation: string }[]
  readonly prompt: string
  readonly model: string
  readonly requests: readonly string[]
  readonly rung: number
  readonly licenses: readonly string[]
  readonly agreement?: { readonly of: number }
}

function augment(place: RunPlace, args: readonly string[]): Promise<CommandResult> {
  return runCommand(
    ['augment', '--model', 'fake', '--max-tokens', '100000000', '--workspace', place.workspace, ...args],
    { env: { OPENAI_BASE_URL: server.baseUrl, OPENAI_API_KEY: 'sk-test' } },
  )
}

function rowsOf({ stdout }: CommandResult): readonly Row[] {
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Row)
}

test.each([
  ['answer', 1, /^solve-problem@\d/],
  ['rephrase', 2, /^rephrase@\d/],
  ['fobar', 1, /^solve-problem@\d/],
  ['self-verify', 2, /^mask-statement@\d/],
  ['evolve', 2, /^evolve@\d/],
  ['xwin', 2, /^create-similar@\d/],
] as const)('%s: pairs from seeds, with all they come from', async (method, requests, prompt) => {
  const place = makePlace(folder, `seeds-${method}`, 12)
  const result = await augment(place, ['--seeds', place.seeds, '--method', method])
  const rows = rowsOf(result)
  // The served model loses the unknown of a self-verification: all of them are refused, which is no error.
  expect(result.code, result.stderr).toBe(0)
  if (method === 'self-verify') return expect(result.stderr).toContain('the unknown is lost')
  expect(rows.length).toBeGreaterThan(3)
  expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length)
  for (const row of rows) {
    expect(row).toMatchObject({ method, model: 'fake', prompt: expect.stringMatching(prompt) as string })
    expect(row.parents).toEqual([{ kind: 'seed', id: expect.any(String) as string, relation: 'derived' }])
    expect(row.requests.length).toBeGreaterThanOrEqual(requests)
    expect(row.licenses).not.toContain('unknown')
    expect(row.rung).toBeGreaterThanOrEqual(1)
  }
})

test('the same command pays nothing twice, also with other seeds beside', async () => {
  const place = makePlace(folder, 'again', 6)
  const more = makePlace(folder, 'more', 9)
  const first = await augment(place, ['--seeds', place.seeds, '--method', 'rephrase', '--samples', '2'])
  const { answered } = await server.stats()
  const second = await augment(place, ['--seeds', place.seeds, '--method', 'rephrase', '--samples', '2'])
  expect(second.stdout).toBe(first.stdout)
  expect((await server.stats()).answered).toBe(answered)
  expect(rowsOf(first).some(({ agreement }) => agreement?.of === 2)).toBe(true)
  const third = await augment(place, ['--seeds', more.seeds, '--method', 'rephrase', '--samples', '2'])
  const ids = rowsOf(third).map(({ id }) => id)
  expect(ids).toEqual(expect.arrayContaining(rowsOf(first).map(({ id }) => id)))
  expect((await server.stats()).answeredTwice).toBe(0)
})

test('a cap ends it with what it has; no method, no run and a dry run ask nobody', async () => {
  const place = makePlace(folder, 'caps', 6)
  const seeds = ['--seeds', place.seeds]
  const capped = await augment(place, [...seeds, '--method', 'answer', '--max-requests', '2'])
  expect([capped.code, rowsOf(capped).length]).toEqual([6, 2])
  await server.reset()
  expect((await augment(place, seeds)).code).toBe(2)
  expect((await augment(place, ['--method', 'xwin', '--from-run', '00000000'])).code).toBe(2)
  const dry = await augment(place, [...seeds, '--method', 'evolve', '--dry-run', '--json'])
  expect(JSON.parse(dry.stdout)).toMatchObject({ requests: { low: 12, high: 36 } })
  expect((await server.stats()).requests).toBe(0)
})

test('pairs of a run are augmented, and verified again without a change', async () => {
  const place = makePlace(folder, 'run', 20)
  const options = { server, place, flags: ['--count', '12', '--samples', '2'] }
  const run = await runModel(options)
  expect(run.code, run.stderr).toBe(0)
  const id = run.summary?.run ?? ''
  const again = await augment(place, ['--from-run', id, '--method', 'fobar', '--count', '3'])
  expect(again.code, again.stderr).toBe(0)
  const rows = rowsOf(again)
  expect(rows).toHaveLength(3)
  expect(rows.every(({ parents }) => parents[0]?.kind === 'pair')).toBe(true)

  const verified = await commandOn(options, ['verify', '--run', id, '--json'])
  expect(verified.code, verified.stderr).toBe(0)
  const lines = verified.stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { rung: number; before: number; changed: boolean })
  expect(lines.length).toBeGreaterThanOrEqual(12)
  expect(lines.filter(({ changed }) => changed)).toEqual([])

  // The run's own votes are recalled; a third solution of each pair is asked for.
  const { answered } = await server.stats()
  const voted = await commandOn(options, [
    'verify',
    '--run',
    id,
    '--json',
    '--samples',
    '3',
    '--model',
    'fake',
    '--max-tokens',
    '100000000',
  ])
  expect(voted.code, voted.stderr).toBe(0)
  expect((await server.stats()).answered - answered).toBe(lines.length)
  expect(voted.stderr).toMatch(/\d+ pairs, \d+ with another rung/)
})
