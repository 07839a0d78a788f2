import { z } from 'zod'
import type { ConceptKind } from '../../../core/concept.ts'
import type { EdgeKind } from '../../../core/concept-graph.ts'
import type { JsonValue } from '../../../core/identity.ts'
import {
  communitySchema,
  edgeKindSchema,
  kindSchema,
  summaryFields,
  type ConceptSummary,
} from './concepts.ts'
import { runField, type RunQuery } from './page.ts'
import { anyJson, type FieldsSchema } from './parts.ts'

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

export const graphSummarySchema: z.ZodType<GraphSummary> = z
  .strictObject({
    version: z.string(),
    run: z.string(),
    statistics: anyJson<JsonValue>('What `conceptloom graph stats --json` prints.'),
    communities: z.array(
      z.strictObject({ community: communitySchema, size: z.int().min(1), label: z.string() }),
    ),
    laidOut: z.boolean(),
  })
  .meta({ id: 'GraphSummary' })

export const graphViewSchema: z.ZodType<GraphView> = z
  .strictObject({
    nodes: z.array(
      z.strictObject({ ...summaryFields, x: z.number(), y: z.number() }).meta({ id: 'GraphNode' }),
    ),
    edges: z.array(
      z
        .strictObject({ a: z.string(), b: z.string(), kind: edgeKindSchema, count: z.int().min(1) })
        .meta({ id: 'GraphEdge' }),
    ),
    omitted: z.strictObject({ nodes: z.int().min(0), edges: z.int().min(0) }),
  })
  .meta({ id: 'GraphView', description: 'A part of the graph, ready to draw.' }) as never

const nodesField = (byDefault: number): z.ZodType<number> =>
  z.int().min(1).max(2000).meta({ description: 'Nodes at most.', default: byDefault })

export const overviewQuerySchema: FieldsSchema<OverviewQuery> = z.strictObject({
  ...runField,
  nodes: nodesField(300).exactOptional(),
  edges: z
    .int()
    .min(0)
    .max(20_000)
    .meta({ description: 'Edges at most; 3 per node by default.' })
    .exactOptional(),
  kind: kindSchema.exactOptional(),
  community: communitySchema.exactOptional(),
})

export const egoQuerySchema: FieldsSchema<EgoQuery> = z.strictObject({
  ...runField,
  radius: z.int().min(1).max(2).meta({ description: 'Steps from the concept.', default: 1 }).exactOptional(),
  nodes: nodesField(60).exactOptional(),
  minimumCount: z
    .int()
    .min(1)
    .max(1_000_000_000)
    .meta({ description: 'Edges of fewer seeds are left out.', default: 1 })
    .exactOptional(),
  kind: kindSchema.exactOptional(),
})
