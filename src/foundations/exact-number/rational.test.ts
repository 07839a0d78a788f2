import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  add,
  compare,
  decimalPlaces,
  divide,
  equals,
  multiply,
  parseRational,
  power,
  rational,
  subtract,
  toDecimal,
  toFraction,
  toLatex,
} from './rational.ts'
import { simplifyRadical } from './radical.ts'

const anyRational = fc
  .tuple(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), fc.bigInt({ min: 1n, max: 10n ** 9n }))
  .map(([top, bottom]) => rational(top, bottom))

describe('rational', () => {
  it('keeps lowest terms and a positive denominator', () => {
    expect(rational(6, -8)).toEqual({ numerator: -3n, denominator: 4n })
    expect(() => rational(1, 0)).toThrow('zero denominator')
  })

  it('subtraction undoes addition, division undoes multiplication', () => {
    fc.assert(
      fc.property(anyRational, anyRational, (a, b) => {
        expect(subtract(add(a, b), b)).toEqual(a)
        if (b.numerator !== 0n) expect(divide(multiply(a, b), b)).toEqual(a)
      }),
    )
  })

  it('order agrees with subtraction', () => {
    fc.assert(
      fc.property(anyRational, anyRational, (a, b) => {
        const difference = subtract(a, b).numerator
        expect(Math.sign(compare(a, b))).toBe(difference < 0n ? -1 : difference > 0n ? 1 : 0)
      }),
    )
  })

  it('reads what it writes', () => {
    fc.assert(
      fc.property(anyRational, (a) => {
        expect(parseRational(toFraction(a))).toEqual(a)
        if (decimalPlaces(a) !== undefined) expect(parseRational(toDecimal(a))).toEqual(a)
      }),
    )
  })

  it('writes decimals and LaTeX', () => {
    expect(toDecimal(rational(9, 2), 2)).toBe('4.50')
    expect(toDecimal(rational(-1, 40))).toBe('-0.025')
    expect(() => toDecimal(rational(1, 3))).toThrow('no finite decimal')
    expect(toLatex(rational(-3, 4))).toBe('-\\frac{3}{4}')
    expect(equals(power(rational(2, 3), -2), rational(9, 4))).toBe(true)
  })

  it('refuses what is no number', () => {
    for (const text of ['', 'x', '1/0', '1.2.3', '--1', '1e5']) expect(parseRational(text)).toBeUndefined()
  })
})

describe('simplifyRadical', () => {
  it('gives back the radicand, with nothing square left inside', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 1_000_000n }), (radicand) => {
        const { outside, inside } = simplifyRadical(radicand)
        expect(outside * outside * inside).toBe(radicand)
        for (let factor = 2n; factor * factor <= inside; factor++)
          expect(inside % (factor * factor)).not.toBe(0n)
      }),
    )
  })
})
