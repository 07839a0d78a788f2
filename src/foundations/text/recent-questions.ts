import { comparableQuestion, type ComparableQuestion } from './question-similarity.ts'

/** Questions kept ready; twice as many at most. */
const keptReady = 1 << 13

/**
 * Questions ready to be compared, by row, made when they are asked for and kept while they are asked for often.
 *
 * @param questionOf  the question of a row
 */
export function recentQuestions(questionOf: (row: number) => string): (row: number) => ComparableQuestion {
  let young = new Map<number, ComparableQuestion>()
  let old = new Map<number, ComparableQuestion>()
  return (row) => {
    const held = young.get(row)
    if (held !== undefined) return held
    const made = old.get(row) ?? comparableQuestion(questionOf(row))
    if (young.size >= keptReady) {
      old = young
      young = new Map()
    }
    young.set(row, made)
    return made
  }
}
