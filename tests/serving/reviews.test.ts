import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Pair } from '../../src/core/pair.ts'
import { openReviewDesk, reviewState } from '../../src/pipeline/serving/review-desk.ts'
import type { ReviewDesk } from '../../src/pipeline/serving/service.ts'
import { unreviewed } from '../../src/pipeline/with-reviews.ts'
import { openStores, type Workspace } from '../../src/wire.ts'
import { samplePairs, sampleRun } from '../contracts/samples.ts'

const root = mkdtempSync(path.join(tmpdir(), 'conceptloom-reviews-'))
afterAll(() => rmSync(root, { recursive: true }))

const run = { ...sampleRun('reviewed'), cursor: 6 }
const reviewer = 'Ada'
let now = 0
const clock = { now: () => (now += 1), sleep: async (): Promise<void> => {} }
let stores: Workspace
let desk: ReviewDesk
let opened = 0

async function open(): Promise<void> {
  stores = await openStores(path.join(root, `${++opened}`))
  desk = openReviewDesk({ pairs: stores.pairs, reviews: stores.reviews, clock })
  const pairs = samplePairs(run, 0, 6).map((pair): Pair => ({
    ...pair,
    marks: pair.index === 1 ? ['answer-conflict', 'review'] : pair.index === 2 ? ['rejected'] : [],
  }))
  await stores.pairs.appendBlock(run, pairs)
}

async function read(from = stores.pairs): Promise<Pair[]> {
  const pairs: Pair[] = []
  for await (const batch of from.range(run.id, { from: 0, to: run.cursor })) pairs.push(...batch)
  return pairs
}

async function pairAt(index: number): Promise<Pair> {
  return (await read())[index] as Pair
}

beforeEach(open)
afterEach(() => stores.close())

describe('reviews', () => {
  test('a rejected pair is marked so, an accepted one is free of marks that ask for a person', async () => {
    await desk.review((await pairAt(0)).id, { decision: 'reject', reviewer })
    await desk.review((await pairAt(1)).id, {
      decision: 'accept',
      reviewer,
      note: 'the second answer is right',
    })
    expect((await read()).map(({ marks }) => marks)).toEqual([['rejected'], [], ['rejected'], [], [], []])
    expect(await stores.pairs.counts(run.id)).toMatchObject({
      total: 6,
      unmarked: 4,
      byMark: { rejected: 2 },
    })
    // What stages store stays what it was.
    expect((await stores.pairs.byId((await pairAt(1)).id))?.marks).toEqual([])
    expect((await read(unreviewed(stores.pairs)))[1]?.marks).toEqual(['answer-conflict', 'review'])
  })

  test('an edited pair has the new text, is graded on it, and keeps its id and provenance', async () => {
    const before = await pairAt(3)
    await desk.review(before.id, {
      decision: 'edit',
      reviewer,
      question: 'What is 3 + 4?',
      solution: '3 + 4 = <<3+4=8>>8',
      finalAnswer: '8',
    })
    const after = await pairAt(3)
    expect(after).toMatchObject({
      id: before.id,
      path: before.path,
      supportingSeeds: before.supportingSeeds,
      draft: { question: 'What is 3 + 4?', finalAnswer: '8', requested: before.draft.requested },
      original: { question: before.draft.question, finalAnswer: before.draft.finalAnswer },
      marks: ['review'],
    })
    expect(after.questionId).not.toBe(before.questionId)
    expect(after.verdict.flags).toContain('edited-by-person')
    expect(after.verdict.agreement).toBeUndefined()
    expect(after.verdict.checks.find(({ name }) => name === 'annotations')?.outcome).toBe('failed')
    expect(after.verdict.rung).toBe(2)
    await desk.review(before.id, { decision: 'edit', reviewer, solution: '3 + 1 = 4' })
    expect(await pairAt(3)).toMatchObject({
      draft: { question: before.draft.question, solution: '3 + 1 = 4' },
      verdict: { agreement: before.verdict.agreement },
    })
  })

  test('states: what asks for a person is pending until somebody decides', async () => {
    const [first, second] = [await pairAt(0), await pairAt(1)]
    expect([reviewState(first, undefined), reviewState(second, undefined)]).toEqual(['none', 'pending'])
    const review = await desk.review(second.id, { decision: 'edit', reviewer, note: 'typing error' })
    expect(reviewState(second, review)).toBe('edited')
    expect(await desk.review('0123456789abcdef', { decision: 'accept', reviewer })).toBeUndefined()
    expect(await desk.undo('0123456789abcdef')).toBeUndefined()
  })

  test('any sequence of decisions and undoings shows the last decision not undone, and none what was', async () => {
    const untouched = await read()
    const counts = await stores.pairs.counts(run.id)
    const step = fc.oneof(
      fc.record({ index: fc.nat(5), decision: fc.constantFrom('accept', 'reject', 'edit') }),
      fc.record({ undo: fc.nat(30) }),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 20 }), async (steps) => {
        await stores.close()
        await open()
        const made: { index: number; decision: string; id: string; undone: boolean }[] = []
        for (const each of steps) {
          if (!('undo' in each)) {
            const { index, decision } = each
            const { id } = untouched[index] as Pair
            const request =
              decision === 'edit'
                ? { decision, reviewer, finalAnswer: `${made.length}` }
                : { decision, reviewer }
            const review = await desk.review(id, request)
            made.push({ index, decision, id: review?.id ?? '', undone: false })
          } else if (made.length > 0) {
            const one = made[each.undo % made.length] as (typeof made)[number]
            one.undone = true
            await desk.undo(one.id)
          }
        }
        for (const [index, pair] of (await read()).entries()) {
          const place = made.findLastIndex((one) => one.index === index && !one.undone)
          const last = made[place]
          const before = untouched[index] as Pair
          if (last === undefined) expect(pair).toEqual(before)
          else if (last.decision === 'reject') expect(pair.marks).toContain('rejected')
          else if (last.decision === 'accept') expect(pair).toEqual({ ...before, marks: [] })
          else expect(pair.draft.finalAnswer).toBe(`${place}`)
        }
        for (const { id } of made) await desk.undo(id)
        expect(await read()).toEqual(untouched)
        expect(await stores.pairs.counts(run.id)).toEqual(counts)
      }),
      { numRuns: 20 },
    )
  })
})
