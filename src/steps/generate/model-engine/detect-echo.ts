import { wordsOf } from '../../../foundations/text/tokens.ts'

/** Jaccard similarity of word triples from which a text repeats another. */
const sameTriples = 0.8

/** Words of two letters and more from which a text with other numbers is still the same text. */
const longText = 8

/**
 * True where a question only repeats another: the same words and numbers, or at least 0.8 Jaccard similarity of word triples. Numbers
 * do not count where the text has words enough to be known by: a problem with other numbers is no new problem.
 */
export function isEcho(question: string, other: string): boolean {
  const [first, second] = [wordsOf(question), wordsOf(other)]
  if (first.join(' ') === second.join(' ')) return true
  const isLong = first.filter((word) => /^\p{L}{2,}/u.test(word)).length >= longText
  const mask = (words: readonly string[]): readonly string[] =>
    isLong ? words.map((word) => (/^[\d.]/.test(word) ? '#' : word)) : words
  const [shorter, longer] = first.length < second.length ? [first, second] : [second, first]
  const [some, all] = [mask(shorter), mask(longer)]
  // A triple that is not shared holds three words at most: with so many words of its own, a text cannot be as similar.
  const known = new Set(all)
  const own = new Set(some.filter((word) => !known.has(word)))
  if (own.size > 3 * (1 - sameTriples) * some.length) return false
  return jaccard(triples(some), triples(all)) >= sameTriples
}

/** True where two questions have the same words and numbers in the same order; signs and spaces aside. */
export function isSameText(question: string, other: string): boolean {
  return wordsOf(question).join(' ') === wordsOf(other).join(' ') && bare(question) === bare(other)
}

function bare(text: string): string {
  return text.replaceAll(/[\s$,.?!]/g, '').toLowerCase()
}

function triples(words: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>()
  for (let at = 0; at + 3 <= words.length; at++) found.add(words.slice(at, at + 3).join(' '))
  return found
}

function jaccard(first: ReadonlySet<string>, second: ReadonlySet<string>): number {
  let common = 0
  for (const triple of first) if (second.has(triple)) common++
  const all = first.size + second.size - common
  return all === 0 ? 0 : common / all
}
