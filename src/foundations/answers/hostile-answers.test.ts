import { describe, expect, it } from 'vitest'
import { gradeAnswer } from './grade-answer.ts'

// Milliseconds are measured by bench/grade; here a text that passed its caps would take minutes or overflow the stack.
describe('gradeAnswer on hostile texts', () => {
  it.each([
    ['tower of powers', '9^9^9^9'],
    ['braced tower', '\\dfrac{5^{(5^{(5^{(5^5)})}-4)}-5}{16}'],
    ['factorials of factorials', '(((9!)!)!)!'],
    ['a sum to 10^12', '\\sum_{k=1}^{1000000000000} k'],
    ['nested sums', '\\sum_{a=1}^{2000} \\sum_{b=1}^{2000} \\sum_{c=1}^{2000} abc'],
    ['a huge binomial', '\\binom{1000000000}{500000000}'],
    ['nested braces', `${'{'.repeat(10_000)}1${'}'.repeat(10_000)}`],
    ['nested brackets', `${'('.repeat(1_400)}1${')'.repeat(1_400)}`],
    ['a long chain', '7/'.repeat(1_200).concat('7')],
    ['a megabyte of digits', '7'.repeat(1_000_000)],
    ['a large quotient', '\\sqrt{\\frac{2^{60000}}{3^{30000}}}'],
    ['broken LaTeX', '\\frac{1}{'],
    ['text commands', '\\text{'.repeat(2_000)],
    ['a long list', `\\{${Array.from({ length: 3_000 }, (_, place) => place).join(',')}\\}`],
    ['spaces', `answer${' '.repeat(18_000)}x`],
    ['stars', `the answer is ${'* '.repeat(9_000)}5`],
    ['control characters', '\u0000\u0001\u0007'.repeat(500)],
    ['lone surrogates', '\ud800'.repeat(5_000)],
  ])('%s: equal to itself and to nothing else', (_, text) => {
    expect(gradeAnswer(text, text).outcome).toBe('equal')
    for (const other of ['123456', 'x^2+1', '\\text{no}'])
      for (const pair of [
        [text, other],
        [other, text],
      ] as const)
        expect(gradeAnswer(...pair).outcome).not.toBe('equal')
  })

  it('is bounded on runs of every sign', () => {
    const signs = [
      '(',
      '{',
      ',1',
      '1,',
      'a ',
      '\\frac',
      '1,000',
      'x=',
      ' and ',
      '$',
      '**',
      '\\boxed{',
      '\\(',
      '.',
      '|',
      '^',
      '!',
      '一',
      '²',
    ]
    for (const sign of signs) expect(gradeAnswer(sign.repeat(8_000), '5').outcome).not.toBe('equal')
  })
})
