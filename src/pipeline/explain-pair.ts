import type { ConceptKind } from '../core/concept.ts'
import { UsageError } from '../core/errors.ts'
import type { JsonValue } from '../core/identity.ts'
import type { Pair, PairTexts } from '../core/pair.ts'
import type { GraphStore, PairStore, ReviewStore } from '../core/ports.ts'
import type { Review } from '../core/review.ts'
import { questionDifficulty } from '../steps/curate/difficulty/question-difficulty.ts'
import { structuralLabel } from '../steps/curate/difficulty/structural-difficulty.ts'
import { structureOf } from '../steps/generate/draft-structure.ts'

/** A pair and everything it came from, by name. */
export interface Explanation {
  readonly id: string
  readonly run: string
  readonly index: number
  readonly split: string
  readonly marks: readonly string[]
  readonly question: string
  readonly solution: string
  readonly finalAnswer: string
  /** Structural, 1 to 5. */
  readonly difficulty: number
  readonly difficultyLabel: string
  /** What the question alone looks like, on the scale of MATH's levels. */
  readonly questionDifficulty: number
  readonly method: string
  readonly prompt?: string
  readonly model?: string
  readonly families: readonly string[]
  readonly structure: string
  /** The engine's own evidence: families with their parameters. */
  readonly parameters: JsonValue
  readonly requested: readonly string[]
  readonly realised: readonly string[]
  readonly walk: {
    readonly mode: string
    readonly seed: number
    readonly index: number
    readonly graphVersion: string
    readonly steps: readonly ExplainedStep[]
  }
  /** Seeds behind the walked edges. */
  readonly supportedBy: readonly ExplainedSeed[]
  /** Seeds and pairs whose text was used or shown; none for the procedural engine. */
  readonly parents: readonly { readonly kind: string; readonly id: string; readonly relation: string }[]
  /** The texts as they were generated, where a person has edited them. */
  readonly original?: PairTexts
  /** What people decided on it, latest first, undone decisions too. */
  readonly reviews: readonly Review[]
  readonly rung: number
  readonly checks: readonly { readonly name: string; readonly outcome: string; readonly evidence: string }[]
}

export interface ExplainedStep {
  readonly kind: ConceptKind | 'unknown'
  readonly concept: string
  readonly phase: string
  readonly edgeCount: number
  readonly probability: number
}

export interface ExplainedSeed {
  readonly id: string
  readonly source: string
  readonly sourceId: string | undefined
  readonly license: string
  readonly question: string
}

/**
 * Walks a pair back to its seeds.
 *
 * @param id  id of a pair or an unambiguous beginning of at least eight digits
 * @throws UsageError when no run of the workspace has such a pair
 */
export async function explainPair(
  id: string,
  stores: {
    readonly pairs: PairStore
    readonly graph: GraphStore
    readonly reviews?: Pick<ReviewStore, 'ofPair'>
  },
): Promise<Explanation> {
  const pair = await stores.pairs.byId(id)
  if (pair === undefined) throw new UsageError(`no such pair: ${id}; ids stand in the dataset's rows`)
  const graph = await stores.graph.graph(pair.path.graphVersion)
  const concepts = new Map(graph?.nodes.map((node) => [node.id, node]))
  const nameOf = (conceptId: string): string => concepts.get(conceptId)?.name ?? conceptId
  const seeds = await stores.graph.seeds(pair.supportingSeeds)
  return {
    ...describeDraft(pair),
    requested: pair.draft.requested.map(nameOf),
    realised: pair.draft.realised.map(nameOf),
    walk: {
      mode: pair.path.mode,
      seed: pair.path.runSeed,
      index: pair.path.index,
      graphVersion: pair.path.graphVersion,
      steps: pair.path.steps.map(({ conceptId, phase, edgeCount, probability }) => ({
        kind: concepts.get(conceptId)?.kind ?? 'unknown',
        concept: nameOf(conceptId),
        phase,
        edgeCount,
        probability,
      })),
    },
    supportedBy: seeds.map(({ seed }) => ({
      id: seed.id,
      source: seed.source,
      sourceId: seed.sourceId,
      license: seed.license,
      question: seed.question,
    })),
    ...(pair.original === undefined ? {} : { original: pair.original }),
    reviews: (await stores.reviews?.ofPair(pair.id)) ?? [],
    rung: pair.verdict.rung,
    checks: pair.verdict.checks,
  }
}

function describeDraft({
  draft,
  ...pair
}: Pair): Omit<
  Explanation,
  'requested' | 'realised' | 'walk' | 'supportedBy' | 'rung' | 'checks' | 'reviews' | 'original'
> {
  const { families, signature } = structureOf(draft)
  return {
    id: pair.id,
    run: pair.runId,
    index: pair.index,
    split: pair.split,
    marks: pair.marks,
    question: draft.question,
    solution: draft.solution,
    finalAnswer: draft.finalAnswer,
    difficulty: draft.difficulty,
    difficultyLabel: structuralLabel,
    questionDifficulty: Math.round(questionDifficulty(draft.question) * 100) / 100,
    method: draft.method,
    ...(draft.prompt === undefined ? {} : { prompt: draft.prompt }),
    ...(draft.model === undefined ? {} : { model: draft.model }),
    families,
    structure: signature,
    parameters: draft.evidence,
    parents: draft.parents,
  }
}
