import type { ConceptEdge, ConceptGraph } from '../../core/concept-graph.ts'
import { UsageError } from '../../core/errors.ts'
import type { ContentId } from '../../core/identity.ts'
import { randomKey, type RandomKey } from '../../core/random.ts'
import { compactGraph, type CompactGraph } from './compact-graph.ts'
import { planCoverage, type CoveragePlan } from './plan-coverage.ts'
import { optionsId, settleOptions, type SettledOptions, type WalkOptions } from './walk-options.ts'

/**
 * Everything a walk needs: with a plan, walk i is a pure function of i. Equal (graph version, options) give equal plans on every
 * machine. Plain data on shared memory: post it to worker threads instead of building it again.
 */
export interface WalkPlan {
  readonly settled: SettledOptions
  readonly graph: CompactGraph
  /** Key of the draws. */
  readonly key: RandomKey
  /** Key of the orders in which start topics, or given knowledge points, take turns. */
  readonly orderKey: RandomKey
  /** Mode `coverage` only. */
  readonly coverage: CoveragePlan | undefined
  /** Number of the topic that every walk starts from; without it the topics take turns. */
  readonly start: number | undefined
}

/**
 * Prepares the walks of a graph. Modes: `mathscale` (§3.2), `rare`, `uniform` (other weights), `hop-1|2|3` (GSDP: knowledge points
 * exactly that far apart), `community` (only edges inside a community), `coverage` (each walk is given a knowledge point).
 *
 * Start topics take turns: walks e · T to e · T + T − 1 are epoch e, which visits each of the T topics once in an order of its own.
 *
 * @throws UsageError for options that contradict each other, for a start that no walk may visit, or when nothing is left to walk
 */
export function planWalks(graph: ConceptGraph, options: WalkOptions): WalkPlan {
  const settled = settleOptions(graph, options)
  const id = optionsId(settled, options)
  const keep = options.allowed === undefined ? undefined : keepAllowed(graph, options.allowed)
  const key = randomKey('walk', graph.version, settled.seed, id)
  const orderKey = randomKey('walk-order', graph.version, settled.seed, id)
  if (settled.mode === 'coverage') {
    const { compact, coverage } = planCoverage(graph, settled, keep)
    return { settled, graph: compact, key, orderKey, coverage, start: undefined }
  }
  const communities = options.communities
  const keepEdge =
    settled.mode === 'community' && communities !== undefined
      ? ({ a, b }: ConceptEdge): boolean => communities.has(a) && communities.get(a) === communities.get(b)
      : undefined
  const compact = compactGraph(graph, {
    weighting: settled.weighting,
    ...(keep !== undefined && { keep }),
    ...(keepEdge !== undefined && { keepEdge }),
  })
  return {
    settled,
    graph: compact,
    key,
    orderKey,
    coverage: undefined,
    start: startOf(compact, options.start),
  }
}

function startOf(graph: CompactGraph, start: ContentId | undefined): number | undefined {
  if (start === undefined) return undefined
  const number = graph.topicIds.indexOf(start)
  if (number === -1) throw new UsageError(`start: ${start}; give the id of a topic that walks may visit`)
  return number
}

/** Allowed knowledge points, and the topics that share an edge with one of them: no other topic could lead anywhere. */
function keepAllowed(graph: ConceptGraph, allowed: ReadonlySet<ContentId>): (id: ContentId) => boolean {
  const kinds = new Map(graph.nodes.map((node) => [node.id, node.kind]))
  const kept = new Set<ContentId>()
  for (const { a, b, kind } of graph.edges) {
    if (kind !== 'TK') continue
    const [topic, point] = kinds.get(a) === 'topic' ? [a, b] : [b, a]
    if (allowed.has(point)) kept.add(topic)
  }
  for (const id of allowed) if (kinds.get(id) === 'knowledge-point') kept.add(id)
  return (id) => kept.has(id)
}
