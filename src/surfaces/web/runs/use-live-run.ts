import { useEffect, useState } from 'preact/hooks'
import type { RunView } from '../../api/contract/runs.ts'
import { getRun } from '../client/data-requests.ts'
import { latest, type Loaded, reloadAll, useLoaded } from '../client/use-loaded.ts'
import { isUnderWay, useWatchedRun, type WatchedRun } from '../client/watch-run.ts'

export interface LiveRun {
  readonly loaded: Loaded<RunView>
  /** The run as it was told of last; its `run` is that of `loaded` while nothing is followed. */
  readonly watched: WatchedRun
}

/**
 * A run as it is stored, followed while it is under way: also one that was stopped and goes on, from here or from elsewhere.
 *
 * @param id The same as long as the component stands.
 */
export function useLiveRun(id: string): LiveRun {
  const loaded = useLoaded(`run:${id}`, (signal) => getRun(id, signal))
  const stored = latest(loaded)
  const [followed, setFollowed] = useState<{ readonly id: string }>()
  const watched = useWatchedRun(followed)
  // The end that was told of may lie behind: what is asked for after it decides.
  useEffect(() => {
    if (watched.isOver) reloadAll()
  }, [watched.isOver])
  useEffect(() => {
    if (stored === undefined) return
    if (!isUnderWay(stored)) {
      if (watched.isOver) setFollowed(undefined)
    } else if (followed === undefined || watched.isOver) setFollowed({ id })
  }, [stored])
  const run = watched.run ?? stored
  return { loaded, watched: run === undefined ? watched : { ...watched, run } }
}
