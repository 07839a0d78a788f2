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
  ['rates', 'It moves at 60 km/h.', 'It moves at 5 m/s.'],
  ['rates in words', 'It moves at 60 km/h.', 'It moves at 60 miles per hour.'],
  ['percent', 'What is 15% of 80?', 'What is 7.5 percent of 120?'],
  ['signs', 'The temperature is -5 °C.', 'The temperature is 12 °F.'],
  ['clock times', 'A bus leaves at 7:30 am.', 'A ferry leaves at 10:05 am.'],
  ['points', 'Triangle ABC has AB = 5.', 'Triangle PQR has PQ = 13.'],
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

/** The same problem in two settings. */
const twins: readonly (readonly [string, string])[] = [
  [
    'Maya has 12 stickers and gives 5 to Leo. How many stickers does Maya have left?',
    'Oliver has 40 seashells and gives 13 to Priyanka. How many seashells does Oliver have left?',
  ],
  [
    'A train travels 60 km in 2 hours. What is its speed in km/h?',
    'A drone travels 150 m in 30 seconds. What is its speed in m/s?',
  ],
  ['A farmer has 3 cows, 4 pigs and 5 hens.', 'A gardener has 9 roses, 2 tulips and 7 daisies.'],
  ['Sarah is 3 years older than Ben.', 'Mohammed is twelve years older than Xiu.'],
  ['The ratio of cats to dogs is 3:4.', 'The ratio of boys to girls is 12:7.'],
  [
    'A jacket costs €80 and is reduced by 25%. What is the sale price?',
    'A lamp costs $19.99 and is reduced by 7.5%. What is the sale price?',
  ],
  ['Find the value of $x$ if $2x + 3 = 11$.', 'Find the value of $y$ if $5y - 8 = 12$.'],
  ['If f(x) = 3x + 2, find f(4).', 'If g(t) = 7t - 9, find g(11).'],
  ['What is 3/4 of 20?', 'What is 2/5 of 45?'],
  ['What is $\\frac{3}{4}$ of 20?', 'What is $\\dfrac{12}{25}$ of $100$?'],
  ['A recipe needs 2 cups of flour for 12 cookies.', 'A recipe needs 3 cups of sugar for 24 muffins.'],
  ['Dr. Smith sees 8 patients per hour.', 'Mrs. Jones sees 3 patients per hour.'],
  ['On Monday, Jack reads 20 pages.', 'On Thursday, Amina reads 35 pages.'],
  ['In January the shop sold 200 umbrellas.', 'In July the store sold 90 umbrellas.'],
  [
    'A rectangle has length 5 cm and width 3 cm. Find its area.',
    'A rectangle has length 12 inches and width 7 inches. Find its area.',
  ],
  ['How many ways can 5 people sit in a row?', 'How many ways can 7 books sit in a row?'],
  [
    'Two dice are rolled. What is the probability that the sum is 7?',
    'Two dice are rolled. What is the probability that the sum is 11?',
  ],
  ['Tom earns $15 per hour and works 8 hours a day.', 'Lakshmi earns £9 per hour and works 6 hours a day.'],
  ['A tank holds 500 liters of water.', 'A barrel holds 20 gallons of oil.'],
  ['Mr. Lee buys a dozen eggs.', 'Ms. Park buys a dozen bananas.'],
  ["There are 24 students in Ms. Garcia's class.", "There are 31 students in Mr. O'Brien's class."],
  ['An ant walks 3 m north and 4 m east.', 'A robot walks 5 m north and 12 m east.'],
  ['A bus leaves at 7:30 am and arrives at 9:15 am.', 'A ferry leaves at 10:05 am and arrives at 11:45 am.'],
  ['The temperature is -5 °C.', 'The temperature is 12 °F.'],
  ['Solve for x: x^2 - 5x + 6 = 0', 'Solve for z: z^2 + 7z - 18 = 0'],
  ['There are three times as many apples as pears.', 'There are five times as many nails as screws.'],
  ['One half of the 30 students play football.', 'Two thirds of the 45 students play tennis.'],
  ['A triangle ABC has AB = 5.', 'A triangle PQR has PQ = 13.'],
  ['The sum of two consecutive integers is 15.', 'The sum of two consecutive integers is 101.'],
  ['A car uses 6.5 liters of petrol per 100 km.', 'A van uses 9 litres of diesel per 100 km.'],
  ['What is 15% of 80?', 'What is 7.5 percent of 120?'],
  ['A 12-foot ladder leans against a wall.', 'A 5-metre ladder leans against a wall.'],
  ['Each box contains 1,000 paper clips.', 'Each crate contains 24 light bulbs.'],
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
  ['factorial', 'Compute 5! + 3.', 'Compute 5 + 3.'],
  ['brackets', 'Compute 3 + 4 * 5.', 'Compute (3 + 4) * 5.'],
  ['relation', 'Solve $x > 5$.', 'Solve $x = 5$.'],
]

describe('skeletonOf', () => {
  test.each(same)('%s: one skeleton', (_what, left, right) => {
    expect(skeletonOf(left)).toBe(skeletonOf(right))
  })

  test.each(twins)('%s', (left, right) => {
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
