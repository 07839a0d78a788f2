import { compare, multiply, rational, subtract, type Rational } from '../exact-number/rational.ts'

const half = rational(1n, 2n)

/**
 * True where `written` is a decimal with two or more places and is the value rounded to those places (halves either way):
 * `3.33` for 10/3. A whole number or one place is no rounding: `3` for 10/3 is wrong.
 */
export function isDecimalRounding(written: string, value: Rational): boolean {
  const match = /^[\\$\s]*(-?\d{1,60})?\.(\d{2,60})$/.exec(written.trim().replaceAll(',', ''))
  const places = match?.[2]
  if (match === null || places === undefined) return false
  const scale = rational(10n ** BigInt(places.length))
  const whole = match[1] ?? ''
  const units = BigInt(`${whole === '-' ? '-0' : whole}${places}`)
  const difference = subtract(multiply(value, scale), rational(units))
  const size = difference.numerator < 0n ? { ...difference, numerator: -difference.numerator } : difference
  return compare(size, half) <= 0
}
