import { compareAnswers, readAnswer } from '../../../foundations/answers/grade-answer.ts'
import { undecided } from '../../../foundations/answers/grade.ts'
import type { BenchItem } from '../bench-item.ts'
import type { ScoredCompletion } from '../scored-completion.ts'
import { judgeLeniently, readLenientGold, type LenientGold } from './lenient-rule.ts'

interface Golds {
  /** As our checker reads it; absent where it states no answer. */
  readonly gold: string | undefined
  readonly lenient: LenientGold
}

const known = new WeakMap<BenchItem, Golds>()

/**
 * Grades one completion of an item by both rules: our checker, which decides `correct`, and MWPBench's published one. A completion
 * without an answer is `undecided`, which counts as wrong. Bounded on any input.
 *
 * @param sample  0 for the first completion of the item
 */
export function scoreCompletion(item: BenchItem, completion: string, sample: number): ScoredCompletion {
  const { gold, lenient } = goldsOf(item)
  const prediction = readAnswer(completion)
  const grade =
    gold === undefined
      ? undecided('unreadable', 'no gold answer found')
      : prediction === undefined
        ? undecided('unreadable', 'no answer found')
        : compareAnswers(gold, prediction)
  const { id, set, subject, level } = item
  return {
    itemId: id,
    set,
    ...(subject === undefined ? {} : { subject }),
    ...(level === undefined ? {} : { level }),
    sample,
    completion,
    ...(prediction === undefined ? {} : { prediction }),
    outcome: grade.outcome,
    method: grade.method,
    correct: grade.outcome === 'equal',
    lenientCorrect: judgeLeniently(lenient, completion).correct,
  }
}

/** Whether the published program stops with an exception on an item's gold answer and so leaves its whole set out. */
export function stopsPublishedProgram({ answer }: BenchItem): boolean {
  return readLenientGold(answer).form === undefined
}

function goldsOf(item: BenchItem): Golds {
  const held = known.get(item)
  if (held !== undefined) return held
  const golds = { gold: readAnswer(goldText(item)), lenient: readLenientGold(item.answer) }
  known.set(item, golds)
  return golds
}

/**
 * Math23k and Ape210k write fractions as `((3)/(4))` and mixed numbers as `1(1/2)`, which elsewhere is a product; books of CollegeMath
 * begin some answers with "Solution is :".
 */
function goldText({ set, answer }: BenchItem): string {
  if (set === 'college-math') return answer.replace(/^(?:the )?solutions? (?:is|are)\s*:?\s*/i, '')
  if (set !== 'math23k' && set !== 'ape210k') return answer
  return answer.replace(/^(-?\d*)\(\(?(\d+)\)?\/\(?(\d+)\)?\)$/, '$1\\frac{$2}{$3}')
}
