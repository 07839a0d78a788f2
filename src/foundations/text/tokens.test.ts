import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { normaliseText } from './normalise.ts'
import { tokensOf, wordsOf } from './tokens.ts'

describe('tokensOf', () => {
  test('words, numbers, LaTeX commands and symbols', () => {
    const kinds = tokensOf("Tom's 1,250.5 kg: \\frac{3}{4} of the 5th, 3.").map((token) => [
      token.kind,
      token.text,
    ])
    expect(kinds).toEqual([
      ['word', "Tom's"],
      ['number', '1,250.5'],
      ['word', 'kg'],
      ['symbol', ':'],
      ['command', '\\frac'],
      ['symbol', '{'],
      ['number', '3'],
      ['symbol', '}'],
      ['symbol', '{'],
      ['number', '4'],
      ['symbol', '}'],
      ['word', 'of'],
      ['word', 'the'],
      ['number', '5th'],
      ['symbol', ','],
      ['number', '3'],
      ['symbol', '.'],
    ])
  })

  test('a comma that is no thousands separator ends the number', () => {
    expect(wordsOf('3,5 and 1,2345')).toEqual(['3', '5', 'and', '1', '2345'])
  })

  test('tokens are in order, do not overlap and leave out only white space', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        let at = 0
        for (const token of tokensOf(text)) {
          if (token.start < at || token.end <= token.start) return false
          if (text.slice(at, token.start).trim() !== '') return false
          at = token.end
        }
        return text.slice(at).trim() === ''
      }),
    )
  })
})

describe('normaliseText', () => {
  test('folds spelling, keeps case', () => {
    expect(normaliseText(' “Tom’s”  ﬁve − 3\n')).toBe('"Tom\'s" five - 3')
  })

  test('is idempotent and well-formed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const once = normaliseText(text)
        return normaliseText(once) === once && once.isWellFormed()
      }),
    )
  })
})
