import { StoreError } from '../../core/errors.ts'
import type { ContentId } from '../../core/identity.ts'
import type { Pair } from '../../core/pair.ts'
import type { ExportContext } from './export-context.ts'

/**
 * One row as every format and file tells it. Field names are those of the files. No field is ever null and every list has one element
 * type, so that readers which infer a schema from the first rows keep it.
 */
export interface ExportRow {
  readonly id: string
  readonly question: string
  /** Ends with the line `The answer is X.` */
  readonly solution: string
  readonly final_answer: string
  /** Names of the knowledge points that the text needs. */
  readonly concepts: readonly string[]
  readonly topics: readonly string[]
  /** 1 to 5. */
  readonly difficulty: number
  /** `structural-uncalibrated`, or `calibrated: ` and the model whose pass rates it stands for. */
  readonly difficulty_label: string
  readonly rung: number
  /** Licences of the supporting seeds, ascending. */
  readonly licenses: readonly string[]
  readonly flags: readonly string[]
  readonly provenance: Provenance
}

export interface Provenance {
  readonly run: string
  /** `procedural` or `model`. */
  readonly engine: string
  readonly method: string
  /** Empty for the procedural engine. */
  readonly model: string
  /** `id@version`, empty for the procedural engine. */
  readonly prompt: string
  readonly families: readonly string[]
  /** JSON of what the engine's recheck needs, for the procedural engine the composition with its values. */
  readonly parameters: string
  /** Ids of the seeds behind the walked edges and of those used as parents; `seeds.jsonl` holds the rest. */
  readonly seeds: readonly string[]
  readonly walk: ExportedWalk
}

export interface ExportedWalk {
  readonly graph: string
  readonly mode: string
  readonly seed: number
  readonly index: number
  readonly steps: readonly ExportedStep[]
}

export interface ExportedStep {
  readonly concept: string
  readonly phase: string
  /** Seeds behind the edge that was taken; 0 for the start. */
  readonly seeds: number
  readonly probability: number
}

/** Ids of all seeds a pair stands on, ascending. */
function seedsOf(pair: Pair): ContentId[] {
  const parents = pair.draft.parents.filter((parent) => parent.kind === 'seed').map((parent) => parent.id)
  return [...new Set([...pair.supportingSeeds, ...parents])].sort()
}

/** Licences of the seeds behind a pair, ascending; a seed that is not known counts as `unknown`. */
function licensesOf(seeds: readonly ContentId[], context: ExportContext): string[] {
  return [...new Set(seeds.map((id) => context.seed(id)?.license ?? 'unknown'))].sort()
}

/** The row of a pair. Throws StoreError when the pair names a concept that the context does not know. */
export function toExportRow(pair: Pair, context: ExportContext): ExportRow {
  const { draft, path } = pair
  const seeds = seedsOf(pair)
  return {
    id: pair.id,
    question: draft.question.toWellFormed(),
    solution: withAnswerLine(draft.solution, draft.finalAnswer).toWellFormed(),
    final_answer: draft.finalAnswer.toWellFormed(),
    concepts: draft.realised.map((id) => nameOf(id, context)).sort(),
    topics: path.topics.map((id) => nameOf(id, context)).sort(),
    difficulty: context.difficulty.of(draft.difficulty),
    difficulty_label: context.difficulty.label,
    rung: pair.verdict.rung,
    licenses: licensesOf(seeds, context),
    flags: pair.verdict.flags.map((flag) => flag.toWellFormed()),
    provenance: {
      run: pair.runId,
      engine: draft.method === 'procedural' ? 'procedural' : 'model',
      method: draft.method,
      model: draft.model?.toWellFormed() ?? '',
      prompt: draft.prompt ?? '',
      families: context.families(draft),
      // JSON text escapes lone surrogates by itself.
      parameters: JSON.stringify(draft.evidence),
      seeds,
      walk: {
        graph: path.graphVersion,
        mode: path.mode,
        seed: path.runSeed,
        index: path.index,
        steps: path.steps.map((step) => ({
          concept: nameOf(step.conceptId, context),
          phase: step.phase,
          seeds: step.edgeCount,
          probability: step.probability,
        })),
      },
    },
  }
}

function nameOf(id: ContentId, context: ExportContext): string {
  const concept = context.concept(id)
  if (concept === undefined) {
    throw new StoreError(`unknown concept: ${id}; export with the graph version that the run pins`)
  }
  return concept.name.toWellFormed()
}

/** The solution with `The answer is X.` as its last line, which trainers and graders look for. */
export function withAnswerLine(solution: string, finalAnswer: string): string {
  const line = `The answer is ${finalAnswer}.`
  const text = solution.trimEnd()
  return text === line || text.endsWith(`\n${line}`) || text.endsWith(` ${line}`) ? text : `${text}\n${line}`
}
