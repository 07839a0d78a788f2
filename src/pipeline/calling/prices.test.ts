import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { ConfigurationError } from '../../core/errors.ts'
import { costOf, priceDate, priceOf, readPrices } from './prices.ts'

test('the shipped list is valid, dated, and cached tokens are never dearer', () => {
  const prices = readPrices()
  expect(prices.asOf).toMatch(/^\d{4}-\d{2}-\d{2}$/)
  expect(Object.keys(prices.models).length).toBeGreaterThan(5)
  for (const { input, cachedInput = input, output, source, asOf } of Object.values(prices.models)) {
    expect(source).toMatch(/\w+\.\w+/)
    expect((asOf ?? '') <= prices.asOf && asOf !== undefined).toBe(true)
    expect(cachedInput).toBeLessThanOrEqual(input)
    expect(output).toBeGreaterThan(input)
  }
})

test('a price is of its own day, else of that of the list', () => {
  const list = {
    currency: 'USD',
    asOf: '2026-06-01',
    models: { old: { input: 1, output: 2, asOf: '2026-01-01' }, plain: { input: 1, output: 2 } },
  }
  expect(['old', 'plain', 'toString'].map((model) => priceDate(model, list))).toEqual([
    '2026-01-01',
    '2026-06-01',
    '2026-06-01',
  ])
})

test('cost counts fresh, cached and reply tokens per million', () => {
  const usage = { promptTokens: 1_000_000, cachedTokens: 400_000, completionTokens: 500_000, counted: true }
  expect(costOf(usage, { input: 2, cachedInput: 0.5, output: 8 })).toBeCloseTo(
    0.6 * 2 + 0.4 * 0.5 + 0.5 * 8,
    9,
  )
  expect(costOf(usage, { input: 2, output: 8 })).toBeCloseTo(6, 9)
  expect(costOf(usage, undefined)).toBe(0)
})

test('an unknown model is never given a price', () => {
  const prices = { currency: 'USD', asOf: '2026-01-01', models: { known: { input: 1, output: 2 } } }
  expect(priceOf('known', prices, {})).toEqual({ input: 1, output: 2 })
  expect(() => priceOf('other', prices, {})).toThrow(ConfigurationError)
  expect(() => priceOf('toString', prices, {})).toThrow('no price for model: toString')
  expect(() => priceOf('other', prices, { cost: 5, tokens: 10 })).toThrow('--max-cost')
  expect(priceOf('other', prices, { tokens: 10 })).toBeUndefined()
})

test('a bad list is named with its entry', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'conceptloom-prices-'))
  const file = path.join(folder, 'prices.yaml')
  writeFileSync(file, 'currency: USD\nasOf: 2026-01-01\nmodels:\n  cheap: { input: -1, output: 2 }\n')
  expect(() => readPrices(file)).toThrow(/bad prices: .*models\.cheap\.input/)
  expect(() => readPrices(path.join(folder, 'none.yaml'))).toThrow('cannot read prices')
  rmSync(folder, { recursive: true })
})
