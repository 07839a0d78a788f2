import { power, rational, type Rational } from '../exact-number/rational.ts'

/** Values beyond 400 digits are given up: no school problem needs them and their cost grows without end. */
const limit = 10n ** 400n
const limitBits = 1_328
const largestFactorial = 170n

/** True where numerator and denominator have at most 400 digits. */
export function fitsBounds(value: Rational): boolean {
  return value.numerator < limit && value.numerator > -limit && value.denominator < limit
}

/** base^exponent, or `undefined` where it is undefined or too large to write down. */
export function boundedPower(base: Rational, exponent: bigint): Rational | undefined {
  if (exponent > 10_000n || exponent < -10_000n) return undefined
  if (base.numerator === 0n && exponent <= 0n) return undefined
  const steps = Math.abs(Number(exponent))
  const size = Math.max(bitLength(base.numerator), bitLength(base.denominator))
  if (size > 1 && (size - 1) * steps > limitBits) return undefined
  return power(base, Number(exponent))
}

function bitLength(value: bigint): number {
  return (value < 0n ? -value : value).toString(2).length
}

/** n! for whole 0 ≤ n ≤ 170, else `undefined`. */
export function boundedFactorial(value: Rational): Rational | undefined {
  const n = value.numerator
  if (value.denominator !== 1n || n < 0n || n > largestFactorial) return undefined
  let product = 1n
  for (let factor = 2n; factor <= n; factor++) product *= factor
  return rational(product)
}

/** The square root where it is rational, else `undefined`. */
export function exactRoot(value: Rational): Rational | undefined {
  if (value.numerator < 0n) return undefined
  const top = integerRoot(value.numerator)
  const bottom = integerRoot(value.denominator)
  if (top * top !== value.numerator || bottom * bottom !== value.denominator) return undefined
  return rational(top, bottom)
}

/** ⌊√n⌋ by Newton's method from above. */
function integerRoot(n: bigint): bigint {
  if (n < 2n) return n
  let root = 1n << BigInt((bitLength(n) + 1) >> 1)
  for (;;) {
    const better = (root + n / root) >> 1n
    if (better >= root) return root
    root = better
  }
}
