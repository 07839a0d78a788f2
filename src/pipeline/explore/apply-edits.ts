import type { Concept, ConceptAlias, SeedContribution } from '../../core/concept.ts'
import type { ConceptGraph } from '../../core/concept-graph.ts'
import { UsageError } from '../../core/errors.ts'
import type { ContentId } from '../../core/identity.ts'
import { buildGraph } from '../../steps/graph/build-graph.ts'
import type { ConceptEdit } from '../../core/concept-edit.ts'

/** What an edit says; who made it and when does not change what it does. */
export type EditedConcept = Pick<ConceptEdit, 'conceptId' | 'kind' | 'to' | 'undone'>

/** A graph with edits applied. */
export interface EditedGraph {
  readonly graph: ConceptGraph
  /** Merged ids stand for the concept they were merged into. */
  readonly contributions: readonly SeedContribution[]
  /** By id of a merged concept the one that now stands for it. */
  readonly survivors: ReadonlyMap<ContentId, ContentId>
}

/**
 * Applies the edits that hold: of several renames of a concept the latest counts, merges happen in order. An edit that cannot apply
 * does nothing, because edits outlive runs: one of a concept that this graph lacks, one of two kinds, a merge of a concept that is
 * merged already or into itself. Where none applies, graph and contributions are the very objects given.
 *
 * A renamed concept keeps its id and key, and its old name as an alias. A concept that others were merged into has their names as
 * aliases, and its count is the number of distinct seeds.
 *
 * @param edits  oldest first
 */
export function applyEdits(
  graph: ConceptGraph,
  contributions: readonly SeedContribution[],
  edits: readonly EditedConcept[],
): EditedGraph {
  const held = edits.filter(({ undone }) => !undone)
  const concepts = new Map(graph.nodes.map((node) => [node.id, node]))
  const names = namesAfter(concepts, held)
  const survivors = survivorsAfter(concepts, held)
  if (names.size === 0 && survivors.size === 0) return { graph, contributions, survivors }
  const edited = new Map(
    [...concepts].map(([id, node]) => [id, renamed(node, names.get(id) ?? node.name)] as const),
  )
  for (const [from, into] of survivors) {
    edited.set(into, joined(edited.get(into) as Concept, edited.get(from) as Concept))
  }
  const mapped = contributions.map(({ seedId, conceptIds }) => ({
    seedId,
    conceptIds: [
      ...new Set(conceptIds.filter((id) => concepts.has(id)).map((id) => survivors.get(id) ?? id)),
    ],
  }))
  return { graph: buildGraph(edited.values(), mapped), contributions: mapped, survivors }
}

/**
 * Whether an edit may be made on a graph as it is shown.
 *
 * @throws UsageError for a concept that is not there, a topic with a knowledge point, a merge into itself, an empty or unchanged name
 */
export function checkEdit(graph: ConceptGraph, edit: Pick<ConceptEdit, 'conceptId' | 'kind' | 'to'>): void {
  const find = (id: string): Concept => {
    const node = graph.nodes.find((concept) => concept.id === id)
    if (node === undefined) throw new UsageError(`no such concept: ${id}; search for its name`)
    return node
  }
  const concept = find(edit.conceptId)
  if (edit.kind === 'rename') {
    if (edit.to.trim() === '') throw new UsageError('name: empty; give a name')
    if (edit.to === concept.name) throw new UsageError(`name: ${edit.to}; the concept has this name already`)
    return
  }
  const into = find(edit.to)
  if (into.id === concept.id) throw new UsageError(`merge: ${concept.id} into itself; name another concept`)
  if (into.kind !== concept.kind) {
    throw new UsageError(`merge: ${concept.kind} into ${into.kind}; both must be of one kind`)
  }
}

function namesAfter(
  concepts: ReadonlyMap<ContentId, Concept>,
  edits: readonly EditedConcept[],
): ReadonlyMap<ContentId, string> {
  const names = new Map<ContentId, string>()
  for (const { kind, conceptId, to } of edits) {
    if (kind === 'rename' && concepts.has(conceptId)) names.set(conceptId, to)
  }
  for (const [id, name] of names) if (concepts.get(id)?.name === name) names.delete(id)
  return names
}

function survivorsAfter(
  concepts: ReadonlyMap<ContentId, Concept>,
  edits: readonly EditedConcept[],
): ReadonlyMap<ContentId, ContentId> {
  const into = new Map<ContentId, ContentId>()
  const survivor = (id: ContentId): ContentId => {
    let last = id
    for (let next = into.get(last); next !== undefined; next = into.get(last)) last = next
    return last
  }
  for (const { kind, conceptId, to } of edits) {
    if (kind !== 'merge' || into.has(conceptId)) continue
    const target = survivor(to)
    const sameKind = concepts.get(conceptId)?.kind === concepts.get(target)?.kind
    if (concepts.has(conceptId) && concepts.has(target) && sameKind && target !== conceptId) {
      into.set(conceptId, target)
    }
  }
  return new Map([...into.keys()].map((id) => [id, survivor(id)]))
}

function renamed(node: Concept, name: string): Concept {
  if (name === node.name) return node
  const known = node.aliases.some((alias) => alias.name === node.name)
  return {
    ...node,
    name,
    aliases: known ? node.aliases : sorted([...node.aliases, { name: node.name, count: node.count }]),
  }
}

/** Names that both have count together. */
function joined(into: Concept, from: Concept): Concept {
  const counts = new Map(into.aliases.map(({ name, count }) => [name, count]))
  const known = from.aliases.some(({ name }) => name === from.name)
  const more = known ? from.aliases : [...from.aliases, { name: from.name, count: from.count }]
  for (const { name, count } of more) counts.set(name, (counts.get(name) ?? 0) + count)
  return { ...into, aliases: sorted([...counts].map(([name, count]) => ({ name, count }))) }
}

/** Most frequent first, ties by name. */
function sorted(aliases: readonly ConceptAlias[]): readonly ConceptAlias[] {
  return aliases.toSorted((left, right) => right.count - left.count || (left.name < right.name ? -1 : 1))
}
