import { UndirectedGraph } from 'graphology'
import type { ConceptGraph } from '../../src/core/concept-graph.ts'
import type { Random } from '../../src/core/random.ts'

/** The obvious walk on graphology: neighbours filtered by kind, softmax of ln(count + ε) recomputed at each step. */
export function loadGraphology(graph: ConceptGraph): UndirectedGraph {
  const loaded = new UndirectedGraph()
  for (const node of graph.nodes) loaded.addNode(node.id, { kind: node.kind })
  for (const edge of graph.edges) loaded.addEdge(edge.a, edge.b, { count: edge.count })
  return loaded
}

export function walkGraphology(graph: UndirectedGraph, start: string, random: Random): string[] | undefined {
  const topics = [start]
  for (let left = random.integer(1, 2); left > 0; left--) {
    const next = step(graph, { from: topics.at(-1) as string, kind: 'topic' }, random)
    if (next === undefined) break
    topics.push(next)
  }
  let point: string | undefined
  for (const topic of topics.toReversed()) {
    point = step(graph, { from: topic, kind: 'knowledge-point' }, random)
    if (point !== undefined) break
  }
  if (point === undefined) return undefined
  const points = [point]
  for (let left = random.integer(0, 4); left > 0; left--) {
    const next = step(graph, { from: points.at(-1) as string, kind: 'knowledge-point' }, random)
    if (next === undefined) break
    points.push(next)
  }
  return [...new Set([...topics, ...points])]
}

function step(
  graph: UndirectedGraph,
  way: { from: string; kind: string },
  random: Random,
): string | undefined {
  const neighbours = graph.neighbors(way.from).filter((id) => graph.getNodeAttribute(id, 'kind') === way.kind)
  const scores = neighbours.map((id) =>
    Math.log((graph.getEdgeAttribute(way.from, id, 'count') as number) + 1e-5),
  )
  const highest = Math.max(...scores)
  const weights = scores.map((score) => Math.exp(score - highest))
  let mark = random.float() * weights.reduce((sum, weight) => sum + weight, 0)
  for (const [place, weight] of weights.entries()) {
    mark -= weight
    if (mark < 0) return neighbours[place]
  }
  return neighbours.at(-1)
}
