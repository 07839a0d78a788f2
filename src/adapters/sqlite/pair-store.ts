import { StoreError } from '../../core/errors.ts'
import type { Pair } from '../../core/pair.ts'
import type { PairStore } from '../../core/ports.ts'
import type { Run } from '../../core/run.ts'
import { openDictionary } from './dictionary.ts'
import { packedReader, packedWriter } from './packed-bytes.ts'
import { type PairCodec, pairColumns, pairOf, pairValues } from './pair-codec.ts'
import { openPairMarks } from './pair-marks.ts'
import type { WorkspaceParts } from './workspace-parts.ts'

/** Pairs a batch of `range` holds at most. */
const batchSize = 1024

/** Pairs whose marks are changed in one transaction. */
const changesPerTransaction = 50_000

const noCounts = { total: 0, unmarked: 0, byRung: {}, byMark: {} }

export function openPairStore({ database, runs, pairIds, closing }: WorkspaceParts): PairStore {
  const codec: PairCodec = {
    dictionary: openDictionary(database),
    writer: packedWriter(),
    reader: packedReader(),
  }
  const marks = openPairMarks(database)
  const insert = database.prepare(
    `INSERT INTO pair (${pairColumns}) VALUES (${pairColumns.replaceAll(/\w+/g, '?')})`,
  )
  const selectLast = database.prepare('SELECT max(i) AS last FROM pair WHERE run = ?')
  const select = `SELECT ${pairColumns}, coalesce(marks, 0) FROM pair LEFT JOIN pair_mark USING (run, i)`
  const selectOne = database.prepare(`${select} WHERE run = ? AND i = ?`)
  const selectBatch = database.prepare(
    `${select} WHERE run = ? AND i >= ? AND i < ? ORDER BY i LIMIT ${batchSize}`,
  )
  selectOne.setReturnArrays(true)
  selectBatch.setReturnArrays(true)
  const selectRunId = database.prepare('SELECT lower(hex(id)) AS id FROM run WHERE number = ?')

  function insertAll(run: Run, pairs: readonly Pair[]): void {
    const waiting = new Set(runs.unansweredOf(run.id))
    const from = runs.cursorOf(run.id)
    const number = runs.write(run)
    const byRung = [0, 0, 0, 0, 0, 0]
    let last = Number(selectLast.get(number)?.['last'] ?? -1)
    for (const pair of pairs) {
      if (pair.runId !== run.id)
        throw new StoreError(`pair of another run: ${pair.id} belongs to ${pair.runId}, not to ${run.id}`)
      // The place of a draw that was given up is kept free; each is filled once.
      if (pair.index <= last && !waiting.delete(pair.index))
        throw new StoreError(
          `block already written: pair ${pair.index} of run ${run.id} comes after pair ${last}; resume from the stored cursor`,
        )
      last = Math.max(last, pair.index)
      insert.run(...pairValues(codec, number, pair))
      marks.setFirst(number, pair.index, pair.marks)
      byRung[pair.verdict.rung] = (byRung[pair.verdict.rung] ?? 0) + 1
    }
    pairIds.add(number, pairs, { from, to: run.cursor })
    for (const [rung, count] of byRung.entries()) if (count > 0) marks.addPairs(number, rung, count)
  }

  return {
    async appendBlock(run, pairs) {
      try {
        database.transaction(() => insertAll(run, pairs))
      } catch (error) {
        codec.dictionary.forget()
        throw error
      }
      if (run.state !== 'generating') await pairIds.extend(run.id)
    },
    async byId(id, runId) {
      const run = runId === undefined ? undefined : database.attempt(() => runs.numberOf(runId))
      if (runId !== undefined && run === undefined) return undefined
      const place = pairIds.find(id, run)
      if (place === undefined) return undefined
      return database.attempt(() => {
        const row = selectOne.get(place.run, place.index) as unknown as readonly unknown[]
        return pairOf(codec, String(selectRunId.get(place.run)?.['id']), row)
      })
    },
    async *range(runId, { from, to }) {
      const run = database.attempt(() => runs.numberOf(runId))
      if (run === undefined) return
      const end = Math.min(to, Number.MAX_SAFE_INTEGER)
      // One query a batch: no read transaction stays open while the caller works, so the log can be checkpointed.
      let next = from
      while (next < end) {
        const start = next
        const rows = database.attempt(() =>
          selectBatch.all(run, start, end),
        ) as unknown as (readonly unknown[])[]
        const pairs = database.attempt(() => rows.map((row) => pairOf(codec, runId, row)))
        if (pairs.length > 0) yield pairs
        if (pairs.length < batchSize) return
        next = (pairs.at(-1)?.index ?? end) + 1
      }
    },
    async mark(runId, changes) {
      const run = database.attempt(() => runs.numberOf(runId))
      if (run === undefined) return
      const byIndex = [...Map.groupBy(changes, ({ index }) => index)].toSorted(([a], [b]) => a - b)
      // Several transactions, so that other writers get their turn: marks are set again when a stage is repeated.
      for (let from = 0; from < byIndex.length; from += changesPerTransaction)
        database.transaction(() => {
          const part = byIndex.slice(from, from + changesPerTransaction)
          for (const [index, ofPair] of part) marks.change(run, index, ofPair)
        })
    },
    async counts(runId) {
      const run = database.attempt(() => runs.numberOf(runId))
      return run === undefined ? noCounts : database.attempt(() => marks.counts(run))
    },
    close: closing(),
  }
}
