import { sameAnswer } from '../../../foundations/answers/same-answer.ts'

/**
 * Rows that ask the same question and give different answers: at least one of them is wrong, and which is not for a rule to say. Answers
 * that cannot be compared do not count as different.
 *
 * @param firstAlike  by row, the first row that asks the same question
 * @param answerOf    the final answer of a row, asked for rows whose question occurs several times
 * @returns 1 for every row of a question with a conflict
 */
export function findAnswerConflicts(
  firstAlike: ArrayLike<number>,
  answerOf: (row: number) => string | undefined,
): Uint8Array {
  const conflicts = new Uint8Array(firstAlike.length)
  const answers = new Map<number, string>()
  const disputed = new Set<number>()
  for (let row = 0; row < firstAlike.length; row++) {
    const first = firstAlike[row] as number
    if (first === row || disputed.has(first)) continue
    const held = answers.get(first) ?? answerOf(first)
    const answer = answerOf(row)
    if (held !== undefined && answer !== undefined && sameAnswer(held, answer) === 'different')
      disputed.add(first)
    const kept = held ?? answer
    if (kept !== undefined) answers.set(first, kept)
  }
  if (disputed.size === 0) return conflicts
  for (let row = 0; row < firstAlike.length; row++)
    if (disputed.has(firstAlike[row] as number)) conflicts[row] = 1
  return conflicts
}
