import { contentId, type ContentId } from '../../core/identity.ts'
import { maskTokens } from './mask-tokens.ts'
import { normaliseText } from './normalise.ts'

// oxlint-disable-next-line no-control-regex
const beyondAscii = /[^\0-\x7f]/

/**
 * The canonical skeleton of a question: what is left when the things that a template varies are masked. Numbers in any spelling
 * become `#`, names, units, currency and context nouns `@`, variables `v1`, `v2`, … in order of first use; case, plural, articles before a
 * mask, pronouns and sentence punctuation are folded; in algebra a coefficient is dropped and `+` and `-` are one sign, because a
 * template varies them together with its numbers.
 *
 * It leans towards calling two questions equal, so the number of skeletons never flatters the variety of a set.
 *
 * @example
 * skeletonOf('Tom buys 3 pens for $2 each.') === skeletonOf('A baker buys twelve eggs for 40 cents each.')
 */
export function skeletonOf(question: string): string {
  // White space does not reach the tokens, so plain ASCII needs no normalising.
  return maskTokens(beyondAscii.test(question) ? normaliseText(question) : question)
}

/** Content id of a question's skeleton. */
export function skeletonId(question: string): ContentId {
  return contentId('skeleton', skeletonOf(question))
}
