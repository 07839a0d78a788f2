import type { Config } from '../../core/config.ts'
import { ConflictError, UsageError } from '../../core/errors.ts'
import type { ContentId, JsonValue } from '../../core/identity.ts'
import type { Clock, Ledger, RunRequest, RunRequestStore } from '../../core/ports.ts'
import type { Run } from '../../core/run.ts'
import type { Generation, GenerationRequest } from '../../surfaces/api/contract/generations.ts'
import type { RunActivity, RunView } from '../../surfaces/api/contract/runs.ts'
import { planRunWalks } from '../draw-pairs.ts'
import { givenConcepts } from '../given-concepts.ts'
import { planRunOnGraph } from '../run-on-graph.ts'
import type { RunStores } from '../run-pipeline.ts'
import { readReport, type RunReport } from '../run-report.ts'
import { findRun, loadStoredRun, type StoredRun } from '../stored-run.ts'
import { capOf, generationConfig, type ModelLimits } from './generation-config.ts'
import { onShownConcepts, type EditedRun } from './edited-run.ts'
import type { Job, JobEnd, RunEnd, StartJob } from './job.ts'
import { followRun } from './run-events.ts'
import { openRunQueue, type QueuedJob, type QueueLimits } from './run-queue.ts'
import { viewRun } from './run-view.ts'
import type { RunDesk } from './service.ts'

export interface RunDeskParts {
  readonly stores: RunStores & { readonly ledger: Ledger; readonly requests: RunRequestStore }
  /** As the service was started. */
  readonly config: Config
  readonly clock: Clock
  readonly startJob: StartJob
  readonly limits: QueueLimits & ModelLimits
  /** Draws pairs that are stored nowhere, to see whether given concepts can be woven at all. */
  readonly probe: (request: GenerationRequest) => Promise<Generation>
  /** What the run of that id, or the latest finished one, stands on. */
  readonly loadBase: (run?: string) => Promise<StoredRun>
  readonly editedRun: (stored: StoredRun) => Promise<EditedRun>
}

/** A run that another process has is asked for again after so many milliseconds, so many times. */
const claimPause = 1000
const claimTries = 60
/** Times that a run whose process went without a word is gone on with. */
const crashTries = 3

/** Opens the desk and goes on with what was accepted before and is not over. */
export async function openRunDesk(parts: RunDeskParts): Promise<RunDesk & { close(): Promise<void> }> {
  const { stores, config, clock, startJob, limits, probe, loadBase, editedRun } = parts
  const { runs, requests, ledger, pairs } = stores
  const held = new Map<ContentId, RunRequest>()
  const tries = new Map<ContentId, number>()
  const listeners = new Map<ContentId, Set<() => void>>()
  let closing = false
  const queue = openRunQueue({ startJob, limits, onEnd, onChange })

  function onChange(id: ContentId): void {
    for (const wake of listeners.get(id) ?? []) wake()
  }

  async function record(request: RunRequest): Promise<void> {
    await requests.put(request)
    held.set(request.runId, request)
  }

  async function onEnd(entry: QueuedJob, end: JobEnd): Promise<'over' | 'again'> {
    const { job } = entry
    const settings = held.get(job.runId)?.settings ?? {}
    const over = async (state: 'stopped' | 'complete', problem?: string): Promise<'over'> => {
      tries.delete(job.runId)
      await record({ runId: job.runId, state, settings, ...(problem === undefined ? {} : { problem }) })
      return 'over'
    }
    const overCancelled = async (): Promise<'over' | 'again'> => {
      await over('stopped', 'cancelled')
      if (entry.cancelled) return 'over'
      // It was asked for again meanwhile.
      await record({ runId: job.runId, state: 'queued', settings })
      return 'again'
    }
    if (end.kind === 'done') {
      const { end: how, problem } = end.result as unknown as RunEnd
      if (how === 'complete') return over('complete')
      if (entry.cancelled) return overCancelled()
      // A service that closes leaves its runs as accepted: the next one goes on with them.
      if (how === 'interrupted' && closing) return 'over'
      if (how === 'interrupted' && (await again(job, crashTries, 0)) === 'again') return 'again'
      if (how === 'exhausted') return over('stopped', 'the walks have nothing new to offer')
      if (how === 'unanswered')
        return over('stopped', 'requests were given up; resuming the run asks only for what is missing')
      return over('stopped', problem ?? how)
    }
    if (entry.cancelled) return overCancelled()
    if (closing) return 'over'
    if (end.kind === 'crashed') {
      return (await again(job, crashTries, claimPause)) === 'again'
        ? 'again'
        : over('stopped', 'its process ended without a word, more than once')
    }
    if (end.name === 'StoreError') {
      // The process of a service that was killed may still be storing what was in flight.
      if ((await again(job, claimTries, claimPause)) === 'again') return 'again'
      return over('stopped', 'another process has the run, or the store failed')
    }
    return over('stopped', end.message)
  }

  async function again({ runId }: Job, most: number, pause: number): Promise<'again' | 'over'> {
    const tried = (tries.get(runId) ?? 0) + 1
    tries.set(runId, tried)
    if (tried > most) return 'over'
    await clock.sleep(pause)
    return 'again'
  }

  function activityOf(run: Run): RunActivity {
    const entry = queue.get(run.id)
    if (entry !== undefined) return entry.state
    return run.state === 'generating' ? 'stopped' : 'complete'
  }

  async function viewOf(run: Run): Promise<RunView> {
    const activity = activityOf(run)
    const problem = activity === 'stopped' ? held.get(run.id)?.problem : undefined
    return viewRun({
      run,
      activity,
      counts: await pairs.counts(run.id),
      calls: await ledger.totals(run.id),
      ...(problem === undefined ? {} : { problem }),
    })
  }

  function enqueue(runId: ContentId, settings: JsonValue): void {
    const { cost } = settings as { readonly cost?: number }
    const budget = { ...config.model.budget, ...capOf(cost, limits.maximumCost, config.model.budget.cost) }
    const { out: _out, ...place } = config.run
    queue.add({ kind: 'run', runId, config: { ...config, model: { ...config.model, budget }, run: place } })
  }

  async function checkWeave(request: GenerationRequest): Promise<void> {
    const { pairs: woven, skipped } = await probe({ ...request, count: 1 })
    const reasons = Object.keys(skipped).join(', ')
    if (woven.length === 0)
      throw new ConflictError(`no pair needs all of these concepts (${reasons}): give others, or use a model`)
  }

  /** Goes on with a run whose job was told to stop and has not yet. */
  async function renew(runId: ContentId): Promise<void> {
    tries.delete(runId)
    queue.renew(runId)
    await record({ runId, state: 'queued', settings: held.get(runId)?.settings ?? {} })
  }

  const coming = new Set<ContentId>()

  /** A promise is given when it is on disk. */
  async function accept(run: Run, settings: JsonValue): Promise<void> {
    if (!coming.has(run.id)) queue.checkRoom(coming.size)
    coming.add(run.id)
    try {
      if ((await runs.byId(run.id)) === undefined) await runs.put(run)
      await record({ runId: run.id, state: 'queued', settings })
      enqueue(run.id, settings)
    } finally {
      coming.delete(run.id)
    }
  }

  for (const request of await requests.list()) {
    held.set(request.runId, request)
    if (request.state === 'queued') enqueue(request.runId, request.settings)
  }

  return {
    async start(request) {
      const base = await loadBase(request.run)
      const shown = onShownConcepts(request, await editedRun(base))
      const planned = planRunOnGraph(generationConfig(config, shown, limits), base)
      const { id } = planned.run
      const stored = await runs.byId(id)
      const isOver = stored !== undefined && stored.state !== 'generating'
      if (queue.get(id)?.cancelled === true) await renew(id)
      else if (queue.get(id) === undefined && !isOver) {
        checkPlan(planned)
        if (request.concepts !== undefined && request.engine !== 'model') await checkWeave(request)
        // The cap of the service is that of the service which works on the run.
        const { maximumCost } = request
        await accept(planned.run, maximumCost === undefined ? {} : { cost: maximumCost })
      }
      return viewOf((await runs.byId(id)) as Run)
    },
    async list() {
      const views: RunView[] = []
      for (const run of await runs.list()) views.push(await viewOf(run))
      return views
    },
    async view(id) {
      const run = await runs.byId(id)
      return run === undefined ? undefined : viewOf(run)
    },
    async cancel(id) {
      const run = await runs.byId(id)
      if (run === undefined) return undefined
      if (queue.get(run.id) !== undefined) {
        const settings = held.get(run.id)?.settings ?? {}
        await record({ runId: run.id, state: 'stopped', settings, problem: 'cancelled' })
        queue.cancel(run.id)
      }
      return viewOf((await runs.byId(run.id)) as Run)
    },
    async resume(id) {
      const run = await runs.byId(id)
      if (run === undefined) return undefined
      if (queue.get(run.id)?.cancelled === true) await renew(run.id)
      else if (queue.get(run.id) === undefined && run.state === 'generating') {
        await accept(run, held.get(run.id)?.settings ?? {})
      }
      return viewOf(run)
    },
    events: (id, options = {}) =>
      followRun(
        {
          pairs,
          clock,
          run: () => runs.byId(id),
          view: viewOf,
          progress: (runId) => queue.get(runId)?.progress,
          onChange(runId, wake) {
            const waiting = listeners.get(runId) ?? new Set()
            listeners.set(runId, waiting.add(wake))
            return () => {
              waiting.delete(wake)
              if (waiting.size === 0) listeners.delete(runId)
            }
          },
        },
        options,
      ),
    async report(id) {
      const run = await runs.byId(id)
      if (run === undefined) return undefined
      const { out: _out, ...place } = config.run
      const job: Job = { kind: 'report', runId: run.id, config: { ...config, run: place } }
      return readReport(place.workspace, run) ?? reportAnew(startJob(job, () => {}).ended)
    },
    load: () => queue.load(),
    async close() {
      closing = true
      await queue.close()
    },
  }
}

async function reportAnew(ended: Promise<JobEnd>): Promise<RunReport> {
  const end = await ended
  if (end.kind === 'done') return end.result as unknown as RunReport
  throw new ConflictError(`no report of the run: ${end.message}`)
}

/** What a run stands on, kept for the last few that were asked for: the same graph is generated on again and again. */
export function openBaseLoader(
  stores: Pick<RunStores, 'graph' | 'runs'>,
  config: Config,
): (id?: string) => Promise<StoredRun> {
  const kept = new Map<ContentId, Promise<StoredRun>>()
  const most = 4
  return async (id) => {
    const run = await findRun(stores.runs, id)
    const base = kept.get(run.id) ?? loadStoredRun(run, stores.graph, config)
    kept.delete(run.id)
    kept.set(run.id, base)
    base.catch(() => kept.delete(run.id))
    for (const oldest of [...kept.keys()].slice(0, -most)) kept.delete(oldest)
    return base
  }
}

/** Settings that contradict each other are refused before anything is promised. */
export function checkPlan({ config, graph }: Pick<StoredRun, 'config' | 'graph'>): void {
  try {
    if (givenConcepts(config, graph) === undefined) planRunWalks(config, graph)
  } catch (error) {
    if (error instanceof UsageError) throw new ConflictError(error.message, { cause: error })
    throw error
  }
}
