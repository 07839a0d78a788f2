/** A pace learnt from refusals. All times are milliseconds. */
export interface RateLearner {
  /** Time until the next request may be sent at this pace. */
  wait(now: number): number
  sent(now: number): void
  /** The endpoint refused a request that was sent at `at`, and named the time until which it will refuse more. */
  refused(at: number, now: number, until: number): void
  /** `undefined` while nothing has been learnt. */
  readonly perSecond: number | undefined
}

/** Pace after a refusal, as a share of what went through. */
const backOff = 0.9
/** Growth of the pace per second: from 90 % back to the limit takes 5 s, in which two or three requests are refused. */
const growth = 1.02
/** Growth per second far below a pace that was good before. */
const recovery = 1.15

/**
 * An endpoint that refuses with a time has a window, and what it let through from the end of one pause to the end of the next,
 * divided by that time, is its limit. One refusal in a pause may be chance; several set the pace.
 */
export function learnRate(start: number): RateLearner {
  let perSecond: number | undefined
  let goodBefore = 0
  let grownAt = start
  let nextAt = Number.NEGATIVE_INFINITY
  let cycleStart = start
  let cycleEnd = start
  let sent = 0
  let refusals = 0

  function grow(now: number): void {
    if (perSecond === undefined || now <= grownAt) return
    const rate = perSecond < goodBefore * 0.85 ? recovery : growth
    perSecond = Math.min(1e6, perSecond * rate ** ((now - grownAt) / 1000))
    grownAt = now
  }

  /** A pause that is over begins a new cycle. Answers come later than refusals: what was sent and not refused got through. */
  function turn(now: number): void {
    if (refusals === 0 || now < cycleEnd) return
    if (refusals > 1) slowDown((sent - refusals) / Math.max(0.001, (cycleEnd - cycleStart) / 1000))
    cycleStart = cycleEnd
    refusals = 0
    sent = 0
  }

  /** Little may have got through because little was asked: one cycle never takes more than half away. */
  function slowDown(measured: number): void {
    // Where nothing got through, the endpoint was closed: that says when to come back, not how fast.
    if (perSecond === undefined && measured <= 0) return
    const most = perSecond === undefined ? measured : Math.min(perSecond, Math.max(measured, perSecond / 2))
    goodBefore = perSecond ?? 0
    perSecond = Math.max(1 / 60, most * backOff)
    grownAt = cycleEnd
  }

  return {
    wait(now) {
      turn(now)
      return perSecond === undefined ? 0 : Math.max(0, nextAt - now)
    },
    sent(now) {
      turn(now)
      grow(now)
      sent += 1
      if (perSecond !== undefined) nextAt = Math.max(nextAt, now - 20) + 1000 / perSecond
    },
    refused(at, now, until) {
      turn(now)
      // A late word about the cycle before says nothing about this one.
      if (at < cycleStart) return
      refusals += 1
      cycleEnd = Math.max(cycleEnd, until)
    },
    get perSecond() {
      return perSecond
    },
  }
}
