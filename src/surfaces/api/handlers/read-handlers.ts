import type { Explorer } from '../../../pipeline/explore/explorer.ts'
import type { Handlers } from '../handler-types.ts'
import { found, ok } from './answers.ts'

type ReadNames =
  | 'listConcepts'
  | 'getConcept'
  | 'listNeighbours'
  | 'listConceptSeeds'
  | 'getConceptGraph'
  | 'getGraph'
  | 'getOverview'
  | 'drawWalks'
  | 'listPairs'
  | 'getPair'
  | 'getProvenance'

/** What is read of concepts, graph, walks and pairs. */
export function readHandlers(explorer: Explorer): Pick<Handlers, ReadNames> {
  return {
    listConcepts: async ({ query }) => ok(await explorer.concepts(query)),
    getConcept: async ({ params: { id }, query }) =>
      ok(found(await explorer.concept(id, query), 'concept', id)),
    listNeighbours: async ({ params: { id }, query }) =>
      ok(found(await explorer.neighbours(id, query), 'concept', id)),
    listConceptSeeds: async ({ params: { id }, query }) =>
      ok(found(await explorer.seeds(id, query), 'concept', id)),
    getConceptGraph: async ({ params: { id }, query }) =>
      ok(found(await explorer.egoNetwork(id, query), 'concept', id)),
    getGraph: async ({ query }) => ok(await explorer.graphSummary(query)),
    getOverview: async ({ query }) => ok(await explorer.overview(query)),
    drawWalks: async ({ body }) => ok(await explorer.walks(body)),
    listPairs: async ({ query }) => ok(await explorer.pairs(query)),
    getPair: async ({ params: { id } }) => ok(found(await explorer.pair(id), 'pair', id)),
    getProvenance: async ({ params: { id } }) => ok(found(await explorer.provenance(id), 'pair', id)),
  }
}
