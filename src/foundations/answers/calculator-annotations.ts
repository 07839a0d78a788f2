import { compare, toFraction, type Rational } from '../exact-number/rational.ts'
import { evaluateArithmetic } from './evaluate-arithmetic.ts'
import { isDecimalRounding } from './decimal-rounding.ts'

/** One `<<expression=stated>>` of a solution (GSM8K, Cobbe et al. 2021), recomputed. */
export interface AnnotationCheck {
  readonly expression: string
  readonly stated: string
  /** Exact value of the expression as a fraction; `undefined` where it cannot be read. */
  readonly computed: string | undefined
  /** The stated result is the computed one, or its decimal rounding to two or more places where it has no shorter exact form. */
  readonly holds: boolean
  /** The number written after the annotation: the stated one, another one, or none at all. */
  readonly following: 'same' | 'other' | 'none'
  /** Place of `<<` in the text. */
  readonly at: number
}

/** Annotations looked at per text, and the longest that is read. */
const maximumAnnotations = 500
const maximumLength = 300

/** What may stand between an annotation and its number: spaces, a currency sign, the `$` or `\(` that opens a formula. */
const followingPattern =
  /(?:[\s$€£]|\\\$|\\\(){0,4}(?:([-−]?(?:\d{1,3}(?:(?:,|\{,\})\d{3})+|\d+)?(?:\.\d+)?)(\/\d+|\s?\d+\/\d+|\\[dt]?frac\{\d+\}\{\d+\})?|[-−]?\\[dt]?frac\{-?\d+\}\{\d+\})/y

/** Every calculator annotation of a text, recomputed exactly. An annotation that cannot be read does not hold. */
export function checkAnnotations(text: string): AnnotationCheck[] {
  const checks: AnnotationCheck[] = []
  let at = text.indexOf('<<')
  while (at >= 0 && checks.length < maximumAnnotations) {
    const end = text.indexOf('>>', at + 2)
    if (end < 0) break
    checks.push(checkOne(text, at, end))
    at = text.indexOf('<<', end + 2)
  }
  return checks
}

function checkOne(text: string, at: number, end: number): AnnotationCheck {
  const content = end - at > maximumLength ? '' : text.slice(at + 2, end)
  const cut = content.lastIndexOf('=')
  const expression = content.slice(0, Math.max(cut, 0)).trim()
  const stated = content.slice(cut + 1).trim()
  const unreadable: AnnotationCheck = {
    expression,
    stated,
    computed: undefined,
    holds: false,
    following: 'none',
    at,
  }
  if (cut < 0) return unreadable
  const right = evaluateArithmetic(stated)
  const sides = expression.split('=').map((side) => evaluateArithmetic(side))
  const left = sides[0]
  if (left === undefined || right === undefined) return unreadable
  return {
    expression,
    stated,
    computed: toFraction(left.value),
    holds: sides.every((side) => side !== undefined && agrees(side.value, right.value, stated)),
    following: followingNumber(text, end + 2, { stated, value: right.value }),
    at,
  }
}

function agrees(computed: Rational, value: Rational, stated: string): boolean {
  return compare(computed, value) === 0 || isDecimalRounding(stated, computed)
}

function followingNumber(
  text: string,
  from: number,
  result: { stated: string; value: Rational },
): AnnotationCheck['following'] {
  followingPattern.lastIndex = from
  const found = followingPattern.exec(text)
  if (found === null) return 'none'
  const [whole, number, fraction] = found
  if (number === result.stated) return 'same'
  // `4/5` can be a fraction or 4 of something: either reading will do.
  const written = whole.replace(/^(?:[\s$€£]|\\\$|\\\()+/, '')
  if (written === '' || written === '-') return 'none'
  if (isSame(written, result.value)) return 'same'
  return number !== undefined && fraction !== undefined && isSame(number, result.value) ? 'same' : 'other'
}

function isSame(written: string, value: Rational): boolean {
  const mixed = /^(-?\d+)\s(\d+\/\d+)$/.exec(written)
  const text = mixed === null ? written : `${mixed[1]}${written.startsWith('-') ? '-' : '+'}${mixed[2]}`
  const found = evaluateArithmetic(text)
  return found !== undefined && compare(found.value, value) === 0
}
