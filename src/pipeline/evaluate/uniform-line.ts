import { finalAnswer } from '../../foundations/answers/final-answer.ts'
import { withAnswerLine } from '../../steps/export/export-row.ts'
import { parseRow, type RowLine } from './row-lines.ts'

export const uniformForms = ['messages', 'alpaca'] as const
/** The same fields for every row, whatever its file has: `messages` of a chat, or `instruction`, `input`, `output`. */
export type UniformForm = (typeof uniformForms)[number]

/** Writes rows of any format in one form, with the name of where they came from as `set`; solutions end `The answer is X.` where X is known. */
export function uniformLine(form: UniformForm, setOf: (line: RowLine) => string): (line: RowLine) => string {
  return (line) => {
    const { question, solution, answer } = parseRow(line).row
    // GSM8K's mark of the answer is a line of its own.
    const told = solution.replace(/\n#### .*$/, '')
    const stated = solution === told ? (finalAnswer(solution)?.text ?? answer) : answer
    const output = stated === undefined ? told : withAnswerLine(told, stated)
    return JSON.stringify(
      form === 'alpaca'
        ? { instruction: question, input: '', output, set: setOf(line) }
        : {
            messages: [
              { role: 'user', content: question },
              { role: 'assistant', content: output },
            ],
            set: setOf(line),
          },
    )
  }
}
