import { setImmediate } from 'node:timers/promises'
import { UsageError } from '../../core/errors.ts'
import type { ContentId } from '../../core/identity.ts'
import { idBytes, idRange, idText } from './column-values.ts'
import type { Pair } from '../../core/pair.ts'
import type { Database } from './database.ts'

/** Rows a transaction of the index build takes: a second or two, within the time that other writers wait. */
const chunk = 400_000

/** Where a pair stands. */
export interface PairPlace {
  readonly id: ContentId
  readonly run: number
  readonly index: number
}

/** Draws of a run up to which its ids are indexed as they are stored: so many fit in memory, and are looked for while it is generated. */
const indexedAtOnce = 262_144

/**
 * Pair ids in `pair_id`. A run's rows with `i < ids_indexed_to` are indexed: those of a small run as they are stored, of a large one
 * when its stage is over, because an index kept during generation would turn each append into random writes. Rows that are not
 * indexed are found by reading through them.
 */
export interface PairIds {
  /**
   * Indexes the pairs of a block that is being stored, where all before it are indexed and the run is small. Call it inside the
   * transaction that stores them, with the run's cursor before and after.
   */
  add(
    run: number,
    pairs: readonly Pick<Pair, 'id' | 'index'>[],
    cursor: { readonly from: number; readonly to: number },
  ): void
  /** Indexes all rows a run has; goes on where an earlier build was cut. The event loop turns between transactions. */
  extend(runId: ContentId): Promise<void>
  /**
   * The pair an id or prefix means; of several runs the one stored last, or that of this number.
   *
   * @throws UsageError when the prefix has fewer than 8 digits or fits several ids
   */
  find(idOrPrefix: string, run?: number): PairPlace | undefined
}

export function openPairIds(database: Database): PairIds {
  const selectRun = database.prepare('SELECT number, ids_indexed_to AS done FROM run WHERE id = ?')
  const selectEnd = database.prepare(
    'SELECT max(i) + 1 AS next FROM (SELECT i FROM pair WHERE run = ? AND i >= ? ORDER BY i LIMIT ?)',
  )
  const insert = database.prepare(
    'INSERT OR IGNORE INTO pair_id (id, run, i) SELECT id, run, i FROM pair WHERE run = ? AND i >= ? AND i < ? ORDER BY id',
  )
  const advance = database.prepare('UPDATE run SET ids_indexed_to = ? WHERE number = ?')
  const selectIndexed = database.prepare(`
    SELECT p.id, p.run, p.i FROM pair_id p JOIN run r ON r.number = p.run
    WHERE p.id BETWEEN ? AND ? ORDER BY p.id, r.stored DESC, p.i LIMIT 1000`)
  const selectUnindexed = database.prepare(`
    SELECT p.id, p.run, p.i FROM run r CROSS JOIN pair p ON p.run = r.number AND p.i >= r.ids_indexed_to
    WHERE p.id BETWEEN ? AND ? ORDER BY p.id, r.stored DESC, p.i LIMIT 1000`)
  const selectStored = database.prepare('SELECT stored FROM run WHERE number = ?')

  const insertOne = database.prepare('INSERT OR IGNORE INTO pair_id (id, run, i) VALUES (?, ?, ?)')
  const selectDone = database.prepare('SELECT ids_indexed_to AS done FROM run WHERE number = ?')

  /** Indexes the next rows; false when all are. */
  function indexChunk(id: Uint8Array): boolean {
    return database.transaction(() => {
      const row = selectRun.get(id)
      if (row === undefined) return false
      const [run, from] = [Number(row['number']), Number(row['done'])]
      const next = selectEnd.get(run, from, chunk)?.['next'] as number | null
      if (next === null) return false
      insert.run(run, from, next)
      advance.run(next, run)
      return true
    })
  }

  return {
    add(run, pairs, { from, to }) {
      const done = Number(selectDone.get(run)?.['done'])
      for (const { id, index } of pairs) {
        // A place that was kept free may lie before what is indexed.
        if (index < done || (done === from && to <= indexedAtOnce)) insertOne.run(idBytes(id), run, index)
      }
      if (done === from && to <= indexedAtOnce && to > done) advance.run(to, run)
    },
    async extend(runId) {
      const id = idBytes(runId)
      while (indexChunk(id)) await setImmediate()
    },
    find(idOrPrefix, run) {
      const prefix = idOrPrefix.toLowerCase()
      if (/^[0-9a-f]{1,7}$/.test(prefix))
        throw new UsageError(`pair id too short: ${prefix}; give at least 8 digits`)
      const range = idRange(prefix)
      if (range === undefined) return undefined
      const rows = database.attempt(() => [...selectIndexed.all(...range), ...selectUnindexed.all(...range)])
      const places = rows
        .map((row) => ({ id: idText(row['id']), run: Number(row['run']), index: Number(row['i']) }))
        .filter((place) => run === undefined || place.run === run)
      const ids = [...new Set(places.map((place) => place.id))].toSorted()
      if (ids.length > 1)
        throw new UsageError(`ambiguous pair id: ${prefix} could be ${ids.slice(0, 10).join(', ')}`)
      return latest(places)
    },
  }

  function latest(places: readonly PairPlace[]): PairPlace | undefined {
    const stored = new Map(places.map(({ run }) => [run, Number(selectStored.get(run)?.['stored'])]))
    const order = (place: PairPlace): number => stored.get(place.run) ?? 0
    return places.toSorted((a, b) => order(b) - order(a) || a.index - b.index)[0]
  }
}
