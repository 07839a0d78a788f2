import type { PairMark } from '../../core/pair.ts'
import type { PairCounts, PairMarkChange } from '../../core/ports.ts'
import type { Database } from './database.ts'
import { markSet, marksOf } from './pair-codec.ts'

/** The `pair_mark` and `pair_count` tables: small beside `pair`, so that marking and counting leave its texts alone. */
export interface PairMarks {
  /** Adds pairs of a rung to the counts; call it inside the transaction that stores them. */
  addPairs(run: number, rung: number, pairs: number): void
  /** The first marks of a pair that is being stored. */
  setFirst(run: number, index: number, marks: readonly PairMark[]): void
  /** Applies the changes of one pair; does nothing where there is no such pair. Call it inside a transaction. */
  change(run: number, index: number, changes: readonly PairMarkChange[]): void
  counts(run: number): PairCounts
}

export function openPairMarks(database: Database): PairMarks {
  const addCount = database.prepare(`
    INSERT INTO pair_count (run, rung, pairs) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET pairs = pairs + excluded.pairs`)
  const selectPair = database.prepare('SELECT 1 FROM pair WHERE run = ? AND i = ?')
  const select = database.prepare('SELECT marks FROM pair_mark WHERE run = ? AND i = ?')
  const replace = database.prepare('INSERT OR REPLACE INTO pair_mark (run, i, marks) VALUES (?, ?, ?)')
  const remove = database.prepare('DELETE FROM pair_mark WHERE run = ? AND i = ?')
  const selectRungs = database.prepare('SELECT rung, pairs FROM pair_count WHERE run = ?')
  const selectMarks = database.prepare(
    'SELECT marks, count(*) AS pairs FROM pair_mark WHERE run = ? GROUP BY marks',
  )

  return {
    addPairs: (run, rung, pairs) => void addCount.run(run, rung, pairs),
    setFirst(run, index, marks) {
      if (marks.length > 0) replace.run(run, index, markSet(marks))
    },
    change(run, index, changes) {
      const stored = select.get(run, index)
      const before = Number(stored?.['marks'] ?? 0)
      const after = changes.reduce(withChange, before)
      if (after === before) return
      if (stored === undefined && selectPair.get(run, index) === undefined) return
      if (after === 0) remove.run(run, index)
      else replace.run(run, index, after)
    },
    counts(run) {
      const byRung = new Map<number, number>()
      const byMark = new Map<PairMark, number>()
      let total = 0
      for (const row of selectRungs.all(run)) {
        byRung.set(Number(row['rung']), Number(row['pairs']))
        total += Number(row['pairs'])
      }
      let marked = 0
      for (const row of selectMarks.all(run)) {
        const pairs = Number(row['pairs'])
        marked += pairs
        for (const mark of marksOf(Number(row['marks']))) byMark.set(mark, (byMark.get(mark) ?? 0) + pairs)
      }
      const counted = { byRung: Object.fromEntries(byRung), byMark: Object.fromEntries(byMark) }
      return { total, unmarked: total - marked, ...counted }
    },
  }
}

function withChange(bits: number, { mark, set }: PairMarkChange): number {
  return set ? bits | markSet([mark]) : bits & ~markSet([mark])
}
