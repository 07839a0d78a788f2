import { toFraction, type Rational } from '../../foundations/exact-number/rational.ts'
import { isDecimalRounding } from '../../foundations/answers/decimal-rounding.ts'
import { evaluateArithmetic } from '../../foundations/answers/evaluate-arithmetic.ts'

/** One `left = right` of a solution. `computed` is the value of the left side as a fraction. */
export interface SolutionLink {
  readonly left: string
  readonly right: string
  readonly computed: string
  readonly fails: boolean
}

/**
 * The final answer once every miscalculated step is calculated rightly and every later step is calculated anew from what came before; a
 * whole number or a fraction. `undefined` where the stated answer does not come from the mended steps. A number that stands for two
 * quantities, one of them miscalculated, is taken for the miscalculated one from there on.
 */
export function mendSlips(links: readonly SolutionLink[], prediction: string): string | undefined {
  // By value as it was written: what it should have been.
  const mended = new Map<string, Rational>()
  for (const { left, right, fails } of links) {
    const value = evaluateArithmetic(withMended(left, mended))?.value
    const key = keyOf(right)
    if (value === undefined || key === undefined) continue
    if (key === toFraction(value) || isDecimalRounding(right, value)) mended.delete(key)
    // What differs without being a slip, a changed unit for example, stays as it is unless something before it was mended.
    else if (fails || withMended(left, mended) !== left) mended.set(key, value)
  }
  const key = keyOf(prediction)
  const value = key === undefined ? undefined : mended.get(key)
  return value === undefined ? undefined : toFraction(value)
}

const numberPattern = /\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d*\.?\d+/g
/** A fraction is one value, and may be what was miscalculated; otherwise its parts are looked at. */
const valuePattern = new RegExp(
  String.raw`\\[dt]?frac(?:\{[^{}]*\}\{[^{}]*\}|\d\d)|\d+\/\d+|${numberPattern.source}`,
  'g',
)

function withMended(expression: string, mended: ReadonlyMap<string, Rational>): string {
  if (mended.size === 0) return expression
  const replace = (written: string): string => {
    const value = mended.get(keyOf(written) ?? '')
    return value === undefined ? written : `(${toFraction(value)})`
  }
  return expression.replaceAll(valuePattern, (written) => {
    const whole = replace(written)
    return whole === written && /[{/]/.test(written) ? written.replaceAll(numberPattern, replace) : whole
  })
}

function keyOf(written: string): string | undefined {
  const read = evaluateArithmetic(written.replaceAll(/^\$+|\$+$/g, ''))
  return read === undefined ? undefined : toFraction(read.value)
}
