import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileCues } from './compile-cues.ts'
import { matchCues } from './match-cues.ts'
import { structures } from './structures.ts'
import { tokeniseProblem } from './tokenise-problem.ts'

function holds(cue: string, question: string): boolean {
  return matchCues(compileCues([{ id: 'entry', cues: [cue] }]), tokeniseProblem(question)).length > 0
}

describe('the cue language', () => {
  it.each([
    ['prime factor', 'Find the prime factors of 60.', true],
    ['prime factor', 'A factor that is prime', false],
    ['prime .. factor', 'Which prime is the largest factor of 60?', true],
    ['prime .. factor', 'Is 7 prime? Find a factor of 60.', false],
    ['sum|product of', 'the products of two numbers', true],
    ['divid*', 'Dividing 6 by 2', true],
    ['divid*', 'six shared by two', false],
    ['sum & digit', 'Digits of a number have the sum 9.', true],
    ['sum & digit', 'The sum is 9.', false],
    ['sum ! digit', 'The sum is 9.', true],
    ['sum ! digit', 'The sum of the digits is 9.', false],
    ['sum & ! digit', 'The sum of the digits is 9.', false],
    ['# apple', 'She has twelve apples.', true],
    ['break-even point', 'the break-even point', true],
    ['some|two-digit number', 'a two-digit number', true],
    ['\\frac 1 2', 'Add $\\dfrac{1}{2}$ to it.', true],
    ['f ( x )', 'Let $f(x)=2$.', true],
    ['n {bang}', 'Find $n!$.', true],
  ])('reads %s in %s', (cue, question, expected) => {
    expect(holds(cue, question)).toBe(expected)
  })

  it('lets a gap pass a dozen words and no more', () => {
    const gap = (words: number): string => `prime ${'and '.repeat(words)}factor`
    expect(holds('prime .. factor', gap(12))).toBe(true)
    expect(holds('prime .. factor', gap(13))).toBe(false)
  })

  it('reads the weight at the end, 1 when there is none', () => {
    const matcher = compileCues([{ id: 'entry', cues: ['sum ^1.4', 'sum'] }])
    expect(matchCues(matcher, tokeniseProblem('sum')).map((hit) => hit.weight)).toEqual([1.4, 1])
  })

  it.each(['', 'sum &', '{no-such-structure}', 'x*', 'sum ^9', '! sum'])(
    'names the entry of the bad cue "%s"',
    (cue) => {
      expect(() => compileCues([{ id: 'some-point', cues: [cue] }])).toThrow(/bad cue of some-point/)
    },
  )

  it('gives the places of every item', () => {
    const question = 'The sum of two numbers'
    const tokens = tokeniseProblem(question)
    const [hit] = matchCues(compileCues([{ id: 'entry', cues: ['sum .. number'] }]), tokens)
    const texts = hit?.patterns.flat(2).map(([start]) => tokens[start]?.text)
    expect(texts).toEqual(['sum', 'number'])
  })

  it('looks at all cues of the entries asked for and at no others', () => {
    const matcher = compileCues([
      { id: 'one', cues: ['sum'] },
      { id: 'two', cues: ['sum', 'digit'] },
    ])
    const hits = matchCues(matcher, tokeniseProblem('sum of digits'), new Set([1]))
    expect(hits.map((hit) => hit.source)).toEqual(['sum', 'digit'])
  })
})

describe('structures', () => {
  it.each([
    ['money', 'It costs $5.50 today.', true],
    ['money', 'It costs 5 dollars.', true],
    ['money', 'Solve $5x=3$.', false],
    ['percent', 'a 20\\% rise', true],
    ['fraction', '$\\frac12$ of it', true],
    ['quadratic', '$x^2-5x+6=0$', true],
    ['quadratic', '$x^3+x^2=0$', false],
    ['cubic', '$x^3+x^2=0$', true],
    ['equation', 'Solve $2x+1=7$.', true],
    ['equation', 'Is $2+1=3$?', false],
    ['linear-equation', 'Solve $2x+1=7$.', true],
    ['linear-equation', 'Solve $2x+y=7$.', false],
    ['inequality', '$x \\le 4$', true],
    ['system', '$x+y=3$ and $x-y=1$', true],
    ['function', '$f(x)=x+1$', true],
    ['trig', '$\\sin x$', true],
    ['complex', '$3+2i$', true],
    ['absolute', '$|x-3|$', true],
    ['point', 'the point $(2,-3)$', true],
    ['interval', 'on $[0,4]$', true],
    ['base', '$121_3$', true],
    ['matrix', '\\begin{pmatrix} 1 & 2 \\\\ 3 & 4 \\end{pmatrix}', true],
    ['vector', '\\begin{pmatrix} 1 \\\\ 3 \\end{pmatrix}', true],
    ['vector', '\\begin{pmatrix} 1 & 2 \\\\ 3 & 4 \\end{pmatrix}', false],
    ['derivative', '$\\frac{dy}{dx}$', true],
    ['factorial', '$5!$', true],
    ['factorial', 'Well done!', false],
    ['degree', 'an angle of $40^\\circ$', true],
    ['unit-speed', '60 miles per hour', true],
    ['whole-sum', 'Compute $12+30$.', true],
    ['whole-sum', 'Compute $2x+30$.', false],
    ['mixed-operations', '$3+4\\times 5$', true],
    ['common-factor-sum', '$37\\times 25+63\\times 25$', true],
    ['defined-operation', '$a\\star b=a+2b$', true],
    ['ratio', 'in the ratio $3:5$', true],
    ['ratio', 'at 8:00 am', false],
  ])('{%s} in %s', (name, question, expected) => {
    const detect = structures.get(name)
    expect((detect?.(tokeniseProblem(question)) ?? []).length > 0).toBe(expected)
  })

  it('gives spans inside the problem, ascending, on any text', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            '$',
            '\\frac',
            '{',
            '}',
            '1',
            '2.5',
            'x',
            '^',
            '(',
            ')',
            '|',
            ',',
            '=',
            '+',
            ':',
            ' ',
            'sum',
          ),
        ),
        (parts) => {
          const tokens = tokeniseProblem(parts.join(''))
          for (const detect of structures.values()) {
            let last = 0
            for (const [start, end] of detect(tokens)) {
              expect(start).toBeGreaterThanOrEqual(last)
              expect(end).toBeGreaterThan(start)
              last = start
            }
          }
        },
      ),
      { numRuns: 200 },
    )
  })
})

describe('tokens', () => {
  it('stand where they say in the question', () => {
    const question = 'Jim’s 3 boxes cost $12.50; is $x^{10}=\\dfrac{1}{2}$?'
    for (const token of tokeniseProblem(question)) {
      expect(question.slice(token.start, token.end).toLowerCase()).toBe(token.written)
    }
  })

  it('tell money from mathematics', () => {
    const math = (question: string): readonly boolean[] =>
      tokeniseProblem(question)
        .filter((token) => token.kind === 'number')
        .map((token) => token.math)
    expect(math('She has $5 and then $6 more.')).toEqual([false, false])
    expect(math('Is $5$ or $6$ prime?')).toEqual([true, true])
  })

  it('leave out notes of origin', () => {
    expect(tokeniseProblem('Add 2. (2008 AMC 8 Problem 3)').map((token) => token.text)).toEqual([
      'add',
      '2',
      '.',
    ])
  })
})
