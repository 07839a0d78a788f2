/** An exact fraction in lowest terms; the denominator is positive. */
export interface Rational {
  readonly numerator: bigint
  readonly denominator: bigint
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let x = a < 0n ? -a : a
  let y = b < 0n ? -b : b
  while (y !== 0n) [x, y] = [y, x % y]
  return x
}

/** The fraction numerator / denominator in lowest terms. Throws RangeError on a zero denominator or a fractional number. */
export function rational(numerator: bigint | number, denominator: bigint | number = 1n): Rational {
  const top = BigInt(numerator)
  const bottom = BigInt(denominator)
  if (bottom === 0n) throw new RangeError(`zero denominator: ${top}/0`)
  const divisor = greatestCommonDivisor(top, bottom)
  const sign = bottom < 0n ? -1n : 1n
  return { numerator: (sign * top) / divisor, denominator: (sign * bottom) / divisor }
}

export function add(a: Rational, b: Rational): Rational {
  return rational(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator)
}

export function subtract(a: Rational, b: Rational): Rational {
  return rational(a.numerator * b.denominator - b.numerator * a.denominator, a.denominator * b.denominator)
}

export function multiply(a: Rational, b: Rational): Rational {
  return rational(a.numerator * b.numerator, a.denominator * b.denominator)
}

/** Throws RangeError when b is zero. */
export function divide(a: Rational, b: Rational): Rational {
  return rational(a.numerator * b.denominator, a.denominator * b.numerator)
}

/** a to an integer power. Throws RangeError for zero to a negative power. */
export function power(a: Rational, exponent: number): Rational {
  if (exponent >= 0) return rational(a.numerator ** BigInt(exponent), a.denominator ** BigInt(exponent))
  return rational(a.denominator ** BigInt(-exponent), a.numerator ** BigInt(-exponent))
}

export function negate(a: Rational): Rational {
  return { numerator: -a.numerator, denominator: a.denominator }
}

/** Negative, zero or positive as a is less than, equal to or greater than b. */
export function compare(a: Rational, b: Rational): number {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

export function equals(a: Rational, b: Rational): boolean {
  return a.numerator === b.numerator && a.denominator === b.denominator
}

export function isInteger(a: Rational): boolean {
  return a.denominator === 1n
}

/** Digits after the point of the finite decimal expansion, or `undefined` when it repeats. */
export function decimalPlaces(a: Rational): number | undefined {
  let rest = a.denominator
  let twos = 0
  let fives = 0
  while (rest % 2n === 0n) [rest, twos] = [rest / 2n, twos + 1]
  while (rest % 5n === 0n) [rest, fives] = [rest / 5n, fives + 1]
  return rest === 1n ? Math.max(twos, fives) : undefined
}

/** Exact decimal with at least `places` digits after the point. Throws RangeError when the expansion repeats. */
export function toDecimal(a: Rational, places = 0): string {
  const needed = decimalPlaces(a)
  if (needed === undefined) throw new RangeError(`no finite decimal: ${a.numerator}/${a.denominator}`)
  const digits = Math.max(places, needed)
  const scaled = (a.numerator * 10n ** BigInt(digits)) / a.denominator
  const sign = scaled < 0n ? '-' : ''
  const text = (scaled < 0n ? -scaled : scaled).toString().padStart(digits + 1, '0')
  return digits === 0 ? sign + text : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`
}

/** `5`, `-3/4`: the form used in annotations and evidence. */
export function toFraction(a: Rational): string {
  return a.denominator === 1n ? `${a.numerator}` : `${a.numerator}/${a.denominator}`
}

/** `5`, `-\frac{3}{4}`. */
export function toLatex(a: Rational): string {
  if (a.denominator === 1n) return `${a.numerator}`
  const sign = a.numerator < 0n ? '-' : ''
  return `${sign}\\frac{${a.numerator < 0n ? -a.numerator : a.numerator}}{${a.denominator}}`
}

/** Reads `12`, `-0.75`, `3/4`; `undefined` for anything else. */
export function parseRational(text: string): Rational | undefined {
  const match = /^([+-]?)(\d{1,400})(?:\.(\d{1,400})|\/(\d{1,400}))?$/.exec(text.trim())
  if (match === null) return undefined
  const [, sign, whole = '0', decimals, denominator] = match
  const unit = sign === '-' ? -1n : 1n
  if (denominator !== undefined) {
    const bottom = BigInt(denominator)
    return bottom === 0n ? undefined : rational(unit * BigInt(whole), bottom)
  }
  const places = decimals ?? ''
  return rational(unit * BigInt(whole + places), 10n ** BigInt(places.length))
}
