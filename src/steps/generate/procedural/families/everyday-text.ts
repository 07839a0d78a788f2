import {
  toDecimal,
  toFraction,
  rational,
  decimalPlaces,
} from '../../../../foundations/exact-number/rational.ts'
import type { Quantity } from '../family.ts'

/** Whole dollars, as a result or as a given that a link may fill. */
export const dollars: Quantity = { kind: 'money', unit: 'dollars' }

/** A whole-dollar given for prose: `\$12`, or `$n$ dollars` when a letter stands for it. */
export function dollarText(text: string): string {
  return text.endsWith('dollars') ? text : `\\$${text}`
}

/** numerator / denominator as digits an annotation may hold: `12`, `4.5`, or `(4/7)` where the decimal does not end. */
export function digits(numerator: number, denominator = 1): string {
  const value = rational(numerator, denominator)
  const places = decimalPlaces(value)
  return places !== undefined && places <= 6 ? toDecimal(value) : `(${toFraction(value)})`
}

/** Whole cents as dollars without the sign: `4.50`, `12`. */
export function amountText(cents: number): string {
  return toDecimal(rational(cents, 100), cents % 100 === 0 ? 0 : 2)
}

/** Whole cents as dollars: `\$4.50`, `\$12`. */
export function centsText(cents: number): string {
  return `\\$${amountText(cents)}`
}

/** An amount in dollars as it is written: 70.5 → `70.50`, 12 → `12`. */
export function withCents(amount: string | number): string {
  return /^\d+\.\d$/.test(`${amount}`) ? `${amount}0` : `${amount}`
}

/** An amount in dollars with the word: `70.50 dollars`, `1 dollar`. */
export function inDollars(amount: string | number): string {
  return `${withCents(amount)} ${`${amount}` === '1' ? 'dollar' : 'dollars'}`
}

/** Greatest common divisor of two positive whole numbers, for solutions only. */
export function commonDivisor(a: number, b: number): number {
  return b === 0 ? a : commonDivisor(b, a % b)
}
