import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { contentId } from '../../src/core/identity.ts'
import type { ReviewStore } from '../../src/core/ports.ts'
import type { NewReview, Review } from '../../src/core/review.ts'
import type { Fresh, OpenFresh } from './fresh.ts'
import { hostileTexts } from './samples.ts'

const time = '2026-01-02T03:04:05.678Z'
const pairOf = (name: string): string => contentId('pair', name)
const decision = (name: string, more: Partial<NewReview> = {}): NewReview => ({
  pairId: pairOf(name),
  decision: 'accept',
  reviewer: 'Ada',
  time,
  ...more,
})

/** What every ReviewStore promises. */
export function describeReviewStore(name: string, openFresh: OpenFresh<ReviewStore>): void {
  describe(`review store: ${name}`, () => {
    let fresh: Fresh<ReviewStore>
    let store: ReviewStore
    beforeEach(async () => {
      fresh = await openFresh()
      store = fresh.store
    })
    afterEach(() => fresh.remove())

    test('gives decisions back exactly, latest first, and nothing where there is nothing', async () => {
      const first = await store.append(decision('a', { note: 'fine' }))
      const second = await store.append(
        decision('a', { decision: 'edit', changes: { question: 'What?', finalAnswer: '\ud800' } }),
      )
      expect(first).toEqual({ ...decision('a', { note: 'fine' }), id: first.id, undone: false })
      expect(await store.ofPair(pairOf('a'))).toEqual([second, first])
      expect(await store.ofPair(pairOf('b'))).toEqual([])
      expect(await store.ofPair("a' OR 1=1")).toEqual([])
    })

    test('keeps hostile text', async () => {
      for (const text of hostileTexts) {
        const written = await store.append(decision('a', { reviewer: text, note: text }))
        expect((await store.ofPair(pairOf('a')))[0]).toEqual(written)
      }
    })

    test('the same decision twice in a millisecond is two decisions', async () => {
      const [one, two] = [await store.append(decision('a')), await store.append(decision('a'))]
      expect(one.id).not.toBe(two.id)
      expect(await store.ofPair(pairOf('a'))).toHaveLength(2)
    })

    test('undoing leaves the row, holds once, and tells of what is not there', async () => {
      const review = await store.append(decision('a'))
      const undone: Review = { ...review, undone: true }
      expect(await store.undo(review.id, { time, by: 'Bob' })).toEqual(undone)
      const version = await store.version()
      expect(await store.undo(review.id, { time })).toEqual(undone)
      expect(await store.version()).toBe(version)
      expect(await store.ofPair(pairOf('a'))).toEqual([undone])
      expect(await store.undo(contentId('review', 'unknown'), { time })).toBeUndefined()
      expect(await store.undo('no id', { time })).toBeUndefined()
    })

    test('another connection sees what holds, and by the version that something changed', async () => {
      const other = await fresh.again()
      expect(await other.version()).toBe(0)
      const review = await store.append(decision('a'))
      const seen = await other.version()
      expect(seen).toBeGreaterThan(0)
      expect(await other.holding()).toEqual(new Map([[pairOf('a'), review]]))
      await store.undo(review.id, { time })
      expect(await other.version()).toBeGreaterThan(seen)
      expect(await other.holding()).toEqual(new Map())
    })

    test('any sequence of decisions and undoings leaves the last decision that is not undone', async () => {
      const step = fc.oneof(
        fc.record({
          pair: fc.constantFrom('a', 'b', 'c'),
          decision: fc.constantFrom('accept', 'reject', 'edit'),
        }),
        fc.record({ undo: fc.nat(20) }),
      )
      await fc.assert(
        fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
          const own = await openFresh()
          const made: Review[] = []
          const undone = new Set<string>()
          for (const each of steps) {
            if (!('undo' in each))
              made.push(await own.store.append(decision(each.pair, { decision: each.decision })))
            else if (made.length > 0) {
              const { id } = made[each.undo % made.length] as Review
              undone.add(id)
              await own.store.undo(id, { time })
            }
          }
          const expected = new Map(
            made.filter(({ id }) => !undone.has(id)).map((review) => [review.pairId, review]),
          )
          expect(await own.store.holding()).toEqual(expected)
          await own.remove()
        }),
        { numRuns: 25 },
      )
    })
  })
}
