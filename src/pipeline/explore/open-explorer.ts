import type { ConceptSummary } from '../../surfaces/api/contract/concepts.ts'
import type { GraphSummary } from '../../surfaces/api/contract/graph.ts'
import { UsageError } from '../../core/errors.ts'
import type { Pair } from '../../core/pair.ts'
import { explainPair } from '../explain-pair.ts'
import { detailPair } from './describe-pair.ts'
import { egoNetworkOf, overviewOf } from './draw-views.ts'
import { openWalkDrawing } from './draw-walks.ts'
import type { Explorer, ExplorerParts } from './explorer.ts'
import { openExploredRuns, type CountedRun } from './explored-runs.ts'
import type { ExploredView } from './explored-view.ts'
import {
  conceptsList,
  detailConcept,
  listConcepts,
  listNeighbours,
  listSeeds,
  neighboursList,
  seedsList,
  summariseConcept,
  type DescribedConcepts,
} from './list-concepts.ts'
import { listPairs, pairsList } from './list-pairs.ts'
import { runOfQuery } from './page-of.ts'

/** Opens the reading side of a workspace; nothing is loaded before it is asked for. See {@link Explorer}. */
export function openExplorer(parts: ExplorerParts): Explorer {
  const { stores } = parts
  const runs = openExploredRuns(parts)
  const drawWalks = openWalkDrawing()

  /** Looks a concept up under the id it is shown by. */
  async function at<Answer>(
    run: string | undefined,
    conceptId: string,
    answer: (counted: CountedRun, place: number) => Answer | Promise<Answer>,
  ): Promise<Answer | undefined> {
    const counted = await runs.count(run)
    const { view } = counted
    const place = view.placeOf(view.shownId(conceptId))
    return place === undefined ? undefined : answer(counted, place)
  }

  async function storedPair(id: string): Promise<Pair | undefined> {
    try {
      return await stores.pairs.byId(id)
    } catch (error) {
      // Too short a beginning, or one of several ids, names no pair.
      if (error instanceof UsageError) return undefined
      throw error
    }
  }

  return {
    async graphSummary({ run }) {
      const { stored, view } = await runs.show(run)
      return {
        version: view.graph.version,
        run: stored.run.id,
        statistics: view.figures.statistics,
        communities: communitiesOf(view),
        laidOut: view.figures.layout() !== undefined,
      }
    },
    async overview(query) {
      const counted = await runs.count(query.run)
      return overviewOf(counted.view, query, summariser(counted))
    },
    egoNetwork: (id, query) =>
      at(query.run, id, (counted, place) =>
        egoNetworkOf(counted.view, place, { query, summarise: summariser(counted) }),
      ),
    async concepts(query) {
      const counted = await runs.count(runOfQuery(conceptsList(query).name, query).run)
      return listConcepts(described(counted), query)
    },
    concept: (id, { run }) => at(run, id, (counted, place) => detailConcept(described(counted), place)),
    neighbours: (id, query) =>
      at(runOfQuery(neighboursList, query).run, id, (counted, place) =>
        listNeighbours(described(counted), place, query),
      ),
    seeds: (id, query) =>
      at(runOfQuery(seedsList, query).run, id, (counted, place) =>
        listSeeds(described(counted), place, { query, store: stores.graph }),
      ),
    async walks(request) {
      return drawWalks(await runs.show(request.run), request)
    },
    async pairs(query) {
      const counted = await runs.count(runOfQuery(pairsList, query).run)
      const { view, index, decisions, shown } = counted
      return listPairs({ run: shown.stored.run, view, index, decisions, store: stores.pairs }, query)
    },
    async pair(id) {
      const pair = await storedPair(id)
      if (pair === undefined) return undefined
      const [{ view }, reviews] = await Promise.all([runs.show(pair.runId), stores.reviews.ofPair(pair.id)])
      return detailPair(pair, view, reviews)
    },
    async provenance(id) {
      const pair = await storedPair(id)
      return pair === undefined ? undefined : explainPair(pair.id, stores)
    },
    async viewOf({ run }) {
      const { stored, view } = await runs.show(run)
      const { config } = stored
      const { graph, contributions } = view
      const names = { nameOf: (id: string) => view.nameOf(id), shownId: (id: string) => view.shownId(id) }
      return { run: stored.run, config, graph, contributions, ...names }
    },
    refresh: () => runs.refresh(),
    close: () => runs.close(),
  }
}

function described({ shown, ...counted }: CountedRun): DescribedConcepts {
  return { ...counted, run: shown.stored.run.id }
}

function summariser(counted: CountedRun): (place: number) => ConceptSummary {
  const concepts = described(counted)
  return (place) => summariseConcept(concepts, place)
}

function communitiesOf({ graph, figures }: ExploredView): GraphSummary['communities'] {
  const found = new Map<number, { size: number; count: number; label: string }>()
  for (const [place, { name, count }] of graph.nodes.entries()) {
    const community = figures.communities[place] as number
    const held = found.get(community) ?? { size: 0, count: 0, label: name }
    const label = count > held.count ? { count, label: name } : {}
    found.set(community, { ...held, ...label, size: held.size + 1 })
  }
  return [...found]
    .sort(([left], [right]) => left - right)
    .map(([community, { size, label }]) => ({ community, size, label }))
}
