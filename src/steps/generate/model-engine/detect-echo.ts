import { wordsOf } from '../../../foundations/text/tokens.ts'

/** Jaccard similarity of word triples from which a text repeats another. */
const sameTriples = 0.8

/**
 * True where a question only repeats another: the same words and numbers, or at least 0.8 Jaccard similarity of word triples. The same
 * text with other numbers counts as a repetition too where it is long enough for its words to decide.
 */
export function isEcho(question: string, other: string): boolean {
  const [first, second] = [wordsOf(question), wordsOf(other)]
  if (first.join(' ') === second.join(' ')) return true
  return jaccard(triples(first), triples(second)) >= sameTriples
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
