import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { scoreCompletion } from '../../src/steps/evaluate/score/score-completion.ts'
import { gradingDifferences } from './grading-differences.ts'

const page = readFileSync(new URL('../../docs/evaluation-grading.md', import.meta.url), 'utf8')
const headings = [...page.matchAll(/^### (.+)$/gm)].map(([, heading]) => heading)

it('docs/evaluation-grading.md tells of every difference, and of none that is not shown here', () => {
  expect(headings).toEqual(gradingDifferences.map(({ name }) => name))
})

it.each(gradingDifferences.flatMap(({ name, cases }) => cases.map((shown) => ({ name, ...shown }))))(
  '$name: $gold against $completion',
  ({ gold, completion, ours, lenient }) => {
    const item = {
      id: 'x',
      set: 'math',
      question: 'q',
      answer: gold,
      language: 'en',
      license: 'MIT',
    } as const
    const { correct, lenientCorrect } = scoreCompletion(item, completion, 0)
    expect({ correct, lenientCorrect }).toEqual({ correct: ours, lenientCorrect: lenient })
  },
)
