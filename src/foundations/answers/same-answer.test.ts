import { assert, constantFrom, oneof, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sameAnswer } from './same-answer.ts'

describe('sameAnswer', () => {
  it.each([
    ['48', '48.0'],
    ['$48', '48 dollars'],
    ['(x+1)^2', 'x^2+2x+1'],
    ['\\sqrt{8}', '2\\sqrt{2}'],
    ['The answer is 7.', '7'],
    ['{1,2,2}', '{1,1,2}'],
    ['', ''],
  ])('%s is %s', (first, second) => expect(sameAnswer(first, second)).toBe('equal'))

  it.each([
    ['48', '47'],
    ['x^8-98x^4', 'x^8+98x^4'],
    ['(1,2)', '[1,2]'],
    ['1, 2', '1, 2, 3'],
    ['1,250', '1, 250'],
    ['none', '5'],
  ])('%s is not %s', (first, second) => expect(sameAnswer(first, second)).toBe('different'))

  it.each([
    ['', '5'],
    ['\\frac{1}{', '5'],
    ['1/0', '2/0'],
  ])('cannot say of %s and %s', (first, second) => expect(sameAnswer(first, second)).toBe('unknown'))

  it('is symmetric, and equal on equal texts', () => {
    const piece = oneof(
      string(),
      constantFrom('1/2', '0.5', '(1,2)', '1,2', '\\frac{1}{2}', '{3}', 'x', '$5', '12 cm'),
    )
    assert(
      property(piece, piece, (first, second) => {
        expect(sameAnswer(first, second)).toBe(sameAnswer(second, first))
        expect(sameAnswer(first, first)).toBe('equal')
      }),
      { numRuns: 500 },
    )
  })
})
