import type { ContentId } from '../../core/identity.ts'
import type { Clock, PairStore } from '../../core/ports.ts'
import type { Run } from '../../core/run.ts'
import type { RunEvent, RunView } from '../../surfaces/api/contract/runs.ts'
import type { Progress } from '../progress.ts'
import type { EventOptions, NumberedEvent } from './service.ts'

export interface FollowedRun {
  readonly pairs: PairStore
  readonly clock: Clock
  readonly run: () => Promise<Run | undefined>
  readonly view: (run: Run) => Promise<RunView>
  readonly progress: (runId: ContentId) => Progress | undefined
  /** Calls `wake` when something of the run changes, until the returned function is called. */
  readonly onChange: (runId: ContentId, wake: () => void) => () => void
}

/** Milliseconds between two looks at a run that another process may be writing, and between two events of its state. */
const pollPause = 1000
const statePause = 200
/** Draws that are read at a time, so that nobody waits long. */
const window = 128
/** Draws of the past that a listener is told of who names no event. */
const recentDraws = 200

/**
 * What happens to a run, from its stored state alone: an id is the place of the next draw, so a listener that comes back, to this
 * process or the next, misses no pair and gets none twice. Pairs come in draw order; one that fills a place kept free by a request
 * that was given up is not told of.
 */
export async function* followRun(
  followed: FollowedRun,
  { after, signal }: EventOptions,
): AsyncGenerator<NumberedEvent, void> {
  let run = await followed.run()
  if (run === undefined) return
  const last = after === undefined ? undefined : parseId(after)
  let next = last?.next ?? Math.max(0, run.cursor - recentDraws)
  let told = ''
  let toldProgress: Progress | undefined
  const changes = listen(followed, run.id)
  const isAborted = (): boolean => signal?.aborted === true
  const numbered = (event: RunEvent, what: string): NumberedEvent => ({ id: `${next}.${what}`, event })
  try {
    for (;;) {
      let view = await followed.view(run)
      const isOver = view.activity === 'stopped' || view.activity === 'complete'
      if (isOver) {
        // Nobody writes it any more, so this is all of it.
        run = (await followed.run()) ?? run
        view = await followed.view(run)
        if (told === '' && last?.what === view.activity && next >= run.cursor) return
      } else if (JSON.stringify(view) !== told) {
        told = JSON.stringify(view)
        yield numbered({ type: 'state', run: view }, view.activity)
      }
      while (next < run.cursor && !isAborted()) {
        const to = Math.min(next + window, run.cursor)
        for await (const batch of followed.pairs.range(run.id, { from: next, to })) {
          for (const { id, index, draft, verdict } of batch) {
            next = index + 1
            const { question } = draft
            yield numbered({ type: 'pair', id, index, question, rung: verdict.rung }, 'pair')
          }
        }
        next = to
        await followed.clock.sleep(0)
      }
      const progress = followed.progress(run.id)
      if (progress !== undefined && progress !== toldProgress) {
        toldProgress = progress
        const { stage, done, total } = progress
        yield numbered({ type: 'progress', stage, done, total }, 'progress')
      }
      if (isAborted()) return
      if (isOver) {
        yield numbered({ type: 'state', run: view }, view.activity)
        return
      }
      await changes.wait(signal)
      if (isAborted()) return
      run = (await followed.run()) ?? run
    }
  } finally {
    changes.stop()
  }
}

function parseId(id: string): { readonly next: number; readonly what: string } {
  const [, digits = '0', what = ''] = /^(\d{1,15})(?:\.([a-z]+))?$/.exec(id) ?? []
  return { next: Number(digits), what }
}

/** Waits for a change, at least for a moment and at most for a second. */
function listen(
  { clock, onChange }: FollowedRun,
  runId: ContentId,
): { wait(signal: AbortSignal | undefined): Promise<void>; stop(): void } {
  let changed = Promise.withResolvers<void>()
  const stop = onChange(runId, () => changed.resolve())
  return {
    stop,
    async wait(signal) {
      const controller = new AbortController()
      const { signal: over } = controller
      const both = signal === undefined ? over : AbortSignal.any([over, signal])
      const quiet = (): void => {}
      try {
        await clock.sleep(statePause, both).catch(quiet)
        await Promise.race([changed.promise, clock.sleep(pollPause, both).catch(quiet)])
      } finally {
        controller.abort()
      }
      changed = Promise.withResolvers<void>()
    },
  }
}
