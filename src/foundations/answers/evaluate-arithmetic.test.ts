import { assert, integer, property, string, tuple } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toFraction } from '../exact-number/rational.ts'
import { evaluateArithmetic } from './evaluate-arithmetic.ts'

function valueOf(text: string): string | undefined {
  const found = evaluateArithmetic(text)
  return found === undefined ? undefined : toFraction(found.value)
}

describe('evaluateArithmetic', () => {
  it.each([
    ['48/2', '24'],
    ['.5*(3+4)-1', '5/2'],
    ['-3^2', '-9'],
    ['2^3^2', '512'],
    ['2**3', '8'],
    ['2^{-2}', '1/4'],
    ['7//2', '3'],
    ['-7//2', '-4'],
    ['0.1+0.2', '3/10'],
    ['1,234,567 + 1', '1234568'],
    ['12{,}000 - 1', '11999'],
    ['20% * 50', '10'],
    ['20\\% \\times 50', '10'],
    ['$40 - $10 + $8', '38'],
    ['0.2 x 50', '10'],
    ['6 × 7 ÷ 2 − 1', '20'],
    ['\\frac{3}{4} + \\dfrac12', '5/4'],
    ['\\left(\\frac{1}{2}\\right)^2', '1/4'],
    ['2\\cdot(3+4)', '14'],
    ['(2)(3)[4]', '24'],
    ['180^\\circ - 60^{\\circ}', '120'],
    ['5! / 3!', '20'],
    ['\\binom{5}{2}', '10'],
    ['\\sqrt{\\frac{16}{9}}', '4/3'],
    ['3 - -2', '5'],
    ['0^5', '0'],
  ])('%s = %s', (text, value) => expect(valueOf(text)).toBe(value))

  it.each([
    '',
    'x',
    '2x',
    '3 4',
    '1/0',
    '1/(2-2)',
    '0^0',
    '0^{-1}',
    '2^{1/2}',
    '\\sqrt{2}',
    '\\sqrt[3]{8}',
    '(-1)!',
    '5)',
    '(5',
    '[5)',
    '\\{5\\}',
    '1+',
    '*3',
    '(1,2)',
    '\\pi',
    '5_{10}',
    '1e5',
    '3\\%5',
  ])('does not read %s', (text) => expect(valueOf(text)).toBeUndefined())

  it.each(['1/2(3)', '28 / 1/5', '3\\frac12', '2^10'])('takes %s for ambiguous', (text) =>
    expect(evaluateArithmetic(text)?.ambiguous).toBe(true),
  )

  it.each(['(1/2)(3)', '2^{10}', '\\frac{1}{2}(3)', '100 / 5 * 2'])(
    'does not take %s for ambiguous',
    (text) => expect(evaluateArithmetic(text)?.ambiguous).toBe(false),
  )

  it('agrees with whole-number arithmetic', () => {
    const small = integer({ min: -999, max: 999 })
    assert(
      property(tuple(small, small, small), ([a, b, c]) => {
        expect(valueOf(`(${a}) + (${b}) * (${c}) - ${Math.abs(a)}`)).toBe(String(a + b * c - Math.abs(a)))
      }),
    )
  })

  it.each([
    '9^9^9^9',
    '9^{999999999999}',
    '170!^170',
    '('.repeat(500),
    '-'.repeat(500),
    '2^'.repeat(250),
    '1/'.repeat(250),
    '9'.repeat(500),
    '!'.repeat(500),
    `1${'!'.repeat(400)}`,
    '\\frac'.repeat(100),
    `${'170!*'.repeat(100)}1`,
    ' '.repeat(600),
    'x'.repeat(5_000_000),
  ])('gives up on hostile input %#', (text) => {
    const value = valueOf(text)
    expect(value === undefined || value.length <= 900).toBe(true)
  })

  it('never throws', () => {
    const unit = string({ unit: 'grapheme-ascii', maxLength: 60 })
    assert(
      property(unit, (text) => {
        evaluateArithmetic(text)
        evaluateArithmetic(text.replaceAll(/[^-+*/^!%()0-9.\\{} frac]/g, '1'))
      }),
      { numRuns: 2_000 },
    )
  })
})
