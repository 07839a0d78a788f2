import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { contentId } from '../../src/core/identity.ts'
import type { RunRequest, RunRequestStore } from '../../src/core/ports.ts'
import type { Fresh, OpenFresh } from './fresh.ts'
import { hostileTexts } from './samples.ts'

const request = (name: string, more: Partial<RunRequest> = {}): RunRequest => ({
  runId: contentId('run', name),
  state: 'queued',
  settings: { cost: 0.5 },
  ...more,
})

/** What every RunRequestStore promises. */
export function describeRunRequestStore(name: string, openFresh: OpenFresh<RunRequestStore>): void {
  describe(`run request store: ${name}`, () => {
    let fresh: Fresh<RunRequestStore>
    let store: RunRequestStore
    beforeEach(async () => {
      fresh = await openFresh()
      store = fresh.store
    })
    afterEach(() => fresh.remove())

    test('lists requests in the order they came, in their last state, on every connection', async () => {
      const other = await fresh.again()
      await store.put(request('a'))
      await store.put(request('b', { settings: {} }))
      await store.put(request('a', { state: 'stopped', problem: 'cancelled' }))
      const expected = [
        request('a', { state: 'stopped', problem: 'cancelled' }),
        request('b', { settings: {} }),
      ]
      expect(await other.list()).toEqual(expected)
      await store.put(request('a'))
      expect((await other.list())[0]).toEqual(request('a'))
    })

    test('keeps hostile text', async () => {
      for (const text of hostileTexts) {
        await store.put(request('a', { state: 'stopped', problem: text }))
        expect((await store.list())[0]?.problem).toBe(text)
      }
    })
  })
}
