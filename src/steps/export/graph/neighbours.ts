import type { ConceptGraph } from '../../../core/concept-graph.ts'

/** A concept at the other end of an edge: places among the nodes and the edges. */
export interface Neighbour {
  readonly node: number
  readonly edge: number
}

/** Looks up the neighbours of the concept at a place, strongest first, ties by place. Memory: twelve bytes an edge end. */
export function neighboursOf({ nodes, edges }: ConceptGraph): (place: number) => Neighbour[] {
  const places = new Map(nodes.map((node, place) => [node.id, place]))
  const ends = edges.map(({ a, b }) => [places.get(a) as number, places.get(b) as number] as const)
  const starts = new Int32Array(nodes.length + 1)
  for (const pair of ends) for (const end of pair) starts[end + 1] = (starts[end + 1] as number) + 1
  for (let place = 0; place < nodes.length; place++)
    starts[place + 1] = (starts[place + 1] as number) + (starts[place] as number)
  const next = starts.slice()
  const others = new Int32Array(2 * edges.length)
  const edgePlaces = new Int32Array(2 * edges.length)
  const add = (from: number, to: number, edge: number): void => {
    const at = next[from] as number
    next[from] = at + 1
    others[at] = to
    edgePlaces[at] = edge
  }
  for (const [edge, [a, b]] of ends.entries()) {
    add(a, b, edge)
    add(b, a, edge)
  }
  const countOf = ({ edge }: Neighbour): number => edges[edge]?.count ?? 0
  return (place) =>
    Array.from(
      { length: (starts[place + 1] as number) - (starts[place] as number) },
      (_, offset): Neighbour => {
        const at = (starts[place] as number) + offset
        return { node: others[at] as number, edge: edgePlaces[at] as number }
      },
    ).sort((left, right) => countOf(right) - countOf(left) || left.node - right.node)
}
