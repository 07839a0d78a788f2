import type { Command } from '@commander-js/extra-typings'
import type { PipelineResult } from '../../../pipeline/run-pipeline.ts'
import type { RunSummary } from '../../../pipeline/summarise-run.ts'
import { nextSteps, summaryText } from '../print-summary.ts'
import { reportError } from '../report-error.ts'
import { commandWith, configOf, type Flags } from '../options.ts'

/** `conceptloom run`: the whole pipeline. */
export function runCommand(): Command {
  const command = commandWith('run', ['seeds', 'engine', 'model', 'walk', 'generation', 'dataset', 'place'])
    .description('seeds → concepts → graph → walks → pairs → dataset')
    .option('--resume [run]', 'go on with the given or the latest unfinished run')
  command.action(async (flags) => runAction(flags as Flags))
  return command as unknown as Command
}

async function runAction(flags: Flags): Promise<void> {
  const [{ resumePipeline, runPipeline }, { findUnfinishedRun, loadStoredRun }, { summariseRun }] =
    await Promise.all([
      import('../../../pipeline/run-pipeline.ts'),
      import('../../../pipeline/stored-run.ts'),
      import('../../../pipeline/summarise-run.ts'),
    ])
  const [{ engineOpener, openStores }, { withProgress }] = await Promise.all([
    import('../../../wire.ts'),
    import('../show-progress.ts'),
  ])
  const { config } = configOf(flags)
  const stores = await openStores(config.run.workspace)
  const started = performance.now()
  const interruption = watchInterrupt()
  const { signal } = interruption
  const resume = flags['resume']
  try {
    const stored =
      resume === undefined
        ? undefined
        : await loadStoredRun(
            await findUnfinishedRun(stores.runs, typeof resume === 'string' ? resume : undefined),
            stores.graph,
            config,
          )
    const parts = { stores, openEngine: engineOpener(stores, signal), signal }
    const stages = ['seeds', 'extract', 'graph', 'generate', 'select', 'export'] as const
    const result = await withProgress(stored === undefined ? stages : stages.slice(3), (progress) =>
      stored === undefined
        ? runPipeline({ ...parts, config, progress })
        : resumePipeline({ ...parts, progress }, stored),
    )
    const summary = summariseRun(result, stored?.config ?? config, (performance.now() - started) / 1000)
    reportBadRows(result)
    printSummary(summary, flags['json'] === true, config.run.workspace)
    if (result.error !== undefined) reportError(result.error, process.stderr)
    process.exitCode = result.error?.exitCode ?? exitCodeAfter(result.end, summary.seeds.bad)
  } finally {
    interruption.stop()
    await stores.close()
  }
}

const badRowsShown = 20

function reportBadRows({ prepared }: PipelineResult): void {
  const { badRows = [], bad = 0 } = prepared.admission ?? {}
  for (const { place, reason } of badRows.slice(0, badRowsShown)) {
    process.stderr.write(`${place.file}:${place.line}: ${reason}\n`)
  }
  if (bad > badRowsShown)
    process.stderr.write(
      `… and ${bad - badRowsShown} more bad rows; \`conceptloom seeds import\` lists them all\n`,
    )
}

function printSummary(summary: RunSummary, json: boolean, workspace: string): void {
  if (json) process.stdout.write(`${JSON.stringify(summary)}\n`)
  else process.stdout.write(`\n${summaryText(summary)}\n${nextSteps(summary, workspace)}`)
  if (summary.end === 'interrupted' || summary.end === 'stopped')
    process.stderr.write(`${summary.end}: go on with --resume; what was answered is not asked again\n`)
  if (summary.end === 'exhausted') {
    process.stderr.write(
      `the walks have nothing new to offer: ${summary.pairs.stored} of ${summary.pairs.requested} pairs\n`,
    )
  }
}

/** 130 interrupted, 5 partial (bad rows, or fewer pairs than asked for), 0 otherwise. */
function exitCodeAfter(end: string, badRows: number): number {
  if (end === 'interrupted') return 130
  return end === 'exhausted' || badRows > 0 ? 5 : 0
}

/** First Ctrl-C or SIGTERM: finish what is in flight. Second: leave at once. */
function watchInterrupt(): { readonly signal: AbortSignal; stop(): void } {
  const controller = new AbortController()
  const handle = (): void => {
    if (controller.signal.aborted) process.exit(130)
    process.stderr.write('stopping after what is in flight; press again to leave at once\n')
    controller.abort()
  }
  process.on('SIGINT', handle)
  process.on('SIGTERM', handle)
  return {
    signal: controller.signal,
    stop: () => {
      process.off('SIGINT', handle)
      process.off('SIGTERM', handle)
    },
  }
}
