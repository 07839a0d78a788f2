import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CanonicalWords } from './canonical-words.ts'
import { stopKind } from './word-columns.ts'

const words = new CanonicalWords()

function wholeOf(text: string): string {
  words.scan(text)
  return `${words.wholeHigh}:${words.wholeLow}`
}

function wordsOf(text: string): string {
  words.scan(text)
  return [...words.high.subarray(0, words.count), ...words.low.subarray(0, words.count)].join(' ')
}

const same: readonly (readonly [string, string])[] = [
  ['Find $\\dfrac{1}{2} + x$.', 'Find $\\frac{1}{2}+x$'],
  ['Find $\\frac12$.', 'Find $\\frac{1}{2}$.'],
  ['Find $\\frac 34$.', 'Find \\(\\tfrac{3}{4}\\).'],
  ['Find $\\frac{3}{4}$ of it.', 'Find 3/4 of it.'],
  ['$\\left( x + 1 \\right)^{2}$', '\\[(x+1)^2\\]'],
  ['$\\left. x \\right|$', '$x|$'],
  ['Solve $$x \\leq 3$$', 'Solve $x \\le 3$.'],
  ['Solve x <= 3.', 'Solve x ≤ 3.'],
  ['$3 \\times 4$', '3 × 4'],
  ['$3 \\cdot 4$', '3 * 4'],
  ['$12 \\div 4$', '12 ÷ 4'],
  ['It has 1,250 seats.', 'It has 1250 seats'],
  ['It has $1{,}250$ seats.', 'It has 1,250 seats.'],
  ['It has $1,\\!250,\\!000$ seats.', 'It has 1,250,000 seats.'],
  ['$x^{2}$ and $x_{1}$', '$x^2$ and $x_1$'],
  ['x² + 1', '$x^2+1$'],
  ['an angle of $30^\\circ$', 'an angle of 30°'],
  ['an angle of $30^{\\circ}$', 'an angle of $30\\degree$'],
  ['$5 \\text{ cm}$', '5 cm'],
  ['$\\mathbf{v}$', '$v$'],
  ['a .5 litre', 'a 0.5 litre'],
  ['Tom has 5 apples.', 'tom has 5 apples'],
  ['It’s “5”.', `It's "5".`],
  ['$1, 2, \\ldots, 9$', '1, 2, ..., 9'],
  ['$5!$ ways', '5! ways'],
  ['½ of 6', '$\\frac{1}{2}$ of 6'],
  ['$2^{\\frac{1}{2}}$', '$2^\\frac{1}{2}$'],
  ['π and √2', '$\\pi$ and $\\sqrt 2$'],
  ['求 f(x) 的值。', '求f(x)的值'],
  ['costs \\$5', 'costs $5'],
]

/** Pairs that differ in what a problem says: operators, signs, places, digits. */
const different: readonly (readonly [string, string])[] = [
  ['$x^2$', '$x_2$'],
  ['$x+2$', '$x-2$'],
  ['$x < 2$', '$x > 2$'],
  ['$x \\le 2$', '$x < 2$'],
  ['$\\sin x$', '$\\cos x$'],
  ['$x = 2$', '$x \\ne 2$'],
  ['$\\cos 150^\\circ$', '$\\cos (-150^\\circ)$'],
  ['$\\frac{1}{25}$', '$\\frac{12}{5}$'],
  ['$\\frac{1}{x+1}$', '$\\frac{1}{x}+1$'],
  ['1.5 m', '15 m'],
  ['2, 3', '23'],
  ['2 3', '23'],
  ['$f(x,y)$', '$f(xy)$'],
  ["$f'(x)$", '$f(x)$'],
  ['$n!$', '$n$'],
  ['3:4', '3/4'],
  ['5%', '5'],
  ['$|x|$', '$x$'],
  ['$[0,1)$', '$[0,1]$'],
  ['$1,2,\\ldots,9$', '1, 2, 9'],
  ['$x^{2n}$', '$x^2n$'],
  ['$2(x+1)$', '$2x+1$'],
  ['$\\Delta$', '$\\delta$'],
  ['$3 \\times 4$', '$3 + 4$'],
  ['$\\log_2 8$', '$\\log 28$'],
  ['$A \\cup B$', '$A \\cap B$'],
  ['$x \\in S$', '$x \\notin S$'],
  ['$\\pm 3$', '$3$'],
  ['x - y', 'x y'],
  ['5 - sin x', '5 sin x'],
  ['£5', '€5'],
  ['求最大值', '求最小值'],
]

const latex = fc
  .array(
    fc.constantFrom('\\frac', '{', '}', '1', 'x', '^', '_', '$', '\\left', '.', '-', '*', '[asy]', ' ', '!'),
  )
  .map((parts) => parts.join(''))

describe('canonical words', () => {
  it.each(same)('reads %s like %s', (left, right) => {
    expect(wholeOf(left)).toBe(wholeOf(right))
    expect(wordsOf(left)).toBe(wordsOf(right))
  })

  it.each(different)('tells %s from %s', (left, right) => {
    expect(wholeOf(left)).not.toBe(wholeOf(right))
    expect(wordsOf(left)).not.toBe(wordsOf(right))
  })

  it('ignores white space inside formulas in the whole text', () => {
    expect(wholeOf('$\\triangle A B C$')).toBe(wholeOf('$\\triangle ABC$'.replace('ABC', 'A B  C')))
    expect(wholeOf('$3 x y$')).toBe(wholeOf('$3xy$'))
  })

  it('ignores sentence punctuation and hyphens among the words, and marks where clauses end', () => {
    expect(wordsOf('Tom, who is twenty-five, runs.')).toBe(wordsOf('Tom who is twenty five runs'))
    words.scan('Tom runs, then rests. Why?')
    const { clause, sentence } = stopKind
    expect([...words.traits.subarray(0, words.count)]).toEqual([0, clause, 0, sentence, sentence])
  })

  it('reads CJK text by characters', () => {
    words.scan('小明有5个苹果。')
    expect(words.count).toBe(7)
  })

  it('reads any text in its bounds, the same way every time', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), latex), (text) => {
        const first = wordsOf(text)
        expect(words.start.subarray(0, words.count).every((start) => start < words.text.length)).toBe(true)
        expect(wordsOf(text)).toBe(first)
      }),
    )
  })

  it('keeps its columns through texts longer than before', () => {
    const long = 'seven red apples '.repeat(2000)
    words.scan(long)
    expect(words.count).toBe(6000)
    expect(words.high[5997]).toBe(words.high[0])
  })
})
