import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { EndpointSettings } from '../../src/adapters/openai/endpoint-settings.ts'
import { openAiEndpoint } from '../../src/adapters/openai/openai-endpoint.ts'
import { BudgetError } from '../../src/core/errors.ts'
import { recordOf } from '../../src/pipeline/calling/request-record.ts'
import { openWorkspace } from '../../src/adapters/sqlite/open-workspace.ts'
import { recordModel, type RecordedModel } from '../../src/pipeline/recorded-model.ts'
import { type FakeModelServer, startFakeModelServer } from '../fake-model-server/start.ts'
import { systemClock } from '../fake-model-server/system-clock.ts'
import { describeModel, describeModelEndpoint, sampleModelRequest } from './model.ts'

let server: FakeModelServer
beforeAll(async () => {
  server = await startFakeModelServer()
})
afterAll(() => server.stop())
beforeEach(() => server.reset())

const settings = (more: Partial<EndpointSettings> = {}): EndpointSettings => ({
  name: 'fake@here',
  model: 'fake',
  baseUrl: server.baseUrl,
  key: 'sk-contract',
  timeout: 2000,
  maxResponseBytes: 100_000,
  connections: 8,
  parameters: {},
  reasoningTokens: 0,
  seed: true,
  ...more,
})
const lockOut = (): Promise<void> => server.control({ status: 401 })

describeModelEndpoint('openai', async () => {
  const model = openAiEndpoint(settings())
  return { model, again: async () => model, lockOut, remove: () => model.close() }
})

describeModel('recorded openai', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'conceptloom-model-'))
  const closing: (() => Promise<void>)[] = []
  const open = async (): Promise<RecordedModel> => {
    const workspace = await openWorkspace(folder)
    const endpoint = openAiEndpoint(settings())
    closing.push(
      () => workspace.close(),
      () => endpoint.close(),
    )
    const spent = { requests: 0, tokens: 0, cost: 0 }
    const options = { limits: { concurrency: 8 }, caps: {}, spent, price: { input: 1, output: 2 } }
    return recordModel(endpoint, { ledger: workspace.ledger, clock: systemClock }, options)
  }
  const remove = async (): Promise<void> => {
    for (const close of closing) await close()
    rmSync(folder, { recursive: true })
  }
  return { model: await open(), again: open, lockOut, remove }
})

describe('openai endpoint', () => {
  const { signal } = new AbortController()
  const schema = { type: 'object', properties: { answer: { type: 'string' } }, required: ['answer'] }

  test('learns what is not understood from one refusal each, and does not forget', async () => {
    await server.control({ unsupported: ['json_schema', 'max_tokens', 'temperature', 'seed'], latency: 20 })
    const endpoint = openAiEndpoint(settings())
    const ask = (seed: number): Promise<unknown> =>
      endpoint.send(
        sampleModelRequest(seed, {
          messages: [{ role: 'user', content: `What is ${seed} + 1?` }],
          output: { name: 'answer', schema },
        }),
        { signal },
      )
    await Promise.all(Array.from({ length: 30 }, (_, seed) => ask(seed)))
    expect((await server.stats()).statuses).toEqual({ 200: 30, 400: 4 })
    await ask(31)
    expect((await server.stats()).statuses).toEqual({ 200: 31, 400: 4 })
    await endpoint.close()
  })

  test.each([
    [[], 2, 2],
    [['n'], 6, 7],
  ] as const)('samples of one prompt without seeds (refused beside: %j)', async (more, requests, most) => {
    await server.control({ unsupported: ['seed', ...more] })
    const folder = mkdtempSync(path.join(tmpdir(), 'conceptloom-samples-'))
    const workspace = await openWorkspace(folder)
    const endpoint = openAiEndpoint(settings())
    const spent = { requests: 0, tokens: 0, cost: 0 }
    const model = recordModel(
      endpoint,
      { ledger: workspace.ledger, clock: systemClock },
      { limits: { concurrency: 64 }, caps: {}, spent, price: { input: 1, output: 2 } },
    )
    const prompt = sampleModelRequest(1).messages
    const ask = (seed: number): ReturnType<typeof model.complete> =>
      model.complete(sampleModelRequest(seed, { messages: prompt }), { signal })
    await ask(1)
    const replies = await Promise.all([2, 3, 4, 5, 6].map(ask))
    // Every sample is a request of its own in the ledger, with a reply of its own.
    const keys = new Set(replies.map(({ key }) => key))
    expect(keys.size).toBe(5)
    expect((await workspace.ledger.recall([...keys])).size).toBe(5)
    const { statuses } = await server.stats()
    expect([statuses[200], statuses[400]]).toEqual([requests, most - requests + 1])
    if (more.length === 0) {
      expect(new Set(replies.map(({ text }) => text)).size).toBe(5)
      // The prompt is paid once, and all tokens of the replies are counted.
      expect(replies.filter(({ promptTokens }) => promptTokens > 0)).toHaveLength(1)
      const characters = replies.reduce((sum, { text }) => sum + text.length, 0)
      const tokens = replies.reduce((sum, { completionTokens }) => sum + completionTokens, 0)
      expect(tokens).toBe(Math.ceil(characters / 4))
    }
    await model.close()
    await endpoint.close()
    await workspace.close()
    rmSync(folder, { recursive: true })
  })

  test('parameters that are sent with every request are part of its key, and thinking of its limit', async () => {
    const request = sampleModelRequest(1)
    const plain = recordOf({ name: 'fake', parameters: {} }, request)
    const low = recordOf({ name: 'fake', parameters: { reasoning_effort: 'low' } }, request)
    expect(low.key).not.toBe(plain.key)
    expect(low.body).toMatchObject({ parameters: { reasoning_effort: 'low' } })
    const folder = mkdtempSync(path.join(tmpdir(), 'conceptloom-thinking-'))
    const workspace = await openWorkspace(folder)
    const endpoint = openAiEndpoint(settings({ reasoningTokens: 3000 }))
    const model = recordModel(
      endpoint,
      { ledger: workspace.ledger, clock: systemClock },
      {
        limits: { concurrency: 4 },
        caps: { tokens: 2000 },
        spent: { requests: 0, tokens: 0, cost: 0 },
        price: undefined,
      },
    )
    // The cap counts what the model may think: nothing is sent.
    await expect(model.complete(request, { signal })).rejects.toThrow(BudgetError)
    expect((await server.stats()).requests).toBe(0)
    await endpoint.close()
    await workspace.close()
    rmSync(folder, { recursive: true })
  })

  test('estimates tokens, and says so, where the endpoint counts none', async () => {
    await server.control({ silentUsage: true })
    const endpoint = openAiEndpoint(settings())
    const { usage } = await endpoint.send(sampleModelRequest(1), { signal })
    expect(usage).toMatchObject({ counted: false, cachedTokens: 0 })
    expect(usage.promptTokens).toBeGreaterThan(10)
    await endpoint.close()
  })

  test.each([
    ['huge', 'too-large'],
    ['hang', 'timeout'],
    ['slow-loris', 'timeout'],
    ['reset', 'connection'],
    ['cut-body', 'connection'],
    ['malformed', 'malformed'],
    ['empty', 'malformed'],
    ['null-choices', 'malformed'],
    ['server-error', 'server-error'],
    ['rate-limit', 'rate-limit'],
  ] as const)('the fault %s is a failure to retry: %s', async (fault, reason) => {
    await server.control({ faults: { [fault]: 1 }, retryAfter: 3 })
    const waits = fault === 'hang' || fault === 'slow-loris'
    const endpoint = openAiEndpoint(settings({ timeout: waits ? 300 : 10_000 }))
    const failure = endpoint.send(sampleModelRequest(1), { signal })
    await expect(failure).rejects.toMatchObject({ name: 'EndpointFailure', verdict: 'retry', reason })
    if (fault === 'rate-limit') await expect(failure).rejects.toMatchObject({ retryAfter: 3000 })
    if (fault === 'empty') await expect(failure).rejects.toMatchObject({ usage: { counted: true } })
    await endpoint.close()
  })

  test('a refusal and a truncated reply are replies, not answers', async () => {
    const endpoint = openAiEndpoint(settings())
    await server.control({ faults: { refusal: 1 } })
    const refused = await endpoint.send(sampleModelRequest(1), { signal })
    expect(refused).toMatchObject({ outcome: 'refused', text: 'I cannot help with that.' })
    await server.control({ faults: { truncated: 1, refusal: 0 } })
    expect(await endpoint.send(sampleModelRequest(1), { signal })).toMatchObject({ outcome: 'truncated' })
    await endpoint.close()
  })
})
