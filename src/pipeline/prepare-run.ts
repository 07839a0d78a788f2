import type { Extraction, SeedContribution } from '../core/concept.ts'
import type { ConceptGraph } from '../core/concept-graph.ts'
import type { Config } from '../core/config.ts'
import { MalformedInputError, UsageError } from '../core/errors.ts'
import type { Extractor, GraphStore, LabelledSeed } from '../core/ports.ts'
import type { Seed } from '../core/seed.ts'
import { gatherConcepts, type GatheringReport } from '../steps/extract/gather-concepts.ts'
import { buildGraph } from '../steps/graph/build-graph.ts'
import { admitSeeds } from '../steps/seeds/admit-seeds.ts'
import { readSeeds, type SeedRow } from '../steps/seeds/read-seeds.ts'
import type { ReportProgress } from './progress.ts'
import { readWithout } from './read-without.ts'
import { readDecisions, writeProposals } from './review-merges.ts'
import { withoutProtected, type SeedsReport } from './protected-seeds.ts'

/** Seeds, their concepts and the graph: everything before the first walk. */
export interface PreparedRun {
  readonly seeds: readonly Seed[]
  readonly extractor: string
  readonly contributions: readonly SeedContribution[]
  readonly graph: ConceptGraph
  /** What happened to every row; absent when the run was loaded from its workspace. */
  readonly admission?: SeedsReport
  /** Questions of protected rows of the seed files; absent when the run was loaded from its workspace. */
  readonly protectedQuestions?: readonly string[]
  readonly gathering?: GatheringReport
}

/** Admitted seeds and what happened to every row. */
export interface LoadedSeeds {
  readonly seeds: readonly Seed[]
  readonly protectedQuestions: readonly string[]
  readonly report: SeedsReport
}

export interface Preparation {
  readonly config: Config
  readonly extractor: Extractor
  readonly progress: ReportProgress
}

/**
 * Reads and admits the seeds, labels them and builds the graph; stores nothing, but adds to the file of merges where one is named.
 *
 * @throws UsageError when no seed is left, MalformedInputError at the first bad row when `seeds.strict` is set
 */
export async function prepareRun(preparation: Preparation): Promise<PreparedRun> {
  return labelSeeds(await loadSeeds(preparation.config), preparation)
}

/** Labels loaded seeds and builds their graph; stores nothing, but adds to the file of merges where one is named. */
export async function labelSeeds(
  { seeds, report, protectedQuestions }: LoadedSeeds,
  { config, extractor, progress }: Preparation,
): Promise<PreparedRun> {
  progress({ stage: 'seeds', done: seeds.length, total: seeds.length })
  const extractions: Extraction[] = []
  for await (const extraction of extractor.extract(seeds)) {
    extractions.push(extraction)
    if (extractions.length % 100 === 0)
      progress({ stage: 'extract', done: extractions.length, total: seeds.length })
  }
  progress({ stage: 'extract', done: extractions.length, total: seeds.length })
  const { minimumCount, autoMerge, merges, without } = config.concepts
  const gathered = gatherConcepts(extractions, {
    minimumCount,
    autoMerge,
    decisions: readDecisions(merges),
    without: new Set(without === undefined ? [] : readWithout(without)),
  })
  if (merges !== undefined) writeProposals(merges, gathered.report)
  const graph = buildGraph(gathered.concepts, gathered.contributions)
  progress({ stage: 'graph', done: graph.nodes.length, total: graph.nodes.length })
  const { contributions } = gathered
  return {
    seeds,
    extractor: extractor.name,
    contributions,
    graph,
    admission: report,
    protectedQuestions,
    gathering: gathered.report,
  }
}

/** A run's seeds with the concepts they contribute. */
export function labelledSeeds({ seeds, contributions }: PreparedRun): readonly LabelledSeed[] {
  const conceptIds = new Map(contributions.map((entry) => [entry.seedId, entry.conceptIds]))
  return seeds.map((seed) => ({ seed, conceptIds: conceptIds.get(seed.id) ?? [] }))
}

/** The admitted seeds of a configuration, with the report on every row. */
export async function loadSeeds(config: Config): Promise<LoadedSeeds> {
  const { allowTestSeeds } = config.seeds
  const admitted = await admitSeeds(readSeedRows(config), { allowTestSeeds })
  const { protectedQuestions } = admitted
  const { seeds, report } = await withoutProtected(admitted, config.dataset.protect)
  if (seeds.length === 0) {
    const excluded =
      report.excludedBySplit > 0
        ? `, ${report.excludedBySplit} of a test split (--allow-test-seeds admits them)`
        : ''
    const matching =
      report.excludedAsProtected > 0 ? `, ${report.excludedAsProtected} equal to protected problems` : ''
    const [first] = report.badRows
    const reason =
      first === undefined ? '' : `; first: ${first.place.file}:${first.place.line}: ${first.reason}`
    throw new UsageError(
      `no seeds left: ${report.read} rows read, ${report.bad} bad${excluded}${matching}${reason}`,
    )
  }
  return { seeds, report, protectedQuestions }
}

/** Every row of the configured files in order, bad ones included; the first bad one throws when `seeds.strict` is set. */
export function readSeedRows({ seeds }: Pick<Config, 'seeds'>): AsyncIterable<SeedRow> {
  const rows = readSeeds(seeds.files, {
    ...(seeds.format === 'auto' ? {} : { format: seeds.format }),
    ...(Object.keys(seeds.map).length === 0 ? {} : { mapping: seeds.map }),
  })
  return seeds.strict ? stopAtBadRow(rows) : rows
}

async function* stopAtBadRow(rows: AsyncIterable<SeedRow>): AsyncIterable<SeedRow> {
  for await (const row of rows) {
    if (row.kind === 'bad') throw new MalformedInputError(row.reason, row.place)
    yield row
  }
}

/** Stores what a run stands on: the seeds with their concepts, and the graph under its version. */
export async function storePreparedRun(prepared: PreparedRun, store: GraphStore): Promise<void> {
  await store.putSeeds(labelledSeeds(prepared))
  await store.putGraph(prepared.graph, prepared.contributions)
}
