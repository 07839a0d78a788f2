import { computed } from './computed.ts'
import { greatestCommonDivisor } from './whole-numbers.ts'

/** The calculation in print before its annotation: `worked('8*7*6', 336)` → `8 × 7 × 6 = <<8*7*6=336>>336`. */
export function worked(expression: string, result: number): string {
  const shown = expression
    .replaceAll('^2', '²')
    .replaceAll('*', ' × ')
    .replaceAll('/', ' ÷ ')
    .replaceAll('+', ' + ')
    .replaceAll('-', ' - ')
  return `${shown} = ${computed(expression, result)}`
}

/** A fraction and, where it can be reduced, its lowest terms, as LaTeX: `\frac{6}{28} = \frac{3}{14}`. */
export function reduced(numerator: number, denominator: number): string {
  const divisor = greatestCommonDivisor(numerator, denominator)
  const written = `\\frac{${numerator}}{${denominator}}`
  if (divisor === 1) return written
  const bottom = denominator / divisor
  return `${written} = ${bottom === 1 ? `${numerator / divisor}` : `\\frac{${numerator / divisor}}{${bottom}}`}`
}

/** How many multiples fit, in words: `250 ÷ 10`, or `101 ÷ 11, rounded down` where the division leaves a remainder. */
export function wholeQuotient(bound: number, divisor: number): string {
  return `${bound} ÷ ${divisor}${bound % divisor === 0 ? '' : ', rounded down'}`
}
