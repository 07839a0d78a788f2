import type { Clock } from '../../src/core/ports.ts'

/** A clock that stands still until everybody sleeps, then jumps to the next one to wake. */
export interface ManualClock extends Clock {
  /** Runs until `work` is settled; throws when everybody waits and nobody sleeps. */
  run<T>(work: Promise<T>): Promise<T>
}

interface Sleeper {
  readonly at: number
  readonly wake: () => void
}

export function manualClock(start = 1_000_000): ManualClock {
  let now = start
  const sleepers = new Set<Sleeper>()
  return {
    now: () => now,
    sleep(milliseconds, signal) {
      return new Promise((resolve, reject) => {
        const sleeper = { at: now + milliseconds, wake: resolve }
        sleepers.add(sleeper)
        signal?.addEventListener('abort', () => {
          sleepers.delete(sleeper)
          reject(signal.reason as Error)
        })
      })
    },
    async run(work) {
      const state = { settled: false }
      const settle = (): void => {
        state.settled = true
      }
      work.then(settle, settle)
      for (let idle = 0; !state.settled;) {
        // Several turns, so that chains of promises and group commits come to rest before time moves.
        for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setImmediate(resolve))
        if (state.settled) break
        const next = [...sleepers].toSorted((a, b) => a.at - b.at)[0]
        idle = next === undefined ? idle + 1 : 0
        if (idle > 100) throw new Error('everybody waits and nobody sleeps')
        if (next === undefined) continue
        sleepers.delete(next)
        now = Math.max(now, next.at)
        next.wake()
      }
      return work
    },
  }
}
