import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ProviderError } from '../../src/core/errors.ts'
import { contentId } from '../../src/core/identity.ts'
import { EndpointFailure, type ModelEndpoint } from '../../src/core/model-endpoint.ts'
import type { Model, ModelRequest } from '../../src/core/model.ts'

export interface FreshModel<Kind> {
  readonly model: Kind
  /** Another one over the same ledger, as a second process would have. */
  again(): Promise<Kind>
  /** Makes the endpoint refuse its key from now on. */
  lockOut(): Promise<void>
  remove(): Promise<void>
}

export function sampleModelRequest(seed: number, more: Partial<ModelRequest> = {}): ModelRequest {
  return {
    runId: contentId('run', 'model contract'),
    purpose: 'generate',
    prompt: 'contract@1',
    messages: [
      { role: 'system', content: 'You write and solve word problems for grade school.' },
      { role: 'user', content: 'Write one short word problem about adding whole numbers.' },
    ],
    temperature: 0.7,
    maxTokens: 256,
    seed,
    ...more,
  }
}

const schema = {
  type: 'object',
  properties: { question: { type: 'string' }, answer: { type: 'string' } },
  required: ['question', 'answer'],
  additionalProperties: false,
}
const { signal } = new AbortController()

/** What every ModelEndpoint promises. */
export function describeModelEndpoint(name: string, open: () => Promise<FreshModel<ModelEndpoint>>): void {
  describe(`model endpoint: ${name}`, () => {
    let fresh: FreshModel<ModelEndpoint>
    beforeEach(async () => {
      fresh = await open()
    })
    afterEach(() => fresh.remove())

    test('answers with text and counts its tokens', async () => {
      const { outcome, text, usage } = await fresh.model.send(sampleModelRequest(1), { signal })
      expect(outcome).toBe('answered')
      expect(text.length).toBeGreaterThan(10)
      expect(usage.promptTokens).toBeGreaterThan(5)
      expect(usage.completionTokens).toBeGreaterThan(2)
      expect(usage.completionTokens).toBeLessThanOrEqual(256)
    })

    test('answers in the shape of a schema', async () => {
      const request = sampleModelRequest(2, { output: { name: 'pair', schema } })
      const { text } = await fresh.model.send(request, { signal })
      const value = JSON.parse(text) as Record<string, unknown>
      expect(Object.keys(value).toSorted()).toEqual(['answer', 'question'])
      expect(Object.values(value).every((each) => typeof each === 'string')).toBe(true)
    })

    test('gives the signal’s reason when aborted', async () => {
      const stopping = new AbortController()
      stopping.abort(new Error('enough'))
      await expect(fresh.model.send(sampleModelRequest(3), { signal: stopping.signal })).rejects.toThrow(
        'enough',
      )
    })

    test('fails with an EndpointFailure that says whether to go on', async () => {
      await fresh.lockOut()
      const failure = await fresh.model
        .send(sampleModelRequest(4), { signal })
        .catch((error: unknown) => error)
      expect(failure).toBeInstanceOf(EndpointFailure)
      expect(failure).toMatchObject({ verdict: 'stop', reason: 'unauthorised', status: 401 })
      expect(failure).not.toHaveProperty('cause')
    })
  })
}

/** What every Model that steps see promises. */
export function describeModel(name: string, open: () => Promise<FreshModel<Model>>): void {
  describe(`model: ${name}`, () => {
    let fresh: FreshModel<Model>
    beforeEach(async () => {
      fresh = await open()
    })
    afterEach(() => fresh.remove())

    test('answers, and the same request again costs nothing, also in another process', async () => {
      const request = sampleModelRequest(1)
      const first = await fresh.model.complete(request, { signal })
      expect(first).toMatchObject({ outcome: 'answered', recalled: false, model: fresh.model.name })
      expect(first.text.length).toBeGreaterThan(10)
      const second = await fresh.model.complete(request, { signal })
      expect(second).toEqual({ ...first, recalled: true })
      const other = await fresh.again()
      expect(await other.complete(structuredClone(request), { signal })).toEqual({ ...first, recalled: true })
    })

    test('a request asked twice at once is sent once', async () => {
      const request = sampleModelRequest(2)
      const replies = await Promise.all([1, 2, 3].map(() => fresh.model.complete(request, { signal })))
      expect(replies.filter(({ recalled }) => !recalled)).toHaveLength(1)
      expect(new Set(replies.map(({ text }) => text)).size).toBe(1)
    })

    test('requests that differ in seed, prompt or schema are different requests', async () => {
      const requests = [
        sampleModelRequest(3),
        sampleModelRequest(4),
        sampleModelRequest(3, { prompt: 'contract@2' }),
        sampleModelRequest(3, { temperature: 0 }),
        sampleModelRequest(3, { output: { name: 'pair', schema } }),
      ]
      const replies = await Promise.all(requests.map((request) => fresh.model.complete(request, { signal })))
      expect(new Set(replies.map(({ key }) => key)).size).toBe(requests.length)
      expect(replies.every(({ recalled }) => !recalled)).toBe(true)
    })

    test('an aborted signal sends nothing and gives its reason', async () => {
      const stopping = new AbortController()
      stopping.abort(new Error('enough'))
      const request = sampleModelRequest(5)
      await expect(fresh.model.complete(request, { signal: stopping.signal })).rejects.toThrow('enough')
      expect((await fresh.model.complete(request, { signal })).recalled).toBe(false)
    })

    test('a key that is refused is a ProviderError, and what is recorded is still there', async () => {
      const request = sampleModelRequest(6)
      const held = await fresh.model.complete(request, { signal })
      await fresh.lockOut()
      await expect(fresh.model.complete(sampleModelRequest(7), { signal })).rejects.toThrow(ProviderError)
      await expect(fresh.model.complete(sampleModelRequest(8), { signal })).rejects.toThrow(ProviderError)
      expect(await fresh.model.complete(request, { signal })).toEqual({ ...held, recalled: true })
    })
  })
}
