import type { ConceptPath } from '../../core/concept-path.ts'
import type { ContentId } from '../../core/identity.ts'
import { distantEntries } from './draw-hops.ts'
import { sampleInto } from './sample-into.ts'
import { readPath, stepOrigin } from './sample-path.ts'
import { edgesEnd, entryCount, entryTarget, entryWeight } from './sub-graph.ts'
import { createWalkBuffer, type WalkBuffer, type WalkFailure } from './walk-buffer.ts'
import type { WalkPlan } from './walk-plan.ts'

/** A walk with all that could have been taken at each of its steps. */
export interface PathTrace {
  readonly path: ConceptPath
  /** One per step of the path. */
  readonly choices: readonly StepChoice[]
}

export interface StepChoice {
  /** The concept it was taken from; absent at the start. */
  readonly from?: ContentId
  /** Likeliest first, equal ones by id. Their probabilities and `stop` sum to 1. */
  readonly candidates: readonly StepCandidate[]
  /** Probability that the walk had ended here instead; above 0 in mode `coverage` only. */
  readonly stop: number
}

export interface StepCandidate {
  readonly conceptId: ContentId
  /** Seeds behind the edge; 0 for the start. */
  readonly edgeCount: number
  readonly probability: number
}

/**
 * Walk `index` of a plan as `samplePath` gives it, with the candidates of every step and their exact transition probabilities in the
 * sub-graph that was walked. The start takes its turn, so it is its own only candidate. In mode `coverage` the way to the given point
 * is drawn backwards; the candidates are those of the steps forwards, as the probabilities of the path are.
 *
 * @param index  non-negative safe integer
 */
export function tracePath(
  plan: WalkPlan,
  index: number,
  buffer: WalkBuffer = createWalkBuffer(plan),
): PathTrace | { readonly failed: WalkFailure } {
  if (!Number.isSafeInteger(index) || index < 0) throw new RangeError(`index: ${index}; give an integer ≥ 0`)
  if (!sampleInto(plan, index, buffer)) return { failed: buffer.failure ?? 'no-knowledge-point' }
  const path = readPath(plan, index, buffer)
  return { path, choices: path.steps.map((_, place) => choiceAt(plan, buffer, { path, place })) }
}

function choiceAt(
  plan: WalkPlan,
  walk: WalkBuffer,
  { path, place }: { readonly path: ConceptPath; readonly place: number },
): StepChoice {
  const step = path.steps[place] as ConceptPath['steps'][number]
  if (place === 0) {
    return { candidates: [{ conceptId: step.conceptId, edgeCount: 0, probability: 1 }], stop: 0 }
  }
  const { phase, part, row, sum, from } = stepOrigin(plan, walk, place)
  const ids = phase === 'topic' ? plan.graph.topicIds : plan.graph.knowledgePointIds
  const candidates = entriesAt(plan, walk, place).map((entry) => ({
    conceptId: ids[entryTarget(part.entries, entry)] as ContentId,
    edgeCount: entryCount(part.entries, entry),
    probability: Math.min(1, entryWeight(part, row, entry) / sum),
  }))
  return {
    from: (path.steps[from] as ConceptPath['steps'][number]).conceptId,
    // Entries ascend by id and the sort is stable.
    candidates: candidates
      .filter(({ probability }) => probability > 0)
      .sort((left, right) => right.probability - left.probability),
    stop: part.stops.length === 0 ? 0 : (part.stops[row] as number) / sum,
  }
}

function entriesAt(plan: WalkPlan, walk: WalkBuffer, place: number): readonly number[] {
  const { phase, part, row } = stepOrigin(plan, walk, place)
  const { mode } = plan.settled
  const hop = place - walk.topicEnd
  if (phase === 'knowledge-point' && hop > 1 && (mode === 'hop-2' || mode === 'hop-3')) {
    return distantEntries(part, walk, { first: walk.nodes[walk.topicEnd] as number, row, hop })
  }
  const start = part.offsets[row] as number
  return Array.from({ length: edgesEnd(part, row) - start }, (_, offset) => start + offset)
}
