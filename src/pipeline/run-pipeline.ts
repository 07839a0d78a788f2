import type { Config } from '../core/config.ts'
import {
  BudgetError,
  type ConceptloomError,
  ConfigurationError,
  InterruptedError,
  ProviderError,
  StoreError,
  UnansweredError,
  UsageError,
} from '../core/errors.ts'
import { contentId, type ContentId, type JsonValue } from '../core/identity.ts'
import type { GraphStore, PairStore, RunStore } from '../core/ports.ts'
import type { Run } from '../core/run.ts'
import type { Seed } from '../core/seed.ts'
import { checkTarget } from '../steps/export/staged-folder.ts'
import { checkModelRun, type ModelRunReport } from './check-model-run.ts'
import type { CallProgress } from './calling/call-progress.ts'
import type { Engine } from './engine.ts'
import { exportRun, type ExportedDataset } from './export-run.ts'
import { labelledSeeds, labelSeeds, loadSeeds, storePreparedRun, type PreparedRun } from './prepare-run.ts'
import { markProtected, type ProtectionReport } from './mark-protected.ts'
import type { ReportProgress } from './progress.ts'
import { identifyingConfig, runId } from './run-identity.ts'
import { seedSummary } from './seed-summary.ts'
import { planRunOnGraph } from './run-on-graph.ts'
import { findRun, loadStoredRun, type StoredRun } from './stored-run.ts'
import { type StageProgress, stageProgress } from './skywork-stages.ts'
import type { WritingEnd } from './write-pairs.ts'
import { unreviewed } from './with-reviews.ts'
import { writeStages } from './write-stages.ts'

/** The stores a run reads and writes. */
export interface RunStores {
  readonly graph: GraphStore
  readonly pairs: PairStore
  readonly runs: RunStore
}

/** Opens the engine of a configuration for a run; a model's calls are written down under the run's id. */
export type OpenEngine = (runId: ContentId, config: Config) => Promise<Engine>

export interface Pipeline {
  readonly config: Config
  readonly stores: RunStores
  readonly openEngine: OpenEngine
  readonly progress: ReportProgress
  /** Aborted on Ctrl-C: what is in flight is stored, then the run stops and can be resumed. */
  readonly signal: AbortSignal
}

export interface PipelineResult {
  readonly run: Run
  readonly prepared: PreparedRun
  readonly generator: string
  readonly end: WritingEnd
  /** Why the run stopped, when it did. */
  readonly error?: ConceptloomError
  /** What the model's calls came to in this part of the run. */
  readonly calls?: Readonly<CallProgress>
  /** The parts of a run that has several. */
  readonly stages: readonly StageProgress[]
  /** What the papers warn of; absent where no model wrote the pairs. */
  readonly checks?: ModelRunReport
  /** Absent when no folder was asked for or the run did not complete. */
  readonly dataset: ExportedDataset | undefined
  /** Absent where no protected files were named or the run did not complete. */
  readonly protection?: ProtectionReport
}

/**
 * The whole way: seeds → concepts → graph → walks → pairs → dataset. The same configuration and seeds are the same run: finished
 * runs are exported again, unfinished ones go on where they stopped.
 */
export async function runPipeline(pipeline: Pipeline): Promise<PipelineResult> {
  const { config, stores, progress } = pipeline
  if (config.run.out !== undefined) checkTarget(config.run.out)
  if (config.engine.graphOf !== undefined) return runOnGraph(pipeline, config.engine.graphOf)
  const loaded = await loadSeeds(config)
  checkLicenses(loaded.seeds, config)
  const seedIds = loaded.seeds.map((seed) => seed.id).sort()
  const id = runId(identifyingConfig(config), seedIds)
  return withEngine(pipeline, id, async (engine) => {
    const prepared = await labelSeeds(loaded, { config, extractor: engine.extractor, progress }).catch(
      (error: unknown) => Promise.reject(stoppedLabelling(error, pipeline.signal)),
    )
    await storePreparedRun(prepared, stores.graph)
    return finishRun(pipeline, engine, {
      prepared,
      run: await openRun(stores, { id, seedIds, prepared, config }),
    })
  })
}

/** A run on the seeds, labels and graph that another run of the workspace has. */
async function runOnGraph(pipeline: Pipeline, graphOf: string): Promise<PipelineResult> {
  const { config, stores } = pipeline
  const base = await loadStoredRun(await findRun(stores.runs, graphOf), stores.graph, config)
  const planned = planRunOnGraph(config, base)
  const held = await stores.runs.byId(planned.run.id)
  if (held === undefined) await stores.runs.put(planned.run)
  const run = tellProtected(held ?? planned.run, config)
  return resumePipeline(pipeline, { ...planned, run })
}

/** Before all seeds are labelled there is no graph, so no run to resume: the same command goes on from the recorded labels. */
function stoppedLabelling(error: unknown, signal: AbortSignal): unknown {
  const advice = 'stopped while labelling seeds: the same command, without --resume, goes on from there'
  if (signal.aborted) return new InterruptedError(advice, { cause: error })
  if (error instanceof BudgetError) return new BudgetError(`${error.message}; ${advice}`, { cause: error })
  if (error instanceof ProviderError)
    return new ProviderError(`${error.message}; ${advice}`, { cause: error })
  if (error instanceof UnansweredError)
    return new UnansweredError(`${error.message}; ${advice}`, { cause: error })
  return error
}

/** Goes on with a stored run from its own seeds and graph; its files are not read again. */
export async function resumePipeline(
  pipeline: Omit<Pipeline, 'config'>,
  stored: StoredRun,
): Promise<PipelineResult> {
  const { run, config, graph, seeds, contributions } = stored
  checkParameters(run, config)
  return withEngine({ ...pipeline, config }, run.id, (engine) => {
    const prepared: PreparedRun = {
      seeds: seeds.map(({ seed }) => seed),
      extractor: engine.extractor.name,
      contributions,
      graph,
    }
    return finishRun({ ...pipeline, config }, engine, { prepared, run: tellProtected(run, config) })
  })
}

/** Endpoints belong to the call, but what is sent with every request belongs to the run. */
function checkParameters(run: Run, config: Config): void {
  const sent = (settings: JsonValue): ContentId =>
    contentId('parameters', (settings as { model?: { parameters?: JsonValue } }).model?.parameters ?? null)
  if (sent(run.config) !== sent(identifyingConfig(config)))
    throw new ConfigurationError(
      `endpoint parameters differ from those that run ${run.id.slice(0, 12)} began with: pass its --config again`,
    )
}

/** Rows on seeds of unknown licence are not exported; where that is all of them, say so before anything is generated. */
function checkLicenses(seeds: readonly Seed[], { run, dataset }: Config): void {
  if (
    run.out === undefined ||
    dataset.allowUnknownLicense ||
    seeds.some((seed) => seed.license !== 'unknown')
  )
    return
  throw new UsageError(
    'no seed states its licence: add a field license (SPDX id) to the rows, or pass --allow-unknown-license',
  )
}

/** Holds the run for this process while its engine is open. */
async function withEngine(
  { config, stores, openEngine }: Pick<Pipeline, 'config' | 'stores' | 'openEngine'>,
  id: ContentId,
  work: (engine: Engine) => Promise<PipelineResult>,
): Promise<PipelineResult> {
  await stores.runs.claim(id)
  try {
    const engine = await openEngine(id, config)
    const result = await closingAfter(engine, work)
    // What was in flight when the work ended is counted as well.
    return engine.calls === undefined ? result : { ...result, calls: { ...engine.calls } }
  } finally {
    await stores.runs.release(id)
  }
}

async function closingAfter(
  engine: Engine,
  work: (engine: Engine) => Promise<PipelineResult>,
): Promise<PipelineResult> {
  try {
    return await work(engine)
  } finally {
    await engine.close()
  }
}

async function finishRun(
  { config, stores, progress, signal }: Pipeline,
  engine: Engine,
  { prepared, run }: { readonly prepared: PreparedRun; readonly run: Run },
): Promise<PipelineResult> {
  const job = { runId: run.id, config, graph: prepared.graph, contributions: prepared.contributions }
  const seeds = labelledSeeds(prepared)
  const {
    end,
    error,
    run: reached,
  } = await writeStages({ job, engine, seeds, run, pairs: unreviewed(stores.pairs), progress, signal })
  const { graph, protectedQuestions: protectedTexts } = prepared
  const checks =
    config.engine.generator === 'model'
      ? await checkModelRun({ run: reached, graph, pairs: unreviewed(stores.pairs), protectedTexts })
      : undefined
  const part = {
    ...(checks === undefined ? {} : { checks }),
    prepared,
    generator: engine.generatorName,
    stages: stageProgress(engine.stages(job, seeds), reached.counters.pairs),
    end,
    ...(error === undefined ? {} : { error }),
  }
  if (end === 'interrupted' || end === 'stopped') return { ...part, run: reached, dataset: undefined }
  if (config.run.out === undefined) {
    const protection = await markProtected({ config, stores, run: reached, progress })
    return { ...part, run: reached, dataset: undefined, ...(protection && { protection }) }
  }
  const dataset = await exportRun({ config, stores, run: reached, progress })
  const { protection } = dataset
  const finished: Run = end === 'complete' ? { ...reached, state: 'finished' } : reached
  await stores.runs.put(finished)
  return { ...part, run: finished, dataset, ...(protection && { protection }) }
}

/** The run with the protected files of this call in place of those it was told before. */
function tellProtected(run: Run, { dataset: { protect } }: Config): Run {
  if (protect.length === 0) return run
  return { ...run, kept: { ...(run.kept as Record<string, JsonValue>), protect: [...protect] } }
}

/** The stored run of this id, or a new one. */
async function openRun(
  stores: RunStores,
  {
    id,
    seedIds,
    prepared,
    config,
  }: { id: ContentId; seedIds: readonly ContentId[]; prepared: PreparedRun; config: Config },
): Promise<Run> {
  const held = await stores.runs.byId(id)
  if (held !== undefined) {
    if (held.graphVersion === prepared.graph.version) return tellProtected(held, config)
    throw new StoreError(
      `the labels of these seeds have changed since run ${id} began: go on with its own graph by --resume ${id.slice(0, 12)}, or use another --workspace`,
    )
  }
  const run: Run = {
    id,
    config: identifyingConfig(config),
    kept: {
      ...(config.run.out === undefined ? {} : { out: config.run.out }),
      ...(config.dataset.protect.length === 0 ? {} : { protect: [...config.dataset.protect] }),
      seeds: { ...seedSummary(prepared) },
    },
    graphVersion: prepared.graph.version,
    seedIds,
    state: 'generating',
    cursor: 0,
    counters: { walks: 0, pairs: 0, supportedBySize: [], skipped: {}, unanswered: [] },
  }
  await stores.runs.put(run)
  return run
}
