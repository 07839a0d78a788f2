import { z } from 'zod'
import { runField } from './page.ts'
import { pairDetailSchema, type PairDetail } from './pairs.ts'
import { figuresSchema, seedNumberSchema, text } from './parts.ts'
import type { RunView } from './runs.ts'
import { walkOptionsSchema, type WalkOptions } from './walks.ts'

/** `POST /v1/generations`: pairs on given concepts, or on walks. */
export interface GenerationRequest {
  /** The run whose graph is used. @default the latest finished */
  readonly run?: string
  /** Ids or names of knowledge points that every pair is asked to need; excludes `walk`. */
  readonly concepts?: readonly string[]
  readonly walk?: WalkOptions
  /** 1 to 100,000. @default 1 */
  readonly count?: number
  /** 0 to 2^32 − 1. @default 7 */
  readonly seed?: number
  /** @default 'procedural' */
  readonly engine?: 'procedural' | 'model'
  /** For the model engine. @default 'mathscale' */
  readonly preset?: 'mathscale' | 'skywork' | 'xwin'
  /** For the model engine: a name that this service was started with. */
  readonly model?: string
  /** For the model engine: a cap, in the currency of the price file; never above that of the service. */
  readonly maximumCost?: number
}

/** 201, up to 200 procedural pairs: they stand here and are stored nowhere. 202 otherwise: a run, named by `Location`. */
export type GenerationResponse = Generation | RunView

export interface Generation {
  readonly pairs: readonly PairDetail[]
  /** Draws that gave no pair, by reason. */
  readonly skipped: Readonly<Record<string, number>>
}

const commonFields = {
  ...runField,
  count: z.int().min(1).max(100_000).meta({ default: 1 }).exactOptional(),
  seed: seedNumberSchema.exactOptional(),
  engine: z.enum(['procedural', 'model']).meta({ default: 'procedural' }).exactOptional(),
  preset: z
    .enum(['mathscale', 'skywork', 'xwin'])
    .meta({ description: 'Recipe of the model engine.', default: 'mathscale' })
    .exactOptional(),
  model: z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9._:/@-]{0,199}$/, 'give the name of a model')
    .meta({ description: 'A name that the service was started with.' })
    .exactOptional(),
  maximumCost: z
    .number()
    .gt(0)
    .max(1_000_000)
    .meta({ description: 'Cap in the currency of the price file; never above that of the service.' })
    .exactOptional(),
}

export const generationRequestSchema: z.ZodType<GenerationRequest> = z
  .union([
    z.strictObject({
      ...commonFields,
      concepts: z
        .array(text(1, 200))
        .min(1)
        .max(10)
        .meta({ description: 'Ids or names of knowledge points that every pair is asked to need.' })
        .exactOptional(),
    }),
    z.strictObject({ ...commonFields, walk: walkOptionsSchema.exactOptional() }),
  ])
  .meta({
    id: 'GenerationRequest',
    description: 'On given concepts, or on walks, which are drawn as usual where neither is named.',
    examples: [{ count: 5, seed: 7 }],
  })

export const generationSchema: z.ZodType<Generation> = z
  .strictObject({ pairs: z.array(pairDetailSchema), skipped: figuresSchema })
  .meta({ id: 'Generation', description: 'Pairs answered at once; they are stored nowhere.' })
