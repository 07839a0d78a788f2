import type { ConceptEdge, ConceptGraph, EdgeKind } from '../../core/concept-graph.ts'
import type { ContentId } from '../../core/identity.ts'
import type { EdgeWeighting } from '../../foundations/statistics/edge-weight.ts'
import {
  buildSubGraph,
  entryCount,
  entryTarget,
  maximumNodes,
  sharedWords,
  wordsPerEntry,
  type SubGraph,
  type SubGraphInput,
} from './sub-graph.ts'

/**
 * A concept graph laid out for walking: topics and knowledge points numbered from 0 in id order, and one sub-graph per phase. At
 * most 24 bytes per undirected edge of a graph with several edges per concept (12 per direction; topic to knowledge point is walked
 * in one direction only). Plain data: it can be posted to a worker thread, which then shares its memory.
 */
export interface CompactGraph {
  readonly version: ContentId
  readonly topicIds: readonly ContentId[]
  readonly knowledgePointIds: readonly ContentId[]
  readonly topicTopic: SubGraph
  readonly topicPoint: SubGraph
  readonly pointPoint: SubGraph
  /** Undirected edges held. */
  readonly edgeCount: number
}

export interface CompactGraphOptions {
  readonly weighting: EdgeWeighting
  /** Concepts to keep; without it all. */
  readonly keep?: (id: ContentId) => boolean
  /** Edges to keep among kept concepts; without it all. */
  readonly keepEdge?: (edge: ConceptEdge) => boolean
  /** Steering of knowledge-point steps: factor per target and stop weight per row, by knowledge-point number. */
  readonly steering?: { readonly factors: Float64Array; readonly stops: Float64Array }
}

/** Lays a graph out for walking. Throws RangeError when a kind has more than 2^20 concepts. */
export function compactGraph(graph: ConceptGraph, options: CompactGraphOptions): CompactGraph {
  const topicNumbers = new Map<ContentId, number>()
  const pointNumbers = new Map<ContentId, number>()
  const topicCounts: number[] = []
  const pointCounts: number[] = []
  for (const node of graph.nodes) {
    if (options.keep?.(node.id) === false) continue
    const [numbers, counts] =
      node.kind === 'topic' ? [topicNumbers, topicCounts] : [pointNumbers, pointCounts]
    if (numbers.size >= maximumNodes) throw new RangeError(`too many concepts: more than ${maximumNodes}`)
    numbers.set(node.id, numbers.size)
    counts.push(node.count)
  }
  const kept = graph.edges.filter(
    ({ a, b }) =>
      (topicNumbers.has(a) || pointNumbers.has(a)) && (topicNumbers.has(b) || pointNumbers.has(b)),
  )
  const edges = options.keepEdge === undefined ? kept : kept.filter(options.keepEdge)
  const topics = { numbers: topicNumbers, counts: shared(topicCounts) }
  const points = { numbers: pointNumbers, counts: shared(pointCounts) }
  const common = { weighting: options.weighting, seedCount: graph.seedCount }
  return {
    version: graph.version,
    topicIds: [...topicNumbers.keys()],
    knowledgePointIds: [...pointNumbers.keys()],
    topicTopic: buildSubGraph({ ...directed(edges, 'TT', topics, topics), ...common }),
    topicPoint: buildSubGraph({ ...directed(edges, 'TK', topics, points), ...common }),
    pointPoint: buildSubGraph({ ...directed(edges, 'KK', points, points), ...common, ...options.steering }),
    edgeCount: edges.length,
  }
}

/** The knowledge point to topic sub-graph, which only walks towards a given knowledge point need. */
export function pointTopicSubGraph(graph: CompactGraph): SubGraph {
  const { topicPoint } = graph
  const length = topicPoint.entries.length / wordsPerEntry
  const from = new Uint32Array(length)
  const to = new Uint32Array(length)
  const counts = new Uint32Array(length)
  for (let topic = 0; topic < graph.topicIds.length; topic++) {
    const end = topicPoint.offsets[topic + 1] as number
    for (let entry = topicPoint.offsets[topic] as number; entry < end; entry++) {
      from[entry] = entryTarget(topicPoint.entries, entry)
      to[entry] = topic
      counts[entry] = entryCount(topicPoint.entries, entry)
    }
  }
  return buildSubGraph({
    rows: graph.knowledgePointIds.length,
    from,
    to,
    counts,
    rowCounts: topicPoint.targetCounts,
    targetCounts: topicPoint.rowCounts,
    weighting: topicPoint.weighting,
    seedCount: topicPoint.seedCount,
  })
}

/** Bytes of all arrays of the layout. */
export function compactGraphBytes(graph: CompactGraph): number {
  const arrays = new Set<ArrayBufferView>()
  for (const part of [graph.topicTopic, graph.topicPoint, graph.pointPoint]) {
    for (const value of Object.values(part)) if (ArrayBuffer.isView(value)) arrays.add(value)
  }
  return [...arrays].reduce((sum, array) => sum + array.byteLength, 0)
}

interface NodeSet {
  readonly numbers: ReadonlyMap<ContentId, number>
  readonly counts: Uint32Array
}

/** Edges of a kind as directed pairs: both directions within one node set, topic to knowledge point otherwise. */
function directed(
  edges: readonly ConceptEdge[],
  kind: EdgeKind,
  rows: NodeSet,
  targets: NodeSet,
): Pick<SubGraphInput, 'rows' | 'from' | 'to' | 'counts' | 'rowCounts' | 'targetCounts'> {
  const chosen = edges.filter((edge) => edge.kind === kind)
  const both = rows === targets
  const length = chosen.length * (both ? 2 : 1)
  const from = new Uint32Array(length)
  const to = new Uint32Array(length)
  const counts = new Uint32Array(length)
  chosen.forEach((edge, place) => {
    const forwards = rows.numbers.has(edge.a)
    const row = rows.numbers.get(forwards ? edge.a : edge.b) as number
    const target = targets.numbers.get(forwards ? edge.b : edge.a) as number
    // Edges come in order of their lower end. A row's targets ascend when those below it, where it is the higher end, come first.
    const forward = both ? place + chosen.length : place
    from[forward] = row
    to[forward] = target
    counts[forward] = edge.count
    if (!both) return
    from[place] = target
    to[place] = row
    counts[place] = edge.count
  })
  return { rows: rows.numbers.size, from, to, counts, rowCounts: rows.counts, targetCounts: targets.counts }
}

function shared(values: readonly number[]): Uint32Array {
  const words = sharedWords(values.length)
  words.set(values)
  return words
}
