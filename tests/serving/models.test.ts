import { cpSync, mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { RunSummary } from '../../src/pipeline/summarise-run.ts'
import type { Client } from '../../src/surfaces/api/client.ts'
import { runCommand, succeeded } from '../cli/run-command.ts'
import { folder, runArgs } from '../cli/run-place.ts'
import { startFakeModelServer, type FakeModelServer } from '../fake-model-server/start.ts'
import { key, modelEnvironment, priceFile, serveModel, startRun, watch } from './served-model.ts'

const place = folder()
const prices = priceFile(place)
let server: FakeModelServer
let base: string
beforeAll(async () => {
  server = await startFakeModelServer()
  base = (JSON.parse((await succeeded(runCommand(runArgs(place)))).stdout) as RunSummary).run
}, 120_000)
afterAll(async () => {
  await server.stop()
  rmSync(place, { recursive: true })
})
beforeEach(() => server.reset())

/** A workspace of its own with the finished run whose graph is used. */
function workspaceOf(name: string): string {
  const own = path.join(place, name)
  mkdirSync(own)
  cpSync(path.join(place, 'work'), own, { recursive: true })
  return own
}

interface Settings {
  readonly environment?: Readonly<Record<string, string>>
  readonly flags?: readonly string[]
}

/** Works with a service of its own; nothing that it answered may name a key or a place, or show a stack. */
async function withService(
  workspace: string,
  { environment = modelEnvironment(server), flags = ['--model', 'fake', '--prices', prices] }: Settings,
  work: (client: Client, answers: Awaited<ReturnType<typeof serveModel>>['answers']) => Promise<void>,
): Promise<void> {
  const served = await serveModel(workspace, environment, flags)
  try {
    await work(served.client, served.answers)
  } finally {
    await served.stop()
  }
  const all = served
    .answers()
    .map(({ text }) => text)
    .join('\n')
  for (const secret of [key, 'canary', place, 'node_modules', import.meta.dirname])
    expect(all).not.toContain(secret)
  expect(all).not.toMatch(/\\n\s+at /)
}

const count = 12
const slowly = ['--model', 'fake', '--prices', prices, '--concurrency', '4']
const wanted = { engine: 'model', model: 'fake', count } as const

describe('a run of a model', () => {
  test.each([
    ['mathscale', 'weave-problem@1'],
    ['skywork', /^[a-z-]+@1$/],
    ['xwin', 'create-similar@1'],
  ] as const)(
    '%s: accepted, told of as it goes, and the very run of the command line',
    async (preset, prompt) => {
      const told = workspaceOf(`${preset}-told`)
      await server.control({ latency: 150 })
      await withService(workspaceOf(preset), { flags: slowly }, async (client, answers) => {
        const accepted = await startRun(client, { ...wanted, preset })
        expect(answers().at(-1)).toMatchObject({ status: 202, location: `/v1/runs/${accepted.id}` })
        expect(accepted).toMatchObject({ requested: count, engine: { preset, model: 'fake' } })
        const events = await watch(client, accepted.id)
        const of = (type: string): typeof events => events.filter((event) => event.type === type)
        expect(of('progress').at(-1)).toMatchObject({ stage: 'generate', total: count })
        const costs = of('state').map((event) => ('run' in event ? event.run.calls.cost : 0))
        expect(costs).toEqual(costs.toSorted((one, other) => one - other))
        const run = await client.getRun({ id: accepted.id })
        expect(run).toMatchObject({ activity: 'complete', stored: count })
        expect(events.at(-1)).toEqual({ type: 'state', run })
        const { answered, answeredTwice } = await server.stats()
        expect([run.calls.requests, run.calls.answered, answeredTwice]).toEqual([answered, answered, 0])
        const { promptTokens, completionTokens, cost } = run.calls
        expect(cost).toBeCloseTo((promptTokens + 2 * completionTokens) / 1e6, 9)

        const { items } = await client.listPairs({ run: run.id, limit: 200 })
        expect(of('pair').map((event) => 'index' in event && event.index)).toEqual(
          items.map(({ index }) => index),
        )
        expect(items.filter(({ marks }) => marks.length === 0)).toHaveLength(count)
        for (const { id } of items.slice(0, 3)) {
          const pair = await client.getPair({ id })
          expect(pair).toMatchObject({ model: 'fake', run: run.id })
          expect(pair.prompt).toMatch(prompt)
          const { parents, model, walk } = await client.getProvenance({ id })
          expect(model).toBe('fake')
          expect(parents.length).toBeGreaterThan(0)
          expect(parents.every((parent) => parent.kind === 'seed' && parent.id.length === 32)).toBe(true)
          expect(walk.steps.length).toBeGreaterThan(0)
        }

        const flags = `run --graph-of ${base} --generator model --model fake --preset ${preset} --seed 7 --json`
        const { stdout } = await succeeded(
          runCommand([...flags.split(' '), '--count', `${count}`, ...slowly.slice(2), '--workspace', told], {
            env: modelEnvironment(server),
          }),
        )
        const { seconds: _, ...summary } = JSON.parse(stdout) as RunSummary
        expect(await client.getRunSummary({ id: run.id })).toEqual(summary)
        expect(summary.run).toBe(run.id)
        expect(summary.calls).toMatchObject({ answered, promptTokens, completionTokens })
        expect(summary.calls?.cost).toBeCloseTo(cost, 9)
      })
    },
    120_000,
  )

  test('cancelled, it waits for slow replies that are paid for; resumed, it pays nothing twice', async () => {
    await withService(workspaceOf('slow'), { flags: slowly }, async (client) => {
      await server.control({ latency: 500 })
      const { id } = await startRun(client, wanted)
      // The first request goes alone; those after it take longer than a stopping process was once given.
      while ((await server.stats()).inFlight < 1) await sleep(20)
      await server.control({ latency: 11_000 })
      while ((await server.stats()).inFlight < 4) await sleep(20)
      await client.cancelRun({ id })
      expect((await watch(client, id)).at(-1)).toMatchObject({
        run: { activity: 'stopped', problem: 'cancelled', calls: { requests: 5, answered: 5 } },
      })
      expect(await server.stats()).toMatchObject({ requests: 5, answered: 5, cut: 0 })
      await server.control({ latency: 0 })
      await client.resumeRun({ id })
      const last = (await watch(client, id)).at(-1)
      const { answered, answeredTwice } = await server.stats()
      expect(last).toMatchObject({ run: { activity: 'complete', stored: count, calls: { answered } } })
      expect(answeredTwice).toBe(0)
    })
  }, 120_000)

  test.each(['resumeRun', 'generate'] as const)(
    'cancelled and asked for again by %s before it has stopped, it goes on',
    async (way) => {
      await withService(workspaceOf(way), { flags: slowly }, async (client) => {
        await server.control({ latency: 1000 })
        const { id } = await startRun(client, wanted)
        while ((await server.stats()).inFlight < 4) await sleep(20)
        await client.cancelRun({ id })
        if (way === 'generate') await client.generate({ body: wanted })
        else await client.resumeRun({ id })
        await server.control({ latency: 0 })
        expect((await watch(client, id)).at(-1)).toMatchObject({
          run: { activity: 'complete', stored: count },
        })
        expect(await server.stats()).toMatchObject({ answeredTwice: 0, cut: 0 })
      })
    },
    120_000,
  )

  test.each(['SIGTERM', 'SIGKILL'] as const)(
    'in the middle of a %s of the service: the next one goes on, and nothing is paid twice',
    async (signal) => {
      const own = workspaceOf(signal)
      await server.control({ latency: 1500 })
      const first = await serveModel(own, modelEnvironment(server), slowly)
      const { id } = await startRun(first.client, wanted)
      while ((await server.stats()).inFlight < 4) await sleep(20)
      await first.stop(signal)
      await server.control({ latency: 0 })
      await withService(own, { flags: slowly }, async (client) => {
        const last = (await watch(client, id)).at(-1)
        const { answered, answeredTwice, cut } = await server.stats()
        expect(last).toMatchObject({ run: { activity: 'complete', stored: count, calls: { answered } } })
        expect([answeredTwice, cut]).toEqual([0, 0])
      })
    },
    120_000,
  )
})

describe('what cannot be', () => {
  const problemOf = async (client: Client, body: object): Promise<unknown> =>
    client.generate({ body }).then(
      () => 'accepted',
      ({ problem }: { readonly problem: unknown }) => problem,
    )

  test('unknown names are refused, and any model where there is none', async () => {
    await withService(workspaceOf('names'), {}, async (client, answers) => {
      expect(await problemOf(client, { ...wanted, model: 'other' })).toMatchObject({
        status: 404,
        type: 'urn:problem-type:conceptloom:not-found',
        detail: 'no such model: other; this service was started with fake',
      })
      expect(await problemOf(client, { ...wanted, preset: 'other' })).toMatchObject({
        status: 400,
        errors: [{ pointer: '/body/preset', detail: expect.stringContaining('mathscale') as string }],
      })
      expect(answers().map(({ type }) => type?.split(';')[0])).toEqual(
        Array(2).fill('application/problem+json'),
      )
    })
    await withService(workspaceOf('none'), { flags: [] }, async (client) => {
      const none = { status: 404, detail: expect.stringContaining('started with none') as string }
      expect(await problemOf(client, wanted)).toMatchObject(none)
      expect(await problemOf(client, { engine: 'model' })).toMatchObject(none)
      expect((await client.listRuns()).items).toHaveLength(1)
    })
    expect((await server.stats()).requests).toBe(0)
  }, 120_000)

  test('a budget that is reached stops the run; a higher one goes on, and that of the service holds', async () => {
    const own = workspaceOf('budget')
    const flags = ['--model', 'fake', '--prices', prices, '--max-cost']
    let id = ''
    const stopped = {
      activity: 'stopped',
      problem: expect.stringMatching(/^cost used up: [\d.]+ of 0\.0\d+, /) as string,
    }
    await withService(own, { flags: [...flags, '0.02'] }, async (client) => {
      ;({ id } = await startRun(client, { ...wanted, count: 40, maximumCost: 0.01 }))
      expect((await watch(client, id)).at(-1)).toMatchObject({ run: stopped })
      const { cost } = (await client.getRun({ id })).calls
      expect([cost > 0, cost <= 0.01]).toEqual([true, true])
      await startRun(client, { ...wanted, count: 40, maximumCost: 1 })
      expect((await watch(client, id)).at(-1)).toMatchObject({ run: stopped })
      const more = (await client.getRun({ id })).calls.cost
      expect([more > cost, more <= 0.02]).toEqual([true, true])
    })
    await withService(own, { flags: [...flags, '5'] }, async (client) => {
      expect((await client.resumeRun({ id })).id).toBe(id)
      expect((await watch(client, id)).at(-1)).toMatchObject({ run: { activity: 'complete', stored: 40 } })
      const { answered, answeredTwice } = await server.stats()
      expect((await client.getRun({ id })).calls.answered).toBe(answered)
      expect(answeredTwice).toBe(0)
    })
  }, 120_000)

  test.each([
    ['a key that is refused', { status: 401 }, {}, /^unauthorised \(401\).*check the key/],
    ['a model that the endpoint lacks', { status: 404 }, {}, /^not-found \(404\)/],
    ['no key', {}, { address: 'https://models.example/v1' }, /^no key for .*set OPENAI_API_KEY/],
    ['prices that cannot be read', {}, { prices: 'gone/prices.yaml' }, /^cannot read prices: \[…\]/],
    ['no price', {}, { prices: '' }, /^no price for model: fake/],
  ] as const)(
    '%s is told as the state of the run',
    async (name, settings, without, problem) => {
      await server.control(settings)
      const file = 'prices' in without ? without.prices : prices
      const flags = ['--model', 'fake', ...(file === '' ? [] : ['--prices', path.resolve(place, file)])]
      const environment = {
        ...modelEnvironment(server),
        ...('address' in without ? { OPENAI_API_KEY: '', OPENAI_BASE_URL: without.address } : {}),
      }
      await withService(workspaceOf(name), { flags, environment }, async (client) => {
        const { id } = await startRun(client, wanted)
        const last = (await watch(client, id)).at(-1)
        expect(JSON.stringify(last)).not.toContain('canary')
        expect(last).toMatchObject({ run: { activity: 'stopped', stored: 0 } })
        expect((await client.getRun({ id })).problem).toMatch(problem)
        await client.getRunSummary({ id })
      })
    },
    60_000,
  )
})
