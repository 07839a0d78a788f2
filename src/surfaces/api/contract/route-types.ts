import type {
  ConceptDetail,
  ConceptEdit,
  ConceptEditRequest,
  ConceptsQuery,
  ConceptSummary,
  Neighbour,
  NeighboursQuery,
  SeedSummary,
} from './concepts.ts'
import type { DatasetRequest, DatasetView } from './datasets.ts'
import type { Generation, GenerationRequest } from './generations.ts'
import type { GradesRequest, GradesResponse } from './grades.ts'
import type { EgoQuery, GraphSummary, GraphView, OverviewQuery } from './graph.ts'
import type { Page, PageQuery, RunQuery } from './page.ts'
import type { PairDetail, PairsQuery, PairSummary, Provenance, Review, ReviewRequest } from './pairs.ts'
import type { Health, Readiness } from './health.ts'
import type { BalanceView, RunEvent, RunReport, RunView } from './runs.ts'
import type { WalksRequest, WalksResponse } from './walks.ts'

/** A stream of server-sent events. `id` goes back as `Last-Event-ID` to go on after it. */
export type EventStream<Event> = AsyncIterable<{ readonly id: string; readonly event: Event }>

/** A file: the server sends it from its place, the client hands its bytes on as they come. */
export interface Download {
  readonly file: string
  readonly contentType: string
}

interface ById {
  readonly id: string
}

/** No field at all: nothing is asked of what stands here, and the schema lets nothing through. */
type Nothing = object

/** What a route takes, and what it gives by status. The shape of every entry of {@link RouteTypes}. */
export interface RouteType {
  readonly params: object
  readonly query: object
  readonly body: unknown
  readonly replies: object
}

interface Read<Params, Query, Reply> {
  readonly params: Params
  readonly query: Query
  readonly body: undefined
  readonly replies: { readonly 200: Reply }
}

interface Write<Params, Body, Replies> {
  readonly params: Params
  readonly query: Nothing
  readonly body: Body
  readonly replies: Replies
}

/** Every route of the service, by name. Handlers, client and document follow from it. */
export interface RouteTypes {
  readonly health: Read<Nothing, Nothing, Health>
  readonly readiness: Read<Nothing, Nothing, Readiness>
  readonly metrics: Read<Nothing, Nothing, string>
  readonly openApi: Read<Nothing, Nothing, object>

  readonly listConcepts: Read<Nothing, ConceptsQuery, Page<ConceptSummary>>
  readonly getConcept: Read<ById, RunQuery, ConceptDetail>
  readonly listNeighbours: Read<ById, NeighboursQuery, Page<Neighbour>>
  readonly listConceptSeeds: Read<ById, PageQuery & RunQuery, Page<SeedSummary>>
  readonly getConceptGraph: Read<ById, EgoQuery, GraphView>
  readonly editConcept: Write<ById, ConceptEditRequest, { readonly 201: ConceptEdit }>

  readonly listEdits: Read<Nothing, PageQuery, Page<ConceptEdit>>
  readonly getMerges: Read<Nothing, RunQuery, string>
  readonly undoEdit: Write<ById, undefined, { readonly 200: ConceptEdit }>

  readonly getGraph: Read<Nothing, RunQuery, GraphSummary>
  readonly getOverview: Read<Nothing, OverviewQuery, GraphView>

  readonly drawWalks: Write<Nothing, WalksRequest, { readonly 200: WalksResponse }>

  readonly listPairs: Read<Nothing, PairsQuery, Page<PairSummary>>
  readonly getPair: Read<ById, Nothing, PairDetail>
  readonly getProvenance: Read<ById, Nothing, Provenance>
  readonly reviewPair: Write<ById, ReviewRequest, { readonly 201: Review }>
  readonly undoReview: Write<ById, undefined, { readonly 200: Review }>

  readonly generate: Write<Nothing, GenerationRequest, { readonly 201: Generation; readonly 202: RunView }>

  readonly listRuns: Read<Nothing, PageQuery, Page<RunView>>
  readonly getRun: Read<ById, Nothing, RunView>
  readonly getRunSummary: Read<ById, Nothing, RunReport>
  readonly getBalance: Read<ById, Nothing, BalanceView>
  readonly watchRun: Read<ById, Nothing, EventStream<RunEvent>>
  readonly cancelRun: Write<ById, undefined, { readonly 202: RunView }>
  readonly resumeRun: Write<ById, undefined, { readonly 202: RunView }>

  readonly listDatasets: Read<Nothing, PageQuery, Page<DatasetView>>
  readonly buildDataset: Write<Nothing, DatasetRequest, { readonly 201: DatasetView }>
  readonly getDataset: Read<{ readonly name: string }, Nothing, DatasetView>
  readonly getDatasetFile: Read<{ readonly name: string; readonly path: string }, Nothing, Download>

  readonly grade: Write<Nothing, GradesRequest, { readonly 200: GradesResponse }>
}

export type RouteName = keyof RouteTypes
export type RouteReplies<Name extends RouteName> = RouteTypes[Name]['replies']
