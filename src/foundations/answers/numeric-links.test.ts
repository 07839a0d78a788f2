import { describe, expect, it } from 'vitest'
import { numericLinks } from './numeric-links.ts'

function outcomes(text: string): string[] {
  return numericLinks(text).map((link) => link.doubt ?? link.outcome)
}

describe('numericLinks', () => {
  it('gives every neighbouring pair of a chain', () => {
    expect(numericLinks('$\\frac{66}{6} = 2 + 9 = 11$')).toEqual([
      { left: '\\frac{66}{6}', right: '2 + 9', computed: '11', outcome: 'holds' },
      { left: '2 + 9', right: '11', computed: '11', outcome: 'holds' },
    ])
  })

  it.each([
    ['She sold 48/2 = <<48/2=24>>24 clips.', ['holds']],
    ['He has $1000-$200 = $800 left. Then 2*$500 = $1000', ['holds', 'holds']],
    ['We get \\[x = 3 \\cdot 4 = 12.\\]', ['holds']],
    ['\\begin{align*} x &= 2 + 3 \\\\ &= 5 \\end{align*}', ['holds']],
    ['$3! = 3\\cdot2\\cdot1 = 6$', ['holds', 'holds']],
    ['$2+2=5$', ['fails']],
    ['so 7 * 8 = 54 tiles', ['fails']],
    ['They cost 2 * \\$4.75 = \\$9.50 and 10 / 3 = \\$3.33 each, $x$ of them', ['holds', 'rounded']],
    ['They cost 2 * \\$4.75 = \\$12.50', ['fails']],
    ['$1 + 1 = 2, 3 + 3 = 7$', ['holds', 'fails']],
    ['$1/3 = 0.33$', ['rounded']],
  ])('%s', (text, expected) => expect(outcomes(text)).toEqual(expected))

  it.each([
    ['2 * 50 cents', []],
    ['Then 2x + 3 = 5 and 3y = 7', []],
    ['$f(2) = 5$', []],
    ['$7 \\cdot 3 = 1 \\pmod{20}$', []],
    ['17/3 = 5 and 2/3 loads', []],
    ['$957 \\div 58 = 16 \\text{ R } 29$', []],
    ['$1:(3+1) = 1:4$', []],
    ['$5\\ast 2 = x$', []],
    ['at 6:00+48=6:48 PM', []],
    ['10 apples + 5 = 6 pears', []],
    ['5 * 20 = $1', ['unit']],
    ['10% of 150 = 7 + 8', ['tail']],
    ['28 / 1/5 = 140', ['ambiguous']],
    ['$4 \\ne 5 = 5$', []],
    ['$x = 2 \\\\ -3 = 1 - 5$', []],
  ])('does not fail %s', (text, expected) => expect(outcomes(text)).toEqual(expected))

  it('is bounded on hostile text', () => {
    for (const unit of [
      '=',
      '1=',
      '$',
      '$1=',
      '\\[',
      '\\(',
      '1 ',
      '\\\\ ',
      '\\text{',
      '\\begin{align}',
      '<<',
      '= 1',
      '((',
      '\\text{R',
    ])
      expect(numericLinks(unit.repeat(100_000)).length).toBeLessThanOrEqual(300)
    for (const unit of ['\\text{', '\\text{R', '\\\\ ', '\\phantom{', '(', '&', '.'])
      expect(numericLinks(`$${unit.repeat(300)}=1$`).length).toBeLessThanOrEqual(300)
  })
})
