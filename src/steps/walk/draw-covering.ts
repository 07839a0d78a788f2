import { nextUint32, randomAt } from '../../core/random.ts'
import { systematicPlace } from '../../foundations/statistics/systematic-sample.ts'
import { advance, drawSteps, drawTopics, fail } from './draw-phases.ts'
import { permutedPlace } from './permuted-place.ts'
import type { CoveragePlan } from './plan-coverage.ts'
import { drawTarget, edgesEnd, entryTarget, entryWeight, noTarget } from './sub-graph.ts'
import type { WalkBuffer } from './walk-buffer.ts'
import type { WalkPlan } from './walk-plan.ts'

/**
 * A walk of mode `coverage`: it contains the knowledge point whose turn it is. The way to that point is drawn backwards (a topic of
 * the point by weight, then topic steps away from it) and stored forwards; the steps after it are steered. A point without a topic
 * is entered by a neighbour that has one.
 */
export function drawCovering(plan: WalkPlan, index: number, walk: WalkBuffer): boolean {
  const coverage = plan.coverage as CoveragePlan
  const { nodes, state } = walk
  const given = givenPoint(plan, coverage, index)
  const first = nextUint32(state)
  const second = nextUint32(state)
  let entrance = given
  let topic = drawTarget(coverage.pointTopic, entrance, first, second)
  if (topic === noTarget) {
    entrance = drawEntrance(plan, coverage, given, walk)
    if (entrance === noTarget) return fail(walk, 'no-knowledge-point')
    topic = drawTarget(coverage.pointTopic, entrance, first, second)
  }
  nodes[0] = topic
  walk.length = 1
  drawTopics(plan, walk)
  nodes.subarray(0, walk.topicEnd).reverse()
  walk.bridgeFrom = walk.topicEnd - 1
  nodes[walk.length++] = entrance
  if (entrance !== given) nodes[walk.length++] = given
  advance(plan.graph.pointPoint, walk, drawSteps(state, plan.settled.knowledgePointSteps))
  return true
}

/**
 * The point whose turn it is. Each cycle of as many walks as there are points takes a systematic sample of the target distribution
 * (Madow 1949) with an offset of its own, and hands it out in an order of its own: a point is given ⌊n⌋ or ⌈n⌉ times in a cycle, n
 * being its expected number, and exactly once for a uniform target.
 */
export function givenPoint(plan: WalkPlan, coverage: CoveragePlan, index: number): number {
  const { points, cumulative } = coverage
  const size = points.length
  const turn = index % size
  const cycle = (index - turn) / size
  const place = permutedPlace(plan.orderKey, cycle, turn, size)
  if (coverage.equal) return points[place] as number
  const offset = randomAt(plan.orderKey, cycle).float()
  return points[systematicPlace(cumulative, { size, offset }, place)] as number
}

function drawEntrance(plan: WalkPlan, coverage: CoveragePlan, given: number, walk: WalkBuffer): number {
  const { pointPoint } = plan.graph
  const { offsets } = coverage.pointTopic
  const hasTopic = (point: number): boolean => (offsets[point + 1] as number) > (offsets[point] as number)
  let sum = 0
  for (let entry = pointPoint.offsets[given] as number; entry < edgesEnd(pointPoint, given); entry++) {
    if (hasTopic(entryTarget(pointPoint.entries, entry))) sum += entryWeight(pointPoint, given, entry)
  }
  let mark = (nextUint32(walk.state) / 0x1_0000_0000) * sum
  let entrance = noTarget
  for (let entry = pointPoint.offsets[given] as number; entry < edgesEnd(pointPoint, given); entry++) {
    const target = entryTarget(pointPoint.entries, entry)
    if (!hasTopic(target)) continue
    entrance = target
    mark -= entryWeight(pointPoint, given, entry)
    if (mark < 0) break
  }
  return entrance
}
