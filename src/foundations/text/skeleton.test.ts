import { describe, expect, test } from 'vitest'
import { skeletonId, skeletonOf } from './skeleton.ts'

const same: readonly (readonly [string, string, string])[] = [
  [
    'numbers',
    'Tom has 5 apples and eats 2. How many are left?',
    'Tom has 1,250 apples and eats 37. How many are left?',
  ],
  ['number words', 'Tom has twenty-five apples and eats 2.', 'Tom has 7 apples and eats two.'],
  ['compounds', 'Tom reads a 12-page book.', 'Tom reads a 7-page book.'],
  ['decimals', 'A rope is 2.5 m long.', 'A rope is 12 m long.'],
  ['fractions', 'Tom ate 3/4 of the cake.', 'Tom ate $\\frac{1}{2}$ of the cake.'],
  ['mixed numbers', 'Tom walked 1 1/2 miles.', 'Tom walked 3 miles.'],
  ['names', 'Natalia sold 5 pens to Weng.', 'Zebedee sold 5 pens to Oluwaseun.'],
  ['names at the start', 'Kavitha has 5 pens.', 'Bob has 5 pens.'],
  ['full names', 'Maria Gonzalez runs 5 km.', 'Tom runs 5 km.'],
  [
    'pronouns follow names',
    'Anna has 5 pens. She gives her brother 2.',
    'Tom has 5 pens. He gives his sister 2.',
  ],
  ['nouns', 'Tom buys 3 pens.', 'Tom buys 3 watermelons.'],
  [
    'unlisted nouns that are counted',
    'Tom buys 3 pens. The pens are new.',
    'Tom buys 3 kumquats. The kumquats are new.',
  ],
  ['unlisted nouns after an article', 'The spaceship moves 5 km.', 'The bus moves 5 km.'],
  ['units', 'The rope is 5 metres long.', 'The rope is 5 inches long.'],
  ['attached units', 'The bottle holds 5ml.', 'The bottle holds 20 litres.'],
  ['currency', 'Each pen costs $2.', 'Each pen costs 40 cents.'],
  ['currency signs', 'Each pen costs $2.50.', 'Each pen costs £3.'],
  ['colours', 'There are 3 red balls.', 'There are 3 turquoise balls.'],
  ['months and days', 'In May he ran 5 km; on Monday 2 km.', 'In October he ran 5 km; on Sunday 2 km.'],
  ['professions', 'A baker sells 5 loaves.', 'A florist sells 5 tulips.'],
  ['places', 'Tom walks to the library.', 'Tom walks to the museum.'],
  ['number agreement', 'There is 1 box.', 'There are 4 boxes.'],
  ['variables', 'Solve 3x + 5 = 20.', 'Solve 7y - 2 = 19.'],
  ['variables in mathematics', 'Solve $3x + 5 = 20$ for $x$.', 'Solve $n - 8 = 2$ for $n$.'],
  ['delimiters', 'Find $12 + 7$.', 'Find 12 + 7.'],
  ['spelling of operators', 'Find $3 \\times 4$.', 'Find 3 × 4.'],
  ['lists of other lengths', 'Find the mean of 3, 5, 8 and 9.', 'Find the mean of 12, 1, 7.'],
  ['white space and quotes', "Tom's   pen costs 5 dollars.", 'Tom’s pen costs 5\ndollars.'],
]

const different: readonly (readonly [string, string, string])[] = [
  ['operation', 'Find the sum of 3 and 5.', 'Find the product of 3 and 5.'],
  ['operator', 'What is 3 + 5?', 'What is 3 - 5?'],
  ['operator', 'What is 3 * 5?', 'What is 3 / 5?'],
  ['comparison', 'Tom has 5 more pens than Anna.', 'Tom has 5 fewer pens than Anna.'],
  ['comparison', 'Tom has 5 more pens than Anna.', 'Tom has 5 times as many pens as Anna.'],
  ['statistic', 'Find the mean of 3, 4, 5.', 'Find the median of 3, 4, 5.'],
  ['shape', 'Find the area of a rectangle.', 'Find the area of a triangle.'],
  ['measure', 'Find the area of a circle.', 'Find the circumference of a circle.'],
  ['question', 'Tom has 5 pens. How many are left?', 'Tom has 5 pens. How much do they cost?'],
  ['wording', 'Tom buys 3 pens for $2 each.', 'For 3 pens, at $2 each, Tom pays.'],
  [
    'wording',
    'Find the greatest common divisor of 4 and 6.',
    'What is the greatest common divisor of 4 and 6?',
  ],
  ['percent', 'The price rises by 5%.', 'The price rises by 5 dollars.'],
  ['function', 'Evaluate $\\sin 30^\\circ$.', 'Evaluate $\\cos 30^\\circ$.'],
  ['relation', 'Solve $x > 5$.', 'Solve $x = 5$.'],
]

describe('skeletonOf', () => {
  test.each(same)('%s: one skeleton', (_what, left, right) => {
    expect(skeletonOf(left)).toBe(skeletonOf(right))
  })

  test.each(different)('%s: two skeletons', (_what, left, right) => {
    expect(skeletonOf(left)).not.toBe(skeletonOf(right))
  })

  test('keeps the words that carry the problem', () => {
    expect(skeletonOf('Tom buys 3 pens for $2 each. How much does he pay?')).toBe(
      '@ buy # @ for # @ each how much do they pay',
    )
  })

  test('is stable under repetition and empty input', () => {
    expect(skeletonOf('')).toBe('')
    expect(skeletonId('Tom has 5 pens.')).toBe(skeletonId('Ann has 6 cats.'))
    expect(skeletonId('Tom has 5 pens.')).toMatch(/^[0-9a-f]{32}$/)
  })

  test('stays linear on hostile input', () => {
    for (const piece of ['$', '$1', "a'", '\\', '1,000', '-', '((', '\ud800', 'ab ', '1 and ']) {
      expect(() => skeletonOf(piece.repeat(20_000))).not.toThrow()
    }
  })
})
