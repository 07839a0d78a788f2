import { rational, type Rational } from '../exact-number/rational.ts'

/** A number as it stands in an answer. */
export interface NumberLiteral {
  readonly value: Rational
  /** Digits after the point; -1 where it is whole or repeats without end, and so exact. */
  readonly places: number
  readonly significant: number
  /** As written. */
  readonly raw: string
  /** Place after it. */
  readonly end: number
}

/** Most digits of one literal that count; a longer one is cut and can no longer be told apart, so it is given no value. */
const maximumDigits = 2_000

const separator = /,(?=\d)| ?\{ ?, ?\}|,?\\[!,: ](?=\s?\d)|\\[,!]/y

/**
 * The number at a place: digits with thousands commas (`1,250`, `1{,}250`, `1,\!250`, `1 250`), decimals, `1.5e3`, repeating decimals
 * (`0.\overline{3}`, `0.(3)`, `0.333...`). Inside brackets a bare comma separates, unless a group of three zeros follows it.
 */
export function readLiteral(text: string, at: number, bracketed: boolean): NumberLiteral {
  const whole = readWhole(text, at, bracketed)
  let end = whole.end
  let decimals = ''
  let repeated = ''
  const decimalComma = whole.digits === '0' && !bracketed ? /,(\d+)/y : undefined
  if (decimalComma !== undefined) decimalComma.lastIndex = end
  const comma = decimalComma?.exec(text)?.[1]
  if (comma !== undefined && text[end + comma.length + 1] !== ',') {
    decimals = comma
    end += comma.length + 1
  } else if (text[end] === '.') {
    const stop = digitsFrom(text, end + 1)
    decimals = text.slice(end + 1, stop)
    const repeat = repetition(text, stop, decimals)
    // A point without digits ends a sentence.
    if (decimals !== '' || repeat !== undefined) end = stop
    if (repeat !== undefined) {
      repeated = repeat.digits
      decimals = decimals.slice(0, decimals.length - repeat.taken)
      end = repeat.end
    }
  }
  const exponent = /[eE]([+-]?\d{1,4})(?![\d.])/y
  exponent.lastIndex = end
  const power = exponent.exec(text)
  let value = valueOf(whole.digits, decimals, repeated)
  if (power !== null && power[1] !== undefined && repeated === '') {
    end += power[0].length
    const scale = 10n ** BigInt(Math.abs(Number(power[1])))
    value = power[1].startsWith('-')
      ? rational(value.numerator, value.denominator * scale)
      : rational(value.numerator * scale, value.denominator)
  }
  const written = (whole.digits + decimals).replace(/^0+/, '').length
  const places = decimals === '' || repeated !== '' ? -1 : decimals.length - Number(power?.[1] ?? 0)
  return { value, places, significant: written, raw: text.slice(at, end), end }
}

function valueOf(digits: string, decimals: string, repeated: string): Rational {
  const count = digits.length + decimals.length
  if (count > maximumDigits) return rational(0n)
  const scale = 10n ** BigInt(decimals.length)
  const plain = rational(BigInt(`0${digits}${decimals}`), scale)
  if (repeated === '') return plain
  const nines = 10n ** BigInt(repeated.length) - 1n
  return rational(
    plain.numerator * scale * nines + BigInt(repeated) * plain.denominator,
    plain.denominator * scale * nines,
  )
}

function digitsFrom(text: string, at: number): number {
  let end = at
  for (let unit = text.charCodeAt(end); unit >= 0x30 && unit <= 0x39; unit = text.charCodeAt(++end));
  return end
}

interface WholePart {
  readonly digits: string
  readonly end: number
}

function readWhole(text: string, at: number, bracketed: boolean): WholePart {
  const first = digitsFrom(text, at)
  const leading = text.slice(at, first)
  if (leading.length === 0 || leading.length > 3 || leading === '0') return { digits: leading, end: first }
  const groups = readGroups(text, first, bracketed)
  return groups ?? { digits: leading, end: first }

  function readGroups(source: string, from: number, inBrackets: boolean): WholePart | undefined {
    let digits = leading
    let end = from
    let sign: string | undefined
    for (;;) {
      const next = groupAfter(source, end, sign)
      if (next === undefined) break
      if (next.size !== 3)
        return next.separator === ',' ? undefined : digits === leading ? undefined : { digits, end }
      digits += source.slice(next.end - 3, next.end)
      end = next.end
      sign = next.separator
    }
    if (end === from) return undefined
    if (sign === ',' && inBrackets && !/,000/.test(source.slice(from, end))) return undefined
    return { digits, end }
  }
}

interface DigitGroup {
  readonly size: number
  readonly end: number
  /** `,` or ` ` where bare, `tex` for `{,}`, `,\!` and `\,`. */
  readonly separator: string
}

function groupAfter(text: string, at: number, expected: string | undefined): DigitGroup | undefined {
  separator.lastIndex = at
  let found = separator.exec(text)?.[0]
  if (
    found === undefined &&
    text[at] === ' ' &&
    digitsFrom(text, at + 1) === at + 4 &&
    !/[/,.]/.test(text[at + 4] ?? '')
  )
    found = ' '
  if (found === undefined) return undefined
  const kind = found === ',' || found === ' ' ? found : 'tex'
  if (expected !== undefined && expected !== kind) return undefined
  let start = at + found.length
  if (kind === 'tex' && text[start] === ' ') start++
  const end = digitsFrom(text, start)
  return end === start ? undefined : { size: end - start, end, separator: kind }
}

interface Repetition {
  readonly digits: string
  /** How many of the decimals before it belong to the repetition. */
  readonly taken: number
  readonly end: number
}

const barred = /\\(?:overline|bar|dot)\s*(?:\{(\d{1,40})\}|(\d))|\((\d{1,40})\)/y
const dots = /\s?(?:\.{3}|\\(?:ldots|cdots|dots)(?![A-Za-z]))/y

function repetition(text: string, at: number, decimals: string): Repetition | undefined {
  barred.lastIndex = at
  const bar = barred.exec(text)
  if (bar !== null) return { digits: bar[1] ?? bar[2] ?? bar[3] ?? '', taken: 0, end: barred.lastIndex }
  dots.lastIndex = at
  if (!dots.test(text)) return undefined
  for (let size = 1; size <= 6; size++) {
    const block = decimals.slice(-size)
    const times = size === 1 ? 3 : 2
    if (block.length === size && decimals.length >= size * times && decimals.endsWith(block.repeat(times))) {
      let taken = size * times
      while (decimals.length >= taken + size && decimals.slice(-(taken + size)).startsWith(block))
        taken += size
      return { digits: block, taken, end: dots.lastIndex }
    }
  }
  return undefined
}
