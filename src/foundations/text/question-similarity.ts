import { createJaccardMeter, type JaccardMeter } from './jaccard.ts'
import { createQuestionReader, runShingles, type QuestionReader } from './question-shingles.ts'
import { tokenClasses } from './question-tokens.ts'

/**
 * A question ready to be compared: its 3-grams, hashed, under each of five readings. Tools differ in what a word is, and so does the
 * Jaccard index of one pair of texts.
 */
export interface ComparableQuestion {
  readonly operatorCount: number
  /** Hash of the operators in their order. */
  readonly operatorHash: number
  readonly punctuationCount: number
  /** Letters and digits alone, as `\w+` cuts them. */
  readonly words: Uint32Array
  /** Words and operators. */
  readonly formula: Uint32Array
  /** Every sign a token of its own. */
  readonly symbols: Uint32Array
  /** What stands between white space. */
  readonly runs: Uint32Array
  /** The same without its punctuation. */
  readonly bare: Uint32Array
}

const reader: QuestionReader = createQuestionReader()
const jaccard: JaccardMeter = createJaccardMeter()

export function comparableQuestion(text: string): ComparableQuestion {
  reader.read(text)
  const { operatorCount, operatorHash, punctuationCount } = reader.signs
  return {
    operatorCount,
    operatorHash,
    punctuationCount,
    words: reader.shingles(tokenClasses.word).slice(),
    formula: reader.shingles(tokenClasses.operator).slice(),
    symbols: reader.shingles(tokenClasses.punctuation).slice(),
    ...runShingles(text),
  }
}

/**
 * Jaccard index of the word 3-grams of two questions, case and spaces aside: the largest over the readings of {@link ComparableQuestion}. Words
 * alone count only where operators agree or one text has lost every sign that the other has, so that `x + 2` and `x - 2` differ.
 */
export function questionSimilarity(first: ComparableQuestion, second: ComparableQuestion): number {
  const sameOperators =
    first.operatorHash === second.operatorHash || isStripped(first, second) || isStripped(second, first)
  const plain = sameOperators ? jaccard(first.words, second.words) : jaccard(first.formula, second.formula)
  // No other reading can be closer.
  if (plain === 1) return 1
  const bareCounts = sameOperators && first.bare.length > 0 && second.bare.length > 0
  return Math.max(
    plain,
    jaccard(first.symbols, second.symbols),
    jaccard(first.runs, second.runs),
    bareCounts ? jaccard(first.bare, second.bare) : 0,
  )
}

/** Whether a text has no sign at all where the other has punctuation: then it lost its operators with it. */
function isStripped(text: ComparableQuestion, other: ComparableQuestion): boolean {
  return text.operatorCount + text.punctuationCount === 0 && other.punctuationCount > 0
}
