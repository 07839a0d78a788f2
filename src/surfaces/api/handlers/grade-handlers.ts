import { setImmediate as nextTurn } from 'node:timers/promises'
import { gradeAnswer } from '../../../foundations/answers/grade-answer.ts'
import type { GradesResponse } from '../contract/grades.ts'
import type { Handlers } from '../handler-types.ts'
import { ok } from './answers.ts'

/** Milliseconds of grading before others are let in. */
const turn = 5

/** Grades answers, in turns, so that a thousand of them do not keep others waiting. */
export function gradeHandlers(): Pick<Handlers, 'grade'> {
  return {
    async grade({ body: { items }, signal }) {
      const grades: GradesResponse['grades'][number][] = []
      let start = performance.now()
      for (const { gold, prediction } of items) {
        if (performance.now() - start > turn) {
          await nextTurn()
          signal.throwIfAborted()
          start = performance.now()
        }
        const grade = gradeAnswer(gold, prediction)
        const { outcome, method, reason } = grade
        grades.push({ equal: outcome === 'equal', outcome, method, reason })
      }
      return ok({ grades })
    },
  }
}
