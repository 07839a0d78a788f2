import type { BenchItem, BenchSet } from './bench-item.ts'
import { classifyError, errorTypes, type ErrorType } from './error-types.ts'
import type { ErrorExample, ModelErrors } from './report/report-data.ts'
import type { ScoredCompletion } from './scored-completion.ts'

/** Counts the error types of graded completions one by one, and keeps a few of each type to show. */
export interface ErrorGatherer {
  /** @param item  the item that was answered */
  add(item: BenchItem, score: ScoredCompletion): void
  result(): ModelErrors
}

type Counts = Record<ErrorType, number>

/** Texts longer than this are poor examples. */
const readable = 1500

/** @param kept  examples of each type: of different sets, telling ones before others, otherwise the first */
export function openErrorGatherer(kept = 2): ErrorGatherer {
  const counts = noCounts()
  const sets = new Map<BenchSet, Counts>()
  const mended = { correct: 0, wrong: 0, unknown: 0 }
  const examples = new Map<ErrorType, Map<BenchSet, ErrorExample>>(
    errorTypes.map((type) => [type, new Map()]),
  )
  let wrong = 0
  return {
    add(item, score) {
      const finding = classifyError(item, score)
      if (finding === undefined) return
      wrong++
      counts[finding.type]++
      const own = sets.get(item.set) ?? noCounts()
      own[finding.type]++
      sets.set(item.set, own)
      if (finding.mended !== undefined) mended[finding.mended]++
      const shown = examples.get(finding.type) as Map<BenchSet, ErrorExample>
      const example = {
        itemId: item.id,
        set: item.set,
        question: item.question,
        answer: item.answer,
        completion: score.completion,
        finding,
      }
      const other = shown.get(item.set)
      if (other === undefined || merit(example) > merit(other)) shown.set(item.set, example)
    },
    result: () => ({
      wrong,
      counts,
      sets: [...sets].map(([set, own]) => ({ set, counts: own })),
      mended,
      examples: errorTypes.flatMap((type) =>
        [...(examples.get(type)?.values() ?? [])]
          .toSorted((first, second) => merit(second) - merit(first))
          .slice(0, kept),
      ),
    }),
  }
}

function noCounts(): Counts {
  return Object.fromEntries(errorTypes.map((type) => [type, 0])) as Counts
}

/** A short text, one that shows its steps and the place of the fault, and of slips one that mending puts right, tells the most. */
function merit({ question, completion, finding }: ErrorExample): number {
  const size = question.length + completion.length
  return [
    size <= readable,
    completion.length > 120,
    finding.passage !== undefined,
    finding.mended === 'correct',
    /\\[a-z]/i.test(completion),
  ].filter(Boolean).length
}
