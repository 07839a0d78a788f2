import {
  add,
  divide,
  isInteger,
  multiply,
  negate,
  rational,
  subtract,
  type Rational,
} from '../exact-number/rational.ts'
import { fail, readLiteral, result, skipGaps, wordAt, zero, type Reader } from './arithmetic-reader.ts'
import { boundedFactorial, boundedPower, exactRoot } from './bounded-operations.ts'

/** An expression without unknowns, evaluated exactly, with what a comparison has to know about how it was written. */
export interface ArithmeticValue {
  readonly value: Rational
  /** Operators applied; 0 for a bare number. */
  readonly operations: number
  /** A decimal point occurs. */
  readonly decimal: boolean
  /** A percent sign occurs; it divided by 100. */
  readonly percent: boolean
  /** Can be read in two ways: `1/2(3)`, `28 / 1/5`, or `3\frac12`, which is read as a mixed number. */
  readonly ambiguous: boolean
}

/** Longest expression that is read, in UTF-16 units. */
const maximumLength = 600
const maximumDepth = 40
const degreePattern = /\^\{?\s*\\circ\s*\}?|°/y

const hundred = rational(100n)

/**
 * Reads plain or LaTeX arithmetic over numbers: decimals, thousands commas, `+ - * / ^ ! %`, brackets, `\frac`, `\binom`, `\sqrt` of
 * squares, `\times`, `\cdot`, `\div`, `x` between numbers, products without a sign before a bracket. Exact (BigInt rationals).
 *
 * `undefined` for anything else: letters, division by zero, roots that are not rational, and whatever passes a bound (600
 * characters, 40 levels, 100 digits a literal, 400 digits a value), so hostile input costs microseconds.
 */
export function evaluateArithmetic(text: string): ArithmeticValue | undefined {
  if (text.length > maximumLength) return undefined
  const reader: Reader = {
    text,
    at: 0,
    depth: 0,
    operations: 0,
    failed: false,
    decimal: false,
    percent: false,
    ambiguous: false,
  }
  const value = readSum(reader)
  skipGaps(reader)
  if (reader.failed || reader.at < text.length) return undefined
  const { operations, decimal, percent, ambiguous } = reader
  return { value, operations, decimal, percent, ambiguous }
}

function readSum(reader: Reader): Rational {
  if (++reader.depth > maximumDepth) return fail(reader)
  let left = readProduct(reader)
  while (!reader.failed) {
    skipGaps(reader)
    const sign = reader.text[reader.at]
    if (sign === '+') {
      reader.at++
      left = result(reader, add(left, readProduct(reader)))
    } else if (sign === '-' || sign === '−' || sign === '–') {
      reader.at++
      left = result(reader, subtract(left, readProduct(reader)))
    } else break
  }
  reader.depth--
  return left
}

type ProductSign = 'times' | 'over' | 'over-whole' | 'beside'

function readProduct(reader: Reader): Rational {
  let left = readSigned(reader)
  let divided = false
  while (!reader.failed) {
    const sign = productSign(reader)
    if (sign === undefined) break
    // `1/2(3)` and `28 / 1/5` are read by people in two ways.
    if (divided && (sign === 'beside' || reader.text[reader.at - 1] === '/')) reader.ambiguous = true
    const right = readSigned(reader)
    if (reader.failed) break
    if (sign === 'times' || sign === 'beside') left = result(reader, multiply(left, right))
    else {
      divided = true
      const quotient = right.numerator === 0n ? undefined : divide(left, right)
      left = result(reader, sign === 'over' || quotient === undefined ? quotient : floor(quotient))
    }
  }
  return left
}

/** Whole-number division of programs, `7 // 2` = 3: towards minus infinity. */
function floor(value: Rational): Rational {
  const whole = value.numerator / value.denominator
  return rational(value.numerator < 0n && !isInteger(value) ? whole - 1n : whole)
}

function productSign(reader: Reader): ProductSign | undefined {
  skipGaps(reader)
  const { text, at } = reader
  switch (text[at]) {
    case '*':
      // `**` is a power, as in programs; readPower has taken it.
      reader.at++
      return 'times'
    case '×':
    case '·':
    case '⋅':
    case '∗':
      reader.at++
      return 'times'
    case '/':
      reader.at += text[at + 1] === '/' ? 2 : 1
      return text[at + 1] === '/' ? 'over-whole' : 'over'
    case '÷':
      reader.at++
      return 'over'
    case '(':
    case '[':
      return 'beside'
    case 'x':
    case 'X':
      // A letter x is a times sign only between numbers: `0.2 x 50`.
      if (!/^\s*[\d.($]/.test(text.slice(at + 1, at + 8))) return undefined
      reader.at++
      return 'times'
    case '\\':
      return wordSign(reader)
    default:
      return undefined
  }
}

function wordSign(reader: Reader): ProductSign | undefined {
  const word = wordAt(reader)
  if (word === '\\times' || word === '\\cdot') {
    reader.at += word.length
    return 'times'
  }
  if (word === '\\div') {
    reader.at += word.length
    return 'over'
  }
  return word === undefined || word === '\\circ' ? undefined : 'beside'
}

function readSigned(reader: Reader): Rational {
  skipGaps(reader)
  let negative = false
  for (let signs = 0; signs < 3; signs++) {
    const sign = reader.text[reader.at]
    if (sign === '-' || sign === '−' || sign === '–') negative = !negative
    else if (sign !== '+') break
    reader.at++
    skipGaps(reader)
  }
  const value = readPower(reader)
  return negative ? negate(value) : value
}

function readPower(reader: Reader): Rational {
  const base = readPostfix(reader)
  if (reader.failed) return base
  skipGaps(reader)
  if (reader.text.startsWith('**', reader.at)) reader.at += 2
  else if (reader.text[reader.at] === '^') reader.at++
  else return base
  if (++reader.depth > maximumDepth) return fail(reader)
  skipGaps(reader)
  const first = reader.text[reader.at] ?? ''
  let exponent: Rational
  // LaTeX takes one digit as the exponent where no brace opens; plain text writes all its digits, so two digits are ambiguous.
  if (/^\^\d\d/.test(reader.text.slice(reader.at - 1, reader.at + 2))) reader.ambiguous = true
  if (first === '{' || first === '(') exponent = readAtom(reader)
  else exponent = readSigned(reader)
  reader.depth--
  if (reader.failed || !isInteger(exponent)) return fail(reader)
  return result(reader, boundedPower(base, exponent.numerator))
}

function readPostfix(reader: Reader): Rational {
  let value = readAtom(reader)
  while (!reader.failed) {
    skipGaps(reader)
    const { text, at } = reader
    if (text[at] === '%' || text.startsWith('\\%', at)) {
      reader.at += text[at] === '%' ? 1 : 2
      reader.percent = true
      value = result(reader, divide(value, hundred))
    } else if (text[at] === '!') {
      reader.at++
      value = result(reader, boundedFactorial(value))
    } else if (text[at] === '^' || text[at] === '°') {
      degreePattern.lastIndex = at
      if (!degreePattern.test(text)) break
      reader.at = degreePattern.lastIndex
    } else break
  }
  return value
}

const closing: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' }

function readAtom(reader: Reader): Rational {
  skipGaps(reader)
  const first = reader.text[reader.at]
  if (first === undefined) return fail(reader)
  if (first === '\\') return readWord(reader)
  const close = closing[first]
  if (close !== undefined) return readBracket(reader, close)
  const value = readLiteral(reader)
  if (reader.failed) return value
  skipGaps(reader)
  if (!/\\[dt]?frac(?![A-Za-z])/y.test(reader.text.slice(reader.at, reader.at + 6))) return value
  reader.ambiguous = true
  return result(reader, add(value, readWord(reader)))
}

function readBracket(reader: Reader, close: string): Rational {
  reader.at++
  const value = readSum(reader)
  skipGaps(reader)
  // `\}` closes what `\{` opened; both are set brackets, not grouping, and fail here.
  if (reader.failed || reader.text[reader.at] !== close) return fail(reader)
  reader.at++
  return value
}

function readWord(reader: Reader): Rational {
  const word = wordAt(reader)
  if (word === undefined) return fail(reader)
  reader.at += word.length
  switch (word) {
    case '\\frac':
    case '\\dfrac':
    case '\\tfrac':
    case '\\cfrac': {
      const top = readArgument(reader)
      const bottom = readArgument(reader)
      if (reader.failed || bottom.numerator === 0n) return fail(reader)
      return result(reader, divide(top, bottom))
    }
    case '\\binom':
    case '\\dbinom':
    case '\\tbinom': {
      const all = readArgument(reader)
      const chosen = readArgument(reader)
      if (reader.failed) return zero
      const rest = boundedFactorial(subtract(all, chosen))
      const numerator = boundedFactorial(all)
      const denominator = boundedFactorial(chosen)
      if (rest === undefined || numerator === undefined || denominator === undefined) return fail(reader)
      return result(reader, divide(numerator, multiply(denominator, rest)))
    }
    case '\\sqrt': {
      if (reader.text[reader.at] === '[') return fail(reader)
      const square = readArgument(reader)
      return reader.failed ? zero : result(reader, exactRoot(square))
    }
    default:
      return fail(reader)
  }
}

/** What follows a LaTeX command: a braced expression or a single digit (`\frac12`). */
function readArgument(reader: Reader): Rational {
  if (reader.failed) return zero
  skipGaps(reader)
  const first = reader.text[reader.at] ?? ''
  if (first === '{') return readBracket(reader, '}')
  if (!/\d/.test(first)) return fail(reader)
  reader.at++
  return rational(BigInt(first))
}
