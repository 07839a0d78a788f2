import { expect, test } from 'vitest'
import { formatAmount, formatCompact, formatShare } from './format-figures.ts'

test.each([
  [0, '0 %'],
  [1, '100 %'],
  [0.5, '50 %'],
  [0.0952, '9.5 %'],
  [0.0034, '0.34 %'],
  [0.00001, '<0.01 %'],
  [0.9999, '>99.9 %'],
  [0.995, '99.5 %'],
  [4.7, '470 %'],
])('a share of %d reads %s', (share, text) => {
  expect(formatShare(share)).toBe(text)
})

test('amounts agree with their nouns', () => {
  expect([0, 1, 2, 12_345].map((count) => formatAmount(count, 'seed'))).toEqual([
    '0 seeds',
    '1 seed',
    '2 seeds',
    '12,345 seeds',
  ])
})

test('large figures are shortened, figures that people compare are not', () => {
  expect([9_999, 12_345, 2_000_000].map(formatCompact)).toEqual(['9,999', '12.3K', '2M'])
})
