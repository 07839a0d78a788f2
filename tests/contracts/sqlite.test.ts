import {
  closeSync,
  mkdtempSync,
  openSync,
  readdirSync,
  rmSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openWorkspace, type Workspace } from '../../src/adapters/sqlite/open-workspace.ts'
import { StoreError } from '../../src/core/errors.ts'
import type { OpenFresh } from './fresh.ts'
import { describeConceptEditStore } from './concept-edit-store.ts'
import { describeGraphStore } from './graph-store.ts'
import { describeLedger } from './ledger.ts'
import { describePairStore } from './pair-store.ts'
import { describeReviewStore } from './review-store.ts'
import { describeRunRequestStore } from './run-request-store.ts'
import { describeRunStore } from './run-store.ts'
import { samplePair, samplePairs, sampleReply, sampleRequest, sampleRun } from './samples.ts'

function freshWorkspace<Store>(pick: (workspace: Workspace) => Store): OpenFresh<Store> {
  return async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'conceptloom-contract-'))
    const workspaces = [await openWorkspace(folder)]
    return {
      store: pick(workspaces[0] as Workspace),
      again: async () => {
        const workspace = await openWorkspace(folder)
        workspaces.push(workspace)
        return pick(workspace)
      },
      remove: async () => {
        for (const workspace of workspaces) await workspace.close()
        rmSync(folder, { recursive: true })
      },
    }
  }
}

describeGraphStore(
  'sqlite',
  freshWorkspace((workspace) => workspace.graph),
)
describePairStore(
  'sqlite',
  freshWorkspace((workspace) => workspace.pairs),
)
describeRunStore(
  'sqlite',
  freshWorkspace((workspace) => workspace.runs),
)
describeLedger(
  'sqlite',
  freshWorkspace((workspace) => workspace.ledger),
)

describeReviewStore(
  'sqlite',
  freshWorkspace((workspace) => workspace.reviews),
)
describeConceptEditStore(
  'sqlite',
  freshWorkspace((workspace) => workspace.conceptEdits),
)
describeRunRequestStore(
  'sqlite',
  freshWorkspace((workspace) => workspace.requests),
)

describe('sqlite workspace', () => {
  let folder: string
  let file: string
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'conceptloom-workspace-'))
    file = path.join(folder, 'conceptloom.sqlite')
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  test('creates missing folders and leaves one file behind', async () => {
    const deep = path.join(folder, 'a', 'b')
    const workspace = await openWorkspace(deep)
    await workspace.close()
    expect(readdirSync(deep)).toEqual(['conceptloom.sqlite'])
  })

  test('all stores share one file and survive closing', async () => {
    const run = { ...sampleRun('reopened'), cursor: 30 }
    const request = sampleRequest(run.id, 1)
    const first = await openWorkspace(folder)
    await first.pairs.appendBlock(run, samplePairs(run, 0, 30))
    await first.ledger.begin([request])
    await first.ledger.record([sampleReply(request)])
    await first.close()
    await first.close()
    const second = await openWorkspace(folder)
    expect(await second.runs.list()).toEqual([run])
    expect(await second.pairs.byId(samplePair(run, 29).id)).toEqual(samplePair(run, 29))
    expect((await second.ledger.totals(run.id)).answered).toBe(1)
    await second.close()
  })

  test('closing one store leaves the others open, and calls after the last are refused', async () => {
    const workspace = await openWorkspace(folder)
    const run = sampleRun('closing')
    await workspace.graph.close()
    await workspace.graph.close()
    await workspace.runs.put(run)
    await workspace.close()
    await expect(workspace.runs.list()).rejects.toThrow(StoreError)
    await expect(workspace.pairs.appendBlock(run, [])).rejects.toThrow(/store closed/)
    await expect(workspace.ledger.begin([sampleRequest(run.id, 1)])).rejects.toThrow(StoreError)
  })

  test('what is queued in the ledger is committed by close', async () => {
    const workspace = await openWorkspace(folder)
    const request = sampleRequest(sampleRun('queued').id, 1)
    const begun = workspace.ledger.begin([request])
    await workspace.close()
    await begun
    const again = await openWorkspace(folder)
    expect(await again.ledger.pending(request.runId)).toEqual([request])
    await again.close()
  })

  test('a text file, a truncated store and a foreign database are refused by name', async () => {
    writeFileSync(file, 'this is not a database, but it is long enough to be taken for one'.repeat(50))
    await expect(openWorkspace(folder)).rejects.toThrow(StoreError)
    await expect(openWorkspace(folder)).rejects.toThrow(file)
    rmSync(file)
    await (await openWorkspace(folder)).close()
    truncateSync(file, 50_000)
    await expect(openWorkspace(folder)).rejects.toThrow(StoreError)
    rmSync(file)
    const foreign = new DatabaseSync(file)
    foreign.exec('CREATE TABLE pair (x)')
    foreign.close()
    await expect(openWorkspace(folder)).rejects.toThrow(/another program/)
  })

  test('what people decided cannot be changed or removed', async () => {
    const workspace = await openWorkspace(folder)
    const time = '2026-01-02T03:04:05.678Z'
    const pairId = samplePair(sampleRun('reviewed'), 0).id
    const { id } = await workspace.reviews.append({ pairId, decision: 'reject', reviewer: 'Ada', time })
    await workspace.reviews.undo(id, { time })
    await workspace.close()
    const raw = new DatabaseSync(file)
    for (const sql of ["UPDATE review SET reviewer = 'Bob'", 'DELETE FROM review', 'DELETE FROM review_undo'])
      expect(() => raw.exec(sql)).toThrow(/append only/)
    raw.close()
  })

  test('a file of a newer version is refused and left alone', async () => {
    await (await openWorkspace(folder)).close()
    const raw = new DatabaseSync(file)
    raw.exec('PRAGMA user_version = 999')
    raw.close()
    const refusal = openWorkspace(folder)
    await expect(refusal).rejects.toThrow(StoreError)
    await expect(refusal).rejects.toThrow(/version 999.*update conceptloom/)
  })

  test('damage inside the file becomes a StoreError', async () => {
    const run = sampleRun('damaged')
    const workspace = await openWorkspace(folder)
    await workspace.pairs.appendBlock({ ...run, cursor: 500 }, samplePairs(run, 0, 500))
    await workspace.close()
    const raw = new DatabaseSync(file)
    const size = Number(raw.prepare('PRAGMA page_count').get()?.['page_count']) * 8192
    raw.close()
    const handle = openSync(file, 'r+')
    for (let at = 20 * 8192; at < size; at += 8192) writeSync(handle, Buffer.alloc(512, 0xa5), 0, 512, at)
    closeSync(handle)
    const damaged = await openWorkspace(folder)
    const reading = (async () => {
      for await (const batch of damaged.pairs.range(run.id, { from: 0, to: 500 }))
        expect(batch).not.toEqual([])
    })()
    await expect(reading).rejects.toThrow(StoreError)
    await expect(reading).rejects.toThrow(/damaged.*restore a copy/)
    await damaged.close()
  })

  test('ids of a small run are indexed as it is stored, free places too, of a large one when its stage ends', async () => {
    const run = sampleRun('indexed')
    const workspace = await openWorkspace(folder)
    await workspace.pairs.appendBlock({ ...run, cursor: 10 }, samplePairs(run, 0, 10))
    expect(indexedIds(file)).toBe(10)
    const free = {
      ...run,
      cursor: 20,
      counters: { ...run.counters, unanswered: [{ index: 12, reason: 'gone' }] },
    }
    await workspace.pairs.appendBlock(free, samplePairs(run, 13, 20))
    await workspace.pairs.appendBlock({ ...run, cursor: 20 }, [samplePair(run, 12)])
    expect(indexedIds(file)).toBe(18)
    expect(await workspace.pairs.byId(samplePair(run, 12).id)).toEqual(samplePair(run, 12))
    const far = 300_000
    await workspace.pairs.appendBlock({ ...run, cursor: far + 10 }, samplePairs(run, far, far + 10))
    expect(indexedIds(file)).toBe(18)
    expect(await workspace.pairs.byId(samplePair(run, far).id)).toEqual(samplePair(run, far))
    await workspace.runs.put({ ...run, cursor: far + 10, state: 'generated' })
    expect(indexedIds(file)).toBe(28)
    await workspace.runs.put({ ...run, cursor: far + 10, state: 'finished' })
    expect(indexedIds(file)).toBe(28)
    expect(await workspace.pairs.byId(samplePair(run, 3).id)).toEqual(samplePair(run, 3))
    await workspace.close()
  })
})

function indexedIds(file: string): number {
  const raw = new DatabaseSync(file, { readOnly: true })
  const count = Number(raw.prepare('SELECT count(*) AS n FROM pair_id').get()?.['n'])
  raw.close()
  return count
}
