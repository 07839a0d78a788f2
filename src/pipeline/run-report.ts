import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { PairStore } from '../core/ports.ts'
import type { Run } from '../core/run.ts'
import { checkModelRun } from './check-model-run.ts'
import { presetOf } from './model-engine.ts'
import type { PipelineResult } from './run-pipeline.ts'
import { skyworkStages, stageProgress, type StageProgress } from './skywork-stages.ts'
import type { StoredRun } from './stored-run.ts'
import { summariseRun, type RunSummary } from './summarise-run.ts'
import { unreviewed } from './with-reviews.ts'

/** A run in figures, without its clock. */
export type RunReport = Omit<RunSummary, 'seconds'>

/** Keeps what a run came to when it was last written: `<workspace>/reports/<run>.json`, whole or not at all. */
export function writeReport(workspace: string, summary: RunSummary): void {
  const { seconds: _, ...report } = summary
  const file = fileOf(workspace, report.run)
  mkdirSync(path.dirname(file), { recursive: true })
  const partial = `${file}.partial-${process.pid}`
  writeFileSync(partial, `${JSON.stringify(report)}\n`)
  renameSync(partial, file)
}

/** The report of a run as it is stored now; `undefined` where none was kept, or the run has gone on since. */
export function readReport(workspace: string, run: Run): RunReport | undefined {
  let report: RunReport
  try {
    report = JSON.parse(readFileSync(fileOf(workspace, run.id), 'utf8')) as RunReport
  } catch {
    return undefined
  }
  const { state, pairs } = report
  return state === run.state && pairs.stored === run.counters.pairs ? report : undefined
}

function fileOf(workspace: string, runId: string): string {
  return path.join(workspace, 'reports', `${runId}.json`)
}

/** Draws the report of a stored run up anew; what only its export tells is absent, and so are the calls of its last part. */
export async function reportOf(
  { run, config, graph, seeds, contributions }: StoredRun,
  pairs: PairStore,
): Promise<RunReport> {
  const { engine, model } = config
  const isModel = engine.generator === 'model'
  const unfinished = run.counters.unanswered.length > 0 ? 'unanswered' : 'interrupted'
  const result: PipelineResult = {
    run,
    prepared: {
      seeds: seeds.map(({ seed }) => seed),
      extractor: engine.extractor === 'model' ? (model.name ?? 'model') : engine.extractor,
      contributions,
      graph,
    },
    generator: isModel ? `${engine.preset} by ${model.name ?? 'model'}` : 'procedural',
    end: run.state === 'generating' ? unfinished : 'complete',
    stages: stagesOf({ run, config, graph, seeds, contributions }),
    dataset: undefined,
    ...(isModel
      ? { checks: await checkModelRun({ run, graph, pairs: unreviewed(pairs), protectedTexts: undefined }) }
      : {}),
  }
  const { seconds: _, ...report } = summariseRun(result, config, 0)
  return report
}

function stagesOf({ run, config, graph, seeds, contributions }: StoredRun): readonly StageProgress[] {
  if (config.engine.generator !== 'model') return []
  const parameters = presetOf(config)
  if (parameters.preset !== 'skywork' || !parameters.stages) return []
  const job = { runId: run.id, config, graph, contributions }
  const openSource = (): never => {
    throw new Error('nothing is drawn for a report')
  }
  return stageProgress(skyworkStages({ job, seeds, parameters, openSource }), run.counters.pairs)
}
