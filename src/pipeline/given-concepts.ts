import type { Concept } from '../core/concept.ts'
import type { ConceptGraph } from '../core/concept-graph.ts'
import type { ConceptPath, PathStep } from '../core/concept-path.ts'
import type { Config } from '../core/config.ts'
import { ConflictError, UsageError } from '../core/errors.ts'
import type { ContentId } from '../core/identity.ts'
import { canonicalKey } from '../foundations/taxonomy/canonical-name.ts'
import { missingPoints } from '../steps/generate/procedural/cover-points.ts'

/** What every path of a run on given concepts is, but for its index and seed. */
export type GivenConcepts = Omit<ConceptPath, 'runSeed' | 'index'>

/**
 * The path through the knowledge points that a configuration names, from the topic that most seeds have with the first of them;
 * `undefined` where it names none.
 *
 * @throws UsageError for a name the graph does not have, ConflictError for points that no family needs among them
 */
export function givenConcepts({ walk, engine }: Config, graph: ConceptGraph): GivenConcepts | undefined {
  if (walk.concepts === undefined) return undefined
  const points = findKnowledgePoints(graph, walk.concepts)
  if (engine.generator === 'procedural') refuseUnwoven(points)
  const topics = topicsOf(graph, points)
  return {
    mode: 'given',
    steps: stepsOf(graph, [...topics, ...points]),
    topics: topics.map(({ id }) => id).sort(),
    knowledgePoints: points.map(({ id }) => id).sort(),
    graphVersion: graph.version,
  }
}

export function givenPath(
  given: GivenConcepts,
  { seed, index }: { readonly seed: number; readonly index: number },
): ConceptPath {
  return { ...given, runSeed: seed, index }
}

/** Knowledge points by id, name, key or alias, each once, in the order of their ids. @throws UsageError for one that is not there */
export function findKnowledgePoints(graph: ConceptGraph, names: readonly string[]): readonly Concept[] {
  const points = graph.nodes.filter(({ kind }) => kind === 'knowledge-point')
  const found = names.map((name) => {
    const key = canonicalKey(name)
    const point =
      points.find(({ id }) => id === name) ??
      points.find((point) => point.name === name) ??
      points.find((point) => point.key === key) ??
      // A renamed concept keeps its key.
      points.find((point) => canonicalKey(point.name) === key) ??
      points.find(({ aliases }) => aliases.some((alias) => canonicalKey(alias.name) === key))
    if (point === undefined)
      throw new UsageError(`no such knowledge point: ${name}; \`conceptloom graph export\` lists them`)
    return point
  })
  return [...new Set(found)].sort((one, other) => (one.id < other.id ? -1 : 1))
}

/** Draws would go on for long before it showed that nothing comes of them. */
function refuseUnwoven(points: readonly Concept[]): void {
  const missing = new Set(missingPoints(points.map(({ taxonomyId, id }) => taxonomyId ?? id)))
  const names = points.filter(({ taxonomyId, id }) => missing.has(taxonomyId ?? id)).map(({ name }) => name)
  if (names.length > 0)
    throw new ConflictError(
      `no problem family needs these among the given concepts alone: ${names.join(', ')}; give others, or use a model`,
    )
}

/** Of each point the topic that most seeds have with it, ties by id; the first point's first. */
function topicsOf(graph: ConceptGraph, points: readonly Concept[]): readonly Concept[] {
  const byId = new Map(graph.nodes.map((node) => [node.id, node]))
  const strongest = points.flatMap(({ id }) => {
    const edges = graph.edges
      .filter(({ kind, a, b }) => kind === 'TK' && (a === id || b === id))
      .map(({ a, b, count }) => ({ topic: a === id ? b : a, count }))
      .sort((one, other) => other.count - one.count || (one.topic < other.topic ? -1 : 1))
    return edges.slice(0, 1).map(({ topic }) => byId.get(topic) as Concept)
  })
  return [...new Set(strongest)]
}

function stepsOf(graph: ConceptGraph, concepts: readonly Concept[]): readonly PathStep[] {
  const counts = new Map(graph.edges.map(({ a, b, count }) => [`${a} ${b}`, count]))
  const countOf = (one: ContentId, other: ContentId): number =>
    counts.get(`${one} ${other}`) ?? counts.get(`${other} ${one}`) ?? 0
  return concepts.map(({ id, kind }, place) => {
    const before = concepts[place - 1]
    if (before === undefined) return { conceptId: id, phase: 'start', edgeCount: 0, probability: 1 }
    if (kind === 'topic')
      return { conceptId: id, phase: 'topic', edgeCount: countOf(before.id, id), probability: 1 }
    if (before.kind !== 'topic')
      return { conceptId: id, phase: 'knowledge-point', edgeCount: countOf(before.id, id), probability: 1 }
    // As in a walk, the bridge leaves the latest topic that has an edge to it.
    const fromTopics = concepts.slice(0, place).map((topic) => countOf(topic.id, id))
    const edgeCount = fromTopics.findLast((count) => count > 0) ?? 0
    return { conceptId: id, phase: 'bridge', edgeCount, probability: 1 }
  })
}
