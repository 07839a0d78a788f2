import { type Signal, signal } from '@preact/signals'
import { useEffect, useState } from 'preact/hooks'
import type { Problem } from '../../api/contract/problem.ts'
import { RequestFailure } from './request.ts'

/**
 * What a view has of something it asked for. While it loads again, what came before still stands; so it does beside a failure, where
 * it was an answer to the same question.
 */
export type Loaded<Value> =
  | { readonly state: 'loading'; readonly previous?: Value }
  | {
      readonly state: 'failed'
      readonly problem: Problem
      readonly retry: () => void
      readonly previous?: Value
    }
  | { readonly state: 'ready'; readonly value: Value }

/** What came last, with the key that it answers and the time of asking. */
interface Held<Value> {
  readonly key?: string
  readonly asking?: string
  readonly loaded: Loaded<Value>
}

const revision: Signal<number> = signal(0)

/** Has everything on screen asked for again, after something was changed. */
export function reloadAll(): void {
  revision.value += 1
}

/**
 * Asks when the view appears, whenever `key` changes, and after every change; what is not wanted any more is aborted.
 *
 * @param key Everything the question depends on; undefined asks nothing.
 */
export function useLoaded<Value>(
  key: string | undefined,
  load: (signal: AbortSignal) => Promise<Value>,
): Loaded<Value> {
  return useAnswer(key, revision.value, load)
}

/** The same for what no change touches, such as the code of a view: asked for once. */
export function useLoadedOnce<Value>(key: string, load: () => Promise<Value>): Loaded<Value> {
  return useAnswer(key, 0, load)
}

function useAnswer<Value>(
  key: string | undefined,
  changes: number,
  load: (signal: AbortSignal) => Promise<Value>,
): Loaded<Value> {
  const [attempt, setAttempt] = useState(0)
  const [held, setHeld] = useState<Held<Value>>({ loaded: { state: 'loading' } })
  // Whether an answer is outdated is seen by comparison, so no moment passes in which it looks as if it were not.
  const asking = JSON.stringify([attempt, changes, key])
  useEffect(() => {
    if (key === undefined) return undefined
    const controller = new AbortController()
    load(controller.signal).then(
      (value) => {
        if (!controller.signal.aborted) setHeld({ key, asking, loaded: { state: 'ready', value } })
      },
      (cause: unknown) => {
        if (controller.signal.aborted) return
        const retry = (): void => setAttempt((count) => count + 1)
        setHeld((before) => {
          const previous = before.key === key ? latest(before.loaded) : undefined
          const failed = { state: 'failed', problem: problemFrom(cause), retry } as const
          return { key, asking, loaded: previous === undefined ? failed : { ...failed, previous } }
        })
      },
    )
    return () => controller.abort()
  }, [key, attempt, changes])
  return held.asking === asking ? held.loaded : again(held.loaded)
}

/** The value that came last, whether or not it is being asked for again. */
export function latest<Value>(loaded: Loaded<Value>): Value | undefined {
  return loaded.state === 'ready' ? loaded.value : loaded.previous
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
