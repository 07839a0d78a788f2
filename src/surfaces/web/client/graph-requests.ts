import type {
  ConceptDetail,
  ConceptEdit,
  ConceptEditRequest,
  ConceptsQuery,
  ConceptSummary,
  Neighbour,
  NeighboursQuery,
  SeedSummary,
} from '../../api/contract/concepts.ts'
import type { EgoQuery, GraphSummary, GraphView, OverviewQuery } from '../../api/contract/graph.ts'
import type { Page, PageQuery, RunQuery } from '../../api/contract/page.ts'
import type { PairsQuery, PairSummary } from '../../api/contract/pairs.ts'
import type { RunView } from '../../api/contract/runs.ts'
import type { WalksRequest, WalksResponse } from '../../api/contract/walks.ts'
import { getJson, sendJson } from './request.ts'

/** Everything is asked of `/v1`; the run, where a query names none, is the latest finished. */
const asQuery = (query: object): Readonly<Record<string, string | number | undefined>> => ({ ...query })
const conceptPath = (id: string): string => `/v1/concepts/${encodeURIComponent(id)}`

export function getRuns(query: PageQuery, signal: AbortSignal): Promise<Page<RunView>> {
  return getJson('/v1/runs', asQuery(query), signal)
}

export function getGraph(query: RunQuery, signal: AbortSignal): Promise<GraphSummary> {
  return getJson('/v1/graph', asQuery(query), signal)
}

export function getOverview(query: OverviewQuery, signal: AbortSignal): Promise<GraphView> {
  return getJson('/v1/graph/overview', asQuery(query), signal)
}

export function getConcepts(query: ConceptsQuery, signal: AbortSignal): Promise<Page<ConceptSummary>> {
  return getJson('/v1/concepts', asQuery(query), signal)
}

export function getConcept(id: string, query: RunQuery, signal: AbortSignal): Promise<ConceptDetail> {
  return getJson(conceptPath(id), asQuery(query), signal)
}

export function getEgo(id: string, query: EgoQuery, signal: AbortSignal): Promise<GraphView> {
  return getJson(`${conceptPath(id)}/graph`, asQuery(query), signal)
}

export function getNeighbours(
  id: string,
  query: NeighboursQuery,
  signal: AbortSignal,
): Promise<Page<Neighbour>> {
  return getJson(`${conceptPath(id)}/neighbours`, asQuery(query), signal)
}

export function getSeedsOf(
  id: string,
  query: PageQuery & RunQuery,
  signal: AbortSignal,
): Promise<Page<SeedSummary>> {
  return getJson(`${conceptPath(id)}/seeds`, asQuery(query), signal)
}

export function getPairs(query: PairsQuery, signal: AbortSignal): Promise<Page<PairSummary>> {
  return getJson('/v1/pairs', asQuery(query), signal)
}

export async function editConcept(id: string, edit: ConceptEditRequest): Promise<ConceptEdit> {
  const { value } = await sendJson<ConceptEdit>('POST', `${conceptPath(id)}/edits`, edit)
  return value
}

export async function undoConceptEdit({ id }: ConceptEdit): Promise<void> {
  await sendJson('POST', `/v1/edits/${encodeURIComponent(id)}/undo`)
}

export async function drawWalks(request: WalksRequest): Promise<WalksResponse> {
  const { value } = await sendJson<WalksResponse>('POST', '/v1/walks', request)
  return value
}
