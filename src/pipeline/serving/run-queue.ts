import { BusyError } from '../../core/errors.ts'
import type { ContentId } from '../../core/identity.ts'
import type { Progress } from '../progress.ts'
import type { Job, JobEnd, RunningJob, StartJob } from './job.ts'

/** How many jobs work at once and how many may wait. */
export interface QueueLimits {
  /** @default 1 */
  readonly running?: number
  /** @default 16 */
  readonly waiting?: number
  /**
   * Milliseconds that a job is given to store what is in flight: replies that a model is paid for come within its own grace, so
   * this is more.
   *
   * @default 45000
   */
  readonly patience?: number
}

export interface QueuedJob {
  readonly job: Job
  state: 'queued' | 'running'
  /** Told to stop, so that it is not gone on with. */
  cancelled: boolean
  progress?: Progress
  running?: RunningJob
}

/** Jobs that wait for their turn, in order, and those that work. A job has the id of its run. */
export interface RunQueue {
  get(id: ContentId): QueuedJob | undefined
  /** @throws BusyError when as many wait as may, with those that are about to */
  checkRoom(coming: number): void
  /** Puts a job at the end; one that is here already is left as it is. */
  add(job: Job): QueuedJob
  /** Takes a waiting job out, or tells a working one to stop. */
  cancel(id: ContentId): void
  /** Takes back the cancelling of a job that has not stopped yet: it is gone on with when it has. */
  renew(id: ContentId): void
  load(): { readonly running: number; readonly queued: number }
  /** Starts no more, tells what works to stop and waits until it has. */
  close(): Promise<void>
}

export interface QueueParts {
  readonly startJob: StartJob
  readonly limits: QueueLimits
  /** What becomes of a job that ended; `again` puts it at the end of the queue. */
  readonly onEnd: (entry: QueuedJob, end: JobEnd) => Promise<'over' | 'again'>
  /** Called whenever something of a job changed. */
  readonly onChange: (id: ContentId) => void
}

export function openRunQueue({ startJob, limits, onEnd, onChange }: QueueParts): RunQueue {
  const { running: mostRunning = 1, waiting: mostWaiting = 16, patience = 45_000 } = limits
  const entries = new Map<ContentId, QueuedJob>()
  const settling = new Set<Promise<void>>()
  let closing = false

  const inState = (state: QueuedJob['state']): QueuedJob[] =>
    [...entries.values()].filter((entry) => entry.state === state)

  function pump(): void {
    if (closing) return
    while (inState('running').length < mostRunning) {
      const [next] = inState('queued')
      if (next === undefined) return
      launch(next)
    }
  }

  function launch(entry: QueuedJob): void {
    const { job } = entry
    entry.state = 'running'
    entry.running = startJob(job, (progress) => {
      entry.progress = progress
      onChange(job.runId)
    })
    onChange(job.runId)
    const settled = entry.running.ended.then((end) => settle(entry, end))
    settling.add(settled)
    void settled.finally(() => settling.delete(settled))
  }

  async function settle(entry: QueuedJob, end: JobEnd): Promise<void> {
    const { runId } = entry.job
    const next = await onEnd(entry, end).catch(() => 'over' as const)
    entries.delete(runId)
    if (next === 'again' && !closing && !entry.cancelled)
      entries.set(runId, { job: entry.job, state: 'queued', cancelled: false })
    onChange(runId)
    pump()
  }

  return {
    get: (id) => entries.get(id),
    checkRoom(coming) {
      const waiting = inState('queued').length
      if (entries.size + coming >= mostWaiting + mostRunning)
        throw new BusyError(`queue full: ${waiting} wait; try again when some are done`)
    },
    add(job) {
      const held = entries.get(job.runId)
      if (held !== undefined) return held
      const entry: QueuedJob = { job, state: 'queued', cancelled: false }
      entries.set(job.runId, entry)
      onChange(job.runId)
      pump()
      return entry
    },
    cancel(id) {
      const entry = entries.get(id)
      if (entry === undefined) return
      entry.cancelled = true
      if (entry.state === 'queued') entries.delete(id)
      else entry.running?.stop(patience)
      onChange(id)
    },
    renew(id) {
      const entry = entries.get(id)
      if (entry?.cancelled === true) entry.cancelled = false
    },
    load: () => ({ running: inState('running').length, queued: inState('queued').length }),
    async close() {
      closing = true
      for (const { running } of entries.values()) running?.stop(patience)
      while (settling.size > 0) await Promise.all(settling)
    },
  }
}
