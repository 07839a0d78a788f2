import { describe, expect, it } from 'vitest'
import { sameNumber } from './same-number.ts'

describe('sameNumber', () => {
  it.each([
    ['5', '5.0'],
    ['1,000', '1000'],
    ['$12', '12.00'],
    ['\\$12', '12'],
    ['1/2', '0.5'],
    ['\\frac{3}{4}', '.75'],
    ['-\\frac{1}{2}', '-1/2'],
    ['1 1/2', '\\frac32'],
    ['-1 1/2', '-1.5'],
    ['1\\frac{1}{2}', '3/2'],
    ['20%', '20'],
    ['0.333333', '1/3'],
    ['$\\frac{6}{4}$', '1.5'],
    ['7.', '7'],
  ])('%s is %s', (first, second) => {
    expect(sameNumber(first, second)).toBe('equal')
    expect(sameNumber(second, first)).toBe('equal')
  })

  it.each([
    ['5', '6'],
    ['0.333', '1/3'],
    ['0.33333', '1/3'],
    ['20%', '2000'],
    ['1/2', '1/3'],
    ['-5', '5'],
    ['0', '0.0000001'],
    ['3.14', '3.141593'],
  ])('%s is not %s', (first, second) => {
    expect(sameNumber(first, second)).toBe('different')
    expect(sameNumber(second, first)).toBe('different')
  })

  it.each([
    ['five', '5'],
    ['x', 'x'],
    ['\\sqrt{2}', '1.41421'],
    ['', '0'],
    ['(1,2)', '1'],
    ['9^9^9^9', '1'],
  ])('says nothing on %s and %s', (first, second) => expect(sameNumber(first, second)).toBe('unreadable'))
})
