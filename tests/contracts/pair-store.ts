import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { StoreError, UsageError } from '../../src/core/errors.ts'
import { contentId } from '../../src/core/identity.ts'
import { type Pair, pairMarks } from '../../src/core/pair.ts'
import type { PairPlace, PairStore } from '../../src/core/ports.ts'
import type { Run } from '../../src/core/run.ts'
import type { Fresh, OpenFresh } from './fresh.ts'
import { hostileTexts, samplePair, samplePairs, sampleRun } from './samples.ts'

const all = { from: 0, to: Number.POSITIVE_INFINITY }
const atCursor = (run: Run, cursor: number): Run => ({ ...run, cursor })

async function stored(store: PairStore, runId: string, window = all): Promise<Pair[]> {
  const pairs: Pair[] = []
  for await (const batch of store.range(runId, window)) pairs.push(...batch)
  return pairs
}

/** What every PairStore promises. */
export function describePairStore(name: string, openFresh: OpenFresh<PairStore>): void {
  describe(`pair store: ${name}`, () => {
    let fresh: Fresh<PairStore>
    let store: PairStore
    const run = sampleRun('pairs')
    beforeEach(async () => {
      fresh = await openFresh()
      store = fresh.store
    })
    afterEach(() => fresh.remove())

    test('gives back every field exactly', async () => {
      const pairs = samplePairs(run, 0, 20)
      await store.appendBlock(atCursor(run, 20), pairs)
      expect(await stored(store, run.id)).toEqual(pairs)
    })

    test('tells places as the pairs have them, in a window', async () => {
      const pairs = samplePairs(run, 0, 20).map((pair) => ({
        ...pair,
        marks: pair.index % 3 === 0 ? pairMarks.slice(0, 2) : [],
      }))
      await store.appendBlock(
        atCursor(run, 20),
        pairs.filter(({ index }) => index !== 7),
      )
      const places = async (window: typeof all): Promise<readonly PairPlace[]> => {
        const found: PairPlace[] = []
        for await (const batch of store.places(run.id, window)) found.push(...batch)
        return found
      }
      const expected = pairs
        .filter(({ index }) => index !== 7)
        .map(({ id, index, marks }) => ({ id, index, marks }))
      expect(await places(all)).toEqual(expected)
      expect(await places({ from: 5, to: 9 })).toEqual(
        expected.filter(({ index }) => index >= 5 && index < 9),
      )
      expect(await places({ from: 7, to: 8 })).toEqual([])
    })

    test('a block that was prepared is stored once, and so is one that was prepared twice', async () => {
      const pairs = samplePairs(run, 0, 20)
      await store.prepareBlock?.(pairs)
      await store.prepareBlock?.([...pairs])
      expect(await stored(store, run.id)).toEqual([])
      await store.appendBlock(atCursor(run, 20), pairs)
      expect(await stored(store, run.id)).toEqual(pairs)
    })

    test('keeps optional fields absent and empty lists empty', async () => {
      const { draft, verdict, ...rest } = samplePair(run, 0)
      const { prompt: _prompt, model: _model, raw: _raw, ...bare } = draft
      const { agreement: _agreement, ...unvoted } = verdict
      const pair: Pair = {
        ...rest,
        draft: { ...bare, method: 'procedural', parents: [], requested: [], realised: [], evidence: null },
        verdict: { ...unvoted, rung: 0, checks: [], flags: [] },
        supportingSeeds: [],
      }
      await store.appendBlock(atCursor(run, 1), [pair])
      const [read] = await stored(store, run.id)
      expect(read).toEqual(pair)
      expect(Object.keys(read?.draft ?? {})).not.toContain('raw')
      expect(Object.keys(read?.verdict ?? {})).not.toContain('agreement')
    })

    test('keeps hostile text in every text field', async () => {
      const pairs = hostileTexts.map((text, index): Pair => {
        const pair = samplePair(run, index)
        const draft = {
          ...pair.draft,
          question: text,
          solution: text,
          finalAnswer: text,
          raw: text,
          model: text,
        }
        const checks = [{ name: 'schema', outcome: 'failed', evidence: text } as const]
        return {
          ...pair,
          split: text,
          draft: { ...draft, prompt: text, evidence: { [text]: [text] } },
          verdict: { ...pair.verdict, checks, flags: [text] },
        }
      })
      await store.appendBlock(atCursor(run, pairs.length), pairs)
      expect(await stored(store, run.id)).toEqual(pairs)
    })

    test('keeps a very large text', async () => {
      const pair = samplePair(run, 0)
      const raw = 'ünïcode 𝒳 '.repeat(800_000)
      await store.appendBlock(atCursor(run, 1), [{ ...pair, draft: { ...pair.draft, raw } }])
      const [read] = await stored(store, run.id)
      expect(read?.draft.raw === raw).toBe(true)
    })

    test('ranges are half-open, ascending and cross batch limits', async () => {
      const pairs = samplePairs(run, 0, 3000).filter(({ index }) => index % 3 !== 1)
      await store.appendBlock(
        atCursor(run, 1500),
        pairs.filter(({ index }) => index < 1500),
      )
      await store.appendBlock(
        atCursor(run, 3000),
        pairs.filter(({ index }) => index >= 1500),
      )
      const indices = (await stored(store, run.id)).map(({ index }) => index)
      expect(indices).toEqual(pairs.map(({ index }) => index))
      expect((await stored(store, run.id, { from: 3, to: 6 })).map(({ index }) => index)).toEqual([3, 5])
      expect(await stored(store, run.id, { from: 6, to: 6 })).toEqual([])
      expect(await stored(store, run.id, { from: 3000, to: 9000 })).toEqual([])
      expect(await stored(store, contentId('run', 'unknown'))).toEqual([])
    })

    test('refuses a block that is not beyond the stored pairs, and writes none of it', async () => {
      await store.appendBlock(atCursor(run, 4), samplePairs(run, 0, 4))
      await expect(store.appendBlock(atCursor(run, 4), samplePairs(run, 0, 4))).rejects.toThrow(StoreError)
      await expect(store.appendBlock(atCursor(run, 6), samplePairs(run, 3, 6))).rejects.toThrow(
        /already written/,
      )
      const swapped = samplePairs(run, 4, 6).toReversed()
      await expect(store.appendBlock(atCursor(run, 6), swapped)).rejects.toThrow(StoreError)
      expect(await stored(store, run.id)).toEqual(samplePairs(run, 0, 4))
      expect((await store.counts(run.id)).total).toBe(4)
      await store.appendBlock(atCursor(run, 6), samplePairs(run, 4, 6))
      expect(await stored(store, run.id)).toEqual(samplePairs(run, 0, 6))
    })

    test('fills the places of unanswered draws once, and only those', async () => {
      const waiting = [3, 5].map((index) => ({ index, reason: 'given up' }))
      const partial = { ...atCursor(run, 8), counters: { ...run.counters, unanswered: waiting } }
      const pairs = samplePairs(run, 0, 8)
      await store.appendBlock(
        partial,
        pairs.filter(({ index }) => index !== 3 && index !== 5 && index !== 6),
      )
      const answered = { ...partial, counters: { ...run.counters, unanswered: waiting.slice(1) } }
      await expect(store.appendBlock(answered, samplePairs(run, 6, 7))).rejects.toThrow(/already written/)
      await store.appendBlock(answered, samplePairs(run, 3, 4))
      await expect(store.appendBlock(answered, samplePairs(run, 3, 4))).rejects.toThrow(StoreError)
      expect(await stored(store, run.id)).toEqual(pairs.filter(({ index }) => index !== 5 && index !== 6))
    })

    test('refuses a cursor that goes back, and a pair of another run', async () => {
      await store.appendBlock(atCursor(run, 4), samplePairs(run, 0, 2))
      await expect(store.appendBlock(atCursor(run, 3), samplePairs(run, 2, 3))).rejects.toThrow(/goes back/)
      const foreign = samplePairs(sampleRun('foreign'), 5, 6)
      await expect(store.appendBlock(atCursor(run, 6), foreign)).rejects.toThrow(StoreError)
      expect(await stored(store, run.id)).toEqual(samplePairs(run, 0, 2))
    })

    test('writes the whole block or nothing when its last pair cannot be written', async () => {
      await store.appendBlock(atCursor(run, 2), samplePairs(run, 0, 2))
      const bad = { ...samplePair(run, 9), id: 'not an id' }
      await expect(store.appendBlock(atCursor(run, 10), [...samplePairs(run, 2, 9), bad])).rejects.toThrow(
        StoreError,
      )
      expect(await stored(store, run.id)).toEqual(samplePairs(run, 0, 2))
      // Concepts first seen in the refused block must not be taken for stored ones.
      await store.appendBlock(atCursor(run, 10), samplePairs(run, 2, 10))
      const again = await fresh.again()
      expect(await stored(again, run.id)).toEqual(samplePairs(run, 0, 10))
    })

    test('accepts a block without pairs', async () => {
      await store.appendBlock(atCursor(run, 4096), [])
      await store.appendBlock(atCursor(run, 8192), samplePairs(run, 5000, 5001))
      expect((await store.counts(run.id)).total).toBe(1)
    })

    test('finds a pair by id before and after the stage ends', async () => {
      const pairs = samplePairs(run, 0, 50)
      await store.appendBlock(atCursor(run, 50), pairs)
      expect(await store.byId(pairs[17]?.id ?? '')).toEqual(pairs[17])
      await store.appendBlock({ ...atCursor(run, 60), state: 'generated' }, samplePairs(run, 50, 60))
      expect(await store.byId(pairs[17]?.id ?? '')).toEqual(pairs[17])
      const last = samplePair(run, 59)
      expect(await store.byId(last.id)).toEqual(last)
      expect(await store.byId(contentId('pair', 'unknown'))).toBeUndefined()
    })

    for (const state of ['generating', 'generated'] as const)
      test(`takes a prefix of 8 digits or more (${state})`, async () => {
        const twin = (index: number, tail: string): Pair => ({
          ...samplePair(run, index),
          id: `abcdef012${tail}`,
        })
        const [one, other] = [twin(0, '0'.repeat(23)), twin(1, 'f'.repeat(23))] as const
        await store.appendBlock({ ...atCursor(run, 2), state }, [one, other])
        expect(await store.byId('abcdef0120')).toEqual(one)
        expect(await store.byId('ABCDEF012F')).toEqual(other)
        const refusal = store.byId('abcdef01')
        await expect(refusal).rejects.toThrow(UsageError)
        await expect(refusal).rejects.toThrow(one.id)
        await expect(refusal).rejects.toThrow(other.id)
        await expect(store.byId('abcdef0')).rejects.toThrow(UsageError)
        expect(await store.byId('abcdef02')).toBeUndefined()
        expect(await store.byId('no hexadecimal digits')).toBeUndefined()
      })

    test('gives the pair of the run stored last when several runs have it', async () => {
      const later = sampleRun('later')
      const pair = samplePair(run, 0)
      await store.appendBlock({ ...atCursor(run, 1), state: 'generated' }, [pair])
      await store.appendBlock(atCursor(later, 8), [{ ...pair, runId: later.id, index: 7 }])
      expect((await store.byId(pair.id))?.runId).toBe(later.id)
      await store.appendBlock({ ...atCursor(run, 2), state: 'generated' }, [])
      expect((await store.byId(pair.id))?.runId).toBe(run.id)
    })

    test('sets and removes marks, idempotently, and ignores unknown places', async () => {
      await store.appendBlock(atCursor(run, 5), samplePairs(run, 0, 5))
      const changes = [
        { index: 1, mark: 'contaminated', set: true },
        { index: 1, mark: 'review', set: true },
        { index: 2, mark: 'over-quota', set: true },
        { index: 99, mark: 'review', set: true },
      ] as const
      await store.mark(run.id, changes)
      await store.mark(run.id, changes)
      expect((await stored(store, run.id)).map(({ marks }) => marks)).toEqual([
        [],
        ['contaminated', 'review'],
        ['over-quota'],
        [],
        [],
      ])
      await store.mark(run.id, [
        { index: 1, mark: 'contaminated', set: false },
        { index: 3, mark: 'contaminated', set: false },
        { index: 2, mark: 'rejected', set: true },
        { index: 2, mark: 'rejected', set: false },
      ])
      expect((await stored(store, run.id)).map(({ marks }) => marks.join())).toEqual([
        '',
        'review',
        'over-quota',
        '',
        '',
      ])
      await store.mark(contentId('run', 'unknown'), changes)
    })

    test('keeps every mark, and the rest of a marked pair', async () => {
      const pairs = pairMarks.map((mark, index) => samplePair(run, index, { marks: [mark] }))
      await store.appendBlock(atCursor(run, pairs.length), pairs)
      expect(await stored(store, run.id)).toEqual(pairs)
      const everything = pairMarks.map((mark) => ({ index: 0, mark, set: true }))
      await store.mark(run.id, everything)
      expect((await stored(store, run.id))[0]).toEqual({ ...pairs[0], marks: pairMarks })
    })

    test('counts by rung and by mark, also after marks change', async () => {
      const pairs = samplePairs(run, 0, 6).map((pair, place): Pair => {
        const rung = place < 2 ? 5 : 2
        return { ...pair, verdict: { ...pair.verdict, rung }, marks: place === 0 ? ['review'] : [] }
      })
      await store.appendBlock(atCursor(run, 6), pairs)
      await store.mark(run.id, [
        { index: 0, mark: 'rejected', set: true },
        { index: 3, mark: 'rejected', set: true },
        { index: 4, mark: 'over-quota', set: true },
        { index: 4, mark: 'over-quota', set: false },
      ])
      const expected = { total: 6, unmarked: 4, byRung: { 2: 4, 5: 2 }, byMark: { rejected: 2, review: 1 } }
      expect(await store.counts(run.id)).toEqual(expected)
      const nothing = { total: 0, unmarked: 0, byRung: {}, byMark: {} }
      expect(await store.counts(contentId('run', 'unknown'))).toEqual(nothing)
    })

    test('keeps runs apart', async () => {
      const other = sampleRun('other')
      await store.appendBlock(atCursor(run, 3), samplePairs(run, 0, 3))
      await store.appendBlock(atCursor(other, 2), samplePairs(other, 0, 2))
      await store.mark(other.id, [{ index: 0, mark: 'review', set: true }])
      expect(await stored(store, run.id)).toEqual(samplePairs(run, 0, 3))
      expect((await store.counts(run.id)).unmarked).toBe(3)
    })

    test('a second connection reads whole blocks while the first writes', async () => {
      const second = await fresh.again()
      for (let block = 0; block < 5; block++) {
        const reading = second.range(run.id, all)[Symbol.asyncIterator]()
        const first = reading.next()
        await store.appendBlock(
          atCursor(run, (block + 1) * 300),
          samplePairs(run, block * 300, (block + 1) * 300),
        )
        await first
        while ((await reading.next()).done !== true) continue
        expect(await stored(second, run.id)).toHaveLength((block + 1) * 300)
      }
      expect(await stored(second, run.id)).toEqual(samplePairs(run, 0, 1500))
    })
  })
}
