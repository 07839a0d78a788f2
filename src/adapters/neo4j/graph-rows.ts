import type { Concept, SeedContribution } from '../../core/concept.ts'
import type { ConceptEdge, ConceptGraph, EdgeKind } from '../../core/concept-graph.ts'
import { StoreError } from '../../core/errors.ts'
import type { ContentId } from '../../core/identity.ts'
import type { LabelledSeed } from '../../core/ports.ts'
import { findByName, knowledgePoint, topicOf } from '../../foundations/taxonomy/taxonomy.ts'
import { captionOf, checkedId, jsonOf, plainText } from './text-values.ts'

/** Properties of a node as the statements and the import files take them. */
export interface SeedRow {
  readonly id: ContentId
  readonly name: string
  readonly question: string
  readonly answer: string | null
  readonly source: string
  readonly split: string
  readonly license: string
  readonly subject: string | null
  readonly level: number | null
  readonly concepts: readonly ContentId[]
  readonly body: string
}

export function seedRow({ seed, conceptIds }: LabelledSeed): SeedRow {
  const textOrNull = (text: string | undefined): string | null =>
    text === undefined ? null : plainText(text)
  return {
    id: checkedId(seed.id),
    name: captionOf(seed.question),
    question: plainText(seed.question),
    answer: textOrNull(seed.answer),
    source: plainText(seed.source),
    split: plainText(seed.split),
    license: plainText(seed.license),
    subject: textOrNull(seed.subject),
    level: seed.level ?? null,
    concepts: conceptIds,
    body: jsonOf(seed),
  }
}

export interface ConceptRow {
  readonly id: ContentId
  readonly name: string
  readonly key: string
  readonly kind: Concept['kind']
  readonly definition: string | null
  readonly count: number
  readonly aliases: readonly string[]
  readonly taxonomyId: string | null
}

export function conceptRow(concept: Concept): ConceptRow {
  return {
    id: checkedId(concept.id),
    name: plainText(concept.name),
    key: plainText(concept.key),
    kind: concept.kind,
    definition: plainText(concept.definition ?? definitionOf(concept) ?? '') || null,
    count: concept.count,
    aliases: concept.aliases.map(({ name }) => plainText(name)),
    taxonomyId: concept.taxonomyId ?? null,
  }
}

function definitionOf({ kind, taxonomyId }: Concept): string | undefined {
  return kind === 'knowledge-point' && taxonomyId !== undefined
    ? knowledgePoint(taxonomyId)?.definition
    : undefined
}

/** One concept in one version of the graph: neighbours are places after its own. */
export interface HoldRow {
  readonly id: ContentId
  readonly place: number
  readonly body: string
  readonly neighbours: readonly number[]
  readonly counts: readonly number[]
  readonly seeds: readonly ContentId[]
}

/** @throws StoreError on an edge without node */
export function holdRows(graph: ConceptGraph, contributions: readonly SeedContribution[]): HoldRow[] {
  const places = new Map(graph.nodes.map(({ id }, place) => [id, place]))
  const seeds = seedsByConcept(contributions)
  const rows = graph.nodes.map((node, place) => ({
    id: node.id,
    place,
    body: jsonOf(node),
    neighbours: [] as number[],
    counts: [] as number[],
    seeds: seeds.get(node.id) ?? [],
  }))
  for (const { a, b, count } of graph.edges) {
    const from = rows[places.get(a) ?? -1]
    const to = places.get(b)
    if (from === undefined || to === undefined)
      throw new StoreError(`edge without node: ${a} - ${b}; build the graph again`)
    from.neighbours.push(to)
    from.counts.push(count)
  }
  return rows
}

/** Ascending, each seed once. */
function seedsByConcept(contributions: readonly SeedContribution[]): ReadonlyMap<ContentId, ContentId[]> {
  const byConcept = new Map<ContentId, Set<ContentId>>()
  for (const { seedId, conceptIds } of contributions)
    for (const id of conceptIds) {
      const seeds = byConcept.get(id)
      if (seeds === undefined) byConcept.set(id, new Set([seedId]))
      else seeds.add(seedId)
    }
  return new Map([...byConcept].map(([id, seeds]) => [id, [...seeds].toSorted()]))
}

/** Edges of a graph version, from what its concepts hold; their kind follows from their ends. */
export function edgesOf(
  nodes: readonly Concept[],
  held: readonly { readonly neighbours: readonly number[]; readonly counts: readonly number[] }[],
): ConceptEdge[] {
  const edges: ConceptEdge[] = []
  for (const [place, { neighbours, counts }] of held.entries()) {
    const a = nodes[place] as Concept
    for (const [at, to] of neighbours.entries()) {
      const b = nodes[to] as Concept
      edges.push({ a: a.id, b: b.id, kind: kindOf(a, b), count: counts[at] as number })
    }
  }
  return edges
}

function kindOf(a: Concept, b: Concept): EdgeKind {
  if (a.kind !== b.kind) return 'TK'
  return a.kind === 'topic' ? 'TT' : 'KK'
}

export interface ConceptLink {
  readonly from: ContentId
  readonly to: ContentId
}

/** What the curated taxonomy says of the concepts of a graph: topics of knowledge points, and what comes before them. */
export function taxonomyLinks(nodes: readonly Concept[]): {
  readonly partOf: readonly ConceptLink[]
  readonly requires: readonly ConceptLink[]
} {
  const topics = byTaxonomyId(nodes, 'topic')
  const points = byTaxonomyId(nodes, 'knowledge-point')
  const partOf: ConceptLink[] = []
  const requires: ConceptLink[] = []
  for (const [taxonomyId, from] of points) {
    const topic = topics.get(topicOf(taxonomyId)?.id ?? '')
    if (topic !== undefined) partOf.push({ from, to: topic })
    for (const required of knowledgePoint(taxonomyId)?.requires ?? []) {
      const to = points.get(required)
      if (to !== undefined) requires.push({ from, to })
    }
  }
  return { partOf, requires }
}

/** Concepts by their place in the taxonomy; names a model gave are looked up there. */
function byTaxonomyId(nodes: readonly Concept[], kind: Concept['kind']): ReadonlyMap<string, ContentId> {
  const entries = nodes
    .filter((node) => node.kind === kind)
    .map((node) => [node.taxonomyId ?? findByName(kind, node.name)?.id, node.id] as const)
  return new Map(entries.filter((entry): entry is [string, ContentId] => entry[0] !== undefined))
}
