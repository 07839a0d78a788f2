import fc from 'fast-check'
import { expect, test } from 'vitest'
import { BudgetError } from '../../core/errors.ts'
import { openBudget } from './budget.ts'

const none = { requests: 0, tokens: 0, cost: 0 }

test('a request that may still fit waits for those under way; with none of them it is refused', async () => {
  const budget = openBudget({ tokens: 100 }, none)
  const first = await budget.reserve({ requests: 1, tokens: 80, cost: 0 })
  let second: unknown
  const waiting = budget.reserve({ requests: 1, tokens: 80, cost: 0 }).then((held) => (second = held))
  await Promise.resolve()
  expect(second).toBeUndefined()
  first.settle({ requests: 1, tokens: 15, cost: 0 })
  await waiting
  const third = budget.reserve({ requests: 1, tokens: 80, cost: 0 })
  ;(second as typeof first).settle({ requests: 1, tokens: 20, cost: 0 })
  await expect(third).rejects.toThrow(BudgetError)
  await expect(third).rejects.toThrow('tokens used up: 35 of 100, the next request may take 80')
  await expect(third).rejects.toThrow('--max-tokens')
})

test('earlier parts of the run count', async () => {
  const budget = openBudget({ requests: 5 }, { requests: 5, tokens: 9, cost: 1 })
  await expect(budget.reserve({ requests: 1, tokens: 1, cost: 0 })).rejects.toThrow(
    'requests used up: 5 of 5',
  )
})

test('whatever the order, no cap is exceeded when no request takes more than was set aside', async () => {
  const request = fc.record({
    most: fc.integer({ min: 1, max: 50 }),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  await fc.assert(
    fc.asyncProperty(
      fc.array(request, { minLength: 1, maxLength: 60 }),
      fc.integer({ min: 1, max: 400 }),
      async (requests, tokens) => {
        const budget = openBudget({ tokens, cost: tokens / 3 }, none)
        const results = await Promise.allSettled(
          requests.map(async ({ most, share }) => {
            const held = await budget.reserve({ requests: 1, tokens: most, cost: most / 2 })
            await new Promise((resolve) => setImmediate(resolve))
            held.settle({ requests: 1, tokens: Math.floor(most * share), cost: (most * share) / 2 })
          }),
        )
        expect(budget.spent.tokens).toBeLessThanOrEqual(tokens)
        expect(budget.spent.cost).toBeLessThanOrEqual(tokens / 3 + 1e-9)
        expect(budget.spent.requests).toBe(results.filter(({ status }) => status === 'fulfilled').length)
      },
    ),
    { numRuns: 100 },
  )
})
