import type { GraphEdge, GraphNode, GraphView } from '../../api/contract/graph.ts'
import { edgeKey } from './emphasis.ts'

/** Several parts of one graph as one picture; positions are of the whole graph, so they fit together. */
export function mergeViews(views: readonly GraphView[]): GraphView {
  const nodes = new Map<string, GraphNode>()
  const edges = new Map<string, GraphEdge>()
  for (const view of views) {
    for (const node of view.nodes) nodes.set(node.id, node)
    for (const edge of view.edges) edges.set(edgeKey(edge.a, edge.b), edge)
  }
  return { nodes: [...nodes.values()], edges: [...edges.values()], omitted: { nodes: 0, edges: 0 } }
}
