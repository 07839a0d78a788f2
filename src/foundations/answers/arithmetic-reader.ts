import { rational, type Rational } from '../exact-number/rational.ts'
import { fitsBounds } from './bounded-operations.ts'

const maximumDigits = 100

const numberPattern = /(?:\d{1,3}(?:(?:,|\{,\}|,\\!|\\,)\d{3})+(?!\d)|\d+)(?:\.\d+)?|\.\d+/y
const plainDigits = /^[\d.]+$/
const separators = /,|\{,\}|\\[!,]/g
const wordPattern = /\\[A-Za-z]+/y
/** Signs of spacing and grouping that mean nothing to the value; a currency sign is dropped too. */
const gapPattern = /(?:[\s~&$]|\\[,;:! $]|\\(?:left|right|[bB]igg?[lr]?|displaystyle)(?![A-Za-z]))+/y

/** A place in an expression and what was seen before it. Mutable: one reader per expression. */
export interface Reader {
  readonly text: string
  at: number
  depth: number
  operations: number
  failed: boolean
  decimal: boolean
  percent: boolean
  ambiguous: boolean
}

export const zero: Rational = rational(0n)

export function fail(reader: Reader): Rational {
  reader.failed = true
  return zero
}

/** A value that came out of an operation; beyond the bound the reading fails. */
export function result(reader: Reader, value: Rational | undefined): Rational {
  reader.operations++
  return value !== undefined && fitsBounds(value) ? value : fail(reader)
}

export function skipGaps(reader: Reader): void {
  const unit = reader.text.charCodeAt(reader.at)
  // Digits, brackets and operators are the common case and need no pattern.
  if (unit > 0x24 && unit < 0x5c) return
  gapPattern.lastIndex = reader.at
  if (gapPattern.test(reader.text)) reader.at = gapPattern.lastIndex
}

export function wordAt(reader: Reader): string | undefined {
  wordPattern.lastIndex = reader.at
  return wordPattern.exec(reader.text)?.[0]
}

/** The number at the reader's place, or a failure where there is none. */
export function readLiteral(reader: Reader): Rational {
  numberPattern.lastIndex = reader.at
  const literal = numberPattern.exec(reader.text)?.[0]
  if (literal === undefined || literal.length > maximumDigits) return fail(reader)
  reader.at += literal.length
  return literalValue(reader, literal)
}

function literalValue(reader: Reader, literal: string): Rational {
  const digits = plainDigits.test(literal) ? literal : literal.replaceAll(separators, '')
  const point = digits.indexOf('.')
  if (point < 0) return { numerator: BigInt(digits), denominator: 1n }
  reader.decimal = true
  return rational(
    BigInt(digits.slice(0, point) + digits.slice(point + 1)),
    10n ** BigInt(digits.length - point - 1),
  )
}
