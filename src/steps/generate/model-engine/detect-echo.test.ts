import { describe, expect, it } from 'vitest'
import { isEcho, isSameText } from './detect-echo.ts'

const story =
  'Tom has 12 pens and buys 30 more. He shares them among 7 friends. How many pens does each friend get?'

describe('isEcho', () => {
  it.each([
    ['the same text', story, story],
    ['other spaces, case and signs', story, ` ${story.toUpperCase().replaceAll('.', ' !')}`],
    ['other numbers', story, story.replace('12', '15').replace('30', '27').replace('7', '6')],
    ['one word more', story, story.replace('Tom', 'Today Tom')],
    ['the same formula', 'Solve $2x + 15 = 35$.', 'Solve $2x+15=35$'],
  ])('sees %s', (_, first, second) => {
    expect(isEcho(first, second)).toBe(true)
    expect(isEcho(second, first)).toBe(true)
  })

  it.each([
    [
      'another story',
      story,
      'Ann bakes 40 buns in 5 trays and sells half of them. How many buns are left for her?',
    ],
    ['a formula with other numbers', 'Solve $2x + 15 = 35$.', 'Solve $3x + 2 = 11$.'],
    ['nothing', story, ''],
  ])('passes %s', (_, first, second) => expect(isEcho(first, second)).toBe(false))
})

describe('isSameText', () => {
  it('minds signs of mathematics, not spaces', () => {
    expect(isSameText('Find $x + 1$.', 'find $x+1$')).toBe(true)
    expect(isSameText('Find $x + 1$.', 'Find $x - 1$.')).toBe(false)
  })
})
