import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { StoreError } from '../../src/core/errors.ts'
import { contentId } from '../../src/core/identity.ts'
import type { Ledger, LedgerRequest } from '../../src/core/ports.ts'
import type { Fresh, OpenFresh } from './fresh.ts'
import { hostileTexts, sampleReply, sampleRequest } from './samples.ts'

const runId = contentId('run', 'ledger')
const requests = (count: number): LedgerRequest[] =>
  Array.from({ length: count }, (_, number) => sampleRequest(runId, number))

/** What every Ledger promises. */
export function describeLedger(name: string, openFresh: OpenFresh<Ledger>): void {
  describe(`ledger: ${name}`, () => {
    let fresh: Fresh<Ledger>
    let ledger: Ledger
    beforeEach(async () => {
      fresh = await openFresh()
      ledger = fresh.store
    })
    afterEach(() => fresh.remove())

    test('holds requests as pending, in the order begun, until they are answered', async () => {
      const asked = requests(5)
      await ledger.begin(asked)
      expect(await ledger.pending(runId)).toEqual(asked)
      const answered = asked.slice(1, 3).map((request) => sampleReply(request))
      await ledger.record(answered)
      expect(await ledger.pending(runId)).toEqual([asked[0], asked[3], asked[4]])
      expect(await ledger.pending(contentId('run', 'unknown'))).toEqual([])
    })

    test('recalls replies by key and leaves out what has none', async () => {
      const [one, two, three] = requests(3) as [LedgerRequest, LedgerRequest, LedgerRequest]
      await ledger.begin([one, two, three])
      await ledger.record([sampleReply(one), sampleReply(three, { outcome: 'refused', cost: 0 })])
      const held = await ledger.recall([
        three.key,
        two.key,
        one.key,
        contentId('request', 'unknown'),
        'no id',
      ])
      expect([...held.keys()]).toEqual([three.key, one.key])
      expect(held.get(one.key)).toEqual(sampleReply(one))
      expect(held.get(three.key)?.outcome).toBe('refused')
    })

    test('beginning a request again changes nothing, answered or not', async () => {
      const [one, two] = requests(2) as [LedgerRequest, LedgerRequest]
      await ledger.begin([one, two, one])
      await ledger.record([sampleReply(one)])
      await ledger.begin([two, one])
      expect(await ledger.pending(runId)).toEqual([two])
      expect((await ledger.totals(runId)).requests).toBe(2)
      expect((await ledger.recall([one.key])).size).toBe(1)
    })

    test('refuses a reply to an unknown request, and that call alone', async () => {
      const [one, stranger] = requests(2) as [LedgerRequest, LedgerRequest]
      await ledger.begin([one])
      const refused = ledger.record([sampleReply(one), sampleReply(stranger)])
      const accepted = ledger.begin(requests(4).slice(2))
      await expect(refused).rejects.toThrow(StoreError)
      await expect(refused).rejects.toThrow(stranger.key)
      await accepted
      expect(await ledger.pending(runId)).toEqual([one, ...requests(4).slice(2)])
    })

    test('an answer is final; a failure gives way to the next reply and its cost still counts', async () => {
      const [one, two] = requests(2) as [LedgerRequest, LedgerRequest]
      await ledger.begin([one, two])
      await ledger.record([sampleReply(one)])
      await ledger.record([sampleReply(one, { body: 'second', cost: 9 })])
      expect((await ledger.recall([one.key])).get(one.key)).toEqual(sampleReply(one))
      const failure = sampleReply(two, {
        outcome: 'failed',
        body: { status: 500 },
        completionTokens: 0,
        cost: 0.5,
      })
      await ledger.record([failure])
      await ledger.record([failure])
      expect((await ledger.recall([two.key])).get(two.key)).toEqual(failure)
      await ledger.record([sampleReply(two)])
      expect((await ledger.recall([two.key])).get(two.key)).toEqual(sampleReply(two))
      expect(await ledger.totals(runId)).toEqual({
        requests: 2,
        answered: 2,
        promptTokens: 30,
        completionTokens: 40,
        cost: 0.75,
      })
    })

    test('totals are per run, and zero for an unknown one', async () => {
      const other = sampleRequest(contentId('run', 'other'), 77)
      await ledger.begin([...requests(3), other])
      await ledger.record(requests(2).map((request) => sampleReply(request)))
      const zero = { requests: 0, answered: 0, promptTokens: 0, completionTokens: 0, cost: 0 }
      const two = { requests: 3, answered: 2, promptTokens: 20, completionTokens: 40, cost: 0.25 }
      expect(await ledger.totals(runId)).toEqual(two)
      expect(await ledger.totals(other.runId)).toEqual({ ...zero, requests: 1 })
      expect(await ledger.totals(contentId('run', 'unknown'))).toEqual(zero)
    })

    test('keeps hostile and very large bodies', async () => {
      const large = 'ünïcode 𝒳 '.repeat(200_000)
      const asked = [...hostileTexts, large].map((text, number) => ({
        ...sampleRequest(runId, number),
        purpose: text.slice(0, 40),
        body: { [text.slice(0, 20)]: [text, null, 1e21, -0.5] },
      }))
      await ledger.begin(asked)
      expect(await ledger.pending(runId)).toEqual(asked)
      const replies = asked.map((request) => sampleReply(request, { body: request.body }))
      await ledger.record(replies)
      const held = await ledger.recall(asked.map(({ key }) => key))
      expect([...held.values()]).toEqual(replies)
    })

    test('takes a thousand calls at once, and a record queued behind its begin', async () => {
      const asked = requests(1000)
      await Promise.all([
        ...asked.map((request) => ledger.begin([request])),
        ...asked.map((request) => ledger.record([sampleReply(request)])),
      ])
      const totals = await ledger.totals(runId)
      expect([totals.requests, totals.answered]).toEqual([1000, 1000])
    })

    test('accepts empty lists', async () => {
      await ledger.begin([])
      await ledger.record([])
      expect((await ledger.recall([])).size).toBe(0)
    })

    test('what has been resolved is seen by a second connection', async () => {
      const second = await fresh.again()
      for (const request of requests(20)) {
        await ledger.begin([request])
        expect(await second.pending(runId)).toContainEqual(request)
        await ledger.record([sampleReply(request)])
        expect((await second.recall([request.key])).size).toBe(1)
      }
    })
  })
}
