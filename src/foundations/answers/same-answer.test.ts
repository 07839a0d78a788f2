import { assert, constantFrom, oneof, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sameAnswer } from './same-answer.ts'

describe('sameAnswer', () => {
  it.each([
    ['48', '48.0'],
    ['1,250', '1250'],
    ['$48', '48 dollars'],
    ['\\boxed{\\frac{1}{2}}', '0.5'],
    ['\\dfrac12', '1/2'],
    ['20%', '20\\%'],
    ['12 apples', '12'],
    ['x = 5', '5'],
    ['$\\{1, 2\\}$', '2 and 1'],
    ['(1,2)', '$\\left( 1, 2 \\right)$'],
    ['Tuesday.', 'tuesday'],
    ['(B)', 'B'],
    ['The answer is 7.', '7'],
    ['x^2 + 3x', 'x^2+3x'],
    ['1, 2, 3', '3, 1 and 2'],
    ['45^\\circ', '45'],
    ['\\text{even}', 'even'],
    ['-3', '−3'],
  ])('%s is %s', (first, second) => expect(sameAnswer(first, second)).toBe('equal'))

  it.each([
    ['48', '47'],
    ['1/3', '0.333'],
    ['(1,2)', '(2,1)'],
    ['1, 2', '1, 3'],
    ['1, 2', '1, 2, 3'],
    ['1,250', '1, 250'],
    ['Tuesday', 'Monday'],
    ['1000', '1001'],
    ['12 apples', '13 apples'],
    ['{1,2,2}', '{1,1,2}'],
  ])('%s is not %s', (first, second) => expect(sameAnswer(first, second)).not.toBe('equal'))

  it.each([
    ['x^8-98x^4', 'x^8+98x^4'],
    ['(x+1)^2', 'x^2+2x+1'],
    ['(1,2)', '[1,2]'],
    ['\\sqrt{8}', '2\\sqrt{2}'],
    ['', '5'],
    ['none', '5'],
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

  it('is bounded on hostile answers', () => {
    for (const unit of ['(', '{', ',1', '1,', 'a ', '\\frac', '1,000', '\\text{', 'x=', ' and '])
      sameAnswer(unit.repeat(Math.floor(1_000 / unit.length)), unit.repeat(Math.floor(990 / unit.length)))
  })
})
