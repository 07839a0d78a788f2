import type { ContentId } from '../../core/identity.ts'
import type { ExportRow } from './export-row.ts'

export interface LengthStatistics {
  readonly mean: number
  readonly median: number
  readonly p95: number
  readonly maximum: number
}

/** What the card and the manifest say about the rows. Every list is in a fixed order. */
export interface DatasetTally {
  readonly rows: number
  readonly splits: Readonly<Record<string, number>>
  readonly rungs: Readonly<Record<string, number>>
  readonly difficulties: Readonly<Record<string, number>>
  readonly difficultyLabels: readonly string[]
  readonly engines: Readonly<Record<string, number>>
  readonly models: readonly string[]
  readonly prompts: readonly string[]
  readonly runs: readonly string[]
  readonly licenses: Readonly<Record<string, number>>
  /** Most used first. */
  readonly concepts: readonly { readonly name: string; readonly rows: number }[]
  /** Words of question and solution together, the unit that does not depend on a tokenizer. */
  readonly questionWords: LengthStatistics
  readonly solutionWords: LengthStatistics
  /** What always giving the most frequent answer would score: over all rows, and per family (worst ten). */
  readonly guessability: {
    readonly answer: string
    readonly share: number
    readonly families: readonly {
      readonly family: string
      readonly rows: number
      readonly answer: string
      readonly share: number
    }[]
  }
}

export interface DatasetTallier {
  add(row: ExportRow, split: string): void
  /** Ids of all seeds met, ascending. */
  seeds(): ContentId[]
  finish(): DatasetTally
}

/** Answers beyond this many distinct ones are not counted; the most frequent one comes early in any order that is not adversarial. */
const mostAnswers = 50_000
const mostAnswersPerFamily = 2000

/** Counts rows one by one; memory grows with concepts, seeds and families, not with rows. */
export function createTally(): DatasetTallier {
  const splits = counter()
  const rungs = counter()
  const difficulties = counter()
  const engines = counter()
  const licenses = counter()
  const concepts = counter()
  const difficultyLabels = new Set<string>()
  const models = new Set<string>()
  const prompts = new Set<string>()
  const runs = new Set<string>()
  const seeds = new Set<string>()
  const answers = counter(mostAnswers)
  const families = new Map<string, { rows: number; readonly answers: Counter }>()
  const questionWords = counter()
  const solutionWords = counter()
  let rows = 0
  return {
    add(row, split) {
      rows++
      splits.add(split)
      rungs.add(String(row.rung))
      difficulties.add(String(Math.round(row.difficulty)))
      difficultyLabels.add(row.difficulty_label)
      engines.add(row.provenance.engine)
      if (row.provenance.model !== '') models.add(row.provenance.model)
      if (row.provenance.prompt !== '') prompts.add(row.provenance.prompt)
      runs.add(row.provenance.run)
      for (const license of row.licenses) licenses.add(license)
      for (const concept of row.concepts) concepts.add(concept)
      for (const seed of row.provenance.seeds) seeds.add(seed)
      answers.add(row.final_answer)
      for (const family of row.provenance.families) {
        let entry = families.get(family)
        if (entry === undefined)
          families.set(family, (entry = { rows: 0, answers: counter(mostAnswersPerFamily) }))
        entry.rows++
        entry.answers.add(row.final_answer)
      }
      questionWords.add(String(countWords(row.question)))
      solutionWords.add(String(countWords(row.solution)))
    },
    seeds: () => [...seeds].sort(),
    finish() {
      const top = answers.top()
      return {
        rows,
        splits: splits.sorted(),
        rungs: rungs.sorted(),
        difficulties: difficulties.sorted(),
        difficultyLabels: [...difficultyLabels].sort(),
        engines: engines.sorted(),
        models: [...models].sort(),
        prompts: [...prompts].sort(),
        runs: [...runs].sort(),
        licenses: licenses.sorted(),
        concepts: concepts.byCount().map(([name, count]) => ({ name, rows: count })),
        questionWords: lengthsOf(questionWords, rows),
        solutionWords: lengthsOf(solutionWords, rows),
        guessability: {
          answer: top.key,
          share: shareOf(top.count, rows),
          families: [...families]
            .map(([family, { rows: used, answers: own }]) => {
              const most = own.top()
              return { family, rows: used, answer: most.key, share: shareOf(most.count, used) }
            })
            .sort((left, right) => right.share - left.share || compare(left.family, right.family))
            .slice(0, 10),
        },
      }
    },
  }
}

interface Counter {
  add(key: string): void
  top(): { readonly key: string; readonly count: number }
  byCount(): (readonly [string, number])[]
  /** By key, numbers in order of size. */
  sorted(): Record<string, number>
}

function counter(most = Number.POSITIVE_INFINITY): Counter {
  const counts = new Map<string, number>()
  const byCount = (): (readonly [string, number])[] =>
    [...counts].sort((left, right) => right[1] - left[1] || compare(left[0], right[0]))
  return {
    add(key) {
      const count = counts.get(key)
      if (count !== undefined || counts.size < most) counts.set(key, (count ?? 0) + 1)
    },
    top() {
      const [key, count] = byCount()[0] ?? ['', 0]
      return { key, count }
    },
    byCount,
    sorted: () => Object.fromEntries([...counts].sort((left, right) => compare(left[0], right[0]))),
  }
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0
}

function shareOf(count: number, rows: number): number {
  return rows === 0 ? 0 : Math.round((count / rows) * 1e6) / 1e6
}

function countWords(text: string): number {
  let words = 0
  let inside = false
  for (let at = 0; at < text.length; at++) {
    const space = text.charCodeAt(at) <= 32
    if (!space && !inside) words++
    inside = !space
  }
  return words
}

function lengthsOf(lengths: Counter, rows: number): LengthStatistics {
  const sorted = lengths
    .byCount()
    .map(([length, count]) => ({ length: Number(length), count }))
    .sort((left, right) => left.length - right.length)
  const quantile = (share: number): number => {
    let seen = 0
    for (const { length, count } of sorted) {
      seen += count
      if (seen >= share * rows) return length
    }
    return 0
  }
  const total = sorted.reduce((sum, { length, count }) => sum + length * count, 0)
  return {
    mean: rows === 0 ? 0 : Math.round((total / rows) * 100) / 100,
    median: quantile(0.5),
    p95: quantile(0.95),
    maximum: sorted.at(-1)?.length ?? 0,
  }
}
