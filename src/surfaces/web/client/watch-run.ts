import { useEffect, useState } from 'preact/hooks'
import type { RunEvent, RunView } from '../../api/contract/runs.ts'
import { readEvents } from '../../api/read-events.ts'
import { openStream } from './request.ts'

export interface WatchedRun {
  readonly run?: RunView
  readonly progress?: Extract<RunEvent, { type: 'progress' }>
  /** The latest pairs, newest first, at most {@link pairsShown}. */
  readonly pairs: readonly Extract<RunEvent, { type: 'pair' }>[]
  /** Whether the service stopped answering; it is asked again. */
  readonly isCut: boolean
  /** Whether it came to its end, or to a stop: nothing more comes. */
  readonly isOver: boolean
}

const pairsShown = 50
const retryMilliseconds = 2_000

const nothing: WatchedRun = { pairs: [], isCut: false, isOver: false }

export function isUnderWay({ activity }: Pick<RunView, 'activity'>): boolean {
  return activity === 'running' || activity === 'queued'
}

/**
 * Follows a run as it is written; after a cut it goes on behind the last event that came.
 *
 * @param followed Another object follows anew, though it may name the same run; without one the pairs that came stay.
 */
export function useWatchedRun(followed: { readonly id: string } | undefined): WatchedRun {
  const [watched, setWatched] = useState(nothing)
  useEffect(() => {
    setWatched(({ pairs }) => (followed === undefined ? { ...nothing, pairs } : nothing))
    if (followed === undefined) return undefined
    const controller = new AbortController()
    void follow(followed.id, controller.signal, (news) => setWatched((before) => withNews(before, news)))
    return () => controller.abort()
  }, [followed])
  return watched
}

export function withNews(before: WatchedRun, news: readonly RunEvent[] | 'cut' | 'over'): WatchedRun {
  if (news === 'cut') return { ...before, isCut: true }
  if (news === 'over') return { ...before, isCut: false, isOver: true }
  let { run, progress } = before
  const pairs = [...before.pairs]
  for (const event of news) {
    if (event.type === 'state') run = event.run
    else if (event.type === 'progress') progress = event
    else pairs.unshift(event)
  }
  return {
    ...(run === undefined ? {} : { run }),
    ...(progress === undefined ? {} : { progress }),
    pairs: pairs.slice(0, pairsShown),
    isCut: false,
    isOver: false,
  }
}

/** Gives events in the bunches they came in. A stream that ends while the run does not was cut. */
async function follow(
  id: string,
  signal: AbortSignal,
  give: (news: readonly RunEvent[] | 'cut' | 'over') => void,
): Promise<void> {
  let last: string | undefined
  let run: RunView | undefined
  while (!signal.aborted) {
    try {
      const body = await openStream(`/v1/runs/${encodeURIComponent(id)}/events`, { last, signal })
      for await (const bunch of readEvents(body)) {
        const events = bunch.map(({ data }) => JSON.parse(data) as RunEvent)
        give(events)
        run = events.findLast((event) => event.type === 'state')?.run ?? run
        last = bunch.findLast((event) => event.id !== undefined)?.id ?? last
      }
    } catch {
      // Cut: what was told before it still decides whether anything is left to come.
    }
    if (signal.aborted) return
    if (run !== undefined && !isUnderWay(run)) {
      give('over')
      return
    }
    give('cut')
    await new Promise((resolve) => setTimeout(resolve, retryMilliseconds))
  }
}
