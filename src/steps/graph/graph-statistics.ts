import type { Concept } from '../../core/concept.ts'
import type { ConceptEdge, ConceptGraph, EdgeKind } from '../../core/concept-graph.ts'
import type { ContentId } from '../../core/identity.ts'
import { normalisedPmi } from '../../foundations/statistics/edge-weight.ts'
import { detectCommunities } from './detect-communities.ts'

export interface GraphStatisticsOptions {
  /** Seed of the community detection. Default 0. */
  readonly seed?: number
  /** A concept in more than this share of the seeds is over-general. Default 0.2. */
  readonly maximumDocumentFrequency?: number
  /** Length of `strongestPairs`. Default 20. */
  readonly pairs?: number
}

export interface DegreeDistribution {
  readonly minimum: number
  readonly median: number
  readonly mean: number
  readonly maximum: number
  /** [degree, number of concepts with it], ascending. */
  readonly histogram: readonly (readonly [number, number])[]
}

export interface StrongPair {
  readonly edge: ConceptEdge
  /** Normalised pointwise mutual information, in [−1, 1]. */
  readonly association: number
}

export interface GraphStatistics {
  readonly version: ContentId
  readonly seedCount: number
  readonly topics: number
  readonly knowledgePoints: number
  readonly edges: Readonly<Record<EdgeKind, number>>
  readonly degrees: DegreeDistribution
  /** Sizes of the connected components, largest first. */
  readonly components: readonly number[]
  readonly communities: { readonly sizes: readonly number[]; readonly modularity: number }
  /** Concepts without an edge, by id. */
  readonly orphans: readonly Concept[]
  /** Concepts in more than the allowed share of the seeds, most frequent first. */
  readonly overGeneral: readonly Concept[]
  /** By count, then by association, then by ids. */
  readonly strongestPairs: readonly StrongPair[]
}

/** What a person wants to know of a graph before walking it. */
export function graphStatistics(graph: ConceptGraph, options: GraphStatisticsOptions = {}): GraphStatistics {
  const limit = (options.maximumDocumentFrequency ?? 0.2) * graph.seedCount
  const degrees = new Map<ContentId, number>(graph.nodes.map((node) => [node.id, 0]))
  const edges = { TT: 0, TK: 0, KK: 0 }
  for (const edge of graph.edges) {
    edges[edge.kind]++
    degrees.set(edge.a, (degrees.get(edge.a) as number) + 1)
    degrees.set(edge.b, (degrees.get(edge.b) as number) + 1)
  }
  const { sizes, modularity } = detectCommunities(graph, options.seed ?? 0)
  return {
    version: graph.version,
    seedCount: graph.seedCount,
    topics: graph.nodes.filter((node) => node.kind === 'topic').length,
    knowledgePoints: graph.nodes.filter((node) => node.kind === 'knowledge-point').length,
    edges,
    degrees: degreeDistribution([...degrees.values()]),
    components: componentSizes(graph),
    communities: { sizes, modularity },
    orphans: graph.nodes.filter((node) => degrees.get(node.id) === 0),
    overGeneral: graph.nodes
      .filter((node) => node.count > limit)
      .sort((left, right) => right.count - left.count),
    strongestPairs: strongestPairs(graph, options.pairs ?? 20),
  }
}

function degreeDistribution(degrees: number[]): DegreeDistribution {
  degrees.sort((left, right) => left - right)
  const histogram = new Map<number, number>()
  let sum = 0
  for (const degree of degrees) {
    sum += degree
    histogram.set(degree, (histogram.get(degree) ?? 0) + 1)
  }
  const middle = degrees.length >> 1
  const upper = degrees[middle] ?? 0
  return {
    minimum: degrees[0] ?? 0,
    median: degrees.length % 2 === 1 ? upper : ((degrees[middle - 1] ?? 0) + upper) / 2,
    mean: degrees.length === 0 ? 0 : sum / degrees.length,
    maximum: degrees.at(-1) ?? 0,
    histogram: [...histogram],
  }
}

function componentSizes(graph: ConceptGraph): number[] {
  const places = new Map(graph.nodes.map((node, place) => [node.id, place]))
  const parents = Uint32Array.from(graph.nodes.keys())
  function root(place: number): number {
    let top = place
    while ((parents[top] as number) !== top) {
      parents[top] = parents[parents[top] as number] as number
      top = parents[top] as number
    }
    return top
  }
  for (const edge of graph.edges) {
    parents[root(places.get(edge.a) as number)] = root(places.get(edge.b) as number)
  }
  const sizes = new Map<number, number>()
  for (const place of graph.nodes.keys()) {
    const top = root(place)
    sizes.set(top, (sizes.get(top) ?? 0) + 1)
  }
  return [...sizes.values()].sort((left, right) => right - left)
}

function strongestPairs(graph: ConceptGraph, length: number): StrongPair[] {
  const counts = new Map(graph.nodes.map((node) => [node.id, node.count]))
  const total = graph.seedCount
  return graph.edges
    .map((edge) => {
      const left = counts.get(edge.a) as number
      const right = counts.get(edge.b) as number
      return { edge, association: normalisedPmi({ both: edge.count, left, right, total }) }
    })
    .sort((left, right) => right.edge.count - left.edge.count || right.association - left.association)
    .slice(0, length)
}
