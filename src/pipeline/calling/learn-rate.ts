/** A pace learnt from refusals. All times are milliseconds. */
export interface RateLearner {
  /** Time until the next request may be sent at this pace. */
  wait(now: number): number
  sent(now: number): void
  accepted(): void
  /** The endpoint refused a request and named the time until which it will refuse more. */
  refused(now: number, until: number): void
  /** `undefined` while nothing has been learnt. */
  readonly perSecond: number | undefined
}

/** Pace after a refusal, as a share of what went through. */
const backOff = 0.9
/** Growth of the pace per second: from 90 % back to the limit takes 5 s, in which two or three requests are refused. */
const growth = 1.02

/**
 * An endpoint that refuses with a time has a window, and what it let through from the end of one pause to the end of the next,
 * divided by that time, is its limit. One refusal alone may be chance; the second one in the same pause sets the pace.
 */
export function learnRate(start: number): RateLearner {
  let perSecond: number | undefined
  let grownAt = start
  let nextAt = Number.NEGATIVE_INFINITY
  let cycleStart = start
  let cycleEnd = start
  let through = 0
  let refusals = 0

  function grow(now: number): void {
    if (perSecond === undefined || now <= grownAt) return
    perSecond = Math.min(1e6, perSecond * growth ** ((now - grownAt) / 1000))
    grownAt = now
  }

  /** A pause that is over begins a new cycle. */
  function turn(now: number): void {
    if (refusals === 0 || now < cycleEnd) return
    cycleStart = cycleEnd
    refusals = 0
    through = 0
  }

  return {
    wait(now) {
      return perSecond === undefined ? 0 : Math.max(0, nextAt - now)
    },
    sent(now) {
      turn(now)
      grow(now)
      if (perSecond !== undefined) nextAt = Math.max(nextAt, now - 20) + 1000 / perSecond
    },
    accepted() {
      through += 1
    },
    refused(now, until) {
      turn(now)
      refusals += 1
      cycleEnd = Math.max(cycleEnd, until)
      if (refusals !== 2) return
      const measured = through / Math.max(0.001, (cycleEnd - cycleStart) / 1000)
      const before = perSecond ?? Number.POSITIVE_INFINITY
      perSecond = Math.max(1 / 60, Math.min(before * backOff, Math.max(measured, before / 2) * backOff))
      if (!Number.isFinite(perSecond)) perSecond = Math.max(1 / 60, measured * backOff)
      grownAt = cycleEnd
    },
    get perSecond() {
      return perSecond
    },
  }
}
