import { StoreError } from '../../core/errors.ts'
import type { ContentId } from '../../core/identity.ts'
import type { Pair } from '../../core/pair.ts'
import type { PairMarkChange, PairStore } from '../../core/ports.ts'
import { openDictionary } from './dictionary.ts'
import { packedReader, packedWriter } from './packed-bytes.ts'
import { markSet, type PairCodec, pairColumns, pairOf, pairValues } from './pair-codec.ts'
import { openPairCounts, type Tally } from './pair-counts.ts'
import type { WorkspaceParts } from './workspace-parts.ts'

/** Pairs a batch of `range` holds at most. */
const batchSize = 1024

const noCounts = { total: 0, unmarked: 0, byRung: {}, byMark: {} }

export function openPairStore({ database, runs, pairIds, closing }: WorkspaceParts): PairStore {
  const codec: PairCodec = {
    dictionary: openDictionary(database),
    writer: packedWriter(),
    reader: packedReader(),
  }
  const counts = openPairCounts(database)
  const insert = database.prepare(
    `INSERT INTO pair (${pairColumns}) VALUES (${pairColumns.replaceAll(/\w+/g, '?')})`,
  )
  const selectLast = database.prepare('SELECT max(i) AS last FROM pair WHERE run = ?')
  const selectOne = database.prepare(`SELECT ${pairColumns} FROM pair WHERE run = ? AND i = ?`)
  const selectBatch = database.prepare(
    `SELECT ${pairColumns} FROM pair WHERE run = ? AND i >= ? AND i < ? ORDER BY i LIMIT ${batchSize}`,
  )
  selectOne.setReturnArrays(true)
  selectBatch.setReturnArrays(true)
  const selectRunId = database.prepare('SELECT lower(hex(id)) AS id FROM run WHERE number = ?')
  const selectMarks = database.prepare('SELECT rung, marks FROM pair WHERE run = ? AND i = ?')
  const updateMarks = database.prepare('UPDATE pair SET marks = ? WHERE run = ? AND i = ?')

  function insertAll(run: number, runId: ContentId, pairs: readonly Pair[], tally: Tally): void {
    let last = Number(selectLast.get(run)?.['last'] ?? -1)
    for (const pair of pairs) {
      if (pair.runId !== runId)
        throw new StoreError(`pair of another run: ${pair.id} belongs to ${pair.runId}, not to ${runId}`)
      if (pair.index <= last)
        throw new StoreError(
          `block already written: pair ${pair.index} of run ${runId} comes after pair ${last}; resume from the stored cursor`,
        )
      last = pair.index
      insert.run(...pairValues(codec, run, pair))
      tally.add(pair.verdict.rung, markSet(pair.marks), 1)
    }
  }

  function change(run: number, index: number, changes: readonly PairMarkChange[], tally: Tally): void {
    const row = selectMarks.get(run, index)
    if (row === undefined) return
    const rung = Number(row['rung'])
    const before = Number(row['marks'])
    const after = changes.reduce(withChange, before)
    if (after === before) return
    updateMarks.run(after, run, index)
    tally.add(rung, before, -1)
    tally.add(rung, after, 1)
  }

  return {
    async appendBlock(run, pairs) {
      try {
        database.transaction(() => {
          const number = runs.write(run)
          counts.tallied(number, (tally) => insertAll(number, run.id, pairs, tally))
        })
      } catch (error) {
        codec.dictionary.forget()
        throw error
      }
      if (run.state !== 'generating') pairIds.extend(run.id)
    },
    async byId(id) {
      const place = pairIds.find(id)
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
      const byIndex = Map.groupBy(changes, ({ index }) => index)
      database.transaction(() =>
        counts.tallied(run, (tally) => {
          for (const [index, ofPair] of byIndex) change(run, index, ofPair, tally)
        }),
      )
    },
    async counts(runId) {
      const run = database.attempt(() => runs.numberOf(runId))
      return run === undefined ? noCounts : database.attempt(() => counts.read(run))
    },
    close: closing(),
  }
}

function withChange(bits: number, { mark, set }: PairMarkChange): number {
  return set ? bits | markSet([mark]) : bits & ~markSet([mark])
}
