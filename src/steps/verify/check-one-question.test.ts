import { describe, expect, it } from 'vitest'
import { checkOneQuestion } from './check-one-question.ts'

describe('checkOneQuestion', () => {
  it.each([
    'Tom has 3 apples and buys 4. How many apples does he have?',
    'Find $x$ if $2x = 6$.',
    'Let $a$ and $b$ be the roots of $x^2 - 5x + 6 = 0$. Compute $a + b$.',
    'What is the area of the circle? Express your answer in terms of $\\pi$.',
    'Solve for $x$: $3x + 1 = 10$. Round your answer to two decimal places.',
    'The smallest prime above 90 is',
    '$\\frac{6!}{5+6+7}$',
    'If 5 pens cost 10 dollars, then 8 pens cost ____ dollars.',
    'A teacher asks: "How old are you?" The child is 7 and the teacher 5 times as old. How old is the teacher?',
    'Anna wants to find her keys and to count her coins. She has 5 dimes. How many cents is that?',
    'The function satisfies the following conditions: (i) $f(0)=1$; (ii) $f(x+1)=2f(x)$. Find $f(3)$.',
    'Determine, with proof, the sum $1+2+\\dots+100$.',
  ])('passes %s', (question) => expect(checkOneQuestion(question)).toMatchObject({ outcome: 'passed' }))

  it.each([
    ['How many apples are there? How many pears are there?', '2 questions'],
    ['Find $x$. Compute $y$.', '2 questions'],
    ['Find the sum of 2 and 3. What is their product?', '2 questions'],
    ['A box holds 12 pens. (a) How many pens do 3 boxes hold? (b) How many do 5 hold?', 'asks in parts'],
    ['Evaluate the following.\n(i) $2+2$\n(ii) $3+3$', 'asks in parts'],
    ['1. Find $x$.\n2. Find $y$.', '2 questions'],
    ['Tom has 3 apples. He buys 4 more.', 'nothing is asked'],
    ['', 'nothing is asked'],
  ])('fails %s', (question, evidence) =>
    expect(checkOneQuestion(question)).toEqual({ name: 'one-question', outcome: 'failed', evidence }),
  )
})
