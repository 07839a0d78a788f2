import { z } from 'zod'
import { draftMethods, type DraftMethod } from '../../../core/draft.ts'
import type { JsonValue } from '../../../core/identity.ts'
import { pairMarks, type PairMark } from '../../../core/pair.ts'
import { verdictSchema, type Verdict } from '../../../core/verdict.ts'
import type { Explanation } from '../../../pipeline/explain-pair.ts'
import { namedConceptSchema } from './concepts.ts'
import { pageFields, runField, type PageQuery, type RunQuery } from './page.ts'
import { anyJson, contentIdSchema, lineText, rungSchema, text, type FieldsSchema } from './parts.ts'

/** `GET /v1/pairs`, in draw order. */
export interface PairsQuery extends PageQuery, RunQuery {
  /** Id of a concept that the pair realises. */
  readonly concept?: string
  readonly minimumRung?: number
  readonly maximumRung?: number
  readonly minimumDifficulty?: number
  readonly maximumDifficulty?: number
  readonly mark?: PairMark
  readonly method?: DraftMethod
  readonly split?: string
  readonly review?: ReviewState
}

/** `pending`: marked `review` or `answer-conflict` and not decided yet. */
export type ReviewState = 'none' | 'pending' | 'accepted' | 'rejected' | 'edited'

export interface NamedConcept {
  readonly id: string
  readonly name: string
}

/** A pair as lists show it. Texts are whole; they hold LaTeX between dollar signs. */
export interface PairSummary {
  readonly id: string
  readonly run: string
  readonly index: number
  readonly question: string
  readonly finalAnswer: string
  readonly rung: number
  /** Structural, 1 to 5. */
  readonly difficulty: number
  readonly method: DraftMethod
  readonly split: string
  readonly marks: readonly PairMark[]
  readonly realised: readonly NamedConcept[]
  readonly review: ReviewState
}

/** `GET /v1/pairs/{id}`. */
export interface PairDetail extends PairSummary {
  readonly solution: string
  readonly requested: readonly NamedConcept[]
  readonly verdict: Verdict
  readonly prompt?: string
  readonly model?: string
  /** Latest first. */
  readonly reviews: readonly Review[]
}

/** `GET /v1/pairs/{id}/provenance`: what `conceptloom explain --json` prints. */
export type Provenance = Explanation

/** `POST /v1/pairs/{id}/reviews`. An edit replaces what it names; the edited pair is graded again and keeps its provenance. */
export type ReviewRequest =
  | { readonly decision: 'accept' | 'reject'; readonly reviewer: string; readonly note?: string }
  | {
      readonly decision: 'edit'
      readonly reviewer: string
      readonly note?: string
      readonly question?: string
      readonly solution?: string
      readonly finalAnswer?: string
    }

/** A decision of a person on a pair. The latest that is not undone holds. */
export interface Review {
  readonly id: string
  readonly pairId: string
  readonly decision: 'accept' | 'reject' | 'edit'
  readonly reviewer: string
  readonly note?: string
  /** ISO 8601. */
  readonly time: string
  readonly undone: boolean
  /** What an edit changed. */
  readonly changes?: { readonly question?: string; readonly solution?: string; readonly finalAnswer?: string }
}

const difficultyField = (): z.ZodExactOptional<z.ZodType<number>> =>
  z.number().min(1).max(5).meta({ description: 'Structural difficulty, 1 to 5.' }).exactOptional() as never

const reviewStateSchema: z.ZodType<ReviewState> = z
  .enum(['none', 'pending', 'accepted', 'rejected', 'edited'])
  .meta({ description: '`pending`: marked `review` or `answer-conflict` and not decided yet.' })

export const pairsQuerySchema: FieldsSchema<PairsQuery> = z.strictObject({
  ...pageFields,
  ...runField,
  concept: contentIdSchema.meta({ description: 'Id of a concept that the pair realises.' }).exactOptional(),
  minimumRung: rungSchema.exactOptional(),
  maximumRung: rungSchema.exactOptional(),
  minimumDifficulty: difficultyField(),
  maximumDifficulty: difficultyField(),
  mark: z.enum(pairMarks).exactOptional(),
  method: z.enum(draftMethods).exactOptional(),
  split: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,64}$/, 'give the name of a split')
    .meta({ example: 'train' })
    .exactOptional(),
  review: reviewStateSchema.exactOptional(),
})

const pairFields = {
  id: z.string(),
  run: z.string(),
  index: z.int().min(0),
  question: z.string(),
  finalAnswer: z.string(),
  rung: z.int().min(0).max(5),
  difficulty: z.number(),
  method: z.enum(draftMethods),
  split: z.string(),
  marks: z.array(z.enum(pairMarks)),
  realised: z.array(namedConceptSchema),
  review: reviewStateSchema,
}

export const pairSummarySchema: z.ZodType<PairSummary> = z
  .strictObject(pairFields)
  .meta({ id: 'PairSummary' })

const changesFields = {
  question: text(1, 20_000).exactOptional(),
  solution: text(1, 20_000).exactOptional(),
  finalAnswer: text(1, 2000).exactOptional(),
}

export const reviewSchema: z.ZodType<Review> = z
  .strictObject({
    id: z.string(),
    pairId: z.string(),
    decision: z.enum(['accept', 'reject', 'edit']),
    reviewer: z.string(),
    note: z.string().exactOptional(),
    time: z.string().meta({ description: 'ISO 8601.' }),
    undone: z.boolean(),
    changes: z
      .strictObject({
        question: z.string().exactOptional(),
        solution: z.string().exactOptional(),
        finalAnswer: z.string().exactOptional(),
      })
      .exactOptional(),
  })
  .meta({
    id: 'Review',
    description: 'A decision of a person on a pair. The latest that is not undone holds.',
  })

export const pairDetailSchema: z.ZodType<PairDetail> = z
  .strictObject({
    ...pairFields,
    solution: z.string(),
    requested: z.array(namedConceptSchema),
    verdict: verdictSchema,
    prompt: z.string().exactOptional(),
    model: z.string().exactOptional(),
    reviews: z.array(reviewSchema),
  })
  .meta({ id: 'PairDetail' })

const reviewerFields = { reviewer: lineText(100), note: text(0, 2000).exactOptional() }

export const reviewRequestSchema: z.ZodType<ReviewRequest> = z
  .discriminatedUnion('decision', [
    z.strictObject({ decision: z.enum(['accept', 'reject']), ...reviewerFields }),
    z
      .strictObject({ decision: z.literal('edit'), ...reviewerFields, ...changesFields })
      .refine(
        ({ question, solution, finalAnswer }) => (question ?? solution ?? finalAnswer) !== undefined,
        'an edit changes question, solution or finalAnswer',
      )
      .meta({
        override: {
          anyOf: [{ required: ['question'] }, { required: ['solution'] }, { required: ['finalAnswer'] }],
        },
      }),
  ])
  .meta({ id: 'ReviewRequest', examples: [{ decision: 'accept', reviewer: 'ada' }] })

export const provenanceSchema: z.ZodType<Provenance> = z
  .strictObject({
    id: z.string(),
    run: z.string(),
    index: z.int().min(0),
    split: z.string(),
    marks: z.array(z.string()),
    question: z.string(),
    solution: z.string(),
    finalAnswer: z.string(),
    difficulty: z.number(),
    difficultyLabel: z.string(),
    questionDifficulty: z.number(),
    method: z.string(),
    prompt: z.string().exactOptional(),
    model: z.string().exactOptional(),
    families: z.array(z.string()),
    structure: z.string(),
    parameters: anyJson<JsonValue>("The engine's own evidence: families with their parameters."),
    requested: z.array(z.string()),
    realised: z.array(z.string()),
    walk: z.strictObject({
      mode: z.string(),
      seed: z.int(),
      index: z.int(),
      graphVersion: z.string(),
      steps: z.array(
        z.strictObject({
          kind: z.enum(['topic', 'knowledge-point', 'unknown']),
          concept: z.string(),
          phase: z.string(),
          edgeCount: z.int(),
          probability: z.number(),
        }),
      ),
    }),
    supportedBy: z.array(
      z.strictObject({
        id: z.string(),
        source: z.string(),
        sourceId: z.string().optional(),
        license: z.string(),
        question: z.string(),
      }),
    ),
    parents: z.array(z.strictObject({ kind: z.string(), id: z.string(), relation: z.string() })),
    rung: z.int().min(0).max(5),
    checks: z.array(z.strictObject({ name: z.string(), outcome: z.string(), evidence: z.string() })),
    original: z
      .strictObject({ question: z.string(), solution: z.string(), finalAnswer: z.string() })
      .optional()
      .meta({ description: 'The texts as they were generated, where a person edited them.' }),
    reviews: z.array(reviewSchema),
  })
  .meta({ id: 'Provenance', description: 'What `conceptloom explain --json` prints.' }) as never
