import { nextUint32 } from '../../core/random.ts'
import { drawTarget, edgesEnd, entryTarget, entryWeight, noTarget, type SubGraph } from './sub-graph.ts'
import type { WalkBuffer } from './walk-buffer.ts'
import type { WalkPlan } from './walk-plan.ts'

/**
 * Knowledge-point steps of the hop modes (GSDP's explicit and implicit combinations): from the first point u to a point at distance
 * exactly 1, 2 or 3 from it in the sub-graph walked. The first step is a plain one; step s > 1 is drawn by weight among those
 * neighbours that are at distance exactly s from u. Fails with `no-distant-knowledge-point` where there is none.
 */
export function drawHops(plan: WalkPlan, walk: WalkBuffer, hops: 1 | 2 | 3): boolean {
  const { pointPoint } = plan.graph
  const { nodes, state, shares } = walk
  const first = nodes[walk.length - 1] as number
  let point = drawTarget(pointPoint, first, nextUint32(state), nextUint32(state))
  if (point === noTarget) return failDistant(walk)
  shares[walk.length] = 0
  nodes[walk.length++] = point
  if (hops > 1) markNeighbours(pointPoint, first, walk)
  for (let hop = 2; hop <= hops; hop++) {
    point = drawDistant({ graph: pointPoint, walk, first, hop }, point)
    if (point === noTarget) return failDistant(walk)
    nodes[walk.length++] = point
  }
  return true
}

/** Entries of a row that lead to a point at distance `hop` from `first`: what step `hop` > 1 of a hop mode is drawn among. */
export function distantEntries(
  graph: SubGraph,
  walk: WalkBuffer,
  { first, row, hop }: { readonly first: number; readonly row: number; readonly hop: number },
): readonly number[] {
  markNeighbours(graph, first, walk)
  const entries: number[] = []
  for (let entry = graph.offsets[row] as number; entry < edgesEnd(graph, row); entry++) {
    if (isAtDistance({ graph, walk, first, hop }, entryTarget(graph.entries, entry))) entries.push(entry)
  }
  return entries
}

function failDistant(walk: WalkBuffer): false {
  walk.failure = 'no-distant-knowledge-point'
  return false
}

function markNeighbours(graph: SubGraph, point: number, walk: WalkBuffer): void {
  walk.stamp++
  for (let entry = graph.offsets[point] as number; entry < edgesEnd(graph, point); entry++) {
    walk.marks[entryTarget(graph.entries, entry)] = walk.stamp
  }
}

interface Distance {
  readonly graph: SubGraph
  readonly walk: WalkBuffer
  readonly first: number
  readonly hop: number
}

function drawDistant(distance: Distance, row: number): number {
  const { graph, walk } = distance
  const end = edgesEnd(graph, row)
  let sum = 0
  let last = -1
  for (let entry = graph.offsets[row] as number; entry < end; entry++) {
    if (!isAtDistance(distance, entryTarget(graph.entries, entry))) continue
    sum += entryWeight(graph, row, entry)
    last = entry
  }
  if (last < 0) return noTarget
  walk.shares[walk.length] = sum
  let mark =
    ((nextUint32(walk.state) * 0x20_0000 + (nextUint32(walk.state) >>> 11)) / 0x20_0000_0000_0000) * sum
  for (let entry = graph.offsets[row] as number; entry < last; entry++) {
    const target = entryTarget(graph.entries, entry)
    if (!isAtDistance(distance, target)) continue
    mark -= entryWeight(graph, row, entry)
    if (mark < 0) return target
  }
  return entryTarget(graph.entries, last)
}

/** True when a neighbour of a point at distance hop − 1 is at distance hop: not nearer, as it cannot be farther. */
function isAtDistance({ graph, walk, first, hop }: Distance, point: number): boolean {
  const { marks, stamp } = walk
  if (point === first || marks[point] === stamp) return false
  if (hop === 2) return true
  for (let entry = graph.offsets[point] as number; entry < edgesEnd(graph, point); entry++) {
    if (marks[entryTarget(graph.entries, entry)] === stamp) return false
  }
  return true
}
