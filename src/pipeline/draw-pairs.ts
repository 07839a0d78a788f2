import type { Concept, SeedContribution } from '../core/concept.ts'
import type { ConceptGraph } from '../core/concept-graph.ts'
import type { ConceptPath } from '../core/concept-path.ts'
import type { Config } from '../core/config.ts'
import type { Draft } from '../core/draft.ts'
import type { ContentId } from '../core/identity.ts'
import { ConceptloomError, UnansweredError } from '../core/errors.ts'
import { pairId, questionId, type Pair, type PairMark } from '../core/pair.ts'
import type { GenerationOutcome, GenerationRequest, Generator } from '../core/ports.ts'
import { checkRungs, type Verdict } from '../core/verdict.ts'
import { skeletonId } from '../foundations/text/skeleton.ts'
import {
  conceptPairsOf,
  createSplitAssigner,
  type SplitItem,
  type SplitName,
} from '../steps/export/assign-split.ts'
import { structureOf } from '../steps/generate/draft-structure.ts'
import { supportedPoints } from '../steps/generate/procedural/cover-points.ts'
import { createProceduralGenerator } from '../steps/generate/procedural/procedural-generator.ts'
import { verifyDraft } from '../steps/verify/verify-draft.ts'
import { combinationId } from '../steps/walk/sample-combinations.ts'
import { samplePath, type WalkOutcome } from '../steps/walk/sample-path.ts'
import { indexSeeds, supportingSeeds, type SeedIndex } from '../steps/walk/supporting-seeds.ts'
import { createWalkBuffer } from '../steps/walk/walk-buffer.ts'
import type { StepRange } from '../steps/walk/walk-options.ts'
import { planWalks, type WalkPlan } from '../steps/walk/walk-plan.ts'
import { detectCommunities } from '../steps/graph/detect-communities.ts'
import { givenConcepts, givenPath } from './given-concepts.ts'
import { marksFor } from './marks-for.ts'
import { pairDifficulty } from './pair-difficulty.ts'

/** Everything a draw depends on; plain data, so a worker thread can be given it. */
export interface DrawJob {
  readonly runId: ContentId
  readonly config: Config
  readonly graph: ConceptGraph
  readonly contributions: readonly SeedContribution[]
}

/** What became of draw `index`. `points` is the size of the knowledge-point set asked for, 0 when the walk failed. */
export type Draw =
  | {
      readonly index: number
      readonly points: number
      readonly combination: ContentId
      readonly outcome: 'pair'
      readonly pair: Pair
    }
  | {
      readonly index: number
      readonly points: number
      readonly outcome: 'skipped'
      readonly supported: boolean
      readonly reason: string
    }
  | {
      readonly index: number
      readonly points: number
      readonly outcome: 'unanswered'
      readonly reason: string
    }

/** Draws by index: a pure function of (job, index), whoever makes them and in whatever order. */
export interface PairSource {
  readonly generator: Generator
  /** @param variant  which pair of the walk's combination. @default 0 */
  draw(index: number, variant?: number): Promise<Draw>
}

/** Votes of independent solutions for a draft's answer. */
export type Vote = (draft: Draft, index: number) => Promise<{ readonly votes: number; readonly of: number }>

export interface SourceOptions {
  /** Asked for each draft that is well-formed. */
  readonly vote?: Vote
  /** Store drafts that fail a check, marked, instead of skipping them: what a model wrote was paid for. @default false */
  readonly keepFailed?: boolean
  /** Walks of one combination that are drawn from; later ones are skipped before anything is asked. @default no limit */
  readonly walksPerCombination?: number
}

/** Draws by the procedural engine. */
export function openProceduralSource(job: DrawJob): PairSource {
  const taxonomyIds = new Map(
    job.graph.nodes.flatMap(({ id, taxonomyId }) =>
      taxonomyId === undefined ? [] : [[id, taxonomyId] as const],
    ),
  )
  return openPairSource(job, createProceduralGenerator(taxonomyIds))
}

export function openPairSource(job: DrawJob, generator: Generator, options: SourceOptions = {}): PairSource {
  const { config, graph } = job
  const concepts = new Map(graph.nodes.map((concept) => [concept.id, concept]))
  const pathOf = openPaths(config, graph)
  const seeds = indexSeeds(job.contributions)
  const { validation, test, heldOutFamilies, heldOutPairs } = config.dataset.splits
  const splitOf = createSplitAssigner({
    seed: config.run.seed,
    validationShare: validation,
    testShare: test,
    heldOutFamilies,
    heldOutPairs,
  })
  const isUsedUp = combinationCounter(pathOf, options.walksPerCombination ?? Infinity)
  const lookUp = (ids: readonly ContentId[]): readonly Concept[] =>
    ids.map((id) => concepts.get(id) as Concept)
  return {
    generator,
    async draw(index, variant = 0) {
      const path = pathOf(index)
      if ('failed' in path)
        return { index, points: 0, outcome: 'skipped', supported: false, reason: path.failed }
      const points = path.knowledgePoints.length
      const skipped = (supported: boolean, reason: string): Draw => ({
        index,
        points,
        outcome: 'skipped',
        supported,
        reason,
      })
      const combination = combinationId(path)
      if (isUsedUp(index, combination)) return skipped(true, 'combination used up')
      const request = {
        path,
        knowledgePoints: lookUp(path.knowledgePoints),
        topics: lookUp(path.topics),
        variant,
      }
      const weave = async (): Promise<Draw> => {
        const generated = await generateOrFault(generator, request)
        if (generated instanceof Error) return skipped(false, `engine fault: ${generated.message}`)
        if (generated.outcome === 'unsupported') return skipped(false, `unsupported: ${generated.reason}`)
        const { draft } = generated
        const verdict = await verdictOn(draft, index, { generator, vote: options.vote })
        const failed = verdict.checks.find((check) => check.outcome === 'failed')
        if (failed !== undefined && options.keepFailed !== true)
          return skipped(true, `failed: ${failed.name}`)
        const marks = failed === undefined ? [] : marksFor(failed)
        const pair = toPair({ job, draft, verdict, path, seeds, splitOf, marks })
        return { index, points, combination, outcome: 'pair', pair }
      }
      return weave().catch((error: unknown) => {
        if (!(error instanceof UnansweredError)) throw error
        return { index, points, outcome: 'unanswered', reason: error.message }
      })
    },
  }
}

/** Votes are asked for only where the text itself stands: they cost most. */
async function verdictOn(
  draft: Draft,
  index: number,
  { generator, vote }: { readonly generator: Generator; readonly vote: Vote | undefined },
): Promise<Verdict> {
  const first = verifyDraft(draft, generator)
  const faulty = first.checks.some((check) => check.outcome === 'failed' && checkRungs[check.name] <= 2)
  if (vote === undefined || faulty) return first
  return verifyDraft(draft, generator, { agreement: await vote(draft, index) })
}

/** Most pairs of one combination: for a model one, since a second question on it is asked for at full price. */
export function combinationLimit({ engine, generation, walk }: Config): number {
  const { perCombination } = generation
  if (perCombination === 'auto')
    return engine.generator === 'model' && walk.concepts === undefined ? 1 : Infinity
  return perCombination === 'unlimited' ? Infinity : perCombination
}

/** Path `index` of a run: a pure function of (configuration, graph, index). */
function openPaths(config: Config, graph: ConceptGraph): (index: number) => WalkOutcome {
  const given = givenConcepts(config, graph)
  if (given !== undefined) return (index) => givenPath(given, { seed: config.run.seed, index })
  const plan = planRunWalks(config, graph)
  // A path is read before anything is awaited, so one buffer serves all draws.
  const buffer = createWalkBuffer(plan)
  return (index) => samplePath(plan, index, buffer)
}

/** Whether a combination was walked often enough before `index`: a function of the plan, known before anything is asked. */
function combinationCounter(
  pathOf: (index: number) => WalkOutcome,
  limit: number,
): (index: number, combination: ContentId) => boolean {
  if (limit === Infinity) return () => false
  const places = new Map<ContentId, readonly number[]>()
  let counted = 0
  return (index, combination) => {
    for (; counted <= index; counted++) {
      const path = pathOf(counted)
      if ('failed' in path) continue
      const id = combinationId(path)
      const held = places.get(id) ?? []
      if (held.length < limit) places.set(id, [...held, counted])
    }
    return places.get(combination)?.includes(index) !== true
  }
}

/** A fault in one draw must not lose a run of millions: it is counted under its message, and the summary shows it. */
async function generateOrFault(
  generator: Generator,
  request: GenerationRequest,
): Promise<GenerationOutcome | Error> {
  try {
    return await generator.generate(request)
  } catch (error) {
    // A provider that is gone, a budget that is spent and an interruption concern the run, not the draw.
    if (error instanceof ConceptloomError || (error instanceof Error && error.name === 'AbortError'))
      throw error
    return error instanceof Error ? error : new Error(String(error))
  }
}

/** The walks of a run: over the knowledge points that the generator can express, unless the configuration lifts that. */
export function planRunWalks(config: Config, graph: ConceptGraph): WalkPlan {
  const { mode, weight, temperature, restrict, topicSteps, knowledgePointSteps, start } = config.walk
  const supported = supportedPoints()
  const allowed = graph.nodes
    .filter((node) => node.taxonomyId !== undefined && supported.has(node.taxonomyId))
    .map((node) => node.id)
  return planWalks(graph, {
    mode,
    seed: config.run.seed,
    ...(topicSteps === undefined ? {} : { topicSteps: stepRange(topicSteps) }),
    ...(knowledgePointSteps === undefined ? {} : { knowledgePointSteps: stepRange(knowledgePointSteps) }),
    ...(start === undefined ? {} : { start }),
    weighting: mode === 'rare' || mode === 'uniform' ? { temperature } : { scheme: weight, temperature },
    ...(restrict === 'supported' && config.engine.generator === 'procedural'
      ? { allowed: new Set(allowed) }
      : {}),
    ...(mode === 'community' ? { communities: detectCommunities(graph, config.run.seed).of } : {}),
  })
}

function stepRange([minimum, maximum]: readonly [number, number]): StepRange {
  return { minimum, maximum }
}

interface PairParts {
  readonly job: DrawJob
  readonly draft: Draft
  readonly verdict: Verdict
  readonly path: ConceptPath
  readonly seeds: SeedIndex
  readonly splitOf: (item: SplitItem) => SplitName
  readonly marks: readonly PairMark[]
}

function toPair({ job, draft, verdict, path, seeds, splitOf, marks }: PairParts): Pair {
  const skeleton = skeletonId(draft.question)
  const { signature, families } = structureOf(draft)
  return {
    id: pairId(draft.question, draft.solution),
    questionId: questionId(draft.question),
    skeletonId: skeleton,
    runId: job.runId,
    index: path.index,
    split: splitOf({
      signature,
      skeletonId: skeleton,
      families,
      conceptPairs: conceptPairsOf(draft.realised),
    }),
    draft: { ...draft, difficulty: pairDifficulty(draft, path, verdict) },
    verdict: job.config.seeds.allowTestSeeds
      ? { ...verdict, flags: [...verdict.flags, 'test-seeds-allowed'] }
      : verdict,
    path,
    supportingSeeds: supportingSeeds(path, seeds),
    marks,
  }
}
