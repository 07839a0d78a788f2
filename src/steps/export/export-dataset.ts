import { UsageError } from '../../core/errors.ts'
import type { JsonValue } from '../../core/identity.ts'
import type { Pair } from '../../core/pair.ts'
import { writeCheckedFile, type WrittenFile } from './checked-file.ts'
import { datasetCard } from './dataset-card.ts'
import { createTally, type DatasetTally } from './dataset-tally.ts'
import type { ExportContext } from './export-context.ts'
import { toExportRow } from './export-row.ts'
import { licensedSources, licenseNotes } from './license-notes.ts'
import { jsonLine, linesFile, type RowFormat } from './row-formats.ts'
import { openSplitWriters, type SplitFiles } from './split-writers.ts'
import { openStageWriter } from './stage-writer.ts'
import { stageFolder } from './staged-folder.ts'
import { trainingFiles } from './training-files.ts'
import type { TrainingRecipe } from './training-recipe.ts'
import { axolotlFragment, datasetInfo, trlGuide } from './trainer-files.ts'

/** Version of the row and folder layout, in `manifest.json`. */
export const datasetSchemaVersion = 1

export interface ExportOptions {
  /** Folder to write. Replaced whole when it is a dataset of ours; refused when it holds anything else. */
  readonly target: string
  /** Name of the dataset, letters, digits and `-`, `_`, `.`. */
  readonly name: string
  /** JSON Lines formats; default `messages`. */
  readonly formats?: readonly RowFormat[]
  /** Write Parquet too; default true. */
  readonly parquet?: boolean
  /** Default 250,000. */
  readonly rowsPerShard?: number
  /** Default 5,000. */
  readonly rowsPerGroup?: number
  /** BCP 47; default `en`. */
  readonly language?: string
  /** Content of `BALANCE.json`. */
  readonly balance: JsonValue
  /** Keep rows that stand on a seed of unknown licence; default false: they are left out and counted. */
  readonly allowUnknownLicenses?: boolean
  /** Write configurations to train by this recipe, and its stages; `messages` must be among the formats. */
  readonly training?: TrainingRecipe
  /** Seeds of a test split were allowed; said on the card. Default false. */
  readonly testSeeds?: boolean
}

export interface ExportSummary {
  readonly target: string
  readonly rows: number
  readonly splits: Readonly<Record<string, number>>
  /** Rows left out because a seed behind them has no known licence. */
  readonly refusedForLicense: number
  readonly licenses: Readonly<Record<string, number>>
  readonly files: readonly WrittenFile[]
  readonly bytes: number
}

/**
 * Writes pairs, in the order given, as a dataset folder: JSON Lines per split and format, Parquet shards, a card, licences, balance,
 * trainer fragments, a manifest and checksums. The folder appears whole or not at all, and the same pairs and options give the same bytes:
 * no file holds a clock, a host, a path or a worker count. Memory does not grow with the number of rows.
 *
 * Throws UsageError on a target that may not be replaced, on a bad name or split, and when no row is left; whatever it throws, an earlier
 * dataset in the target is untouched.
 */
export async function exportDataset(
  rows: AsyncIterable<Pair> | Iterable<Pair>,
  context: ExportContext,
  options: ExportOptions,
): Promise<ExportSummary> {
  if (!/^[A-Za-z0-9][\w.-]*$/.test(options.name)) {
    throw new UsageError(`bad dataset name: ${options.name}; use letters, digits, '-', '_' and '.'`)
  }
  const staged = stageFolder(options.target)
  const writers = openSplitWriters(staged.path, options)
  const stages = openStageWriter(staged.path, options.training)
  try {
    const tally = createTally()
    let refusedForLicense = 0
    for await (const pair of rows) {
      const row = toExportRow(pair, context)
      if (row.licenses.includes('unknown') && options.allowUnknownLicenses !== true) {
        refusedForLicense++
        continue
      }
      writers.add(row, pair.split)
      stages.add(row, pair.split)
      tally.add(row, pair.split)
    }
    const counts = tally.finish()
    if (counts.rows === 0) throw noRows(refusedForLicense)
    const data = writers.finish()
    const staging = stages.finish()
    const notes = writeNotes({
      folder: staged.path,
      options,
      context,
      tally: counts,
      seeds: tally.seeds(),
      data,
      stages: staging.map((file) => file.path),
      refusedForLicense,
    })
    const files = [...data.all, ...staging, ...notes].sort((left, right) => (left.path < right.path ? -1 : 1))
    const manifest = writeManifest(staged.path, { options, tally: counts, files, refusedForLicense })
    const sums = [...files, manifest].map((file) => `${file.sha256}  ${file.path}\n`).join('')
    const all = [...files, manifest, writeCheckedFile(staged.path, 'SHA256SUMS', sums)]
    staged.commit()
    return {
      target: options.target,
      rows: counts.rows,
      splits: counts.splits,
      refusedForLicense,
      licenses: counts.licenses,
      files: all,
      bytes: all.reduce((sum, file) => sum + file.bytes, 0),
    }
  } catch (error) {
    writers.abandon()
    stages.abandon()
    staged.discard()
    throw error
  }
}

function noRows(refusedForLicense: number): UsageError {
  return refusedForLicense === 0
    ? new UsageError('no rows to export: 0; lower --min-rung or generate more')
    : new UsageError(
        `no rows to export: ${refusedForLicense} stand on seeds of unknown licence; state the licence of the seeds, or pass --allow-unknown-license`,
      )
}

interface NotesInput {
  readonly folder: string
  readonly options: ExportOptions
  readonly context: ExportContext
  readonly tally: DatasetTally
  readonly seeds: readonly string[]
  readonly data: SplitFiles
  /** Files of the stages of a training recipe; empty where it has one stage. */
  readonly stages: readonly string[]
  readonly refusedForLicense: number
}

function writeNotes({
  folder,
  options,
  context,
  tally,
  seeds,
  data,
  stages,
  refusedForLicense,
}: NotesInput): WrittenFile[] {
  const trainer = {
    name: options.name,
    splits: Object.keys(data.lines),
    formats: options.formats ?? (['messages'] as const),
    stages,
  }
  const training =
    options.training === undefined
      ? {}
      : trainingFiles({
          name: options.name,
          splits: trainer.splits,
          recipe: options.training,
          stages: stages.length > 0 ? stages : [linesFile('train', 'messages')],
        })
  const seedLines = seeds.map((id) => {
    const seed = context.seed(id)
    return jsonLine({
      id,
      source_id: seed?.sourceId ?? '',
      source: seed?.source ?? 'unknown',
      license: seed?.license ?? 'unknown',
    })
  })
  const card = datasetCard({
    name: options.name,
    language: options.language ?? 'en',
    tally,
    parquet: data.parquet,
    lines: data.lines,
    testSeeds: options.testSeeds ?? false,
    refusedForLicense,
  })
  const contents: Readonly<Record<string, string>> = {
    'README.md': card,
    'LICENSES.md': licenseNotes(licensedSources(seeds, context), tally.licenses),
    'BALANCE.json': `${JSON.stringify(options.balance, null, 2)}\n`,
    'seeds.jsonl': seedLines.join(''),
    'concepts.jsonl': tally.concepts.map((concept) => jsonLine({ ...concept })).join(''),
    'dataset_info.json': datasetInfo(trainer),
    'axolotl.yaml': axolotlFragment(trainer),
    'trl.md': trlGuide(trainer),
    ...training,
  }
  return Object.entries(contents).map(([path, content]) => writeCheckedFile(folder, path, content))
}

interface ManifestInput {
  readonly options: ExportOptions
  readonly tally: DatasetTally
  readonly files: readonly WrittenFile[]
  readonly refusedForLicense: number
}

function writeManifest(
  folder: string,
  { options, tally, files, refusedForLicense }: ManifestInput,
): WrittenFile {
  const { concepts, ...counts } = tally
  const manifest = {
    tool: 'conceptloom',
    kind: 'dataset',
    schemaVersion: datasetSchemaVersion,
    name: options.name,
    formats: [...(options.formats ?? ['messages']), ...((options.parquet ?? true) ? ['parquet'] : [])],
    ...counts,
    concepts: concepts.length,
    refusedForLicense,
    files,
  }
  return writeCheckedFile(folder, 'manifest.json', `${JSON.stringify(manifest, null, 2)}\n`)
}
