import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openAiEndpoint, type OpenAiEndpoint } from '../../src/adapters/openai/openai-endpoint.ts'
import { openWorkspace, type Workspace } from '../../src/adapters/sqlite/open-workspace.ts'
import { ProviderError } from '../../src/core/errors.ts'
import type { BatchEndpoint } from '../../src/core/model-endpoint.ts'
import type { BatchSettings } from '../../src/pipeline/calling/batch-desk.ts'
import type { BudgetCaps } from '../../src/pipeline/calling/budget.ts'
import { type RecordedModel, recordModel } from '../../src/pipeline/recorded-model.ts'
import { type FakeModelServer, startFakeModelServer } from '../fake-model-server/start.ts'
import { systemClock } from '../fake-model-server/system-clock.ts'
import { sampleModelRequest } from './model.ts'

const { signal } = new AbortController()
const price = { input: 1, output: 2, batch: 0.5 }
const spent = { requests: 0, tokens: 0, cost: 0 }
const requests = Array.from({ length: 45 }, (_, seed) => sampleModelRequest(seed))

let server: FakeModelServer
let folder: string
let workspace: Workspace
let endpoint: OpenAiEndpoint
beforeEach(async () => {
  server = await startFakeModelServer()
  folder = mkdtempSync(path.join(tmpdir(), 'conceptloom-batches-'))
  workspace = await openWorkspace(folder)
  endpoint = openAiEndpoint({
    name: 'fake',
    model: 'fake',
    baseUrl: server.baseUrl,
    key: 'sk-batches',
    timeout: 5000,
    maxResponseBytes: 20_000,
    connections: 4,
    parameters: {},
    reasoningTokens: 0,
    seed: true,
  })
})
afterEach(async () => {
  await endpoint.close()
  await workspace.close()
  await server.stop()
  rmSync(folder, { recursive: true })
})

const settings: BatchSettings = { submits: true, size: 20, least: 3, every: 5, quiet: 20 }

function opened(
  more: {
    readonly settings?: Partial<BatchSettings>
    readonly batches?: BatchEndpoint
    readonly caps?: BudgetCaps
  } = {},
): RecordedModel {
  return recordModel(
    endpoint,
    { ledger: workspace.ledger, clock: systemClock },
    {
      limits: { concurrency: 4 },
      caps: more.caps ?? {},
      spent,
      price,
      batch: {
        batches: more.batches ?? endpoint.batches,
        settings: { ...settings, ...more.settings },
        announce: () => {},
      },
    },
  )
}

/** The endpoint dies for this process after it took a batch: before its id was told, or before its first look at it. */
function dyingAfter(step: 'submit' | 'state'): BatchEndpoint {
  const { batches } = endpoint
  return {
    ...batches,
    async submit(label, items) {
      const id = await batches.submit(label, items)
      if (step === 'submit') throw new Error('killed')
      return id
    },
    state: () => Promise.reject(new Error('killed')),
  }
}

async function batchCount(): Promise<number> {
  const list = (await (await fetch(`${server.baseUrl}/batches`)).json()) as { readonly data: unknown[] }
  return list.data.length
}

test('requests wait for batches, what expired is asked online, and nothing is asked twice', async () => {
  const model = opened()
  const replies = await Promise.all(requests.map((request) => model.complete(request, { signal })))
  expect(replies.map(({ outcome }) => outcome)).toEqual(requests.map(() => 'answered'))
  // One goes ahead alone; 20, 20 and 4 wait for a batch, of which the tenth and the twentieth expire.
  expect(await batchCount()).toBe(3)
  expect(await server.stats()).toMatchObject({ requests: 5, distinct: 45, answeredTwice: 0 })
  const [online] = replies
  const { cost, promptTokens, requests: counted } = await workspace.ledger.totals(requests[0]?.runId ?? '')
  expect([promptTokens, counted]).toEqual([45 * (online?.promptTokens ?? 0), 45])
  // 40 replies at half the price.
  expect(cost).toBeLessThan(replies.reduce((sum, one) => sum + one.cost, 0) + 1e-9)
  expect(cost).toBeLessThan(30 * (online?.cost ?? 0))
  expect(model.calls).toMatchObject({ answered: 45, inBatches: 0 })
  const again = await Promise.all(requests.map((request) => opened().complete(request, { signal })))
  expect(again.every(({ recalled }) => recalled)).toBe(true)
})

test.each(['submit', 'state'] as const)(
  'a life that ends after a batch was taken (%s) leaves it to the next, which waits for it',
  async (step) => {
    const first = opened({ batches: dyingAfter(step), settings: { size: 100 } })
    const died = await Promise.allSettled(requests.map((request) => first.complete(request, { signal })))
    expect(died.filter(({ status }) => status === 'rejected').length).toBe(44)
    await first.close()
    expect(await batchCount()).toBe(1)

    // Without batches the next life does not pay for what waits in one.
    const impatient = opened({ settings: { submits: false } })
    await expect(impatient.complete(requests[7] as (typeof requests)[0], { signal })).rejects.toThrow(
      ProviderError,
    )
    const second = opened({ settings: { size: 100 } })
    // Asked for in another order and not all together.
    const halves = [requests.slice(20).toReversed(), requests.slice(0, 20)]
    for (const half of halves) await Promise.all(half.map((request) => second.complete(request, { signal })))
    expect(await batchCount()).toBe(1)
    expect(await server.stats()).toMatchObject({ distinct: 45, answeredTwice: 0 })
  },
)

test('a batch holds no more than fits the budget; the rest is told that a cap is reached', async () => {
  const model = opened({ caps: { requests: 12 }, settings: { size: 100 } })
  const replies = await Promise.allSettled(requests.map((request) => model.complete(request, { signal })))
  const answered = replies.filter(({ status }) => status === 'fulfilled').length
  expect(answered).toBeGreaterThanOrEqual(11)
  expect(answered).toBeLessThanOrEqual(12)
  expect((await server.stats()).answered).toBeLessThanOrEqual(12)
})

test('a few requests do not wait for a batch', async () => {
  const model = opened({ settings: { least: 10 } })
  await Promise.all(requests.slice(0, 8).map((request) => model.complete(request, { signal })))
  expect(await batchCount()).toBe(0)
})
