import type { ConceptGraph } from '../../core/concept-graph.ts'
import { graphVersion } from './graph-version.ts'

/**
 * The sub-graph of the `limit` concepts that most seeds are labelled with (ties by id) and all edges among them. Counts stay those
 * of the whole graph; the version is the sub-graph's own.
 */
export function mostFrequent(graph: ConceptGraph, limit: number): ConceptGraph {
  if (limit >= graph.nodes.length) return graph
  const ranked = graph.nodes.toSorted((left, right) => right.count - left.count)
  const kept = new Set(ranked.slice(0, limit).map((node) => node.id))
  const nodes = graph.nodes.filter((node) => kept.has(node.id))
  const edges = graph.edges.filter((edge) => kept.has(edge.a) && kept.has(edge.b))
  const { seedCount } = graph
  return { nodes, edges, seedCount, version: graphVersion({ nodes, edges, seedCount }) }
}
