import type { ConceptKind } from '../../../core/concept.ts'
import type { EdgeKind } from '../../../core/concept-graph.ts'
import type { JsonValue } from '../../../core/identity.ts'
import type { ConceptSummary } from './concepts.ts'
import type { RunQuery } from './page.ts'

/** `GET /v1/graph`: the figures of `conceptloom graph stats --json`, and what filters offer. */
export interface GraphSummary {
  readonly version: string
  readonly run: string
  readonly statistics: JsonValue
  readonly communities: readonly {
    readonly community: number
    readonly size: number
    /** Its most frequent concept's name. */
    readonly label: string
  }[]
  /** Whether positions were laid out already; until then nodes stand on a circle by community. */
  readonly laidOut: boolean
}

/** A part of the graph, ready to draw. Coordinates are without unit; neighbours lie close. */
export interface GraphView {
  readonly nodes: readonly GraphNode[]
  readonly edges: readonly GraphEdge[]
  /** Nodes and edges that fit the question and were left out. */
  readonly omitted: { readonly nodes: number; readonly edges: number }
}

export interface GraphNode extends ConceptSummary {
  readonly x: number
  readonly y: number
}

export interface GraphEdge {
  readonly a: string
  readonly b: string
  readonly kind: EdgeKind
  readonly count: number
}

/** `GET /v1/graph/overview`: the most frequent concepts and the strongest edges among them. */
export interface OverviewQuery extends RunQuery {
  /** Nodes, 1 to 2,000. @default 300 */
  readonly nodes?: number
  /** @default 3 per node */
  readonly edges?: number
  readonly kind?: ConceptKind
  readonly community?: number
}

/** `GET /v1/concepts/{id}/graph`: the network around a concept. */
export interface EgoQuery extends RunQuery {
  /** 1 or 2. @default 1 */
  readonly radius?: number
  /** Nodes, 1 to 2,000; the strongest are kept. @default 60 */
  readonly nodes?: number
  /** Edges of fewer seeds are left out. @default 1 */
  readonly minimumCount?: number
  readonly kind?: ConceptKind
}
