/** A limit per minute. All times are milliseconds. */
export interface Bucket {
  /** Time until `amount` may be taken; 0 when it may be now. An amount beyond the bucket's size goes when it is full. */
  wait(amount: number, now: number): number
  take(amount: number, now: number): void
  giveBack(amount: number): void
}

/** Share of the limit that may go out at once; the rest flows evenly, so that no window of 60 s holds more than the limit. */
const burst = 0.1

export function openBucket(perMinute: number, now: number): Bucket {
  const size = Math.max(1, perMinute * burst)
  // A bucket of one drops its drops 60 s / limit apart and has no burst to make up for.
  const flow = (size === 1 ? perMinute : perMinute - size) / 60_000
  let held = size
  let filledAt = now
  function fill(at: number): void {
    held = Math.min(size, held + Math.max(0, at - filledAt) * flow)
    filledAt = Math.max(filledAt, at)
  }
  return {
    wait(amount, at) {
      fill(at)
      const missing = Math.min(amount, size) - held
      return missing <= 1e-9 ? 0 : missing / flow
    },
    take(amount, at) {
      fill(at)
      held -= amount
    },
    giveBack(amount) {
      held = Math.min(size, held + amount)
    },
  }
}
