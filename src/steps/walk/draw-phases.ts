import { nextUint32 } from '../../core/random.ts'
import { drawTarget, noTarget, perWord, targetMask, wordsPerEntry, type SubGraph } from './sub-graph.ts'
import type { WalkBuffer } from './walk-buffer.ts'
import type { StepRange } from './walk-options.ts'
import type { WalkPlan } from './walk-plan.ts'

/** Topic steps from the topic that stands last in the buffer. */
export function drawTopics(plan: WalkPlan, walk: WalkBuffer): void {
  advance(plan.graph.topicTopic, walk, drawSteps(walk.state, plan.settled.topicSteps))
  walk.topicEnd = walk.length
}

/** One step to a knowledge point: from the last topic, or the latest before it that has one. False when none has. */
export function drawBridge(plan: WalkPlan, walk: WalkBuffer): boolean {
  const { topicPoint } = plan.graph
  const { nodes, state } = walk
  walk.bridgeFrom = walk.topicEnd - 1
  advance(topicPoint, walk, 1)
  while (walk.length === walk.topicEnd && walk.bridgeFrom > 0) {
    const from = nodes[--walk.bridgeFrom] as number
    const point = drawTarget(topicPoint, from, nextUint32(state), nextUint32(state))
    if (point !== noTarget) nodes[walk.length++] = point
  }
  return walk.length > walk.topicEnd
}

/**
 * Up to `steps` steps in a sub-graph from the node that stands last in the buffer; ends early at a node without neighbours and at a
 * stop entry. It does what {@link drawTarget} with two words of `nextUint32` per step does, with the random state in local variables:
 * this loop is where walks spend their time.
 */
export function advance(graph: SubGraph, walk: WalkBuffer, steps: number): void {
  const { offsets, entries } = graph
  const { nodes, state } = walk
  const mayStop = graph.stops.length > 0
  let a = (state[0] as number) | 0
  let b = (state[1] as number) | 0
  let c = (state[2] as number) | 0
  let counter = (state[3] as number) | 0
  let length = walk.length
  let node = nodes[length - 1] as number
  for (let step = 0; step < steps; step++) {
    const start = offsets[node] as number
    const degree = (offsets[node + 1] as number) - start
    if (degree === 0) break
    const first = (a + b + counter) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + first) | 0
    const second = (a + b + counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + second) | 0
    counter = (counter + 2) | 0
    const at = (start + (((first >>> 0) * degree * perWord) | 0)) * wordsPerEntry
    const word = second >>> 0 < (entries[at] as number) ? at + 1 : at + 2
    const next = (entries[word] as number) & targetMask
    if (mayStop && next === node) break
    nodes[length++] = next
    node = next
  }
  walk.length = length
  state[0] = a
  state[1] = b
  state[2] = c
  state[3] = counter
}

/** A number of steps, each of the range equally likely. */
export function drawSteps(state: Uint32Array, range: StepRange): number {
  const span = range.maximum - range.minimum + 1
  return range.minimum + ((nextUint32(state) * span * perWord) | 0)
}

export function fail(walk: WalkBuffer, failure: WalkBuffer['failure']): false {
  walk.failure = failure
  return false
}
