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
}

const pairsShown = 50
const retryMilliseconds = 2_000

/** Follows a run as it is written, from its first event on; after a cut it goes on behind the last event that came. */
export function useWatchedRun(id: string | undefined): WatchedRun {
  const [watched, setWatched] = useState<WatchedRun>({ pairs: [], isCut: false })
  useEffect(() => {
    setWatched({ pairs: [], isCut: false })
    if (id === undefined) return undefined
    const controller = new AbortController()
    void follow(id, controller.signal, (events) =>
      setWatched((before) =>
        events === undefined ? { ...before, isCut: true } : withEvents(before, events),
      ),
    )
    return () => controller.abort()
  }, [id])
  return watched
}

export function withEvents(before: WatchedRun, events: readonly RunEvent[]): WatchedRun {
  let { run, progress } = before
  const pairs = [...before.pairs]
  for (const event of events) {
    if (event.type === 'state') run = event.run
    else if (event.type === 'progress') progress = event
    else pairs.unshift(event)
  }
  return {
    ...(run === undefined ? {} : { run }),
    ...(progress === undefined ? {} : { progress }),
    pairs: pairs.slice(0, pairsShown),
    isCut: false,
  }
}

/** Gives events in the bunches they came in; `undefined` says that the stream was cut. */
async function follow(
  id: string,
  signal: AbortSignal,
  give: (events: readonly RunEvent[] | undefined) => void,
): Promise<void> {
  let last: string | undefined
  while (!signal.aborted) {
    try {
      const body = await openStream(`/v1/runs/${encodeURIComponent(id)}/events`, { last, signal })
      for await (const bunch of readEvents(body)) {
        give(bunch.map(({ data }) => JSON.parse(data) as RunEvent))
        last = bunch.findLast((event) => event.id !== undefined)?.id ?? last
      }
      return
    } catch {
      if (signal.aborted) return
      give(undefined)
      await new Promise((resolve) => setTimeout(resolve, retryMilliseconds))
    }
  }
}
