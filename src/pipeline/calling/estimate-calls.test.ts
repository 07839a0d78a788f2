import { expect, test } from 'vitest'
import { estimateCalls } from './estimate-calls.ts'

const content = 'x'.repeat(4488)
const example = { purpose: 'generate', messages: [{ role: 'user' as const, content }], maxTokens: 1000 }

test('an estimate is a range over length, language and number of requests', () => {
  const estimate = estimateCalls([{ example, count: [100, 200] }], { input: 1, output: 10 })
  expect(estimate.requests).toEqual([100, 200])
  expect(estimate.promptTokens).toEqual([100_000, Math.round((200 * 4500) / 2.8)])
  expect(estimate.completionTokens).toEqual([10_000, 200_000])
  const [low, high] = estimate.cost as readonly [number, number]
  expect(low).toBeCloseTo(0.1 + 0.1, 9)
  expect(high).toBeCloseTo((200 * 4500) / 2.8e6 + 2, 5)
})

test('purposes add up, and an unknown price gives no cost', () => {
  const solve = { ...example, purpose: 'solve' }
  const plan = [
    { example, count: [1, 1] as const },
    { example: solve, count: [5, 5] as const },
    { example: solve, count: [2, 4] as const },
  ]
  const estimate = estimateCalls(plan, undefined)
  expect(estimate.cost).toBeUndefined()
  expect(estimate.requests).toEqual([8, 10])
  expect(estimate.byPurpose['solve']?.requests).toEqual([7, 9])
})
