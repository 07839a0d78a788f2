import {
  choiceField,
  type Fields,
  integerField,
  optionalChoiceField,
  optionalIntegerField,
  readFields,
  textField,
} from '../router/fields.ts'
import type { ConceptKind } from '../../../core/concept.ts'
import type { GraphView } from '../../api/contract/graph.ts'
import type { Colouring } from '../graph/graph-colours.ts'

/** What of the explorer stands in the address. */
export interface ExplorerState {
  /** In the middle of the picture; without one the picture is of the whole graph. */
  readonly concept: string
  /** Looked at more closely. */
  readonly selected: string
  readonly radius: number
  readonly kind: ConceptKind | undefined
  readonly community: number | undefined
  readonly minimum: number
  /** At most; absent: {@link usualNodes}. */
  readonly nodes: number | undefined
  readonly colour: Colouring
}

export const explorerFields: Fields<ExplorerState> = {
  concept: textField(),
  selected: textField(),
  radius: integerField(1, 2, 1),
  kind: optionalChoiceField<ConceptKind>(['topic', 'knowledge-point']),
  community: optionalIntegerField(0, 1_000_000),
  minimum: integerField(1, 1000, 1),
  nodes: optionalIntegerField(10, 2000),
  colour: choiceField<Colouring>(['community', 'kind', 'accuracy']),
}

/** Concepts in a picture: fewer around one, where each has its say. */
export function usualNodes({ concept }: Pick<ExplorerState, 'concept'>): number {
  return concept === '' ? 300 : 60
}

export function readExplorer(query: URLSearchParams): ExplorerState {
  return readFields(explorerFields, query)
}

/** What the filters that the service does not know of leave of a picture; the concept in the middle always stays. */
export function filterView(view: GraphView, state: ExplorerState): GraphView {
  const { community, minimum, concept } = state
  const nodes = view.nodes.filter(
    (node) => community === undefined || node.community === community || node.id === concept,
  )
  const kept = new Set(nodes.map(({ id }) => id))
  const edges = view.edges.filter(({ a, b, count }) => kept.has(a) && kept.has(b) && count >= minimum)
  if (nodes.length === view.nodes.length && edges.length === view.edges.length) return view
  return { nodes, edges, omitted: view.omitted }
}
