import type { Config } from '../core/config.ts'
import type { Extractor, GraphStore, PairStore, RunStore } from '../core/ports.ts'
import type { Run } from '../core/run.ts'
import { exportRun, type ExportedDataset } from './export-run.ts'
import { prepareRun, storePreparedRun, type PreparedRun } from './prepare-run.ts'
import type { ReportProgress } from './progress.ts'
import { identifyingConfig, runId } from './run-identity.ts'
import type { StoredRun } from './stored-run.ts'
import { writePairs, type WritingEnd } from './write-pairs.ts'

/** The stores a run reads and writes. */
export interface RunStores {
  readonly graph: GraphStore
  readonly pairs: PairStore
  readonly runs: RunStore
}

export interface Pipeline {
  readonly config: Config
  readonly stores: RunStores
  readonly extractor: Extractor
  readonly progress: ReportProgress
  /** Aborted on Ctrl-C: what is in flight is stored, then the run stops and can be resumed. */
  readonly signal: AbortSignal
}

export interface PipelineResult {
  readonly run: Run
  readonly prepared: PreparedRun
  readonly end: WritingEnd
  /** Absent when no folder was asked for or the run did not complete. */
  readonly dataset: ExportedDataset | undefined
}

/**
 * The whole way: seeds → concepts → graph → walks → pairs → dataset. The same configuration and seeds are the same run: finished
 * runs are exported again, unfinished ones go on where they stopped.
 */
export async function runPipeline(pipeline: Pipeline): Promise<PipelineResult> {
  const prepared = await prepareRun(pipeline)
  await storePreparedRun(prepared, pipeline.stores.graph)
  return finishRun(pipeline, prepared, await openRun(pipeline, prepared))
}

/** Goes on with a stored run from its own seeds and graph; its files are not read again. */
export async function resumePipeline(
  pipeline: Omit<Pipeline, 'extractor' | 'config'>,
  stored: StoredRun,
): Promise<PipelineResult> {
  const { run, config, graph, seeds, contributions } = stored
  const prepared: PreparedRun = {
    seeds: seeds.map(({ seed }) => seed),
    extractor: config.engine.extractor,
    contributions,
    graph,
  }
  return finishRun({ ...pipeline, config }, prepared, run)
}

async function finishRun(
  pipeline: Omit<Pipeline, 'extractor'>,
  prepared: PreparedRun,
  run: Run,
): Promise<PipelineResult> {
  const { config, stores, progress, signal } = pipeline
  await stores.runs.claim(run.id)
  try {
    const job = { runId: run.id, config, graph: prepared.graph, contributions: prepared.contributions }
    const written = await writePairs({ job, run, pairs: stores.pairs, progress, signal })
    if (written.end === 'interrupted' || config.run.out === undefined) {
      return { run: written.run, prepared, end: written.end, dataset: undefined }
    }
    const dataset = await exportRun({ config, stores, run: written.run, progress })
    const finished: Run = written.end === 'complete' ? { ...written.run, state: 'finished' } : written.run
    await stores.runs.put(finished)
    return { run: finished, prepared, end: written.end, dataset }
  } finally {
    await stores.runs.release(run.id)
  }
}

/** The stored run of this configuration and these seeds, or a new one. */
async function openRun({ config, stores }: Pipeline, prepared: PreparedRun): Promise<Run> {
  const seedIds = prepared.seeds.map((seed) => seed.id).sort()
  const identifying = identifyingConfig(config)
  const id = runId(identifying, seedIds)
  const held = await stores.runs.byId(id)
  if (held !== undefined) return held
  const run: Run = {
    id,
    config: identifying,
    graphVersion: prepared.graph.version,
    seedIds,
    state: 'generating',
    cursor: 0,
    counters: { walks: 0, pairs: 0, supportedBySize: [], skipped: {} },
  }
  await stores.runs.put(run)
  return run
}
