import { benchSets, type BenchItem, type BenchSet } from '../bench-item.ts'
import type { ScoredCompletion } from '../scored-completion.ts'

/** What was counted of one set, or of one subject of it. Accuracy is `correct / completions`. */
export interface ScoreCounts {
  /** Items with at least one completion. */
  readonly items: number
  readonly completions: number
  /** By our checker. */
  readonly correct: number
  /** By MWPBench's published rule. */
  readonly lenientCorrect: number
  /** Completions that could not be read or compared; they count as wrong. */
  readonly undecided: number
}

export interface SetScores extends ScoreCounts {
  readonly set: BenchSet
  /** Items of the bench without any completion; they are in no count. */
  readonly missing: number
  /** For sets that are pooled over subjects. */
  readonly subjects: Readonly<Record<string, ScoreCounts>>
}

type Counting = { -readonly [key in keyof ScoreCounts]: number }

export interface ScoreTally {
  add(score: ScoredCompletion): void
  /** Sets with at least one item, in the order of the paper's table. */
  scores(): readonly SetScores[]
}

/** Counts scores as they come; memory is that of the items, whatever the number of completions. */
export function openScoreTally(items: readonly BenchItem[]): ScoreTally {
  const sets = new Map<BenchSet, { all: Counting; of: number; subjects: Map<string, Counting> }>()
  for (const { set } of items) {
    const held = sets.get(set)
    if (held === undefined) sets.set(set, { all: nothing(), of: 1, subjects: new Map() })
    else held.of++
  }
  const seen = new Set<string>()
  return {
    add(score) {
      const { itemId, set, subject } = score
      const counted = sets.get(set)
      if (counted === undefined) return
      const isFirst = !seen.has(itemId)
      if (isFirst) seen.add(itemId)
      count(counted.all, score, isFirst)
      if (subject === undefined) return
      const part = counted.subjects.get(subject) ?? nothing()
      counted.subjects.set(subject, part)
      count(part, score, isFirst)
    },
    scores: () =>
      benchSets.flatMap((set) => {
        const counted = sets.get(set)
        if (counted === undefined) return []
        const { all, of, subjects } = counted
        return [{ set, ...all, missing: of - all.items, subjects: sortedByName(subjects) }]
      }),
  }
}

function sortedByName(subjects: ReadonlyMap<string, ScoreCounts>): Readonly<Record<string, ScoreCounts>> {
  return Object.fromEntries([...subjects].sort(([one], [other]) => (one < other ? -1 : 1)))
}

function nothing(): Counting {
  return { items: 0, completions: 0, correct: 0, lenientCorrect: 0, undecided: 0 }
}

function count(
  counts: Counting,
  { correct, lenientCorrect, outcome }: ScoredCompletion,
  isFirst: boolean,
): void {
  if (isFirst) counts.items++
  counts.completions++
  if (correct) counts.correct++
  if (lenientCorrect) counts.lenientCorrect++
  if (outcome === 'undecided') counts.undecided++
}
