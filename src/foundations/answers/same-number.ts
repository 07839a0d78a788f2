import { compare, divide, multiply, rational, subtract, type Rational } from '../exact-number/rational.ts'
import { evaluateArithmetic } from './evaluate-arithmetic.ts'

/** Two answers as numbers; `unreadable` where either is none, which is no statement about equality. */
export type NumberComparison = 'equal' | 'different' | 'unreadable'

/** A written number and whether it was written as a decimal, which may stand for a rounded value. */
export interface WrittenNumber {
  readonly value: Rational
  readonly decimal: boolean
}

/**
 * Reads one number: whole, decimal, with thousands commas, `3/4`, `\frac{3}{4}`, mixed (`1 1/2`, `1\frac{1}{2}`), with `$` signs, a
 * currency sign or a percent sign (the unit is dropped: `20%` is 20), or arithmetic over such. `undefined` for anything else.
 */
export function readNumber(text: string): WrittenNumber | undefined {
  if (text.length > 600) return undefined
  const bare = text
    .trim()
    .replace(/^\$+|\$+$/g, '')
    .replace(/\.$/, '')
    .replace(/\\?%$/, '')
    .trim()
  const mixed = /^(-?\d{1,30}) (\d{1,30}\/\d{1,30})$/.exec(bare)
  const [, whole = '', part = ''] = mixed ?? []
  const found = evaluateArithmetic(
    mixed === null ? bare : `${whole}${whole.startsWith('-') ? '-' : '+'}${part}`,
  )
  return found === undefined ? undefined : { value: found.value, decimal: found.decimal }
}

const oneMillionth = rational(1n, 1_000_000n)
const two = rational(2n)

/**
 * Whether two texts are the same number: exactly, or one is a decimal that gives the other to at least 6 significant digits
 * (0.333333 is 1/3, 0.333 is not). Symmetric.
 */
export function sameNumber(first: string, second: string): NumberComparison {
  const a = readNumber(first)
  const b = readNumber(second)
  if (a === undefined || b === undefined) return 'unreadable'
  if (compare(a.value, b.value) === 0) return 'equal'
  if (a.decimal === b.decimal) return 'different'
  const [rounded, exact] = a.decimal ? [a.value, b.value] : [b.value, a.value]
  return isRounding(rounded, exact) ? 'equal' : 'different'
}

/** |rounded - exact| is at most half a unit of the sixth significant digit, taken as a millionth of the value over two. */
function isRounding(rounded: Rational, exact: Rational): boolean {
  if (exact.numerator === 0n) return false
  const error = divide(subtract(rounded, exact), exact)
  const size = error.numerator < 0n ? { ...error, numerator: -error.numerator } : error
  return compare(multiply(size, two), multiply(oneMillionth, two)) <= 0
}
