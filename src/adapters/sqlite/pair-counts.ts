import type { PairMark } from '../../core/pair.ts'
import type { PairCounts } from '../../core/ports.ts'
import type { Database } from './database.ts'
import { marksOf } from './pair-codec.ts'

/** Pairs by rung and set of marks, gathered during a transaction and added to `pair_count` at its end. */
export interface Tally {
  /** @param marks  set of bits, see `markSet` */
  add(rung: number, marks: number, pairs: number): void
}

/** The `pair_count` table: kept in step with `pair` by the same transactions, so that counting reads no pairs. */
export interface PairCountRows {
  /** Runs `work` and stores what it added; call it inside a transaction. */
  tallied(run: number, work: (tally: Tally) => void): void
  read(run: number): PairCounts
}

export function openPairCounts(database: Database): PairCountRows {
  const insert = database.prepare(`
    INSERT INTO pair_count (run, rung, marks, pairs) VALUES (?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET pairs = pairs + excluded.pairs`)
  const select = database.prepare('SELECT rung, marks, pairs FROM pair_count WHERE run = ? AND pairs > 0')

  return {
    tallied(run, work) {
      const sums = new Map<number, number>()
      work({ add: (rung, marks, pairs) => increase(sums, marks * 8 + rung, pairs) })
      for (const [key, pairs] of sums) if (pairs !== 0) insert.run(run, key % 8, Math.floor(key / 8), pairs)
    },
    read(run) {
      const byRung = new Map<number, number>()
      const byMark = new Map<PairMark, number>()
      let total = 0
      let unmarked = 0
      for (const row of select.all(run)) {
        const pairs = Number(row['pairs'])
        const marks = marksOf(Number(row['marks']))
        total += pairs
        if (marks.length === 0) unmarked += pairs
        increase(byRung, Number(row['rung']), pairs)
        for (const mark of marks) increase(byMark, mark, pairs)
      }
      return { total, unmarked, byRung: Object.fromEntries(byRung), byMark: Object.fromEntries(byMark) }
    },
  }
}

function increase<Key>(sums: Map<Key, number>, key: Key, amount: number): void {
  sums.set(key, (sums.get(key) ?? 0) + amount)
}
