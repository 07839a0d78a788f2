import { basename } from 'node:path'
import type { Config } from '../core/config.ts'
import { UsageError } from '../core/errors.ts'
import type { ContentId } from '../core/identity.ts'
import type { Pair } from '../core/pair.ts'
import type { PairStore } from '../core/ports.ts'
import type { Run } from '../core/run.ts'
import type { ExportContext, ExportedSeed } from '../steps/export/export-context.ts'
import { exportDataset } from '../steps/export/export-dataset.ts'
import type { RowFormat } from '../steps/export/row-formats.ts'
import { trainingRecipeNames, trainingRecipes, type TrainingRecipe } from '../steps/export/training-recipe.ts'
import { structureOf } from '../steps/generate/draft-structure.ts'
import { readDifficultyScale, type DifficultyScale } from './calibrate-run.ts'
import { markPairs, type MarkingReport } from './mark-pairs.ts'
import { markProtected, type ProtectionReport } from './mark-protected.ts'
import { openPairMeter, type PairMeasures } from './measure-pairs.ts'
import type { ReportProgress } from './progress.ts'
import type { RunStores } from './run-pipeline.ts'
import { selectPairs, type FilterStep } from './select-pairs.ts'

export interface RunExport {
  readonly config: Config
  readonly stores: Pick<RunStores, 'graph' | 'pairs'>
  readonly run: Run
  readonly progress: ReportProgress
}

/** What stands in the dataset folder. */
export interface ExportedDataset {
  readonly folder: string
  readonly rows: number
  readonly splits: Readonly<Record<string, number>>
  readonly files: readonly string[]
  readonly refusedForLicense: number
  /** Id of the first row, to explain. */
  readonly firstId: string
  readonly measures: PairMeasures
  /** What each filter and the selection left, with difficulty before and after; `BALANCE.json` holds the distributions. */
  readonly filters: readonly FilterStep[]
  readonly curation: MarkingReport
  /** Absent where no protected files were named. */
  readonly protection?: ProtectionReport
}

/**
 * Selects from the stored pairs of a run and writes the dataset folder: a function of the store and the dataset settings. Marked
 * pairs and pairs below the lowest rung are left out; without a size all others are written.
 *
 * @throws UsageError when no folder is named or nothing is left to write
 */
export async function exportRun({ config, stores, run, progress }: RunExport): Promise<ExportedDataset> {
  const { out } = config.run
  if (out === undefined) throw new UsageError('no folder to write to: name one with --out DIR')
  const protection = await markProtected({ config, stores, run, progress })
  // A protected pair must not be the one that others give way to.
  const curation = await markPairs({ config, pairs: stores.pairs, run, progress })
  const scale = await readDifficultyScale(config.dataset.passRates, stores.pairs)
  const selection = await selectPairs({ config, stores, run, progress }, scale)
  const meter = openPairMeter()
  let firstId = ''
  const rows = async function* (): AsyncIterable<Pair> {
    let written = 0
    for await (const pair of chosenPairs(stores.pairs, run, selection.indices)) {
      if (firstId === '') firstId = pair.id
      meter.add(pair)
      yield pair
      written++
      if (written % 1000 === 0) progress({ stage: 'export', done: written, total: selection.indices.length })
    }
    progress({ stage: 'export', done: written, total: selection.indices.length })
  }
  const { allowUnknownLicense, recipe } = config.dataset
  // Trainers read chat turns, whatever else is written.
  const formats = new Set([
    ...(recipe === undefined ? [] : (['messages'] as const)),
    ...config.dataset.formats,
  ])
  const summary = await exportDataset(rows(), await exportContext({ run, stores }, scale), {
    target: out,
    name: datasetName(out),
    formats: [...formats].filter((format): format is RowFormat => format !== 'parquet'),
    parquet: formats.has('parquet'),
    balance: selection.balance,
    allowUnknownLicenses: allowUnknownLicense,
    ...(recipe === undefined ? {} : { training: trainingRecipeOf(config) }),
    testSeeds: config.seeds.allowTestSeeds,
  })
  return {
    folder: out,
    rows: summary.rows,
    splits: summary.splits,
    files: summary.files.map((file) => file.path),
    refusedForLicense: summary.refusedForLicense,
    firstId,
    measures: meter.result(),
    filters: selection.filters,
    curation,
    ...(protection === undefined ? {} : { protection }),
  }
}

/** The preset's own recipe for `sft`, otherwise the one that is named. */
function trainingRecipeOf({ dataset, engine }: Config): TrainingRecipe {
  const named = trainingRecipeNames.find((name) => dataset.recipe === `sft-${name}`)
  return trainingRecipes[named ?? (engine.generator === 'model' ? engine.preset : 'mathscale')]
}

/** Stored pairs by index, ascending, read in the store's own batches. */
async function* chosenPairs(pairs: PairStore, run: Run, indices: ArrayLike<number>): AsyncIterable<Pair> {
  let next = 0
  for await (const batch of pairs.range(run.id, { from: 0, to: run.cursor })) {
    for (const pair of batch) {
      if (pair.index !== indices[next]) continue
      next++
      yield pair
    }
  }
}

async function exportContext(
  { run, stores }: Pick<RunExport, 'run' | 'stores'>,
  difficulty: DifficultyScale,
): Promise<ExportContext> {
  const graph = await stores.graph.graph(run.graphVersion)
  const concepts = new Map(graph?.nodes.map(({ id, name, kind }) => [id, { name, kind }]))
  const seeds = new Map<ContentId, ExportedSeed>()
  for (const { seed } of await stores.graph.seeds(run.seedIds)) {
    seeds.set(seed.id, { sourceId: seed.sourceId ?? seed.id, source: seed.source, license: seed.license })
  }
  return {
    concept: (id) => concepts.get(id),
    seed: (id) => seeds.get(id),
    difficulty,
    families: (draft) => (draft.method === 'procedural' ? structureOf(draft).families : []),
  }
}

/** The folder's own name, with what a dataset name may not hold replaced. */
function datasetName(out: string): string {
  const name = basename(out)
    .replaceAll(/[^\w.-]/g, '-')
    .replace(/^[^A-Za-z0-9]+/, '')
  return name === '' ? 'dataset' : name
}
