import { compare, toFraction } from '../exact-number/rational.ts'
import { isDecimalRounding } from './decimal-rounding.ts'
import { evaluateArithmetic, type ArithmeticValue } from './evaluate-arithmetic.ts'
import { equationChains } from './equation-chains.ts'

/**
 * One `left = right` between closed numeric expressions. `unsure`: the sides differ, but a careful writer can mean them so
 * (`unit` of length or money changed, a `percent`, a rounded decimal, an `ambiguous` notation, the `tail` of a phrase, no operation on either side).
 */
export interface NumericLink {
  readonly left: string
  readonly right: string
  readonly outcome: 'holds' | 'fails' | 'unsure'
  /** Value of the left side as a fraction. */
  readonly computed: string
  readonly doubt?: LinkDoubt
}

export type LinkDoubt = 'ambiguous' | 'bare-numbers' | 'percent' | 'rounded' | 'tail' | 'unit'

const maximumLinks = 300

/**
 * The numeric links of a text, in LaTeX segments and plain sentences: every neighbouring pair of a chain `a = b = c` whose sides
 * can both be evaluated exactly. Annotations `<<…>>` are passed over (they have a check of their own).
 */
export function numericLinks(text: string): NumericLink[] {
  const links: NumericLink[] = []
  for (const chain of equationChains(text)) {
    let left: ArithmeticValue | undefined
    let leftText = ''
    for (const [place, side] of chain.sides.entries()) {
      const right = /\d/.test(side) ? evaluateArithmetic(side) : undefined
      if (place > 0 && left !== undefined && right !== undefined) {
        if (left.operations + right.operations > 0 || compare(left.value, right.value) !== 0)
          links.push(
            linkOf({ text: leftText, found: left }, { text: side, found: right }, chain.plain ? place : 0),
          )
        if (links.length >= maximumLinks) return links
      }
      left = right
      leftText = side
    }
  }
  return links
}

interface Side {
  readonly text: string
  readonly found: ArithmeticValue
}

/** `plainPlace` is the place of the right side in a chain of running text, 0 in LaTeX. */
function linkOf(left: Side, right: Side, plainPlace: number): NumericLink {
  const sides = { left: left.text, right: right.text, computed: toFraction(left.found.value) }
  if (compare(left.found.value, right.found.value) === 0) return { ...sides, outcome: 'holds' }
  if (isDecimalRounding(right.text, left.found.value) || isDecimalRounding(left.text, right.found.value))
    return { ...sides, outcome: 'holds', doubt: 'rounded' }
  const doubt = doubtOf(left.found, right.found, plainPlace)
  return doubt === undefined ? { ...sides, outcome: 'fails' } : { ...sides, outcome: 'unsure', doubt }
}

function doubtOf(left: ArithmeticValue, right: ArithmeticValue, plainPlace: number): LinkDoubt | undefined {
  const plain = plainPlace > 0
  if (left.ambiguous || right.ambiguous) return 'ambiguous'
  if (left.operations === 0 && right.operations === 0) return 'bare-numbers'
  // `10% of 150 = 75 + 15`: a lone number that opens a chain in running text may be the end of a phrase.
  if (plainPlace === 1 && left.operations === 0) return 'tail'
  if (left.percent || right.percent) return 'percent'
  const a = Number(left.value.numerator) / Number(left.value.denominator)
  const b = Number(right.value.numerator) / Number(right.value.denominator)
  if (left.decimal || right.decimal || (plain && !Number.isInteger(a))) {
    // Rounding written as `=`: half a percent, or to the next whole number.
    if (Math.abs(a - b) <= 0.005 * Math.max(Math.abs(a), Math.abs(b)) || Math.abs(a - b) <= 0.5)
      return 'rounded'
  }
  if (!plain) return undefined
  const ratio = Math.abs(a / b)
  return unitRatios.some((unit) => Math.abs(ratio / unit - 1) < 1e-9 || Math.abs(ratio * unit - 1) < 1e-9)
    ? 'unit'
    : undefined
}

/** Cents in a dollar, minutes in an hour and their like: `5 x 20 = $1` is a change of unit, not a slip. */
const unitRatios: readonly number[] = [3, 4, 7, 10, 12, 16, 24, 30, 36, 52, 60, 100, 365, 1000, 3600]
