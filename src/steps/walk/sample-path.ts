import type { ConceptPath, PathStep, WalkPhase } from '../../core/concept-path.ts'
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
  const steps: PathStep[] = []
  for (let place = 0; place < walk.length; place++) steps.push(readStep(plan, walk, place))
  const numbers = [...walk.nodes.subarray(0, walk.length)]
  const points = numbers.slice(walk.topicEnd)
  const hops = plan.settled.mode.startsWith('hop-')
  return {
    runSeed: plan.settled.seed,
    index,
    mode: plan.settled.mode,
    steps,
    topics: distinctIds(numbers.slice(0, walk.topicEnd), topicIds),
    knowledgePoints: distinctIds(
      hops ? [points[0] as number, points.at(-1) as number] : points,
      knowledgePointIds,
    ),
    graphVersion: version,
  }
}

function readStep(plan: WalkPlan, walk: WalkBuffer, place: number): PathStep {
  const { graph } = plan
  const node = walk.nodes[place] as number
  if (place === 0) {
    return { conceptId: graph.topicIds[node] as ContentId, phase: 'start', edgeCount: 0, probability: 1 }
  }
  if (place < walk.topicEnd) return step(graph.topicTopic, { phase: 'topic', from: place - 1 })
  if (place === walk.topicEnd) return step(graph.topicPoint, { phase: 'bridge', from: walk.bridgeFrom })
  return step(graph.pointPoint, { phase: 'knowledge-point', from: place - 1 })

  function step(part: SubGraph, { phase, from }: { phase: WalkPhase; from: number }): PathStep {
    const row = walk.nodes[from] as number
    const entry = findEntry(part, row, node)
    const distant = place > walk.topicEnd && plan.settled.mode.startsWith('hop-')
    const share = distant ? (walk.shares[place] as number) : 0
    return {
      conceptId: (place < walk.topicEnd ? graph.topicIds : graph.knowledgePointIds)[node] as ContentId,
      phase,
      edgeCount: entryCount(part.entries, entry),
      probability: Math.min(
        1,
        entryWeight(part, row, entry) / (share > 0 ? share : (part.sums[row] as number)),
      ),
    }
  }
}

/** Numbers ascend as ids do. */
function distinctIds(numbers: readonly number[], ids: readonly ContentId[]): ContentId[] {
  return [...new Set(numbers)].sort((left, right) => left - right).map((number) => ids[number] as ContentId)
}
