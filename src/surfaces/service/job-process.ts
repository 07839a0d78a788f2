import { ConceptloomError } from '../../core/errors.ts'
import type { JsonValue } from '../../core/identity.ts'
import { exportRun } from '../../pipeline/export-run.ts'
import { resumePipeline } from '../../pipeline/run-pipeline.ts'
import { reportOf, writeReport } from '../../pipeline/run-report.ts'
import { summariseRun } from '../../pipeline/summarise-run.ts'
import { viewBalance } from '../../pipeline/serving/balance-view.ts'
import type { Job, JobMessage } from '../../pipeline/serving/job.ts'
import { loadStoredRun, type StoredRun } from '../../pipeline/stored-run.ts'
import { engineOpener, openExistingStores, type Workspace } from '../../wire.ts'
import { limitMemory } from '../cli/limit-memory.ts'

// The entry point of a process that does one job and ends. It stops, storing what is in flight, when it is told to, on Ctrl-C and
// SIGTERM, and when the service that started it is gone.
const controller = new AbortController()
const stop = (): void => controller.abort()
process.on('SIGINT', stop)
process.on('SIGTERM', stop)
process.on('disconnect', stop)
process.on('message', (message: Job | 'stop') => {
  if (message === 'stop') stop()
  else void answer(message)
})

async function answer(job: Job): Promise<void> {
  const tell = (message: JobMessage): void => {
    // The service may be gone between the look and the word; what is done is stored all the same.
    if (process.connected) process.send?.(message, undefined, undefined, () => {})
  }
  try {
    const stores = await openExistingStores(job.config.run.workspace)
    try {
      const result = await work(job, stores, tell)
      tell({ kind: 'done', result })
    } finally {
      await stores.close()
    }
  } catch (error) {
    // A fault of ours stands whole in the log of the service; its caller is told no more than that there was one.
    const known = error instanceof ConceptloomError
    if (!known) process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
    const [name, message] = known ? [error.name, error.message] : ['Error', 'a fault of the program']
    tell({ kind: 'failed', name, message })
  }
  if (process.connected) process.disconnect()
  process.off('SIGINT', stop)
  process.off('SIGTERM', stop)
}

async function work(
  { kind, runId, config: call }: Job,
  stores: Workspace,
  tell: (message: JobMessage) => void,
): Promise<JsonValue> {
  const run = await stores.runs.byId(runId)
  if (run === undefined) throw new Error(`no such run: ${runId}`)
  const stored = inThisThread(await loadStoredRun(run, stores.graph, call))
  const progress = reportSeldom(tell)
  const { config } = stored
  if (kind === 'dataset') {
    const { rows } = await exportRun({ config, stores, run, progress })
    return { rows }
  }
  if (kind === 'balance') return (await viewBalance(stored, stores)) as unknown as JsonValue
  if (kind === 'report') return (await reportOf(stored, stores.pairs)) as unknown as JsonValue
  if (config.engine.generator === 'model') limitMemory()
  const { signal } = controller
  const parts = { stores, openEngine: engineOpener(stores, signal), signal, progress }
  const result = await resumePipeline(parts, stored)
  writeReport(config.run.workspace, summariseRun(result, config, 0))
  return { end: result.end, problem: result.error?.message ?? null }
}

/** Pairs up to which threads take longer to start than they spare. */
const fewPairs = 2000

function inThisThread(stored: StoredRun): StoredRun {
  const { config } = stored
  if (config.generation.count > fewPairs) return stored
  return { ...stored, config: { ...config, run: { ...config.run, workers: 0 } } }
}

/** Milliseconds between two reports of a stage. */
const pause = 100

function reportSeldom(
  tell: (message: JobMessage) => void,
): (progress: Extract<JobMessage, { kind: 'progress' }>['progress']) => void {
  let last = { stage: '', time: 0 }
  return (progress) => {
    const time = performance.now()
    if (progress.stage === last.stage && time - last.time < pause && progress.done < progress.total) return
    last = { stage: progress.stage, time }
    tell({ kind: 'progress', progress })
  }
}
