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

/** @param kept  examples of each type: of different items, readable ones before long ones, otherwise the first */
export function openErrorGatherer(kept = 2): ErrorGatherer {
  const counts = noCounts()
  const sets = new Map<BenchSet, Counts>()
  const mended = { correct: 0, wrong: 0, unknown: 0 }
  const examples = new Map<ErrorType, ErrorExample[]>(errorTypes.map((type) => [type, []]))
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
      const shown = examples.get(finding.type) as ErrorExample[]
      const example = {
        itemId: item.id,
        set: item.set,
        question: item.question,
        answer: item.answer,
        completion: score.completion,
        finding,
      }
      const place = shown.findIndex((other) => merit(example) > merit(other) && shown.length >= kept)
      if (shown.some(({ itemId }) => itemId === item.id)) return
      if (shown.length < kept) shown.push(example)
      else if (place >= 0) shown[place] = example
    },
    result: () => ({
      wrong,
      counts,
      sets: [...sets].map(([set, own]) => ({ set, counts: own })),
      mended,
      examples: errorTypes.flatMap((type) => examples.get(type) ?? []),
    }),
  }
}

function noCounts(): Counts {
  return Object.fromEntries(errorTypes.map((type) => [type, 0])) as Counts
}

/** A readable text, and of slips one that mending puts right, shows the most. */
function merit({ question, completion, finding }: ErrorExample): number {
  const short = question.length + completion.length <= readable ? 1 : 0
  const shown = finding.passage === undefined ? 0 : 1
  return 2 * short + shown + (finding.mended === 'correct' ? 1 : 0)
}
