import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { StoreError, UsageError } from '../../src/core/errors.ts'
import { contentId } from '../../src/core/identity.ts'
import type { RunStore } from '../../src/core/ports.ts'
import type { Fresh, OpenFresh } from './fresh.ts'
import { sampleRun } from './samples.ts'

/** What every RunStore promises. That another process is refused is tested per adapter, with real processes. */
export function describeRunStore(name: string, openFresh: OpenFresh<RunStore>): void {
  describe(`run store: ${name}`, () => {
    let fresh: Fresh<RunStore>
    let store: RunStore
    beforeEach(async () => {
      fresh = await openFresh()
      store = fresh.store
    })
    afterEach(() => fresh.remove())

    test('gives a run back exactly, seed ids in their order', async () => {
      const run = sampleRun('one')
      await store.put(run)
      expect(await store.byId(run.id)).toEqual(run)
      expect(await store.byId(contentId('run', 'unknown'))).toBeUndefined()
      expect(await store.byId('')).toBeUndefined()
    })

    test('moves state, cursor and counters of a stored run', async () => {
      const run = sampleRun('one')
      await store.put(run)
      await store.put(run)
      const later = {
        ...run,
        state: 'generated',
        cursor: 8192,
        counters: { ...run.counters, walks: 9000, pairs: 8000, skipped: { duplicate: 7, 'a "b"': 2 } },
      } as const
      await store.put(later)
      expect(await store.byId(run.id)).toEqual(later)
      expect(await store.list()).toEqual([later])
    })

    test('refuses a cursor that goes back', async () => {
      const run = sampleRun('one', { cursor: 4096 })
      await store.put(run)
      await expect(store.put({ ...run, cursor: 0 })).rejects.toThrow(StoreError)
      expect(await store.byId(run.id)).toEqual(run)
    })

    test('lists the run stored last first', async () => {
      const [a, b, c] = ['a', 'b', 'c'].map((each) => sampleRun(each)) as [
        ReturnType<typeof sampleRun>,
        ReturnType<typeof sampleRun>,
        ReturnType<typeof sampleRun>,
      ]
      expect(await store.list()).toEqual([])
      for (const run of [a, b, c]) await store.put(run)
      expect(await store.list()).toEqual([c, b, a])
      await store.put(a)
      expect(await store.list()).toEqual([a, c, b])
    })

    test('finds a run by a prefix of 8 digits or more', async () => {
      const one = { ...sampleRun('one'), id: `0123456789${'a'.repeat(22)}` }
      const other = { ...sampleRun('other'), id: `0123456789${'b'.repeat(22)}` }
      await store.put(one)
      expect(await store.byId('01234567')).toEqual(one)
      await store.put(other)
      expect(await store.byId('0123456789b')).toEqual(other)
      await expect(store.byId('01234567')).rejects.toThrow(UsageError)
      expect(await store.byId('0123456')).toBeUndefined()
    })

    test('a claim may be repeated, released, released again and taken again', async () => {
      const run = sampleRun('one')
      await store.claim(run.id)
      await store.claim(run.id)
      await store.release(run.id)
      await store.release(run.id)
      await store.claim(run.id)
    })

    test('shows runs to a second connection', async () => {
      const run = sampleRun('one')
      await store.put(run)
      const second = await fresh.again()
      expect(await second.byId(run.id)).toEqual(run)
      await second.put({ ...run, cursor: 5 })
      expect((await store.byId(run.id))?.cursor).toBe(5)
    })
  })
}
