/** Turns given before sockets are served: enough that what they write shares a commit, few enough that nobody waits for long. */
const turnsAtOnce = 32

/**
 * Lets callers go on one by one, first come first served, a few in each round of the event loop. Replies that arrive together would
 * otherwise all be read and checked before the next request is sent.
 */
export function openTurns(): () => Promise<void> {
  const waiting: (() => void)[] = []
  let planned = 0

  // Each is an immediate of its own, so that what a caller does in its turn is done before the next one's begins.
  function plan(): void {
    for (; planned < Math.min(turnsAtOnce, waiting.length); planned++) setImmediate(give)
  }

  function give(): void {
    planned--
    waiting.shift()?.()
    if (planned === 0) plan()
  }

  return () =>
    new Promise((resolve) => {
      waiting.push(resolve)
      if (planned === 0) plan()
    })
}
