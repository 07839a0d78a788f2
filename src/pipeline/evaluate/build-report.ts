import { createReadStream, existsSync, readFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { MalformedInputError, UsageError } from '../../core/errors.ts'
import type { ContentId } from '../../core/identity.ts'
import type { Extractor } from '../../core/ports.ts'
import { countSteps } from '../../foundations/answers/count-steps.ts'
import { compareScaling } from '../../foundations/statistics/compare-scaling.ts'
import type { ScalingPoint } from '../../foundations/statistics/scaling-curves.ts'
import type { BenchItem } from '../../steps/evaluate/bench-item.ts'
import { compareModels } from '../../steps/evaluate/compare-models.ts'
import { diagnoseConcepts, type ConceptDiagnosis } from '../../steps/evaluate/diagnose-concepts.ts'
import { evaluationSchema, type Evaluation } from '../../steps/evaluate/evaluation.ts'
import { openErrorGatherer } from '../../steps/evaluate/gather-errors.ts'
import { gatherItems, shareRight, type ItemScore } from '../../steps/evaluate/item-scores.ts'
import { compareCounts } from '../../steps/evaluate/load/compare-counts.ts'
import type { Bench } from '../../steps/evaluate/load/read-bench.ts'
import { readScores, scoresFileOf } from '../../steps/evaluate/read-scores.ts'
import type { EvaluationReport, ModelReport, ReportedSet } from '../../steps/evaluate/report/report-data.ts'
import { summariseScores } from '../../steps/evaluate/summarise-scores.ts'
import { hashStream } from '../../steps/export/checked-file.ts'
import { labelItems, type LabelledItems } from './diagnose-scores.ts'

export interface ReportJob {
  /** Folders of `evaluate run` or `evaluate score`, one per model; the first is the one that others are compared with. */
  readonly folders: readonly string[]
  readonly bench: Bench
  readonly extractor: Extractor
  readonly version: string
  /** Accuracy against training size. */
  readonly points?: readonly ScalingPoint[]
  /** Bootstrap resamples. @default 2000 */
  readonly resamples?: number
  readonly progress: (model: string) => void
}

/**
 * Gathers all that a report shows from graded completions. The same files give the same report.
 *
 * @throws UsageError where a folder holds no grades, or none of the bench's items
 */
export async function buildReport(job: ReportJob): Promise<EvaluationReport> {
  const { folders, bench, extractor, version, points } = job
  const items = new Map<ContentId, BenchItem>(
    bench.sets.flatMap((set) => set.items.map((item) => [item.id, item] as const)),
  )
  const labels = await labelItems([...items.values()], extractor)
  const built: BuiltModel[] = []
  for (const folder of folders) {
    const name = uniqueName(modelName(folder), built)
    job.progress(name)
    built.push(await buildModel({ ...job, folder, name, items, labels }))
  }
  const [first, ...others] = built
  return {
    tool: 'conceptloom',
    kind: 'evaluation-report',
    version,
    sets: reportedSets(bench, built),
    models: built.map(({ report }) => report),
    comparisons:
      first === undefined
        ? []
        : others.map((other) => ({
            first: first.report.name,
            second: other.report.name,
            comparison: compareModels(first.scores, other.scores, bootstrap(job)),
          })),
    ...(points === undefined
      ? {}
      : { scaling: { points, comparison: compareScaling(points, bootstrap(job)) } }),
  }
}

function bootstrap({ resamples }: Pick<ReportJob, 'resamples'>): { readonly resamples?: number } {
  return resamples === undefined ? {} : { resamples }
}

interface ModelJob extends ReportJob {
  readonly folder: string
  readonly name: string
  readonly items: ReadonlyMap<ContentId, BenchItem>
  readonly labels: LabelledItems
}

interface BuiltModel {
  readonly report: ModelReport
  readonly scores: readonly ItemScore[]
}

async function buildModel(job: ModelJob): Promise<BuiltModel> {
  const { folder, items, name } = job
  const errors = openErrorGatherer()
  let completions = 0
  for await (const score of readScores(folder)) {
    completions++
    const item = items.get(score.itemId)
    if (item !== undefined) errors.add(item, score)
  }
  const known = async (rule: 'ours' | 'lenient'): Promise<readonly ItemScore[]> =>
    (await gatherItems(readScores(folder), rule)).filter(({ itemId }) => items.has(itemId))
  const scores = await known('ours')
  if (scores.length === 0)
    throw new UsageError(
      `graded items of the bench: none in ${folder}; name the bench file they were graded with`,
    )
  const evaluation = readEvaluation(folder)
  const options = {
    ...bootstrap(job),
    stepsOf: ({ itemId }: ItemScore) => {
      const solution = items.get(itemId)?.solution
      return solution === undefined ? undefined : countSteps(solution)
    },
  }
  return {
    scores,
    report: {
      name,
      ...(evaluation === undefined ? {} : { evaluation }),
      items: scores.length,
      completions,
      scores: summariseScores(scores, options),
      lenient: summariseScores(await known('lenient'), options),
      errors: errors.result(),
      concepts: diagnose(scores, job.labels),
      sha256: await hashStream(createReadStream(scoresFileOf(folder))),
    },
  }
}

function diagnose(scores: readonly ItemScore[], { concepts, conceptIds }: LabelledItems): ConceptDiagnosis {
  const results = scores.map((score) => ({
    set: score.set,
    accuracy: shareRight(score),
    conceptIds: conceptIds.get(score.itemId) ?? [],
  }))
  return diagnoseConcepts(results, concepts)
}

/** Sets that some model was measured on. */
function reportedSets(bench: Bench, models: readonly BuiltModel[]): readonly ReportedSet[] {
  const measured = new Set(models.flatMap(({ scores }) => scores.map(({ set }) => set)))
  return compareCounts(bench)
    .sets.filter(({ set }) => measured.has(set))
    .map(({ set, title, items, published, licenses }) => ({
      set,
      title,
      items,
      published,
      licenses: Object.keys(licenses),
    }))
}

function folderOf(path: string): string {
  return resolve(path.endsWith('.jsonl') ? dirname(path) : path)
}

/** The model's own name where the evaluation says it, otherwise that of the folder. */
function modelName(path: string): string {
  return readEvaluation(path)?.settings.model ?? basename(folderOf(path))
}

/** Two evaluations of one model are told apart by a number. */
function uniqueName(name: string, models: readonly BuiltModel[]): string {
  const taken = new Set(models.map(({ report }) => report.name))
  let unique = name
  for (let number = 2; taken.has(unique); number++) unique = `${name} (${number})`
  return unique
}

function readEvaluation(path: string): Evaluation | undefined {
  const file = join(folderOf(path), 'evaluation.json')
  if (!existsSync(file)) return undefined
  let value: unknown
  try {
    value = JSON.parse(readFileSync(file, 'utf8'))
  } catch (cause) {
    throw new MalformedInputError(`not JSON: ${file}`, undefined, { cause })
  }
  const parsed = evaluationSchema.safeParse(value)
  if (!parsed.success)
    throw new MalformedInputError(`no evaluation: ${file}; write it with evaluate run or score`)
  return parsed.data
}
