import { z } from 'zod'
import type { ConceptKind } from '../../../core/concept.ts'
import type { EdgeKind } from '../../../core/concept-graph.ts'
import { pageFields, runField, type PageQuery, type RunQuery } from './page.ts'
import { contentIdSchema, lineText, text, type FieldsSchema } from './parts.ts'

/** A concept as lists and pictures show it. */
export interface ConceptSummary {
  readonly id: string
  readonly kind: ConceptKind
  readonly name: string
  /** Seeds labelled with it. */
  readonly count: number
  /** Number of its community in the graph; equal numbers belong together. */
  readonly community: number
  /** Stored, unmarked pairs of the run that realise it. */
  readonly pairs: number
  /** Edges at it. */
  readonly degree: number
  /** Share of evaluated items on it that a model got right, 0 to 1, where a diagnosis was loaded. */
  readonly accuracy?: number
}

/** `GET /v1/concepts`. */
export interface ConceptsQuery extends PageQuery, RunQuery {
  /** Words of names and aliases, beginnings and small misspellings included; without it all concepts are listed. */
  readonly text?: string
  readonly kind?: ConceptKind
  readonly community?: number
  /** `relevance` needs `text` and is its default; otherwise `count`. */
  readonly sort?: 'relevance' | 'count' | 'name' | 'pairs'
}

/** `GET /v1/concepts/{id}`. */
export interface ConceptDetail extends ConceptSummary {
  readonly key: string
  readonly definition?: string
  readonly aliases: readonly { readonly name: string; readonly count: number }[]
  readonly taxonomyId?: string
  /** Names it needs first, from the taxonomy. */
  readonly requires: readonly { readonly id?: string; readonly name: string }[]
  readonly usage: {
    /** Pairs that asked for it and pairs that realise it. */
    readonly requested: number
    readonly realised: number
    /** Its share in a balanced set of as many pairs; the quota it is measured against. */
    readonly target: number
  }
  /** Edits that changed it, latest first. */
  readonly edits: readonly ConceptEdit[]
}

/** `GET /v1/concepts/{id}/neighbours`, strongest first. */
export interface NeighboursQuery extends PageQuery, RunQuery {
  readonly kind?: ConceptKind
}

export interface Neighbour {
  readonly concept: ConceptSummary
  readonly edge: EdgeKind
  /** Seeds whose labels contain both. */
  readonly count: number
  /** Co-occurrence over expectation. */
  readonly lift: number
}

/** `GET /v1/concepts/{id}/seeds`. */
export interface SeedSummary {
  readonly id: string
  readonly source: string
  readonly sourceId?: string
  readonly license: string
  readonly question: string
  readonly concepts: readonly { readonly id: string; readonly name: string }[]
}

/** `POST /v1/concepts/{id}/edits`. */
export type ConceptEditRequest =
  | { readonly kind: 'rename'; readonly name: string; readonly editor: string }
  | { readonly kind: 'merge'; readonly into: string; readonly editor: string }

/** A rename or merge, undone or not. Pictures, lists and walks of this service apply those that hold; stored graphs are not changed. */
export interface ConceptEdit {
  readonly id: string
  readonly conceptId: string
  readonly kind: 'rename' | 'merge'
  /** The new name, or the id of the concept it was merged into. */
  readonly to: string
  readonly editor: string
  /** ISO 8601. */
  readonly time: string
  readonly undone: boolean
}

export const kindSchema: z.ZodType<ConceptKind> = z
  .enum(['topic', 'knowledge-point'])
  .meta({ description: 'A topic is chapter-like, a knowledge point a finer concept, theorem or skill.' })

export const edgeKindSchema: z.ZodType<EdgeKind> = z
  .enum(['TT', 'TK', 'KK'])
  .meta({ description: 'TT joins two topics, TK a topic and a knowledge point, KK two knowledge points.' })

export const communitySchema: z.ZodType<number> = z
  .int()
  .min(0)
  .max(2 ** 31 - 1)
  .meta({ description: 'Number of a community in the graph.' })

export const namedConceptSchema: z.ZodType<{ readonly id: string; readonly name: string }> = z
  .strictObject({ id: z.string(), name: z.string() })
  .meta({ id: 'NamedConcept' })

/** The fields of a {@link ConceptSummary}, for what has more of them. */
export const summaryFields: { readonly [Field in keyof ConceptSummary]-?: z.ZodType } = {
  id: contentIdSchema,
  kind: kindSchema,
  name: z.string().meta({ example: 'linear equations' }),
  count: z.int().min(0).meta({ description: 'Seeds labelled with it.' }),
  community: communitySchema,
  pairs: z.int().min(0).meta({ description: 'Stored, unmarked pairs of the run that realise it.' }),
  degree: z.int().min(0).meta({ description: 'Edges at it.' }),
  accuracy: z.number().min(0).max(1).exactOptional().meta({
    description: 'Share of evaluated items on it that a model got right, where a diagnosis was loaded.',
  }),
}

export const conceptSummarySchema: z.ZodType<ConceptSummary> = z
  .strictObject(summaryFields)
  .meta({ id: 'ConceptSummary', description: 'A concept as lists and pictures show it.' }) as never

export const conceptsQuerySchema: FieldsSchema<ConceptsQuery> = z.strictObject({
  ...pageFields,
  ...runField,
  text: text(1, 200)
    .meta({
      description: 'Words of names and aliases, beginnings and small misspellings included.',
      example: 'ratio',
    })
    .exactOptional(),
  kind: kindSchema.exactOptional(),
  community: communitySchema.exactOptional(),
  sort: z
    .enum(['relevance', 'count', 'name', 'pairs'])
    .meta({ description: 'By default `relevance` where a text is given and `count` otherwise.' })
    .exactOptional(),
})

export const conceptEditSchema: z.ZodType<ConceptEdit> = z
  .strictObject({
    id: z.string(),
    conceptId: z.string(),
    kind: z.enum(['rename', 'merge']),
    to: z.string().meta({ description: 'The new name, or the id of the concept it was merged into.' }),
    editor: z.string(),
    time: z.string().meta({ description: 'ISO 8601.', example: '2026-01-31T12:00:00.000Z' }),
    undone: z.boolean(),
  })
  .meta({ id: 'ConceptEdit', description: 'A rename or merge of a concept, undone or not.' })

export const conceptDetailSchema: z.ZodType<ConceptDetail> = z
  .strictObject({
    ...summaryFields,
    key: z.string().meta({ description: 'Canonical form; identity is kind and key.' }),
    definition: z.string().exactOptional(),
    aliases: z.array(z.strictObject({ name: z.string(), count: z.int().min(0) })),
    taxonomyId: z.string().exactOptional(),
    requires: z.array(z.strictObject({ id: z.string().exactOptional(), name: z.string() })),
    usage: z.strictObject({ requested: z.int().min(0), realised: z.int().min(0), target: z.number().min(0) }),
    edits: z.array(conceptEditSchema),
  })
  .meta({ id: 'ConceptDetail' }) as never

export const neighboursQuerySchema: FieldsSchema<NeighboursQuery> = z.strictObject({
  ...pageFields,
  ...runField,
  kind: kindSchema.exactOptional(),
})

export const neighbourSchema: z.ZodType<Neighbour> = z
  .strictObject({
    concept: conceptSummarySchema,
    edge: edgeKindSchema,
    count: z.int().min(1).meta({ description: 'Seeds whose labels contain both.' }),
    lift: z.number().min(0).meta({ description: 'Co-occurrence over expectation.' }),
  })
  .meta({ id: 'Neighbour' })

export const runPageQuerySchema: FieldsSchema<PageQuery & RunQuery> = z.strictObject({
  ...pageFields,
  ...runField,
})

export const seedSummarySchema: z.ZodType<SeedSummary> = z
  .strictObject({
    id: z.string(),
    source: z.string(),
    sourceId: z.string().exactOptional(),
    license: z.string(),
    question: z.string(),
    concepts: z.array(namedConceptSchema),
  })
  .meta({ id: 'SeedSummary' })

export const conceptEditRequestSchema: z.ZodType<ConceptEditRequest> = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('rename'), name: lineText(200), editor: lineText(100) }),
    z.strictObject({ kind: z.literal('merge'), into: contentIdSchema, editor: lineText(100) }),
  ])
  .meta({
    id: 'ConceptEditRequest',
    examples: [{ kind: 'rename', name: 'linear equations in one variable', editor: 'ada' }],
  })
