import { describe, expect, it } from 'vitest'
import { checkNoAnswerLeak } from './check-no-answer-leak.ts'

const worked = 'Each box holds 12 pens.\nSo 4 boxes hold 12 * 4 = 48 pens in all.'

describe('checkNoAnswerLeak', () => {
  it.each([
    ['A box holds 12 pens. How many pens do 4 boxes hold?', '48'],
    ['Tom has 5 apples and eats none. How many apples are left?', '5'],
    ['I double a number and add 4; the answer is 20. What is the number?', '8'],
    ['If $x = 3$, find $x^2$.', '9'],
    ['If $x = 3$, what is the value of $y$ in $y = x + 2$?', '5'],
    ['If $2x = 6$, find $x$.', '3'],
    ['Show that your work is right: what is 6 times 7?', '42'],
    ['What is the missing number in $2:3=\\boxed{?}:9$?', '6'],
  ])('passes %s', (question, finalAnswer) =>
    expect(checkNoAnswerLeak({ question, finalAnswer, solution: worked })).toMatchObject({
      outcome: 'passed',
    }),
  )

  it.each([
    ['A box holds 12 pens. How many pens do 4 boxes hold? The answer is 48.', '48'],
    ['How many pens do 4 boxes hold? Answer: $48', '48'],
    ['How many pens do 4 boxes hold? (Hint: 48)', '48'],
    ['How many pens do 4 boxes hold?\n#### 48', '48'],
    ['How many pens? $\\boxed{48}$', '48'],
    ['What is half of one? The answer is $\\frac{1}{2}$.', '0.5'],
    ['Find $x$, where $x = 5$.', '5'],
    ['Show that 4 boxes of 12 pens hold 48 pens.', '48'],
    [`How many pens do 4 boxes hold? ${worked}`, '48'],
    ['How many? So 4 boxes hold 12 * 4 =  48 pens in all.', '48'],
    ['How many pens?\nSolution: multiply.', '48'],
  ])('fails %s', (question, finalAnswer) =>
    expect(checkNoAnswerLeak({ question, finalAnswer, solution: worked })).toMatchObject({
      name: 'no-answer-leak',
      outcome: 'failed',
    }),
  )
})
