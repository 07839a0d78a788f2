import { type Signal, signal } from '@preact/signals'
import { useEffect, useState } from 'preact/hooks'
import type { Problem } from '../../api/contract/problem.ts'
import { RequestFailure } from './request.ts'

/** What a view has of something it asked for. While it loads again, what came before still stands. */
export type Loaded<Value> =
  | { readonly state: 'loading'; readonly previous?: Value }
  | { readonly state: 'failed'; readonly problem: Problem; readonly retry: () => void }
  | { readonly state: 'ready'; readonly value: Value }

const revision: Signal<number> = signal(0)

/** Has everything on screen asked for again, after something was changed. */
export function reloadAll(): void {
  revision.value += 1
}

/**
 * Asks when the view appears and whenever `key` changes; what is not wanted any more is aborted.
 *
 * @param key Everything the question depends on; undefined asks nothing.
 */
export function useLoaded<Value>(
  key: string | undefined,
  load: (signal: AbortSignal) => Promise<Value>,
): Loaded<Value> {
  const [attempt, setAttempt] = useState(0)
  const [held, setHeld] = useState<{ readonly key: string | undefined; readonly loaded: Loaded<Value> }>({
    key: undefined,
    loaded: { state: 'loading' },
  })
  const changes = revision.value
  useEffect(() => {
    if (key === undefined) return undefined
    const controller = new AbortController()
    setHeld(({ loaded }) => ({ key, loaded: again(loaded) }))
    load(controller.signal).then(
      (value) => {
        if (!controller.signal.aborted) setHeld({ key, loaded: { state: 'ready', value } })
      },
      (cause: unknown) => {
        if (controller.signal.aborted) return
        const retry = (): void => setAttempt((count) => count + 1)
        setHeld({ key, loaded: { state: 'failed', problem: problemFrom(cause), retry } })
      },
    )
    return () => controller.abort()
  }, [key, attempt, changes])
  return held.key === key ? held.loaded : again(held.loaded)
}

/** The value that came last, whether or not it is being asked for again. */
export function latest<Value>(loaded: Loaded<Value>): Value | undefined {
  if (loaded.state === 'ready') return loaded.value
  return loaded.state === 'loading' ? loaded.previous : undefined
}

function again<Value>(loaded: Loaded<Value>): Loaded<Value> {
  const value = latest(loaded)
  return value === undefined ? { state: 'loading' } : { state: 'loading', previous: value }
}

export function problemFrom(cause: unknown): Problem {
  if (cause instanceof RequestFailure) return cause.problem
  return {
    type: 'about:blank',
    title: 'This page made a mistake',
    status: 0,
    detail: cause instanceof Error ? cause.message : String(cause),
    requestId: '',
  }
}
