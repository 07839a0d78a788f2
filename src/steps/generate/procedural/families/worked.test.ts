import { expect, test } from 'vitest'
import { binomialStep } from './counting-numbers.ts'
import { reduced, wholeQuotient, worked } from './worked.ts'

test('prints the calculation before its annotation', () => {
  expect(worked('8*7*6', 336)).toBe('8 × 7 × 6 = <<8*7*6=336>>336')
  expect(worked('(11-12)^2', 1)).toBe('(11 - 12)² = <<(11-12)^2=1>>1')
})

test('reduces a fraction only where it can be reduced', () => {
  expect(reduced(6, 28)).toBe('\\frac{6}{28} = \\frac{3}{14}')
  expect(reduced(4, 41)).toBe('\\frac{4}{41}')
  expect(reduced(8, 4)).toBe('\\frac{8}{4} = 2')
})

test('says when a quotient is rounded down', () => {
  expect(wholeQuotient(250, 10)).toBe('250 ÷ 10')
  expect(wholeQuotient(101, 11)).toBe('101 ÷ 11, rounded down')
})

test('works out a binomial coefficient over the smaller of k and n - k', () => {
  expect(binomialStep(7, 5)).toBe(
    '$\\binom{7}{5} = \\binom{7}{2} = \\frac{7 \\cdot 6}{2 \\cdot 1}$ = <<(7*6)/(2*1)=21>>21',
  )
  expect(binomialStep(4, 4)).toBe('$\\binom{4}{4}$ = <<1=1>>1')
})
