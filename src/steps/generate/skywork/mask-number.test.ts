import { describe, expect, it } from 'vitest'
import { randomAt, randomKey } from '../../../core/random.ts'
import { applyMask, maskableNumbers, maskNumber } from './mask-number.ts'

const numerals = (question: string, answer = '99'): readonly string[] =>
  maskableNumbers(question, answer).map(({ numeral }) => numeral)

describe('maskableNumbers', () => {
  it.each([
    ['Tom has 12 pens and buys 30 more.', ['12', '30']],
    ['Tom has 12 pens and 12 caps, 7 in all.', ['7']],
    ['It is the 5th of 7 days, at 5:30, in $x^2 + 3x$ and 1/2.', ['7']],
    ['It has 0 or 1 or 1,250 seats and 2.5 m.', ['1,250', '2.5']],
    ['It has 99 seats and 3 rows.', ['3']],
    ['Solve $2x + 15 = 35$.', ['15', '35']],
    ['A pen costs $12 and a cap $7.50.', ['12', '7.50']],
    ['A pen costs $12/box and a cap 7$.', ['12', '7']],
    ['Rent is $120/month, $20 of it for water.', ['120', '20']],
  ])('%s', (question, expected) => expect(numerals(question)).toEqual(expected))

  it('takes the dollar sign of money along, and not that of a formula', () => {
    const money = 'A pen costs $12. How much are 4 pens?'
    expect(applyMask(money, maskableNumbers(money, '48')[0]!, 'X').text).toBe(
      'A pen costs X dollars. How much are 4 pens?',
    )
    const formula = 'The value $12$ is halved 3 times.'
    expect(applyMask(formula, maskableNumbers(formula, '48')[0]!, 'X').text).toBe(
      'The value $X$ is halved 3 times.',
    )
  })
})

describe('maskNumber', () => {
  it('uses a letter the question does not use, and none where nothing can be masked', () => {
    const random = randomAt(randomKey('test'), 0)
    expect(maskNumber({ question: 'If X is 12, what is x + 1?', answer: '13' }, random)).toMatchObject({
      letter: 'K',
    })
    expect(maskNumber({ question: 'What is x?', answer: '13' }, random)).toBeUndefined()
  })

  it('takes a given that follows from the answer before one that is used twice or not at all', () => {
    const source = {
      question:
        'Room 50: a box of 12 pens costs $3 more than 4 caps for each of 4 children. How many pens are in 5 boxes?',
      solution: '<<5*12=60>>60',
      answer: '60',
    }
    for (let index = 0; index < 20; index++)
      expect(['12', '5']).toContain(maskNumber(source, randomAt(randomKey('test'), index))?.number.numeral)
  })
})
