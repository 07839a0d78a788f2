import type { SeedContribution } from '../../core/concept.ts'
import type { ConceptGraph } from '../../core/concept-graph.ts'
import type { Config } from '../../core/config.ts'
import type { ConceptEditStore, ReviewStore } from '../../core/ports.ts'
import type { Run } from '../../core/run.ts'
import type {
  ConceptDetail,
  ConceptsQuery,
  ConceptSummary,
  Neighbour,
  NeighboursQuery,
  SeedSummary,
} from '../../surfaces/api/contract/concepts.ts'
import type { EgoQuery, GraphSummary, GraphView, OverviewQuery } from '../../surfaces/api/contract/graph.ts'
import type { Page, PageQuery, RunQuery } from '../../surfaces/api/contract/page.ts'
import type { PairDetail, PairsQuery, PairSummary, Provenance } from '../../surfaces/api/contract/pairs.ts'
import type { WalksRequest, WalksResponse } from '../../surfaces/api/contract/walks.ts'
import type { RunStores } from '../run-pipeline.ts'
import type { ConceptNames } from './describe-pair.ts'

/**
 * What a reader of a workspace asks: concepts, graph, walks and pairs of a run, with the edits of concepts applied that hold. Every
 * method reads only. A concept or pair that is not there is `undefined`.
 *
 * @throws NotFoundError where the query names a run that is not there
 * @throws UsageError for a cursor that was not given out for the same list, and for walks that cannot be drawn
 */
export interface Explorer {
  graphSummary(query: RunQuery): Promise<GraphSummary>
  overview(query: OverviewQuery): Promise<GraphView>
  egoNetwork(conceptId: string, query: EgoQuery): Promise<GraphView | undefined>
  concepts(query: ConceptsQuery): Promise<Page<ConceptSummary>>
  concept(conceptId: string, query: RunQuery): Promise<ConceptDetail | undefined>
  neighbours(conceptId: string, query: NeighboursQuery): Promise<Page<Neighbour> | undefined>
  seeds(conceptId: string, query: PageQuery & RunQuery): Promise<Page<SeedSummary> | undefined>
  walks(request: WalksRequest): Promise<WalksResponse>
  pairs(query: PairsQuery): Promise<Page<PairSummary>>
  /** By id or unambiguous beginning of ≥ 8 digits. */
  pair(pairId: string): Promise<PairDetail | undefined>
  /** What `conceptloom explain --json` prints. */
  provenance(pairId: string): Promise<Provenance | undefined>
  /** The run that a query means, with the graph it is shown by: for those who draw from it. */
  viewOf(query: RunQuery): Promise<ExploredRun>
  /** Call it after runs, marks, reviews or edits changed in this process; other changes are noticed within a second. */
  refresh(): void
  /** Stops threads. The stores stay open. */
  close(): Promise<void>
}

/** A run as readers see it. Without edits, graph and contributions are those it was made from. */
export interface ExploredRun extends ConceptNames {
  readonly run: Run
  /** The run's own settings. */
  readonly config: Config
  readonly graph: ConceptGraph
  readonly contributions: readonly SeedContribution[]
}

export interface ExplorerParts {
  /** Pairs are read as the reviews that hold have them, as `openStores` gives them. */
  readonly stores: ExploredStores
  /** Of the call: workspace folder, and the seed of communities and layout as `graph stats` takes it. */
  readonly config: Config
}

export interface ExploredStores extends RunStores {
  readonly reviews: ReviewStore
  readonly conceptEdits: ConceptEditStore
}
