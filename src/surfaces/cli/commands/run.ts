import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Option, type Command } from '@commander-js/extra-typings'
import type { Config } from '../../../core/config.ts'
import { ConfigurationError } from '../../../core/errors.ts'
import type { PipelineResult } from '../../../pipeline/run-pipeline.ts'
import type { RunSummary } from '../../../pipeline/summarise-run.ts'
import { limitMemory } from '../limit-memory.ts'
import { printEstimate } from '../print-estimate.ts'
import { nextSteps, summaryText } from '../print-summary.ts'
import { reportError } from '../report-error.ts'
import { watchInterrupt } from '../watch-interrupt.ts'
import { commandWith, configOf, type Flags } from '../options.ts'

/** `conceptloom run`: the whole pipeline. */
export function runCommand(): Command {
  const command = commandWith('run', [
    'seeds',
    'engine',
    'recipe',
    'model',
    'walk',
    'given',
    'generation',
    'dataset',
    'protect',
    'place',
  ])
    .description('seeds → concepts → graph → walks → pairs → dataset')
    .option('--resume [run]', 'go on with the given or the latest unfinished run')
    .option('--graph-of <run>', 'use the seeds, labels and graph of a stored run as they stand')
    .addOption(
      new Option(
        '--store <name>',
        'where graph, walks, pairs and provenance go; the ledger stays in the workspace',
      )
        .choices(['sqlite', 'neo4j'])
        .default('sqlite'),
    )
    .option('--dry-run', 'say what a model would be asked and what it may cost, and ask nothing')
  command.action(async (flags) => runAction(flags as Flags))
  return command as unknown as Command
}

async function runAction(flags: Flags): Promise<void> {
  const [
    { resumePipeline, runPipeline },
    { findUnfinishedRun, loadStoredRun },
    { summariseRun },
    { writeReport },
  ] = await Promise.all([
    import('../../../pipeline/run-pipeline.ts'),
    import('../../../pipeline/stored-run.ts'),
    import('../../../pipeline/summarise-run.ts'),
    import('../../../pipeline/run-report.ts'),
  ])
  const [{ engineOpener, openNeo4jWorkspace, openStores }, { withProgress }, { usesModel }] =
    await Promise.all([
      import('../../../wire.ts'),
      import('../show-progress.ts'),
      import('../../../pipeline/run-identity.ts'),
    ])
  const { config } = configOf(flags)
  if (flags['dryRun'] === true) return dryRun(config, flags['json'] === true)
  if (usesModel(config)) limitMemory()
  const open = flags['store'] === 'neo4j' ? openNeo4jWorkspace : openStores
  const stores = await open(config.run.workspace)
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
    const stages = ['seeds', 'extract', 'graph', 'generate', 'mark', 'select', 'export'] as const
    const result = await withProgress(stored === undefined ? stages : stages.slice(3), (progress) =>
      stored === undefined
        ? runPipeline({ ...parts, config, progress })
        : resumePipeline({ ...parts, progress }, stored),
    )
    const summary = summariseRun(result, stored?.config ?? config, (performance.now() - started) / 1000)
    writeReport(config.run.workspace, summary)
    reportBadRows(result, config.run.workspace)
    reportMerges(result, config.concepts.merges)
    await reportTarget(result, stored?.config ?? config)
    printSummary(summary, flags['json'] === true, config.run.workspace)
    if (result.error !== undefined) reportError(result.error, process.stderr)
    process.exitCode =
      result.error?.exitCode ??
      exitCodeAfter(result.end, summary.seeds.bad + (result.protection?.badRows.length ?? 0))
  } finally {
    interruption.stop()
    await stores.close()
  }
}

/** An estimate as a range, from the seeds and the price file alone. */
async function dryRun(config: Config, json: boolean): Promise<void> {
  const [{ estimateRun }, { usesModel }] = await Promise.all([
    import('../../../pipeline/estimate-run.ts'),
    import('../../../pipeline/run-identity.ts'),
  ])
  if (!usesModel(config)) {
    process.stdout.write(json ? '{"requests":{"low":0,"high":0}}\n' : 'no model is asked: nothing to pay\n')
    return
  }
  const { name } = config.model
  if (name === undefined) throw new ConfigurationError('model.name: none; name a model with --model NAME')
  await printEstimate(config.model, json, {
    estimate: async (price) => estimateRun(config, price),
    subject: ({ pairs, seeds }) => `${pairs} pairs from ${seeds} seeds by ${name}`,
  })
}

const badRowsShown = 20

/** Every bad row stands in a report in the workspace; the first ones on standard error too. */
function reportBadRows({ run, prepared, protection }: PipelineResult, workspace: string): void {
  const { admission } = prepared
  const badProtected = admission?.badProtectedRows ?? protection?.badRows ?? []
  for (const { place, reason } of badProtected.slice(0, badRowsShown))
    process.stderr.write(`${place.file}:${place.line}: ${reason}\n`)
  if (
    admission === undefined ||
    admission.bad +
      admission.duplicates +
      admission.excludedBySplit +
      admission.excludedAsProtected +
      admission.twinsOfProtected ===
      0
  )
    return
  const file = join(workspace, `seeds-${run.id.slice(0, 12)}.json`)
  writeFileSync(file, `${JSON.stringify(admission, null, 2)}\n`)
  for (const { place, reason } of admission.badRows.slice(0, badRowsShown)) {
    process.stderr.write(`${place.file}:${place.line}: ${reason}\n`)
  }
  process.stderr.write(
    `${admission.bad} bad rows, ${admission.duplicates} duplicates, ${admission.excludedBySplit} rows of a test split, ${admission.excludedAsProtected} equal to protected problems (${admission.twinsOfProtected} twins kept): ${file}\n`,
  )
}

/** Names that may mean the same wait for a person; nothing is merged meanwhile. */
function reportMerges({ prepared }: PipelineResult, file: string | undefined): void {
  const open = prepared.gathering?.mergeProposals.length ?? 0
  if (open === 0) return
  process.stderr.write(
    file === undefined
      ? `${open} pairs of concept names may mean the same: --merges FILE writes them down for a review\n`
      : `${open} merges of concept names wait in ${file}: set decision to accepted or rejected, then run again\n`,
  )
}

/** Knowledge points that were asked for and that no walk can be given. */
async function reportTarget({ prepared }: PipelineResult, config: Config): Promise<void> {
  if (config.walk.target === undefined) return
  const [{ describeLeftOut }, { planRunWalks }] = await Promise.all([
    import('../../../pipeline/coverage-target.ts'),
    import('../../../pipeline/draw-pairs.ts'),
  ])
  for (const line of describeLeftOut(planRunWalks(config, prepared.graph), prepared.graph))
    process.stderr.write(`${line}\n`)
}

function printSummary(summary: RunSummary, json: boolean, workspace: string): void {
  if (json) process.stdout.write(`${JSON.stringify(summary)}\n`)
  else process.stdout.write(`\n${summaryText(summary)}\n${nextSteps(summary, workspace)}`)
  if (summary.end === 'interrupted' || summary.end === 'stopped')
    process.stderr.write(`${summary.end}: go on with --resume; what was answered is not asked again\n`)
  if (summary.end === 'unanswered')
    process.stderr.write(
      `${summary.pairs.unanswered.length} draws were given up, their places are kept free: --resume asks only for them\n`,
    )
  if (summary.end === 'exhausted') {
    process.stderr.write(
      `the walks have nothing new to offer: ${summary.pairs.stored} of ${summary.pairs.requested} pairs\n`,
    )
  }
}

/** 130 interrupted, 5 partial (bad rows, or fewer pairs than asked for), 0 otherwise. */
function exitCodeAfter(end: string, badRows: number): number {
  if (end === 'interrupted') return 130
  return end === 'exhausted' || end === 'unanswered' || badRows > 0 ? 5 : 0
}
