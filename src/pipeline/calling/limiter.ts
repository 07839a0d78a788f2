import type { Clock } from '../../core/ports.ts'
import { learnRate, type RateLearner } from './learn-rate.ts'
import { onAbort } from './on-abort.ts'
import { type Bucket, openBucket } from './token-bucket.ts'

export interface LimiterOptions {
  /** Most requests in flight. */
  readonly concurrency: number
  /** Never exceeded in any 60 s; absent means no limit. */
  readonly requestsPerMinute?: number
  /** Prompt and reply together; never exceeded in any 60 s. */
  readonly tokensPerMinute?: number
}

/** Leave to send one request. */
export interface Leave {
  /** When it was given; the clock's milliseconds. */
  readonly at: number
  /** Gives the place back, and the tokens that were set aside and not used. */
  done(usedTokens: number): void
}

/** What all workers of one endpoint share: places, windows and pauses. */
export interface Limiter {
  /** Waits, first come first served, until a request of at most `tokens` may be sent. @throws the signal's reason */
  enter(tokens: number, signal: AbortSignal): Promise<Leave>
  /** A request was answered. */
  accepted(): void
  /** The endpoint had too much: nobody sends for `pause` milliseconds. `told` when it named the time itself. */
  refused(leave: Leave, pause: { readonly milliseconds: number; readonly told: boolean }): void
  /** Rejects all that wait, and whoever comes later, with this error. */
  shut(error: Error): void
  readonly state: {
    readonly places: number
    readonly pausedUntil: number
    readonly perSecond: number | undefined
  }
}

interface Waiter {
  readonly tokens: number
  readonly go: (leave: Leave) => void
  readonly fail: (error: Error) => void
}

/**
 * Additive increase, multiplicative decrease: each refusal halves the places, once for all requests that were under way then; every
 * round of answers adds one. Refusals with a stated time teach a pace as well ({@link learnRate}).
 */
export function openLimiter(options: LimiterOptions, clock: Clock): Limiter {
  const requests: Bucket | undefined =
    options.requestsPerMinute === undefined ? undefined : openBucket(options.requestsPerMinute, clock.now())
  const tokens: Bucket | undefined =
    options.tokensPerMinute === undefined ? undefined : openBucket(options.tokensPerMinute, clock.now())
  const pace: RateLearner = learnRate(clock.now())
  const queue = new Set<Waiter>()
  let places = options.concurrency
  let inFlight = 0
  let pausedUntil = Number.NEGATIVE_INFINITY
  let lastCut = Number.NEGATIVE_INFINITY
  let wakeAt = Number.POSITIVE_INFINITY
  let closed: Error | undefined

  function waitOf(waiter: Waiter, now: number): number {
    return Math.max(
      pausedUntil - now,
      pace.wait(now),
      requests?.wait(1, now) ?? 0,
      tokens?.wait(waiter.tokens, now) ?? 0,
    )
  }

  function pump(): void {
    const now = clock.now()
    for (const waiter of queue) {
      if (inFlight >= Math.max(1, Math.floor(places))) return
      const wait = waitOf(waiter, now)
      if (wait > 0) return wakeIn(wait, now)
      queue.delete(waiter)
      inFlight += 1
      requests?.take(1, now)
      tokens?.take(waiter.tokens, now)
      pace.sent(now)
      waiter.go(leaveOf(waiter, now))
    }
  }

  function wakeIn(wait: number, now: number): void {
    // Rounded up: a timer that fires early must not let a request out before its time.
    const at = now + Math.ceil(wait)
    if (at >= wakeAt) return
    wakeAt = at
    void clock.sleep(at - now).then(() => {
      if (wakeAt === at) wakeAt = Number.POSITIVE_INFINITY
      pump()
    })
  }

  function leaveOf(waiter: Waiter, at: number): Leave {
    let open = true
    return {
      at,
      done(usedTokens) {
        if (!open) return
        open = false
        inFlight -= 1
        tokens?.giveBack(waiter.tokens - usedTokens)
        pump()
      },
    }
  }

  return {
    enter(wanted, signal) {
      return new Promise((resolve, reject) => {
        if (closed !== undefined) return reject(closed)
        if (signal.aborted) return reject(signal.reason as Error)
        const forget = onAbort(signal, () => waiter.fail(signal.reason as Error))
        const waiter: Waiter = {
          tokens: wanted,
          go(leave) {
            forget()
            resolve(leave)
          },
          fail(error) {
            forget()
            queue.delete(waiter)
            reject(error)
          },
        }
        queue.add(waiter)
        pump()
      })
    },
    accepted() {
      places = Math.min(options.concurrency, places + 1 / places)
    },
    refused(leave, { milliseconds, told }) {
      const now = clock.now()
      pausedUntil = Math.max(pausedUntil, now + milliseconds)
      if (told) pace.refused(leave.at, now, pausedUntil)
      if (leave.at <= lastCut) return
      lastCut = now
      places = Math.max(1, places / 2)
    },
    shut(error) {
      closed = error
      for (const waiter of queue) waiter.fail(error)
    },
    get state() {
      return { places: Math.max(1, Math.floor(places)), pausedUntil, perSecond: pace.perSecond }
    },
  }
}
