import { randomUUID } from 'node:crypto'
import { StoreError, UsageError } from '../../core/errors.ts'
import { type Pair, type PairMark, pairMarks } from '../../core/pair.ts'
import type { PairMarkChange, PairStore } from '../../core/ports.ts'
import type { Run } from '../../core/run.ts'
import type { Connection, RunStatement } from './connection.ts'
import { type PairBlock, pairBlock, pairOf } from './pair-rows.ts'
import { checkCursor, readState, runParameters, type StoredState } from './run-rows.ts'
import { partsOf } from './text-values.ts'

/** Pairs a batch of `range` holds at most. */
const batchSize = 1024

/** Rows a statement takes at most, so that no message grows without bound. */
const rowsPerStatement = 4096

export function openPairStore(connection: Connection, close: () => Promise<void>): PairStore {
  async function readRange(runId: string, from: number, to: number): Promise<readonly Pair[]> {
    const rows = await connection.read('read-pairs', { runId, from, to, limit: batchSize })
    return rows.map(pairOf)
  }

  return {
    async appendBlock(run, pairs) {
      checkOwner(run, pairs)
      const block = pairBlock(pairs)
      const write = randomUUID()
      await connection.write(async (statement) => {
        const [next] = await statement('next-place')
        const stored = await readState(statement, run.id)
        // A connection lost while committing leaves open whether it was: then this very call has been here before.
        if (stored?.lastWrite === write) return
        checkCursor(run, stored)
        const lastIndex = checkPlaces(run, pairs, stored)
        await statement(
          'put-run',
          runParameters(run, { stored: next?.['place'] as number, write, lastIndex }),
        )
        if (pairs.length > 0) await putBlock(statement, run.id, block)
      })
    },
    async byId(id, runId) {
      const prefix = id.toLowerCase()
      if (/^[0-9a-f]{1,7}$/.test(prefix))
        throw new UsageError(`pair id too short: ${prefix}; give at least 8 digits`)
      if (!/^[0-9a-f]{8,32}$/.test(prefix)) return undefined
      const found = await connection.read('find-pairs', { prefix })
      const places = runId === undefined ? found : found.filter((place) => place['runId'] === runId)
      const ids = [...new Set(places.map((place) => place['id'] as string))]
      if (ids.length > 1)
        throw new UsageError(`ambiguous pair id: ${prefix} could be ${ids.slice(0, 10).join(', ')}`)
      const [place] = places
      if (place === undefined) return undefined
      const index = place['index'] as number
      return (await readRange(place['runId'] as string, index, index + 1))[0]
    },
    async *range(runId, { from, to }) {
      const end = Math.min(to, Number.MAX_SAFE_INTEGER)
      let next = from
      while (next < end) {
        const pairs = await readRange(runId, next, end)
        if (pairs.length > 0) yield pairs
        if (pairs.length < batchSize) return
        next = (pairs.at(-1)?.index ?? end) + 1
      }
    },
    async mark(runId, changes) {
      const byIndex = Map.groupBy(changes, ({ index }) => index)
      const indices = [...byIndex.keys()].toSorted((a, b) => a - b)
      for (const part of partsOf(indices, rowsPerStatement))
        await connection.write(async (statement) => {
          const rows = (await statement('read-marks', { runId, indices: part })).map((row) => {
            const index = row['index'] as number
            return {
              index,
              marks: changedMarks((row['marks'] ?? []) as PairMark[], byIndex.get(index) ?? []),
            }
          })
          await statement('put-marks', { runId, rows })
        })
    },
    async counts(runId) {
      const byRung: Record<number, number> = {}
      const byMark: Partial<Record<PairMark, number>> = {}
      let [total, unmarked] = [0, 0]
      for (const row of await connection.read('count-pairs', { runId })) {
        const { rung, pairs } = row as unknown as { rung: number; pairs: number }
        const marks = (row['marks'] ?? []) as PairMark[]
        total += pairs
        if (marks.length === 0) unmarked += pairs
        byRung[rung] = (byRung[rung] ?? 0) + pairs
        for (const mark of marks) byMark[mark] = (byMark[mark] ?? 0) + pairs
      }
      return { total, unmarked, byRung, byMark }
    },
    close,
  }
}

function checkOwner(run: Run, pairs: readonly Pair[]): void {
  const foreign = pairs.find(({ runId }) => runId !== run.id)
  if (foreign !== undefined)
    throw new StoreError(`pair of another run: ${foreign.id} belongs to ${foreign.runId}, not to ${run.id}`)
}

/** The index of the last pair after this block. @throws StoreError when a pair is not beyond the stored ones */
function checkPlaces(run: Run, pairs: readonly Pair[], stored: StoredState | undefined): number {
  const waiting = new Set(stored?.unanswered)
  let last = stored?.lastIndex ?? -1
  for (const { index } of pairs) {
    // The place of a draw that was given up is kept free; each is filled once.
    if (index <= last && !waiting.delete(index))
      throw new StoreError(
        `block already written: pair ${index} of run ${run.id} comes after pair ${last}; resume from the stored cursor`,
      )
    last = Math.max(last, index)
  }
  return last
}

async function putBlock(statement: RunStatement, runId: string, block: PairBlock): Promise<void> {
  const { concepts, seeds, walks, pairs, parents } = block
  const shared = { conceptIds: concepts.ids, seedIds: seeds.ids }
  // In the order of ids, so that writers at the same time wait for each other in the same order.
  await statement('refer-to-concepts', { ids: concepts.ids.toSorted() })
  await statement('refer-to-seeds', { ids: seeds.ids.toSorted() })
  const known = new Set(
    (await statement('known-walks', { ids: walks.map(({ id }) => id) })).map((row) => row['id']),
  )
  const fresh = walks.filter(({ id }) => !known.has(id))
  for (const rows of partsOf(fresh, rowsPerStatement)) await statement('put-walks', { ...shared, rows })
  for (const rows of partsOf(pairs, rowsPerStatement))
    await statement('put-pairs', { ...shared, runId, rows })
  for (const rows of partsOf(parents, rowsPerStatement)) await statement('link-parent-pairs', { runId, rows })
}

function changedMarks(before: readonly PairMark[], changes: readonly PairMarkChange[]): readonly PairMark[] {
  const marks = new Set(before)
  for (const { mark, set } of changes)
    if (set) marks.add(mark)
    else marks.delete(mark)
  return pairMarks.filter((mark) => marks.has(mark))
}
