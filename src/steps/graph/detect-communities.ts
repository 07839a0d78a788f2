import { UndirectedGraph } from 'graphology'
import louvainModule from 'graphology-communities-louvain'
import type { ConceptGraph } from '../../core/concept-graph.ts'
import type { ContentId } from '../../core/identity.ts'
import { randomAt, randomKey } from '../../core/random.ts'

// The package is CommonJS and its types claim a default member that it does not have.
const louvain = louvainModule as unknown as typeof louvainModule.default

export interface Communities {
  /** Community of every concept; numbers count from 0, largest community first, ties by lowest concept id. */
  readonly of: ReadonlyMap<ContentId, number>
  readonly sizes: readonly number[]
  /** Newman's modularity of the partition, at most 1; 0 for a graph without edges. */
  readonly modularity: number
}

/** Louvain communities (Blondel et al. 2008) of the whole graph, weighted by count. Equal (graph, seed) give equal communities. */
export function detectCommunities(graph: ConceptGraph, seed: number): Communities {
  const undirected = new UndirectedGraph()
  for (const node of graph.nodes) undirected.addNode(node.id)
  for (const edge of graph.edges) undirected.addEdge(edge.a, edge.b, { weight: edge.count })
  if (graph.edges.length === 0) {
    return {
      of: new Map(graph.nodes.map((node, place) => [node.id, place])),
      sizes: graph.nodes.map(() => 1),
      modularity: 0,
    }
  }
  const random = randomAt(randomKey('communities', graph.version, seed), 0)
  const found = louvain.detailed(undirected, { getEdgeWeight: 'weight', rng: () => random.float() })
  const members = new Map<number, ContentId[]>()
  for (const node of graph.nodes) {
    const community = found.communities[node.id] as number
    const list = members.get(community)
    if (list === undefined) members.set(community, [node.id])
    else list.push(node.id)
  }
  // Groups were met in the order of their lowest id and the sort is stable: ties keep that order.
  const groups = [...members.values()].sort((left, right) => right.length - left.length)
  const of = new Map(groups.flatMap((group, number) => group.map((id) => [id, number] as const)))
  return { of, sizes: groups.map((group) => group.length), modularity: found.modularity }
}
