import type { ConceptPath, PathStep } from '../../core/concept-path.ts'
import type { ContentId } from '../../core/identity.ts'
import { sampleInto } from './sample-into.ts'
import { entryCount, entryWeight, findEntry, type SubGraph } from './sub-graph.ts'
import { createWalkBuffer, type WalkBuffer, type WalkFailure } from './walk-buffer.ts'
import type { WalkPlan } from './walk-plan.ts'

export type WalkOutcome = ConceptPath | { readonly failed: WalkFailure }

/**
 * Walk `index` of a plan, for readers: every step with its phase, the seeds behind its edge and its exact transition probability
 * (weight over the weights of all that could have been taken there; 1 for the start, which takes its turn). Steps of one phase
 * follow each other; the bridge leaves the last topic that has a knowledge point. In the hop modes the knowledge points are the two
 * ends: the points between show how they are joined and are steps only. Give the same `buffer` again to save allocations.
 *
 * @param index  non-negative safe integer
 */
export function samplePath(
  plan: WalkPlan,
  index: number,
  buffer: WalkBuffer = createWalkBuffer(plan),
): WalkOutcome {
  if (!Number.isSafeInteger(index) || index < 0) throw new RangeError(`index: ${index}; give an integer ≥ 0`)
  if (!sampleInto(plan, index, buffer)) return { failed: buffer.failure ?? 'no-knowledge-point' }
  return readPath(plan, index, buffer)
}

/** The path that a successful draw of `index` left in the buffer. */
export function readPath(plan: WalkPlan, index: number, walk: WalkBuffer): ConceptPath {
  const { topicIds, knowledgePointIds, version } = plan.graph
  const { mode, seed } = plan.settled
  const steps: PathStep[] = []
  for (let place = 0; place < walk.length; place++) steps.push(readStep(plan, walk, place))
  const hops = mode === 'hop-1' || mode === 'hop-2' || mode === 'hop-3'
  return {
    runSeed: seed,
    index,
    mode,
    steps,
    topics: distinctIds(walk.nodes.subarray(0, walk.topicEnd), topicIds),
    knowledgePoints: distinctIds(
      hops
        ? Uint32Array.of(walk.nodes[walk.topicEnd] as number, walk.nodes[walk.length - 1] as number)
        : walk.nodes.subarray(walk.topicEnd, walk.length),
      knowledgePointIds,
    ),
    graphVersion: version,
  }
}

/** Where the step at a place of the buffer was taken: its sub-graph, the row it left, and what its weights are divided by. */
export interface StepOrigin {
  readonly phase: 'topic' | 'bridge' | 'knowledge-point'
  readonly part: SubGraph
  /** Place in the buffer of the node it left. */
  readonly from: number
  readonly row: number
  readonly sum: number
}

/** @param place  1 or more: a start leaves nothing */
export function stepOrigin(plan: WalkPlan, walk: WalkBuffer, place: number): StepOrigin {
  const { topicTopic, topicPoint, pointPoint } = plan.graph
  const bridge = place === walk.topicEnd
  const topic = place < walk.topicEnd
  const part = topic ? topicTopic : bridge ? topicPoint : pointPoint
  const from = bridge ? walk.bridgeFrom : place - 1
  const row = walk.nodes[from] as number
  const share = place > walk.topicEnd ? (walk.shares[place] as number) : 0
  return {
    phase: topic ? 'topic' : bridge ? 'bridge' : 'knowledge-point',
    part,
    from,
    row,
    sum: share > 0 ? share : (part.sums[row] as number),
  }
}

function readStep(plan: WalkPlan, walk: WalkBuffer, place: number): PathStep {
  const { topicIds, knowledgePointIds } = plan.graph
  const node = walk.nodes[place] as number
  if (place === 0) {
    return { conceptId: topicIds[node] as ContentId, phase: 'start', edgeCount: 0, probability: 1 }
  }
  const { phase, part, row, sum } = stepOrigin(plan, walk, place)
  const entry = findEntry(part, row, node)
  return {
    conceptId: (phase === 'topic' ? topicIds : knowledgePointIds)[node] as ContentId,
    phase,
    edgeCount: entryCount(part.entries, entry),
    probability: Math.min(1, entryWeight(part, row, entry) / sum),
  }
}

/** Numbers ascend as ids do. */
function distinctIds(numbers: Uint32Array, ids: readonly ContentId[]): ContentId[] {
  const distinct: ContentId[] = []
  const sorted = numbers.slice().sort()
  for (let place = 0; place < sorted.length; place++) {
    if (place === 0 || sorted[place] !== sorted[place - 1])
      distinct.push(ids[sorted[place] as number] as ContentId)
  }
  return distinct
}
