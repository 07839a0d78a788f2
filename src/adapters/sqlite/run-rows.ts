import { StoreError } from '../../core/errors.ts'
import type { JsonValue } from '../../core/identity.ts'
import type { Run, RunCounters, RunState } from '../../core/run.ts'
import { idBytes, idListBytes, idListOf, idRange, idText, jsonText, parseJson } from './column-values.ts'
import type { Database } from './database.ts'

/** The `run` table, shared by the run store and by the pair store, whose transaction moves the cursor. */
export interface RunRows {
  /**
   * Stores a run, or the state, cursor and counters of one that is stored; returns its number. Call it inside a transaction.
   *
   * @throws StoreError when the cursor would go back
   */
  write(run: Run): number
  numberOf(id: string): number | undefined
  /** First draw index not yet stored; 0 for a run that is not stored. */
  cursorOf(id: string): number
  /** Indices of a stored run's draws that wait for an answer, ascending. */
  unansweredOf(id: string): readonly number[]
  byPrefix(prefix: string): readonly Run[]
  list(): readonly Run[]
}

export function openRunRows(database: Database): RunRows {
  const select = database.prepare('SELECT number, cursor FROM run WHERE id = ?')
  const selectCounters = database.prepare('SELECT counters FROM run WHERE id = ?')
  const selectRange = database.prepare('SELECT * FROM run WHERE id BETWEEN ? AND ? ORDER BY id')
  const selectAll = database.prepare('SELECT * FROM run ORDER BY stored DESC')
  const insert = database.prepare(`
    INSERT INTO run (state, cursor, counters, id, config, kept, graph_version, seed_ids, stored)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, (SELECT coalesce(max(stored), 0) + 1 FROM run))`)
  const update = database.prepare(`
    UPDATE run SET state = ?, cursor = ?, counters = ?, stored = (SELECT max(stored) + 1 FROM run) WHERE number = ?`)

  return {
    write(run) {
      const id = idBytes(run.id)
      const counters = JSON.stringify(run.counters)
      const stored = select.get(id)
      if (stored === undefined) {
        const pinned = [
          id,
          jsonText(run.config),
          jsonText(run.kept),
          idBytes(run.graphVersion),
          idListBytes(run.seedIds),
        ] as const
        return Number(insert.run(run.state, run.cursor, counters, ...pinned).lastInsertRowid)
      }
      if (run.cursor < Number(stored['cursor']))
        throw new StoreError(
          `cursor of run ${run.id} goes back: ${run.cursor} after ${String(stored['cursor'])}; resume from the stored run`,
        )
      const number = Number(stored['number'])
      update.run(run.state, run.cursor, counters, number)
      return number
    },
    numberOf(id) {
      const range = id.length === 32 ? idRange(id) : undefined
      const row = range === undefined ? undefined : select.get(range[0])
      return row === undefined ? undefined : Number(row['number'])
    },
    cursorOf(id) {
      const row = select.get(idBytes(id))
      return row === undefined ? 0 : Number(row['cursor'])
    },
    unansweredOf(id) {
      const row = selectCounters.get(idBytes(id))
      return row === undefined ? [] : countersOf(row['counters']).unanswered.map(({ index }) => index)
    },
    byPrefix(prefix) {
      const range = idRange(prefix)
      return range === undefined ? [] : selectRange.all(...range).map(runOf)
    },
    list: () => selectAll.all().map(runOf),
  }
}

function runOf(row: Readonly<Record<string, unknown>>): Run {
  return {
    id: idText(row['id']),
    config: parseJson(row['config']) as JsonValue,
    kept: parseJson(row['kept']) as JsonValue,
    graphVersion: idText(row['graph_version']),
    seedIds: idListOf(row['seed_ids']),
    state: row['state'] as RunState,
    cursor: row['cursor'] as number,
    counters: countersOf(row['counters']),
  }
}

function countersOf(column: unknown): RunCounters {
  // Runs of the first version have no list of them.
  return { unanswered: [], ...(parseJson(column) as Omit<RunCounters, 'unanswered'>) }
}
