import { benchSets, type BenchSet } from '../bench-item.ts'
import { stopsPublishedProgram } from '../score/score-completion.ts'
import { publishedSets } from './published-sets.ts'
import type { Bench, LoadedSet } from './read-bench.ts'

/** One set of a bench beside what is published about it. */
export interface SetCounts {
  readonly set: BenchSet
  readonly title: string
  readonly items: number
  /** Rows of the part that the paper evaluates (MathScale, Table 1). */
  readonly published: number
  readonly difference: number
  /** Why the sizes may differ; absent where they are the same. */
  readonly explanation?: string
  /** Rows left out by a rule, by reason. */
  readonly excluded: Readonly<Record<string, number>>
  readonly bad: number
  readonly repeated: number
  /** Items whose gold answer ends MWPBench's published program, which then leaves the whole set out of its averages. */
  readonly unpublishable: number
  readonly languages: Readonly<Record<string, number>>
  readonly licenses: Readonly<Record<string, number>>
  readonly subjects: Readonly<Record<string, number>>
}

export interface BenchCounts {
  readonly sets: readonly SetCounts[]
  /** Sets of the paper's table that the bench does not have. */
  readonly absent: readonly BenchSet[]
  readonly items: number
}

/** The sizes of the sets of a bench, compared with the published ones. */
export function compareCounts(bench: Bench): BenchCounts {
  const sets = bench.sets.map(countSet)
  return {
    sets,
    absent: benchSets.filter((set) => !sets.some((counted) => counted.set === set)),
    items: sets.reduce((sum, { items }) => sum + items, 0),
  }
}

function countSet({ set, items, excluded, bad }: LoadedSet): SetCounts {
  const { title, test, train, origin, difference } = publishedSets[set]
  const explanation = explain(items.length, excluded.length, { test, train, origin, difference })
  return {
    set,
    title,
    items: items.length,
    published: test,
    difference: items.length - test,
    ...(explanation === undefined ? {} : { explanation }),
    excluded: countBy(excluded, ({ reason }) => reason),
    bad: bad.length,
    repeated: items.length - new Set(items.map(({ question }) => question)).size,
    unpublishable: items.filter(stopsPublishedProgram).length,
    languages: countBy(items, ({ language }) => language),
    licenses: countBy(items, ({ license }) => license),
    subjects: countBy(items, ({ subject = 'none' }) => subject),
  }
}

function explain(
  items: number,
  excluded: number,
  {
    test,
    train,
    origin,
    difference,
  }: {
    readonly test: number
    readonly train: number
    readonly origin: number | undefined
    readonly difference: string | undefined
  },
): string | undefined {
  if (items === test) return undefined
  const rows = items + excluded
  if (train > 0 && items === train) return 'the size of the training part: is this the right file?'
  const reason = difference ?? 'no reason is known'
  if (origin !== undefined && rows === origin) return `all ${origin} rows of the origin: ${reason}`
  if (rows < (origin ?? test)) return `a part of the set: ${rows} of ${origin ?? test} rows`
  return reason
}

function countBy<Row>(rows: readonly Row[], key: (row: Row) => string): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const row of rows) counts[key(row)] = (counts[key(row)] ?? 0) + 1
  return counts
}
