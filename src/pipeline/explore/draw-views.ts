import type {
  EgoQuery,
  GraphEdge,
  GraphNode,
  GraphView,
  OverviewQuery,
} from '../../surfaces/api/contract/graph.ts'
import type { ConceptSummary } from '../../surfaces/api/contract/concepts.ts'
import type { Layout } from '../../steps/graph/lay-out-graph.ts'
import { otherEnd, type PlacedEdge } from './graph-index.ts'
import { circleLayout } from './graph-figures.ts'
import type { ExploredView } from './explored-view.ts'

type Summarise = (place: number) => ConceptSummary

/** Edges of an ego network for each of its nodes, and at most. */
const egoEdgesPerNode = 20
const mostEgoEdges = 6000

/** The most frequent concepts and the strongest edges among them. */
export function overviewOf(view: ExploredView, query: OverviewQuery, summarise: Summarise): GraphView {
  const { nodes } = view.graph
  const fitting = view.byFrequency.filter(
    (place) =>
      (query.kind === undefined || nodes[place]?.kind === query.kind) &&
      (query.community === undefined || view.figures.communities[place] === query.community),
  )
  const chosen = fitting.slice(0, query.nodes ?? 300)
  const all = new Uint8Array(nodes.length)
  for (const place of fitting) all[place] = 1
  for (const place of chosen) all[place] = 2
  const limit = query.edges ?? 3 * chosen.length
  const edges: PlacedEdge[] = []
  let fittingEdges = 0
  for (const edge of view.strongest) {
    const least = Math.min(all[edge.a] as number, all[edge.b] as number)
    if (least === 0) continue
    fittingEdges++
    if (least === 2 && edges.length < limit) edges.push(edge)
  }
  return drawn(view, { places: chosen, edges, summarise }, { nodes: fitting.length, edges: fittingEdges })
}

/** The network around a concept: of those within the radius the ones that the strongest edges lead to, nearer ones first. */
export function egoNetworkOf(
  view: ExploredView,
  centre: number,
  { query, summarise }: { readonly query: EgoQuery; readonly summarise: Summarise },
): GraphView {
  const least = query.minimumCount ?? 1
  const fits = (place: number): boolean =>
    place === centre || query.kind === undefined || view.concept(place).kind === query.kind
  const reached = reachFrom(view, centre, { radius: query.radius ?? 1, least, fits })
  const places = reached.slice(0, query.nodes ?? 60)
  const kept = new Set(places)
  const all = new Set(reached)
  const edges: PlacedEdge[] = []
  let fittingEdges = 0
  const limit = Math.min(mostEgoEdges, egoEdgesPerNode * places.length)
  const among = view.strongest.filter(({ edge, a, b }) => edge.count >= least && all.has(a) && all.has(b))
  // Those of the concept itself are shown before any among its neighbours.
  for (const own of [true, false]) {
    for (const edge of among) {
      if ((edge.a === centre || edge.b === centre) !== own) continue
      fittingEdges++
      if (kept.has(edge.a) && kept.has(edge.b) && edges.length < limit) edges.push(edge)
    }
  }
  return drawn(view, { places, edges, summarise }, { nodes: reached.length, edges: fittingEdges })
}

/** Places within the radius, the centre first, then by distance and by the weakest edge of the strongest way. */
function reachFrom(
  view: ExploredView,
  centre: number,
  {
    radius,
    least,
    fits,
  }: { readonly radius: number; readonly least: number; readonly fits: (place: number) => boolean },
): readonly number[] {
  const seen = new Set([centre])
  const order = [centre]
  let ring = new Map([[centre, Infinity]])
  for (let distance = 1; distance <= radius; distance++) {
    const next = new Map<number, number>()
    for (const [place, strength] of ring) {
      for (const placed of view.edgesAt(place)) {
        const end = otherEnd(placed, place)
        if (placed.edge.count < least || seen.has(end) || !fits(end)) continue
        const way = Math.min(strength, placed.edge.count)
        if (way > (next.get(end) ?? 0)) next.set(end, way)
      }
    }
    const sorted = [...next].sort(([left, a], [right, b]) => b - a || left - right)
    for (const [place] of sorted) {
      seen.add(place)
      order.push(place)
    }
    ring = new Map(sorted)
  }
  return order
}

const circles = new WeakMap<ExploredView, Layout>()

function circleOf(view: ExploredView): Layout {
  const circle = circles.get(view) ?? circleLayout(view.graph, view.figures.communities)
  circles.set(view, circle)
  return circle
}

function drawn(
  view: ExploredView,
  {
    places,
    edges,
    summarise,
  }: {
    readonly places: readonly number[]
    readonly edges: readonly PlacedEdge[]
    readonly summarise: Summarise
  },
  fitting: { readonly nodes: number; readonly edges: number },
): GraphView {
  const { x, y } = view.figures.layout() ?? circleOf(view)
  return {
    nodes: places.map((place): GraphNode => ({
      ...summarise(place),
      x: x[place] as number,
      y: y[place] as number,
    })),
    edges: edges.map(({ edge }): GraphEdge => edge),
    omitted: { nodes: fitting.nodes - places.length, edges: fitting.edges - edges.length },
  }
}
