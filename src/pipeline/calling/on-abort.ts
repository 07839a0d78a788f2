const reactions = new WeakMap<AbortSignal, Set<() => void>>()

/**
 * Calls `react` when the signal is aborted, until the returned function is called. A signal gets one listener however many requests
 * wait on it: thousands of them would make each removal slow and Node warn of a leak.
 */
export function onAbort(signal: AbortSignal, react: () => void): () => void {
  let waiting = reactions.get(signal)
  if (waiting === undefined) {
    const all = new Set<() => void>()
    waiting = all
    reactions.set(signal, all)
    signal.addEventListener(
      'abort',
      () => {
        for (const each of all) each()
        all.clear()
      },
      { once: true },
    )
  }
  const held = waiting
  held.add(react)
  return () => held.delete(react)
}
