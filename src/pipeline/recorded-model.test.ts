import { beforeEach, describe, expect, test } from 'vitest'
import { manualClock, type ManualClock } from '../../tests/fake-model-server/manual-clock.ts'
import { BudgetError, ProviderError, UnansweredError } from '../core/errors.ts'
import { contentId } from '../core/identity.ts'
import {
  EndpointFailure,
  type EndpointFailureFacts,
  type EndpointReply,
  type ModelEndpoint,
} from '../core/model-endpoint.ts'
import type { ModelRequest } from '../core/model.ts'
import type { Ledger, LedgerReply } from '../core/ports.ts'
import { recordModel, type RecordedModel, type RecordOptions } from './recorded-model.ts'

const { signal } = new AbortController()
const usage = { promptTokens: 10, cachedTokens: 0, completionTokens: 20, counted: true }
const answer: EndpointReply = { outcome: 'answered', text: 'yes', usage, detail: {} }

function request(seed: number): ModelRequest {
  const messages = [{ role: 'user' as const, content: 'why?' }]
  return {
    runId: contentId('run', 'recorded'),
    purpose: 'solve',
    prompt: 'solve@1',
    messages,
    temperature: 1,
    maxTokens: 100,
    seed,
  }
}

/** Notes the order of events; answers from a script. */
interface Stage {
  readonly events: string[]
  readonly replies: Map<string, LedgerReply>
  readonly clock: ManualClock
  readonly sentAt: number[]
}

function open(
  stage: Stage,
  script: (seed: number, attempt: number) => EndpointReply | EndpointFailureFacts,
  more: Partial<RecordOptions> = {},
): RecordedModel {
  const attempts = new Map<number, number>()
  const endpoint: ModelEndpoint = {
    name: 'scripted',
    parameters: {},
    reasoningTokens: 0,
    async send({ seed }) {
      const attempt = (attempts.get(seed) ?? 0) + 1
      attempts.set(seed, attempt)
      stage.events.push(`send ${seed}`)
      stage.sentAt.push(stage.clock.now())
      await stage.clock.sleep(50)
      const result = script(seed, attempt)
      if ('outcome' in result) return result
      throw new EndpointFailure(`${result.reason} at scripted`, result)
    },
    close: async () => undefined,
  }
  const ledger: Ledger = {
    begin: async (begun) => void stage.events.push(...begun.map(() => 'begin')),
    async record(replies) {
      for (const reply of replies) stage.replies.set(reply.key, reply)
      stage.events.push(...replies.map(({ outcome }) => `record ${outcome}`))
    },
    recall: async (keys) =>
      new Map(
        keys.flatMap((key) => (stage.replies.has(key) ? [[key, stage.replies.get(key) as LedgerReply]] : [])),
      ),
    pending: async () => [],
    totals: async () => ({ requests: 0, answered: 0, promptTokens: 0, completionTokens: 0, cost: 0 }),
    close: async () => undefined,
  }
  return recordModel(
    endpoint,
    { ledger, clock: stage.clock },
    {
      limits: { concurrency: 4 },
      caps: {},
      spent: { requests: 0, tokens: 0, cost: 0 },
      price: { input: 1, output: 2 },
      ...more,
    },
  )
}

describe('recorded model', () => {
  let stage: Stage
  beforeEach(() => {
    stage = { events: [], replies: new Map(), clock: manualClock(), sentAt: [] }
  })

  test('writes down the request before it is sent and the reply before it is given', async () => {
    const model = open(stage, () => answer)
    const given = model.complete(request(1), { signal }).then(() => stage.events.push('given'))
    await stage.clock.run(given)
    expect(stage.events).toEqual(['begin', 'send 1', 'record answered', 'given'])
    expect(model.calls).toMatchObject({ answered: 1, inFlight: 0, waiting: 0, promptTokens: 10, cost: 50e-6 })
  })

  test('a failure is recorded, waited for with growing pauses, and gives way to the answer', async () => {
    const model = open(stage, (_, attempt) =>
      attempt < 4 ? { verdict: 'retry', reason: 'server-error' } : answer,
    )
    expect(await stage.clock.run(model.complete(request(1), { signal }))).toMatchObject({
      outcome: 'answered',
    })
    expect(stage.events.filter((event) => event === 'record failed')).toHaveLength(3)
    const waits = stage.sentAt.slice(1).map((at, index) => at - (stage.sentAt[index] as number) - 50)
    for (const [index, wait] of waits.entries()) {
      expect(wait).toBeLessThanOrEqual(500 * 2 ** index + 1)
      expect(wait).toBeGreaterThanOrEqual(375 * 2 ** index - 1)
    }
    expect(model.calls.failed).toEqual({ 'server-error': 3 })
  })

  test('nobody sends before the time the endpoint named, however many wait', async () => {
    let refused = 0
    const model = open(stage, () =>
      refused++ < 4 ? { verdict: 'retry', reason: 'rate-limit', retryAfter: 7000 } : answer,
    )
    await stage.clock.run(
      Promise.all([1, 2, 3, 4, 5, 6].map((seed) => model.complete(request(seed), { signal }))),
    )
    const [first = 0] = stage.sentAt
    expect(stage.sentAt.filter((at) => at < first + 7050)).toHaveLength(4)
    expect(stage.sentAt).toHaveLength(10)
  })

  test('a request that always fails among others that are answered is given up, and asked again by a later run', async () => {
    const failing = (seed: number): EndpointReply | EndpointFailureFacts =>
      seed === 1 ? { verdict: 'retry', reason: 'server-error' } : answer
    const model = open(stage, failing)
    await stage.clock.run(model.complete(request(2), { signal }))
    await expect(stage.clock.run(model.complete(request(1), { signal }))).rejects.toThrow(UnansweredError)
    expect(model.calls).toMatchObject({ gaveUp: 1, answered: 1 })
    const later = open(stage, () => answer)
    expect(await stage.clock.run(later.complete(request(1), { signal }))).toMatchObject({
      outcome: 'answered',
      recalled: false,
    })
  })

  test('a request that is rejected is refused for good; ten of them without any answer stop the run', async () => {
    const rejected: EndpointFailureFacts = { verdict: 'final', reason: 'rejected', status: 400 }
    const model = open(stage, () => rejected)
    const first = await stage.clock.run(model.complete(request(0), { signal }))
    expect(first).toMatchObject({ outcome: 'refused', text: 'rejected at scripted' })
    expect(await model.complete(request(0), { signal })).toMatchObject({ outcome: 'refused', recalled: true })
    const rest = Promise.allSettled(
      [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11].map((seed) => model.complete(request(seed), { signal })),
    )
    const failed = (await stage.clock.run(rest)).filter(({ status }) => status === 'rejected')
    expect(failed.length).toBeGreaterThanOrEqual(2)
    await expect(model.complete(request(99), { signal })).rejects.toThrow(ProviderError)
  })

  test('silence and pauses beyond patience stop the run with what to do', async () => {
    const busy = open(stage, () => ({ verdict: 'retry', reason: 'rate-limit', retryAfter: 60_000 }))
    const silent = stage.clock.run(busy.complete(request(1), { signal }))
    await expect(silent).rejects.toThrow(
      'rate-limit at scripted; what was recorded is kept, go on with --resume',
    )
    expect(stage.sentAt.length).toBeLessThan(20)
    const closed = open(stage, () => ({ verdict: 'retry', reason: 'rate-limit', retryAfter: 86_400_000 }))
    await expect(stage.clock.run(closed.complete(request(2), { signal }))).rejects.toThrow(ProviderError)
  })

  test('abort: what waits is rejected, what is in flight is recorded and given', async () => {
    const stopping = new AbortController()
    const model = open(stage, () => answer)
    const all = [1, 2, 3, 4, 5, 6].map((seed) => model.complete(request(seed), { signal: stopping.signal }))
    await new Promise((resolve) => setImmediate(resolve))
    expect(model.calls).toMatchObject({ inFlight: 4, waiting: 2 })
    stopping.abort(new Error('enough'))
    const settled = await stage.clock.run(Promise.allSettled(all))
    expect(settled.map(({ status }) => status)).toEqual([
      ...Array.from({ length: 4 }, () => 'fulfilled'),
      ...Array.from({ length: 2 }, () => 'rejected'),
    ])
    expect(stage.replies.size).toBe(4)
  })

  test('a used-up budget stops the run for everybody, and what was recalled stays free', async () => {
    const model = open(stage, () => answer, { caps: { requests: 3 } })
    const all = [1, 2, 3, 4, 5].map((seed) => model.complete(request(seed), { signal }))
    const settled = await stage.clock.run(Promise.allSettled(all))
    expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(3)
    await expect(model.complete(request(6), { signal })).rejects.toThrow(BudgetError)
    expect(await model.complete(request(1), { signal })).toMatchObject({ recalled: true })
    expect(stage.sentAt).toHaveLength(3)
  })
})
