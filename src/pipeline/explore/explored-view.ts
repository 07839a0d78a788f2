import type { Concept } from '../../core/concept.ts'
import type { ContentId } from '../../core/identity.ts'
import { indexSeeds, type SeedIndex } from '../../steps/walk/supporting-seeds.ts'
import { conceptsByEntry, topicsOfPoints } from '../graph-material.ts'
import type { StoredRun } from '../stored-run.ts'
import { applyEdits, type EditedConcept } from './apply-edits.ts'
import { openGraphFigures, type GraphFigures } from './graph-figures.ts'
import { indexGraph, type GraphIndex } from './graph-index.ts'
import { indexNames, type NameSearch } from './search-names.ts'

/** A graph as readers see it, with all that is made once for it. */
export interface ExploredView extends GraphIndex {
  readonly contributions: StoredRun['contributions']
  readonly figures: GraphFigures
  readonly search: NameSearch
  /** Places, most frequent concept first, ties by id. */
  readonly byFrequency: readonly number[]
  readonly seeds: SeedIndex
  concept(place: number): Concept
  /** The name of a concept, of one merged away that of its survivor; an unknown id is its own name. */
  nameOf(id: ContentId): string
  /** The id under which a stored concept is shown. */
  shownId(id: ContentId): ContentId
  /** Stored knowledge points whose pairs are the concept's: itself and what was merged into it; of a topic those of its points. */
  storedPoints(place: number): readonly ContentId[]
  /** Concepts by entry of the taxonomy. */
  readonly byEntry: ReturnType<typeof conceptsByEntry>
}

interface ViewParts {
  readonly stored: Pick<StoredRun, 'graph' | 'contributions'>
  readonly edits: readonly EditedConcept[]
  readonly folder: string
  readonly seed: number
}

/** Applies the edits and makes what the readers need; positions follow later. */
export async function openView({ stored, edits, folder, seed }: ViewParts): Promise<ExploredView> {
  const { graph, contributions, survivors } = applyEdits(stored.graph, stored.contributions, edits)
  const [figures, search] = await Promise.all([
    openGraphFigures(graph, { folder, seed }),
    indexNames(graph.nodes),
  ])
  const index = indexGraph(graph)
  const merged = Map.groupBy(survivors.keys(), (id) => survivors.get(id) as ContentId)
  const own = (id: ContentId): readonly ContentId[] => [id, ...(merged.get(id) ?? [])]
  const points = Map.groupBy(topicsOfPoints(graph), ([, { topicId }]) => topicId)
  const shownId = (id: ContentId): ContentId => survivors.get(id) ?? id
  return {
    ...index,
    contributions,
    figures,
    search,
    byFrequency: [...graph.nodes.keys()].sort(
      (left, right) =>
        (graph.nodes[right] as Concept).count - (graph.nodes[left] as Concept).count || left - right,
    ),
    seeds: indexSeeds(contributions),
    concept: (place) => graph.nodes[place] as Concept,
    shownId,
    nameOf(id) {
      const place = index.placeOf(shownId(id))
      return place === undefined ? id : (graph.nodes[place] as Concept).name
    },
    storedPoints(place) {
      const { id, kind } = graph.nodes[place] as Concept
      return kind === 'topic' ? (points.get(id) ?? []).flatMap(([point]) => own(point)) : own(id)
    },
    byEntry: conceptsByEntry(graph),
  }
}
