import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { manualClock } from '../../../tests/fake-model-server/manual-clock.ts'
import { type Leave, type LimiterOptions, openLimiter } from './limiter.ts'

const { signal } = new AbortController()

interface Sent {
  readonly at: number
  readonly tokens: number
}

/** Sends `tokens.length` requests of the given service time; gives when each went out. */
async function sendAll(options: LimiterOptions, tokens: readonly number[], service: number): Promise<Sent[]> {
  const clock = manualClock()
  const limiter = openLimiter(options, clock)
  const sent: Sent[] = []
  const send = async (amount: number): Promise<void> => {
    const leave = await limiter.enter(amount, signal)
    sent.push({ at: clock.now(), tokens: amount })
    await clock.sleep(service)
    leave.done(amount)
  }
  await clock.run(Promise.all(tokens.map(send)))
  return sent
}

function mostInAMinute(sent: readonly Sent[], weigh: (one: Sent) => number): number {
  return Math.max(
    ...sent.map(({ at }) =>
      sent
        .filter((other) => other.at >= at && other.at < at + 60_000)
        .reduce((sum, other) => sum + weigh(other), 0),
    ),
  )
}

describe('limiter', () => {
  test('no 60 s hold more requests or tokens than the limits', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 200 }),
        fc.integer({ min: 1000, max: 20_000 }),
        fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 120 }),
        async (requestsPerMinute, tokensPerMinute, tokens) => {
          const sent = await sendAll({ concurrency: 50, requestsPerMinute, tokensPerMinute }, tokens, 100)
          expect(sent).toHaveLength(tokens.length)
          expect(mostInAMinute(sent, () => 1)).toBeLessThanOrEqual(requestsPerMinute)
          expect(mostInAMinute(sent, (one) => one.tokens)).toBeLessThanOrEqual(tokensPerMinute)
        },
      ),
      { numRuns: 30 },
    )
  })

  test('a request larger than the burst goes when the bucket is full', async () => {
    const sent = await sendAll({ concurrency: 4, tokensPerMinute: 1000 }, [900, 900], 10)
    expect((sent[1]?.at ?? 0) - (sent[0]?.at ?? 0)).toBeGreaterThan(50_000)
  })

  test('never more in flight than places, first come first served', async () => {
    const clock = manualClock()
    const limiter = openLimiter({ concurrency: 3 }, clock)
    const [order, inFlight] = [[] as number[], { now: 0, most: 0 }]
    const send = async (index: number): Promise<void> => {
      const leave = await limiter.enter(1, signal)
      order.push(index)
      inFlight.most = Math.max(inFlight.most, ++inFlight.now)
      await clock.sleep(50)
      inFlight.now -= 1
      leave.done(1)
    }
    await clock.run(Promise.all(Array.from({ length: 20 }, (_, index) => send(index))))
    expect(inFlight.most).toBe(3)
    expect(order).toEqual(Array.from({ length: 20 }, (_, index) => index))
  })

  test('a refusal halves the places once for all that were under way, and answers bring them back', async () => {
    const clock = manualClock()
    const limiter = openLimiter({ concurrency: 64 }, clock)
    const leaves = await Promise.all(Array.from({ length: 64 }, () => limiter.enter(1, signal)))
    await clock.run(clock.sleep(5))
    for (const leave of leaves) limiter.refused(leave, { milliseconds: 100, told: false })
    expect(limiter.state.places).toBe(32)
    for (let answer = 0; answer < 32 * 3; answer++) limiter.accepted()
    expect(limiter.state.places).toBeGreaterThanOrEqual(34)
    expect(limiter.state.places).toBeLessThanOrEqual(35)
  })

  test('nobody sends before the end of the longest pause', async () => {
    const clock = manualClock()
    const limiter = openLimiter({ concurrency: 8 }, clock)
    const first = await limiter.enter(1, signal)
    limiter.refused(first, { milliseconds: 20_000, told: true })
    limiter.refused(first, { milliseconds: 5000, told: true })
    const start = clock.now()
    await clock.run(Promise.all([1, 2, 3].map(() => limiter.enter(1, signal))))
    expect(clock.now() - start).toBeGreaterThanOrEqual(20_000)
  })

  test('settles at the pace of an endpoint that lets 50 requests a second through', async () => {
    const clock = manualClock(0)
    const limiter = openLimiter({ concurrency: 64 }, clock)
    const seconds = new Map<number, { sent: number; refused: number }>()
    const send = async (): Promise<void> => {
      for (;;) {
        const leave: Leave = await limiter.enter(1, signal)
        const second = Math.floor(clock.now() / 1000)
        const counter = seconds.get(second) ?? { sent: 0, refused: 0 }
        seconds.set(second, counter)
        counter.sent += 1
        const refused = counter.sent - counter.refused > 50
        if (refused) counter.refused += 1
        const wait = (second + 1) * 1000 - clock.now()
        await clock.sleep(refused ? 5 : 80)
        if (refused) limiter.refused(leave, { milliseconds: wait, told: true })
        else limiter.accepted()
        leave.done(1)
        if (!refused) return
      }
    }
    await clock.run(Promise.all(Array.from({ length: 2500 }, send)))
    const later = [...seconds].filter(([second]) => second >= 10).map(([, counter]) => counter)
    const sent = later.reduce((sum, counter) => sum + counter.sent, 0)
    const refused = later.reduce((sum, counter) => sum + counter.refused, 0)
    expect(sent).toBeGreaterThan(1000)
    expect(refused / sent).toBeLessThan(0.05)
    expect(seconds.size).toBeLessThan(80)
  })

  test('leaves the queue on abort and is shut by an error', async () => {
    const clock = manualClock()
    const limiter = openLimiter({ concurrency: 1 }, clock)
    await limiter.enter(1, signal)
    const aborting = new AbortController()
    const waiting = limiter.enter(1, aborting.signal)
    aborting.abort(new Error('enough'))
    await expect(waiting).rejects.toThrow('enough')
    const other = limiter.enter(1, signal)
    limiter.shut(new Error('shut'))
    await expect(other).rejects.toThrow('shut')
    await expect(limiter.enter(1, signal)).rejects.toThrow('shut')
  })
})
