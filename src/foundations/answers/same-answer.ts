import { gradeAnswer } from './grade-answer.ts'

/** `unknown` where it cannot be told whether two texts mean the same. */
export type AnswerComparison = 'equal' | 'different' | 'unknown'

/** Whether two final answers are the same, by {@link gradeAnswer}. Symmetric, and `equal` on equal texts, empty ones included. */
export function sameAnswer(first: string, second: string): AnswerComparison {
  if (first === second) return 'equal'
  const { outcome } = gradeAnswer(first, second)
  return outcome === 'undecided' ? 'unknown' : outcome
}
