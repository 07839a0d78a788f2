import { hashSet, jaccardIndex } from './jaccard.ts'
import { createQuestionReader, type QuestionReader, type ShingleReading } from './question-shingles.ts'

/** A question ready to be compared: its shingles by reading. */
export interface ComparableQuestion {
  readonly operatorCount: number
  readonly operatorHash: number
  readonly words: Uint32Array
  readonly formula: Uint32Array
  readonly symbols: Uint32Array
  readonly runs: Uint32Array
  readonly bare: Uint32Array
}

const reader: QuestionReader = createQuestionReader()

export function comparableQuestion(text: string): ComparableQuestion {
  reader.read(text)
  const setOf = (reading: ShingleReading): Uint32Array => hashSet(reader.shingles(reading))
  return {
    operatorCount: reader.operatorCount,
    operatorHash: reader.operatorHash,
    words: setOf('words'),
    formula: setOf('formula'),
    symbols: setOf('symbols'),
    runs: setOf('runs'),
    bare: setOf('bare'),
  }
}

/**
 * Jaccard index of the word 3-grams of two questions, case and spaces aside: the largest over what different tools call a word (see
 * {@link ShingleReading}). Words alone count only where operators agree or one text has lost them all, so that `x + 2` and `x - 2` differ.
 */
export function questionSimilarity(first: ComparableQuestion, second: ComparableQuestion): number {
  const sameOperators =
    first.operatorHash === second.operatorHash || first.operatorCount === 0 || second.operatorCount === 0
  return Math.max(
    sameOperators
      ? Math.max(jaccardIndex(first.words, second.words), jaccardIndex(first.bare, second.bare))
      : jaccardIndex(first.formula, second.formula),
    jaccardIndex(first.symbols, second.symbols),
    jaccardIndex(first.runs, second.runs),
  )
}
