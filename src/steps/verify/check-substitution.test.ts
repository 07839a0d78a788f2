import { describe, expect, it } from 'vitest'
import { checkSubstitution } from './check-substitution.ts'

describe('checkSubstitution', () => {
  it.each([
    ['Solve for $x$: $3x + 4 = 19$.', '5'],
    ['Solve for $x$: $3x + 4 = 19$.', 'x = 5'],
    ['Find $x$ if $\\frac{2x}{3} = x - 1$.', '3'],
    ['Find the value of $n$ if $2^{n+1} = 32$.', '4'],
    ['Find all values of $x$ such that $x^2 - 5x + 6 = 0$.', '2, 3'],
    ['Find all values of $x$ such that $x^2 - 5x + 6 = 0$.', '2 or 3'],
    ['What is $y$ if $4(y - 1/2) = -6$?', '-1'],
    ['Solve 3x + 4 = 19 for x. What is x?', '5'],
    ['Solve the equation $3(t - 1) = 2t + 5$.', '8'],
  ])('%s passes with %s', (question, finalAnswer) =>
    expect(checkSubstitution({ question, finalAnswer })).toMatchObject({
      name: 'substitution',
      outcome: 'passed',
    }),
  )

  it.each([
    ['Solve for $x$: $3x + 4 = 19$.', '6'],
    ['Find all values of $x$ such that $x^2 - 5x + 6 = 0$.', '2, 4'],
    ['Find the value of $n$ if $2^{n+1} = 32$.', '5'],
    ['Solve 3x + 4 = 19 for x. What is x?', '4'],
  ])('%s fails with %s', (question, finalAnswer) =>
    expect(checkSubstitution({ question, finalAnswer })).toMatchObject({ outcome: 'failed' }),
  )

  it.each([
    ['How many pens do 4 boxes hold?', '48'],
    ['If $2x = 6$, find the value of $x + 1$.', '4'],
    ['If $x + y = 6$ and $x = 2y$, find $x$.', '4'],
    ['Find $x$ if $\\sin x = 1$.', '90'],
    ['Find $x$ if $x^2 = 2$ and $x > 0$.', '\\sqrt{2}'],
    ['If $y = 4$ when $x = 2$ and they vary inversely, find $x$ when $y = 1$.', '8'],
    ['Define $a * b$ as $2a - b^2$. If $a * 5 = 9$, what is $a$?', '17'],
    ['Find $x$ if $2x = 6$.', 'three'],
  ])('does not apply to %s', (question, finalAnswer) =>
    expect(checkSubstitution({ question, finalAnswer })).toMatchObject({ outcome: 'not-applicable' }),
  )
})
