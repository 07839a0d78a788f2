import { Listr, ListrLogger, ProcessOutput, type ListrTask } from 'listr2'
import type { Progress, ReportProgress, RunStage } from '../../pipeline/progress.ts'

/** What each stage is called on the screen. */
const titles: Readonly<Record<RunStage, string>> = {
  seeds: 'Read seed problems',
  extract: 'Label topics and knowledge points',
  graph: 'Build the concept graph',
  generate: 'Walk and weave pairs',
  mark: 'Mark near duplicates',
  select: 'Select a balanced set',
  export: 'Write the dataset',
  'copy-seeds': 'Copy seed problems',
  'copy-graph': 'Copy the concept graph',
  'copy-pairs': 'Copy pairs with walks and provenance',
  ask: 'Ask the model',
}

interface Watched {
  readonly stage: RunStage
  readonly started: Promise<void>
  readonly finished: Promise<void>
  start(): void
  finish(): void
  fail(error: unknown): void
  isFinished: boolean
  show: (text: string) => void
}

/**
 * Runs work while showing its stages on standard error, so that standard output stays data. A stage is done when a later one
 * reports or the work ends.
 */
export async function withProgress<Result>(
  stages: readonly RunStage[],
  work: (progress: ReportProgress) => Promise<Result>,
): Promise<Result> {
  const watched = stages.map(watch)
  const result = work((progress) => advance(watched, progress))
  const settled = result.then(
    () => finishAll(watched),
    (error: unknown) => failCurrent(watched, error),
  )
  const tasks: ListrTask[] = watched.map((stage) => ({
    title: titles[stage.stage],
    task: async (_, task) => {
      stage.show = (text) => (task.title = `${titles[stage.stage]} ${text}`)
      await stage.started
      await stage.finished
    },
  }))
  const logger = new ListrLogger({ processOutput: new ProcessOutput(process.stderr, process.stderr) })
  const renderer = process.stderr.isTTY ? 'default' : 'simple'
  const list = new Listr(tasks, {
    renderer,
    rendererOptions: { logger },
    registerSignalListeners: false,
  } as never)
  // The list fails with its stage; what the work itself failed with is thrown below.
  await list.run().catch(() => {})
  await settled
  return result
}

function watch(stage: RunStage): Watched {
  const started = Promise.withResolvers<void>()
  const finished = Promise.withResolvers<void>()
  // A stage that is never reached is waited for by nobody.
  finished.promise.catch(() => {})
  const watched: Watched = {
    stage,
    started: started.promise,
    finished: finished.promise,
    start: started.resolve,
    finish: () => {
      watched.isFinished = true
      finished.resolve()
    },
    fail: finished.reject,
    isFinished: false,
    show: () => {},
  }
  return watched
}

function advance(watched: readonly Watched[], { stage, done, total, note }: Progress): void {
  const place = watched.findIndex((entry) => entry.stage === stage)
  for (const [other, entry] of watched.entries()) {
    if (other > place) break
    entry.start()
    if (other < place) entry.finish()
    else
      entry.show(
        `${done.toLocaleString('en')}/${total.toLocaleString('en')}${note === undefined ? '' : ` (${note})`}`,
      )
  }
}

function finishAll(watched: readonly Watched[]): void {
  for (const entry of watched) {
    entry.start()
    entry.finish()
  }
}

function failCurrent(watched: readonly Watched[], error: unknown): void {
  const current = watched.find((entry) => !entry.isFinished)
  current?.start()
  current?.fail(error)
}
