import type { ConceptKind } from '../core/concept.ts'
import type { ConceptGraph } from '../core/concept-graph.ts'
import type { ContentId } from '../core/identity.ts'
import type { Pair } from '../core/pair.ts'
import type { LabelledSeed, PairStore } from '../core/ports.ts'
import { knowledgePoint, topicOf } from '../foundations/taxonomy/taxonomy.ts'
import type {
  DescribedRun,
  ExercisingFamily,
  GraphMaterial,
  Prerequisite,
  TopicMembership,
} from '../steps/export/graph/graph-material.ts'
import { families } from '../steps/generate/procedural/families.ts'
import { detectCommunities } from '../steps/graph/detect-communities.ts'
import { layOutGraph } from '../steps/graph/lay-out-graph.ts'
import { mostFrequent } from '../steps/graph/most-frequent.ts'
import type { StoredRun } from './stored-run.ts'

/** A graph to export, with what belongs to it. */
export interface ExportedGraph {
  readonly graph: ConceptGraph
  readonly seeds: readonly LabelledSeed[]
  readonly run?: DescribedRun
  /** Most concepts, the most frequent ones; default all. */
  readonly limit?: number
  /** Most seeds; default all that have an exported concept or stand behind a pair. */
  readonly seedLimit?: number
  /** Seed of layout and communities. */
  readonly seed: number
  /** Pairs with their provenance, in the order of the run. */
  readonly pairs: readonly Pair[]
}

/**
 * What the files of a graph export are made of: the graph, its communities and a drawing, the curated relations among its concepts,
 * and its seeds. Counts are those of all seeds, whatever the limits.
 */
export function gatherGraphMaterial(input: ExportedGraph): GraphMaterial {
  const graph = input.limit === undefined ? input.graph : mostFrequent(input.graph, input.limit)
  const communities = detectCommunities(graph, input.seed)
  return {
    graph,
    layout: layOutGraph(graph, input.seed),
    communities: graph.nodes.map((node) => communities.of.get(node.id) as number),
    ...curatedRelations(graph),
    seeds: exportedSeeds(graph, input),
    ...(input.run === undefined ? {} : { run: input.run }),
    pairs: input.pairs,
  }
}

/** How a run is described in its exports. */
export function describeRun({ run, config }: Pick<StoredRun, 'run' | 'config'>): DescribedRun {
  const { generator, preset } = config.engine
  if (generator !== 'model') return { id: run.id, engine: generator }
  const model = config.model.name === undefined ? {} : { model: config.model.name }
  return { id: run.id, engine: generator, preset, ...model }
}

/** The first `limit` stored pairs of a run, in draw order, marked ones included. */
export async function firstPairs(
  store: PairStore,
  { run, limit }: { readonly run: StoredRun['run']; readonly limit: number },
): Promise<readonly Pair[]> {
  const pairs: Pair[] = []
  if (limit === 0) return pairs
  for await (const batch of store.range(run.id, { from: 0, to: run.cursor })) {
    pairs.push(...batch.slice(0, limit - pairs.length))
    if (pairs.length >= limit) break
  }
  return pairs
}

/** Seeds with an exported concept or behind a pair; where there are more than allowed, those behind pairs first, then by id. */
function exportedSeeds(
  graph: ConceptGraph,
  { seeds, pairs, seedLimit }: Pick<ExportedGraph, 'seeds' | 'pairs' | 'seedLimit'>,
): readonly LabelledSeed[] {
  const kept = new Set(graph.nodes.map((node) => node.id))
  const behind = new Set(
    pairs.flatMap(({ supportingSeeds, draft }) => [...supportingSeeds, ...draft.parents.map(({ id }) => id)]),
  )
  const related = seeds
    .map(({ seed, conceptIds }) => ({ seed, conceptIds: conceptIds.filter((id) => kept.has(id)) }))
    .filter(({ seed, conceptIds }) => behind.has(seed.id) || conceptIds.length > 0)
    .sort((left, right) => (left.seed.id < right.seed.id ? -1 : 1))
  if (seedLimit === undefined || related.length <= seedLimit) return related
  const rank = ({ seed }: LabelledSeed): number => (behind.has(seed.id) ? 0 : 1)
  return related
    .toSorted((left, right) => rank(left) - rank(right))
    .slice(0, seedLimit)
    .sort((left, right) => (left.seed.id < right.seed.id ? -1 : 1))
}

/** What the taxonomy, or else co-occurrence, says of the concepts of a graph. */
export function curatedRelations(
  graph: ConceptGraph,
): Pick<GraphMaterial, 'partOf' | 'prerequisites' | 'families'> {
  const byEntry = conceptsByEntry(graph)
  const prerequisites: Prerequisite[] = []
  for (const { id, kind, taxonomyId } of graph.nodes) {
    if (kind === 'topic') continue
    const required = taxonomyId === undefined ? [] : (knowledgePoint(taxonomyId)?.requires ?? [])
    const requiredIds = required.flatMap((entry) => byEntry['knowledge-point'].get(entry) ?? [])
    prerequisites.push(...requiredIds.sort().map((requiresId) => ({ pointId: id, requiresId })))
  }
  return {
    partOf: topicsOfPoints(graph),
    prerequisites,
    families: exercisingFamilies(byEntry['knowledge-point']),
  }
}

/** Concepts by the entry of the taxonomy they are aligned to. */
export function conceptsByEntry({
  nodes,
}: ConceptGraph): Readonly<Record<ConceptKind, ReadonlyMap<string, ContentId>>> {
  const byEntry = {
    topic: new Map<string, ContentId>(),
    'knowledge-point': new Map<string, ContentId>(),
  }
  for (const { id, kind, taxonomyId } of nodes) {
    // Where two names are aligned to one entry, the first by id stands for it.
    if (taxonomyId !== undefined && !byEntry[kind].has(taxonomyId)) byEntry[kind].set(taxonomyId, id)
  }
  return byEntry
}

/** The topic of each knowledge point: the taxonomy's where the graph has it, otherwise the one it shares most seeds with. */
export function topicsOfPoints(graph: ConceptGraph): ReadonlyMap<ContentId, TopicMembership> {
  const byEntry = conceptsByEntry(graph)
  const strongest = strongestTopics(graph)
  const partOf = new Map<ContentId, TopicMembership>()
  for (const { id, kind, taxonomyId } of graph.nodes) {
    if (kind === 'topic') continue
    const curated = taxonomyId === undefined ? undefined : byEntry.topic.get(topicOf(taxonomyId)?.id ?? '')
    const topicId = curated ?? strongest.get(id)
    if (topicId !== undefined) {
      partOf.set(id, { topicId, by: curated === undefined ? 'co-occurrence' : 'taxonomy' })
    }
  }
  return partOf
}

/** For each knowledge point the topic it shares most seeds with, ties by the topic's id. */
function strongestTopics({ nodes, edges }: ConceptGraph): ReadonlyMap<ContentId, ContentId> {
  const topics = new Set(nodes.filter((node) => node.kind === 'topic').map((node) => node.id))
  const best = new Map<ContentId, { readonly topic: ContentId; readonly count: number }>()
  for (const { a, b, kind, count } of edges) {
    if (kind !== 'TK') continue
    const [topic, point] = topics.has(a) ? [a, b] : [b, a]
    const held = best.get(point)
    if (held === undefined || count > held.count || (count === held.count && topic < held.topic)) {
      best.set(point, { topic, count })
    }
  }
  return new Map([...best].map(([point, { topic }]) => [point, topic]))
}

function exercisingFamilies(points: ReadonlyMap<string, ContentId>): readonly ExercisingFamily[] {
  return families
    .map(({ id, knowledgePoints }) => ({
      id,
      conceptIds: knowledgePoints.flatMap((point) => points.get(point) ?? []).sort(),
    }))
    .filter(({ conceptIds }) => conceptIds.length > 0)
    .sort((left, right) => (left.id < right.id ? -1 : 1))
}
