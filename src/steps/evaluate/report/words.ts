import type { ErrorType } from '../error-types.ts'

/** Error types as the report calls them. */
export const errorNames: Readonly<Record<ErrorType, string>> = {
  truncated: 'broken off',
  'no-answer': 'no answer',
  format: 'form of the answer',
  'arithmetic-slip': 'arithmetic slip',
  'wrong-set-up': 'wrong set-up',
  unshown: 'no step shown',
}

/** What each type means, in one line. */
export const errorMeanings: Readonly<Record<ErrorType, string>> = {
  truncated: 'The text stops inside a sentence or a formula, before an answer is stated.',
  'no-answer': 'Nothing reads as a final answer.',
  format: 'The right answer is there, but not as the final answer, or only under a lenient reading.',
  'arithmetic-slip': 'A step is miscalculated. Mended: it and all that follows is calculated anew.',
  'wrong-set-up':
    'Every step that can be checked holds, so they are the wrong steps: a lost condition, a confused concept.',
  unshown: 'The answer is wrong, and no step that can be checked is shown.',
}

/** A share as percent with one decimal, without the sign. */
export function percentText(share: number): string {
  return (share * 100).toFixed(1)
}

/** An interval of shares as percent. */
export function rangeText({ low, high }: { readonly low: number; readonly high: number }): string {
  return `${percentText(low)}–${percentText(high)}`
}

/** 1,319 */
export function countText(count: number): string {
  return count.toLocaleString('en-US')
}
