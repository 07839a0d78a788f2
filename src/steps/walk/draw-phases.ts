import { nextUint32 } from '../../core/random.ts'
import { drawTarget, noTarget } from './sub-graph.ts'
import type { WalkBuffer } from './walk-buffer.ts'
import type { StepRange } from './walk-options.ts'
import type { WalkPlan } from './walk-plan.ts'

/** Topic steps from the topic that stands last in the buffer. */
export function drawTopics(plan: WalkPlan, walk: WalkBuffer): void {
  const { topicTopic } = plan.graph
  const { nodes, state } = walk
  const steps = drawSteps(state, plan.settled.topicSteps)
  let topic = nodes[walk.length - 1] as number
  for (let step = 0; step < steps; step++) {
    topic = drawTarget(topicTopic, topic, nextUint32(state), nextUint32(state))
    if (topic === noTarget) break
    nodes[walk.length++] = topic
  }
  walk.topicEnd = walk.length
}

/** One step to a knowledge point: from the last topic, or the latest before it that has one. */
export function drawBridge(plan: WalkPlan, walk: WalkBuffer): boolean {
  const { topicPoint } = plan.graph
  const { nodes, state } = walk
  const first = nextUint32(state)
  const second = nextUint32(state)
  for (let from = walk.topicEnd - 1; from >= 0; from--) {
    const point = drawTarget(topicPoint, nodes[from] as number, first, second)
    if (point === noTarget) continue
    walk.bridgeFrom = from
    nodes[walk.length++] = point
    return true
  }
  return false
}

/** Up to `steps` knowledge-point steps from the point that stands last in the buffer. */
export function drawPoints(plan: WalkPlan, walk: WalkBuffer, steps: number): void {
  const { pointPoint } = plan.graph
  const { nodes, state } = walk
  let point = nodes[walk.length - 1] as number
  for (let step = 0; step < steps; step++) {
    const next = drawTarget(pointPoint, point, nextUint32(state), nextUint32(state))
    // A row's own number is its stop entry: co-occurrence has no loops.
    if (next === noTarget || next === point) break
    nodes[walk.length++] = next
    point = next
  }
}

/** A number of steps, each of the range equally likely. */
export function drawSteps(state: Uint32Array, range: StepRange): number {
  const span = range.maximum - range.minimum + 1
  return range.minimum + Math.floor((nextUint32(state) * span) / 0x1_0000_0000)
}

export function fail(walk: WalkBuffer, failure: WalkBuffer['failure']): false {
  walk.failure = failure
  return false
}
