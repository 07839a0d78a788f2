import type { Random } from '../../core/random.ts'

/** A sentence in a question, and before which of its sentences (from 0) it stands. */
export interface PlacedSentence {
  readonly text: string
  readonly before: number
}

/** Sentences of a question with the space between them. */
export function splitSentences(question: string): readonly string[] {
  return question.split(/(?<=[.?!]["”’)]?)\s+(?=["“(]?[\p{Lu}\d$])/u).filter((sentence) => sentence !== '')
}

/** Words that point to what was said just before. */
const pointing =
  /\b(?:he|she|they|it|him|her|them|his|hers|their|theirs|its|this|that|these|those|there|then|who|such|same|other|others|another|rest|remaining|each|both|all|everyone|next|after|later|also|instead)\b/i

/** Asks of everyone in the text together, so that further people would change it. */
const together =
  /\b(?:all|altogether|together|total|combined|everyone|everybody|both|sum|people|they|average|more|most|least)\b/i

/**
 * Places where a sentence about someone else may stand: at the beginning, and before a sentence that names its own person and points to
 * nothing before it. There a stranger cannot be taken for the one who is spoken of.
 */
export function safePlaces(sentences: readonly string[]): readonly number[] {
  return sentences.flatMap((sentence, place) =>
    place === 0 || (namesSomeone(sentence) && !pointing.test(sentence)) ? [place] : [],
  )
}

/** A word with a capital that does not begin the sentence, or that a verb follows in its second place. */
function namesSomeone(sentence: string): boolean {
  return (
    /[^.?!]\s\p{Lu}\p{Ll}{2,}/u.test(sentence) ||
    /^\p{Lu}\p{Ll}+(?:'s| (?:has|had|is|was|\p{Ll}+s|\p{Ll}+ed))\b/u.test(sentence)
  )
}

/**
 * Puts each text at a safe place. Where the question asks of everyone together, the text is set apart as happening elsewhere, so that its person
 * is not counted. The first k results of a longer list are those of a list of k: sets with more distractors hold those with fewer.
 */
export function placeDistractors(
  question: string,
  texts: readonly string[],
  random: Random,
): readonly PlacedSentence[] {
  const sentences = splitSentences(question)
  const places = safePlaces(sentences)
  const elsewhere = together.test(question)
  return texts.map((text) => ({
    text: elsewhere ? `In another town, ${text}` : text,
    before: random.pick(places),
  }))
}

/** The question with the sentences in it; what stands before one sentence keeps its order. */
export function insertSentences(question: string, placed: readonly PlacedSentence[]): string {
  if (placed.length === 0) return question
  return splitSentences(question)
    .flatMap((sentence, place) => [
      ...placed.filter(({ before }) => before === place).map(({ text }) => text),
      sentence,
    ])
    .join(' ')
}
