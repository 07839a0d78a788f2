import { describe, expect, it } from 'vitest'
import { replayAnnotations } from './replay-annotations.ts'

const question = 'Tom has 12 pens, buys 30 more and shares them among 7 friends. How many has each?'
const solution = 'He has 12+30=<<12+30=42>>42 pens. Each has 42/7=<<42/7=6>>6.'

describe('replayAnnotations', () => {
  it.each(['12', '30', '7'])('proves that %s follows from the answer', (numeral) =>
    expect(replayAnnotations({ question, solution, answer: '6', numeral })).toMatchObject({
      outcome: 'unique',
    }),
  )

  it.each([
    ['no annotations', { solution: 'We add.' }],
    ['the last result is not the answer', { answer: '42' }],
    ['the given is used in no calculation', { numeral: '50' }],
    ['12 is used more than once', { solution: '<<12*12=144>>144 <<144/7=20>>20' }],
    ['42 is used more than once', { solution: '<<12+30=42>>42 <<42-42=0>>0', answer: '0' }],
    ['a calculation has more than + - * /', { solution: '<<12^2=144>>144', answer: '144' }],
    ['a calculation is rounded', { solution: '<<12/7=1.71>>1.71', answer: '1.71' }],
    ['a result equals the given', { solution: '<<30-18=12>>12 <<12+30=42>>42', answer: '42' }],
    ['42 has more than one source', { solution: '<<12+30=42>>42 <<6*7=42>>42 <<42-7=35>>35', answer: '35' }],
    ['the answer does not depend on the given', { solution: '<<12+30=42>>42 <<14/7=2>>2', answer: '2' }],
    ['the answer is the same for another value', { solution: '<<12*0=0>>0', answer: '0' }],
    ['an annotation cannot be read', { solution: '<<12+30=40+2=42>>42 <<42/7=6>>6' }],
  ])('cannot prove it: %s', (reason, change) =>
    expect(replayAnnotations({ question, solution, answer: '6', numeral: '12', ...change })).toEqual({
      outcome: 'unproven',
      reason,
    }),
  )
})
