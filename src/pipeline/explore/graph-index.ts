import type { ConceptEdge, ConceptGraph } from '../../core/concept-graph.ts'
import type { ContentId } from '../../core/identity.ts'

/** A graph by places of its nodes, for quick looks around a concept. */
export interface GraphIndex {
  readonly graph: ConceptGraph
  placeOf(id: ContentId): number | undefined
  degree(place: number): number
  /** Edges at a concept, strongest first, equal ones by the other end's place. */
  edgesAt(place: number): readonly PlacedEdge[]
  /** All edges, strongest first. */
  readonly strongest: readonly PlacedEdge[]
}

export interface PlacedEdge {
  readonly edge: ConceptEdge
  readonly a: number
  readonly b: number
}

/** The end of an edge that is not `place`. */
export function otherEnd({ a, b }: PlacedEdge, place: number): number {
  return a === place ? b : a
}

export function indexGraph(graph: ConceptGraph): GraphIndex {
  const places = new Map(graph.nodes.map((node, place) => [node.id, place]))
  const placed = graph.edges.map((edge) => ({
    edge,
    a: places.get(edge.a) as number,
    b: places.get(edge.b) as number,
  }))
  // Edges ascend by (a, b) and the sort is stable.
  const strongest = placed.toSorted((left, right) => right.edge.count - left.edge.count)
  const at: PlacedEdge[][] = graph.nodes.map(() => [])
  for (const edge of strongest) {
    at[edge.a]?.push(edge)
    at[edge.b]?.push(edge)
  }
  return {
    graph,
    placeOf: (id) => places.get(id),
    degree: (place) => at[place]?.length ?? 0,
    edgesAt: (place) => at[place] ?? [],
    strongest,
  }
}
