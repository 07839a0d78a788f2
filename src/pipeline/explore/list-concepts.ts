import type { Concept } from '../../core/concept.ts'
import type { GraphStore } from '../../core/ports.ts'
import { edgeWeight } from '../../foundations/statistics/edge-weight.ts'
import { knowledgePoint } from '../../foundations/taxonomy/taxonomy.ts'
import type {
  ConceptDetail,
  ConceptEdit,
  ConceptsQuery,
  ConceptSummary,
  Neighbour,
  NeighboursQuery,
  SeedSummary,
} from '../../surfaces/api/contract/concepts.ts'
import type { Page, PageQuery } from '../../surfaces/api/contract/page.ts'
import { unionOf, type ConceptUses } from './count-uses.ts'
import { otherEnd } from './graph-index.ts'
import type { ExploredView } from './explored-view.ts'
import type { PairIndex } from './pair-index.ts'
import { pageOf } from './page-of.ts'

/** What concepts of a run are described by. */
export interface DescribedConcepts {
  readonly run: string
  readonly view: ExploredView
  readonly index: PairIndex
  readonly uses: ConceptUses
  /** By id, where a diagnosis was made. */
  readonly accuracies: ReadonlyMap<string, number>
  readonly edits: readonly ConceptEdit[]
  /** Orders of all places, made when first asked for. */
  readonly orders: Map<string, readonly number[]>
}

export function summariseConcept(described: DescribedConcepts, place: number): ConceptSummary {
  const { view, uses, accuracies } = described
  const { id, kind, name, count } = view.concept(place)
  const accuracy = accuracies.get(id)
  return {
    id,
    kind,
    name,
    count,
    community: view.figures.communities[place] as number,
    pairs: uses.pairs[place] as number,
    degree: view.degree(place),
    ...(accuracy === undefined ? {} : { accuracy }),
  }
}

type Order = NonNullable<ConceptsQuery['sort']>

/** The order of a list of concepts, and its name in cursors. */
export function conceptsList({ text, sort }: ConceptsQuery): {
  readonly order: Order
  readonly name: string
} {
  const order = sort ?? (text === undefined ? 'count' : 'relevance')
  const usable = order === 'relevance' && text === undefined ? 'count' : order
  return { order: usable, name: `concepts-${usable}` }
}

export function listConcepts(described: DescribedConcepts, query: ConceptsQuery): Page<ConceptSummary> {
  const { view, uses, run } = described
  const { order, name } = conceptsList(query)
  const scores = query.text === undefined ? undefined : scoresOf(view, query.text)
  const places = order === 'relevance' ? byScore(scores ?? new Map()) : orderOf(described, order)
  const keyOf = (place: number): number | string => {
    if (order === 'relevance') return scores?.get(place) ?? 0
    if (order === 'name') return view.concept(place).name
    return order === 'pairs' ? (uses.pairs[place] as number) : view.concept(place).count
  }
  const items = places.filter(
    (place) =>
      (scores === undefined || scores.has(place)) &&
      (query.kind === undefined || view.concept(place).kind === query.kind) &&
      (query.community === undefined || view.figures.communities[place] === query.community),
  )
  const idOf = (place: number): string => view.concept(place).id
  const page = pageOf({ name, run, items, keyOf, idOf, descending: order !== 'name' }, query)
  return { ...page, items: page.items.map((place) => summariseConcept(described, place)) }
}

function scoresOf(view: ExploredView, text: string): Map<number, number> {
  return new Map(view.search.find(text).map(({ place, score }) => [place, score]))
}

/** Places ascend by id. */
function byScore(scores: ReadonlyMap<number, number>): readonly number[] {
  return [...scores.keys()].sort(
    (left, right) => (scores.get(right) as number) - (scores.get(left) as number) || left - right,
  )
}

function orderOf(
  { view, uses, orders }: DescribedConcepts,
  order: Exclude<Order, 'relevance'>,
): readonly number[] {
  const known = orders.get(order)
  if (known !== undefined) return known
  const { nodes } = view.graph
  const compare: Readonly<Record<typeof order, (left: number, right: number) => number>> = {
    count: (left, right) => (nodes[right] as Concept).count - (nodes[left] as Concept).count,
    pairs: (left, right) => (uses.pairs[right] as number) - (uses.pairs[left] as number),
    name: (left, right) => compareText((nodes[left] as Concept).name, (nodes[right] as Concept).name),
  }
  const places = [...nodes.keys()].sort((left, right) => compare[order](left, right) || left - right)
  orders.set(order, places)
  return places
}

function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0
}

export function detailConcept(described: DescribedConcepts, place: number): ConceptDetail {
  const { view, edits } = described
  const { id, key, definition, aliases, taxonomyId } = view.concept(place)
  return {
    ...summariseConcept(described, place),
    key,
    ...(definition === undefined ? {} : { definition }),
    aliases,
    ...(taxonomyId === undefined ? {} : { taxonomyId }),
    requires: requirementsOf(view, taxonomyId),
    usage: usageOf(described, place),
    edits: edits
      .filter((edit) => edit.conceptId === id || edit.to === id || view.shownId(edit.conceptId) === id)
      .toReversed(),
  }
}

function requirementsOf(view: ExploredView, taxonomyId: string | undefined): ConceptDetail['requires'] {
  const required = taxonomyId === undefined ? [] : (knowledgePoint(taxonomyId)?.requires ?? [])
  return required.map((entry) => {
    const id = view.byEntry['knowledge-point'].get(entry)
    if (id !== undefined) return { id, name: view.nameOf(id) }
    return { name: knowledgePoint(entry)?.name ?? entry }
  })
}

/** The target is an equal share of all uses among the knowledge points that pairs realise; of a topic the shares of its points. */
function usageOf({ view, index, uses }: DescribedConcepts, place: number): ConceptDetail['usage'] {
  const points = view.storedPoints(place)
  let requested = 0
  for (const pair of unionOf(index, points, 'requesting')) if (index.marks(pair) === 0) requested++
  const share = uses.usedPoints === 0 ? 0 : uses.pointUses / uses.usedPoints
  const members = new Set(points.map((id) => view.shownId(id)))
  const used = [...members].filter((id) => (uses.pairs[view.placeOf(id) ?? -1] ?? 0) > 0).length
  return { requested, realised: uses.pairs[place] as number, target: share * used }
}

/** Name of the list in its cursors. */
export const neighboursList = 'neighbours'

export function listNeighbours(
  described: DescribedConcepts,
  place: number,
  query: NeighboursQuery,
): Page<Neighbour> {
  const { view, run } = described
  const edges = view
    .edgesAt(place)
    .map((placed) => ({ edge: placed.edge, end: otherEnd(placed, place) }))
    .filter(({ end }) => query.kind === undefined || view.concept(end).kind === query.kind)
    .sort((left, right) => right.edge.count - left.edge.count || left.end - right.end)
  const page = pageOf(
    {
      name: neighboursList,
      run,
      items: edges,
      keyOf: ({ edge }) => edge.count,
      idOf: ({ end }) => view.concept(end).id,
      descending: true,
    },
    query,
  )
  const left = view.concept(place).count
  return {
    ...page,
    items: page.items.map(({ edge, end }) => ({
      concept: summariseConcept(described, end),
      edge: edge.kind,
      count: edge.count,
      lift: edgeWeight(
        { both: edge.count, left, right: view.concept(end).count, total: view.graph.seedCount },
        { scheme: 'lift', temperature: 1 },
      ),
    })),
  }
}

/** Name of the list in its cursors. */
export const seedsList = 'seeds'

export async function listSeeds(
  { view, run }: Pick<DescribedConcepts, 'view' | 'run'>,
  place: number,
  { query, store }: { readonly query: PageQuery; readonly store: GraphStore },
): Promise<Page<SeedSummary>> {
  const items = view.seeds.seedsWith([view.concept(place).id])
  const page = pageOf(
    { name: seedsList, run, items, keyOf: () => '', idOf: (id) => id, descending: false },
    query,
  )
  const seeds = await store.seeds(page.items)
  return {
    ...page,
    items: seeds.map(({ seed, conceptIds }) => ({
      id: seed.id,
      source: seed.source,
      ...(seed.sourceId === undefined ? {} : { sourceId: seed.sourceId }),
      license: seed.license,
      question: seed.question,
      concepts: [...new Set(conceptIds.map((id) => view.shownId(id)))]
        .filter((id) => view.placeOf(id) !== undefined)
        .map((id) => ({ id, name: view.nameOf(id) })),
    })),
  }
}
