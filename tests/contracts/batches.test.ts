import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openAiEndpoint, type OpenAiEndpoint } from '../../src/adapters/openai/openai-endpoint.ts'
import { openWorkspace, type Workspace } from '../../src/adapters/sqlite/open-workspace.ts'
import { BudgetError } from '../../src/core/errors.ts'
import {
  awaitBatch,
  collectBatch,
  submitBatches,
  unanswered,
} from '../../src/pipeline/calling/batch-calls.ts'
import { recordModel } from '../../src/pipeline/recorded-model.ts'
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
  })
})
afterEach(async () => {
  await endpoint.close()
  await workspace.close()
  await server.stop()
  rmSync(folder, { recursive: true })
})

test('batches and single calls fill one ledger: nothing is asked twice, what expired is asked online', async () => {
  const { ledger } = workspace
  const { batches } = endpoint
  const ports = { batches, ledger }
  const options = { size: 20, caps: { cost: 1 }, spent, price }
  const model = recordModel(
    endpoint,
    { ledger, clock: systemClock },
    { limits: { concurrency: 4 }, caps: {}, spent, price },
  )
  const online = await model.complete(requests[0] as (typeof requests)[0], { signal })

  const ids = await submitBatches(requests, ports, options)
  expect(ids).toHaveLength(3)
  // A second life finds them; none is submitted again.
  expect(await submitBatches(requests, ports, options)).toEqual(ids)

  let answered = 0
  let failed = 0
  for (const id of ids) {
    await awaitBatch(id, { batches, clock: systemClock }, { signal, every: 5 })
    const collected = await collectBatch(id, ports, price)
    answered += collected.answered
    failed += collected.failed
    await collectBatch(id, ports, price)
  }
  // 19, 20 and 5 requests were sent; the tenth and the twentieth of a file expire.
  expect([answered, failed]).toEqual([41, 0])
  expect((await unanswered(requests, ports)).size).toBe(3)

  const replies = await Promise.all(requests.map((request) => model.complete(request, { signal })))
  expect(replies.map(({ outcome }) => outcome)).toEqual(requests.map(() => 'answered'))
  expect(replies.filter(({ recalled }) => !recalled)).toHaveLength(3)
  expect(await server.stats()).toMatchObject({ distinct: 45, answeredTwice: 0 })
  const { cost, promptTokens } = await ledger.totals((requests[0] as (typeof requests)[0]).runId)
  expect(promptTokens).toBe(45 * online.promptTokens)
  expect(cost).toBeLessThan(45 * online.cost)
})

test('a batch that might exceed a cap is not submitted', async () => {
  const ports = { batches: endpoint.batches, ledger: workspace.ledger }
  const options = { size: 100, caps: { tokens: 5000 }, spent, price }
  await expect(submitBatches(requests, ports, options)).rejects.toThrow(BudgetError)
  expect((await server.stats()).keys).toEqual([])
})
