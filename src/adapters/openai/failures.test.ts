import { describe, expect, test } from 'vitest'
import { assumedCapabilities, withoutRefused } from './capabilities.ts'
import { retryAfterOf } from './classify-failure.ts'
import { redactorOf } from './redact-secrets.ts'

describe('capabilities', () => {
  const learn = (message: string, param = '', usedOutput = true): object | undefined =>
    withoutRefused(assumedCapabilities, { message, param, usedOutput, usedN: false })

  test.each([
    [
      "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.",
      { limit: 'max_completion_tokens' },
    ],
    [
      "Unsupported value: 'temperature' does not support 0.7 with this model. Only the default (1) value is supported.",
      { temperature: false },
    ],
    ['Unrecognized request argument supplied: seed', { seed: false }],
    [
      "Invalid parameter: 'response_format' of type 'json_schema' is not supported with this model.",
      { output: 'json_object' },
    ],
  ])('learns from: %s', (message, change) => {
    expect(learn(message)).toEqual({ ...assumedCapabilities, ...change })
  })

  test('learns that there is one reply a request, whatever the words', () => {
    const learnt = (message: string, param = ''): object | undefined =>
      withoutRefused(assumedCapabilities, { message, param, usedOutput: false, usedN: true })
    const without = { ...assumedCapabilities, n: false }
    expect(learnt('must be 1', 'n')).toEqual(without)
    expect(learnt('Only one completion choice is allowed')).toEqual(without)
    expect(learnt('no such model')).toBeUndefined()
  })

  test('a prompt that is too long is no missing capability', () => {
    expect(
      learn("This model's maximum context length is 4096 tokens; 'max_tokens' is too large", 'max_tokens'),
    ).toBeUndefined()
    expect(learn('You violated the policy')).toBeUndefined()
    expect(learn('response_format is bad', '', false)).toBeUndefined()
  })

  test('ends: what is left shrinks with every complaint', () => {
    let held = assumedCapabilities
    for (let round = 0; round < 20; round++) {
      const message = 'unsupported: response_format max_tokens max_completion_tokens temperature seed n'
      const left = withoutRefused(held, { message, param: '', usedOutput: true, usedN: true })
      if (left === undefined) break
      held = left
    }
    const nothing = {
      output: 'text',
      limit: 'max_completion_tokens',
      seed: false,
      temperature: false,
      n: false,
    }
    expect(held).toEqual(nothing)
  })
})

test('Retry-After in seconds, milliseconds, and as a date against the reply’s own clock', () => {
  const wait = (headers: Record<string, string>): number | undefined => retryAfterOf(new Headers(headers))
  expect(wait({ 'retry-after': '2' })).toBe(2000)
  expect(wait({ 'retry-after': '0.25' })).toBe(250)
  expect(wait({ 'retry-after-ms': '70', 'retry-after': '1' })).toBe(70)
  const date = 'Wed, 21 Oct 2026 07:28:00 GMT'
  expect(wait({ 'retry-after': 'Wed, 21 Oct 2026 07:28:30 GMT', date })).toBe(30_000)
  expect(wait({ 'retry-after': 'Wed, 21 Oct 2026 07:27:00 GMT', date })).toBe(0)
  expect(wait({ 'retry-after': 'soon' })).toBeUndefined()
  expect(wait({ 'retry-after': '-5' })).toBeUndefined()
  expect(wait({})).toBeUndefined()
})

test('a key is taken out in every encoding, short words are left alone', () => {
  const key = 'sk-a+b/c=d?0123456789'
  const redact = redactorOf([key, 'ab'])
  for (const prefix of ['', 'x', 'xy', 'xyz']) {
    const encoded = Buffer.from(`${prefix}${key}`).toString('base64')
    const cleaned = redact(`header ${encoded} ends`)
    expect(Buffer.from(cleaned, 'base64').toString('latin1')).not.toContain('0123456')
    expect(cleaned).toContain('[key]')
  }
  expect(redact(`Bearer ${key}, ${encodeURIComponent(key)}; drab`)).toBe('Bearer [key], [key]; drab')
})
