import { z } from 'zod'
import type { ConceptKind } from '../../../core/concept.ts'
import {
  walkModes,
  walkPhases,
  type ConceptPath,
  type WalkMode,
  type WalkPhase,
} from '../../../core/concept-path.ts'
import { conceptPathSchema } from '../../../core/concept-path.ts'
import { kindSchema } from './concepts.ts'
import { runField } from './page.ts'
import { contentIdSchema, seedNumberSchema } from './parts.ts'

/** How walks are drawn; absent settings are those of the configuration. */
export interface WalkOptions {
  /** @default 'mathscale' */
  readonly mode?: WalkMode
  readonly weight?: 'count' | 'lift' | 'uniform' | 'rare'
  /** Weights are raised to 1 / temperature; 0.01 to 100. @default 1 */
  readonly temperature?: number
  /** Topic-to-topic steps, smallest and largest number in either order; 0 to 20. */
  readonly topicSteps?: readonly [number, number]
  /** Steps from knowledge point to knowledge point, smallest and largest number in either order; 0 to 20. */
  readonly knowledgePointSteps?: readonly [number, number]
  /** Id of the topic each walk starts from; without it the topics take turns. Only in mode `mathscale`, `rare` and `uniform`. */
  readonly start?: string
}

/** `POST /v1/walks`. Walk i is a pure function of (graph version, options, seed, i). */
export interface WalksRequest extends WalkOptions {
  readonly run?: string
  /** 0 to 2^32 − 1. @default 7 */
  readonly seed?: number
  /** Index of the first walk. @default 0 */
  readonly index?: number
  /** 1 to 100. @default 1 */
  readonly count?: number
}

export interface WalksResponse {
  readonly walks: readonly (WalkTrace | FailedWalk)[]
  /** The command that draws the same walks; absent where the command line has no such option. */
  readonly command?: string
}

export interface FailedWalk {
  readonly index: number
  readonly failed: string
}

/** A walk with what could have been taken at every step. */
export interface WalkTrace {
  readonly index: number
  readonly path: ConceptPath
  readonly steps: readonly TracedStep[]
  /** Whether no single seed has all its knowledge points. */
  readonly novel: boolean
}

export interface TracedStep {
  readonly conceptId: string
  readonly name: string
  readonly kind: ConceptKind
  readonly phase: WalkPhase
  /** The concept it was taken from; absent at the start. */
  readonly from?: string
  readonly edgeCount: number
  readonly probability: number
  /** What could have been taken, likeliest first, at most 50, the one taken always among them. */
  readonly candidates: readonly WalkCandidate[]
  /** Number and probability of the candidates left out. */
  readonly others: { readonly count: number; readonly probability: number }
}

export interface WalkCandidate {
  readonly conceptId: string
  readonly name: string
  readonly edgeCount: number
  readonly probability: number
  readonly taken: boolean
}

function stepsField(description: string): z.ZodType<readonly [number, number]> {
  const steps = z.int().min(0).max(20)
  return z.tuple([steps, steps]).meta({
    description,
    override: ({ jsonSchema }) => {
      delete jsonSchema.prefixItems
      Object.assign(jsonSchema, {
        type: 'array',
        items: { type: 'integer', minimum: 0, maximum: 20 },
        minItems: 2,
        maxItems: 2,
      })
    },
    example: [1, 2],
  })
}

const optionFields = {
  mode: z.enum(walkModes).meta({ default: 'mathscale' }).exactOptional(),
  weight: z.enum(['count', 'lift', 'uniform', 'rare']).meta({ default: 'count' }).exactOptional(),
  temperature: z
    .number()
    .min(0.01)
    .max(100)
    .meta({ description: 'Weights are raised to 1 / temperature.', default: 1 })
    .exactOptional(),
  topicSteps: stepsField(
    'Topic-to-topic steps: smallest and largest number, in either order.',
  ).exactOptional(),
  knowledgePointSteps: stepsField(
    'Steps between knowledge points: smallest and largest number, in either order.',
  ).exactOptional(),
  start: contentIdSchema
    .meta({
      description: 'Id of the topic each walk starts from; in modes `mathscale`, `rare` and `uniform`.',
    })
    .exactOptional(),
}

export const walkOptionsSchema: z.ZodType<WalkOptions> = z
  .strictObject(optionFields)
  .meta({ id: 'WalkOptions' })

export const walksRequestSchema: z.ZodType<WalksRequest> = z
  .strictObject({
    ...runField,
    ...optionFields,
    seed: seedNumberSchema.exactOptional(),
    index: z
      .int()
      .min(0)
      .max(1_000_000_000)
      .meta({ description: 'Index of the first walk.', default: 0 })
      .exactOptional(),
    count: z.int().min(1).max(100).meta({ default: 1 }).exactOptional(),
  })
  .meta({ id: 'WalksRequest', examples: [{ mode: 'mathscale', seed: 7, count: 3 }] })

const tracedStepSchema: z.ZodType<TracedStep> = z
  .strictObject({
    conceptId: z.string(),
    name: z.string(),
    kind: kindSchema,
    phase: z.enum(walkPhases),
    from: z.string().exactOptional(),
    edgeCount: z.int().min(0),
    probability: z.number().min(0).max(1),
    candidates: z
      .array(
        z
          .strictObject({
            conceptId: z.string(),
            name: z.string(),
            edgeCount: z.int().min(0),
            probability: z.number().min(0).max(1),
            taken: z.boolean(),
          })
          .meta({ id: 'WalkCandidate' }),
      )
      .max(51),
    others: z.strictObject({ count: z.int().min(0), probability: z.number() }),
  })
  .meta({ id: 'TracedStep' })

export const walksResponseSchema: z.ZodType<WalksResponse> = z
  .strictObject({
    walks: z.array(
      z.union([
        z
          .strictObject({
            index: z.int().min(0),
            path: conceptPathSchema,
            steps: z.array(tracedStepSchema),
            novel: z.boolean(),
          })
          .meta({ id: 'WalkTrace' }),
        z.strictObject({ index: z.int().min(0), failed: z.string() }).meta({ id: 'FailedWalk' }),
      ]),
    ),
    command: z.string().exactOptional().meta({ description: 'The command that draws the same walks.' }),
  })
  .meta({ id: 'WalksResponse' })
