import { stateAt } from '../../core/random.ts'
import { drawCovering } from './draw-covering.ts'
import { drawHops } from './draw-hops.ts'
import { advance, drawBridge, drawSteps, drawTopics, fail } from './draw-phases.ts'
import { permutedPlace } from './permuted-place.ts'
import type { WalkBuffer } from './walk-buffer.ts'
import type { WalkPlan } from './walk-plan.ts'

/**
 * Draws walk `index` into a buffer: a pure function of (plan, index) that allocates nothing. Returns false when the draw failed and
 * `walk.failure` says why; the buffer then holds the steps made so far.
 *
 * Topics: the start takes its turn, then 1-2 steps among topics; one step to a knowledge point; 0-4 steps among knowledge points;
 * numbers of steps are uniform (MathScale §3.2 gives the ranges, the distribution is ours). A node may be visited again. A node
 * without neighbours in the phase's sub-graph ends the phase; when the last topic has no knowledge point, earlier topics are tried
 * in reverse order, and with none the draw fails.
 */
export function sampleInto(plan: WalkPlan, index: number, walk: WalkBuffer): boolean {
  stateAt(plan.key, index, walk.state)
  walk.failure = undefined
  if (plan.coverage !== undefined) return drawCovering(plan, index, walk)
  const topics = plan.graph.topicIds.length
  walk.length = 0
  if (topics === 0) return fail(walk, 'no-knowledge-point')
  const place = index % topics
  walk.nodes[0] = plan.start ?? permutedPlace(plan.orderKey, (index - place) / topics, place, topics)
  walk.length = 1
  drawTopics(plan, walk)
  if (!drawBridge(plan, walk)) return fail(walk, 'no-knowledge-point')
  const mode = plan.settled.mode
  if (mode === 'hop-1') return drawHops(plan, walk, 1)
  if (mode === 'hop-2') return drawHops(plan, walk, 2)
  if (mode === 'hop-3') return drawHops(plan, walk, 3)
  advance(plan.graph.pointPoint, walk, drawSteps(walk.state, plan.settled.knowledgePointSteps))
  return true
}
