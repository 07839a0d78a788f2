import type { Concept, SeedContribution } from '../core/concept.ts'
import type { ConceptGraph } from '../core/concept-graph.ts'
import type { ConceptPath } from '../core/concept-path.ts'
import type { Config } from '../core/config.ts'
import type { Draft } from '../core/draft.ts'
import type { ContentId } from '../core/identity.ts'
import { pairId, questionId, type Pair } from '../core/pair.ts'
import type { GenerationOutcome, GenerationRequest, Generator } from '../core/ports.ts'
import type { Verdict } from '../core/verdict.ts'
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
import { samplePath } from '../steps/walk/sample-path.ts'
import { indexSeeds, supportingSeeds, type SeedIndex } from '../steps/walk/supporting-seeds.ts'
import { createWalkBuffer } from '../steps/walk/walk-buffer.ts'
import { planWalks, type WalkPlan } from '../steps/walk/walk-plan.ts'
import { detectCommunities } from '../steps/graph/detect-communities.ts'

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

/** Draws by index: a pure function of (job, index), whoever makes them and in whatever order. */
export interface PairSource {
  readonly plan: WalkPlan
  readonly generator: Generator
  /** @param variant  which pair of the walk's combination. @default 0 */
  draw(index: number, variant?: number): Promise<Draw>
}

export function openPairSource(job: DrawJob): PairSource {
  const { config, graph } = job
  const concepts = new Map(graph.nodes.map((concept) => [concept.id, concept]))
  const taxonomyIds = new Map(
    graph.nodes.flatMap(({ id, taxonomyId }) =>
      taxonomyId === undefined ? [] : [[id, taxonomyId] as const],
    ),
  )
  const generator = createProceduralGenerator(taxonomyIds)
  const plan = planRunWalks(config, graph)
  const seeds = indexSeeds(job.contributions)
  const buffer = createWalkBuffer(plan)
  const { validation, test, heldOutFamilies, heldOutPairs } = config.dataset.splits
  const splitOf = createSplitAssigner({
    seed: config.run.seed,
    validationShare: validation,
    testShare: test,
    heldOutFamilies,
    heldOutPairs,
  })
  return {
    plan,
    generator,
    async draw(index, variant = 0) {
      const path = samplePath(plan, index, buffer)
      if ('failed' in path)
        return { index, points: 0, outcome: 'skipped', supported: false, reason: path.failed }
      const points = path.knowledgePoints.length
      const lookUp = (ids: readonly ContentId[]): readonly Concept[] =>
        ids.map((id) => concepts.get(id) as Concept)
      const request = {
        path,
        knowledgePoints: lookUp(path.knowledgePoints),
        topics: lookUp(path.topics),
        variant,
      }
      const generated = await generateOrFault(generator, request)
      if (generated instanceof Error) {
        return {
          index,
          points,
          outcome: 'skipped',
          supported: false,
          reason: `engine fault: ${generated.message}`,
        }
      }
      if (generated.outcome === 'unsupported') {
        return {
          index,
          points,
          outcome: 'skipped',
          supported: false,
          reason: `unsupported: ${generated.reason}`,
        }
      }
      const verdict = verifyDraft(generated.draft, generator)
      const failed = verdict.checks.find((check) => check.outcome === 'failed')
      if (failed !== undefined)
        return { index, points, outcome: 'skipped', supported: true, reason: `failed: ${failed.name}` }
      return {
        index,
        points,
        combination: combinationId(path),
        outcome: 'pair',
        pair: toPair({ job, draft: generated.draft, verdict, path, seeds, splitOf }),
      }
    },
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
    return error instanceof Error ? error : new Error(String(error))
  }
}

/** The walks of a run: over the knowledge points that the generator can express, unless the configuration lifts that. */
export function planRunWalks(config: Config, graph: ConceptGraph): WalkPlan {
  const { mode, weight, temperature, restrict } = config.walk
  const supported = supportedPoints()
  const allowed = graph.nodes
    .filter((node) => node.taxonomyId !== undefined && supported.has(node.taxonomyId))
    .map((node) => node.id)
  return planWalks(graph, {
    mode,
    seed: config.run.seed,
    weighting: mode === 'rare' || mode === 'uniform' ? { temperature } : { scheme: weight, temperature },
    ...(restrict === 'supported' ? { allowed: new Set(allowed) } : {}),
    ...(mode === 'community' ? { communities: detectCommunities(graph, config.run.seed).of } : {}),
  })
}

interface PairParts {
  readonly job: DrawJob
  readonly draft: Draft
  readonly verdict: Verdict
  readonly path: ConceptPath
  readonly seeds: SeedIndex
  readonly splitOf: (item: SplitItem) => SplitName
}

function toPair({ job, draft, verdict, path, seeds, splitOf }: PairParts): Pair {
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
    draft,
    verdict,
    path,
    supportingSeeds: supportingSeeds(path, seeds),
    marks: [],
  }
}
