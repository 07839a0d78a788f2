import { z } from 'zod'
import type { ConceptKind } from '../../core/concept.ts'
import { walkModes, type WalkMode } from '../../core/concept-path.ts'
import { weightSchemes, type WeightScheme } from '../../foundations/statistics/edge-weight.ts'

/** What the tools take. Fields that are not named here are refused. */

export interface SearchInput {
  readonly text: string
  readonly kind?: ConceptKind
  readonly limit: number
  readonly run?: string
}

export interface ConceptInput {
  readonly concept: string
  readonly neighbours: number
  readonly run?: string
}

export interface WalkInput {
  readonly mode?: WalkMode
  readonly weight?: WeightScheme
  readonly temperature?: number
  readonly start?: string
  readonly seed: number
  readonly index: number
  readonly count: number
  readonly run?: string
}

export interface ProvenanceInput {
  readonly pair: string
}

export interface ProposeInput {
  readonly concepts?: readonly string[]
  readonly count: number
  readonly seed: number
  readonly run?: string
  readonly engine?: 'procedural' | 'model'
  readonly preset?: 'mathscale' | 'xwin'
}

const run = {
  run: z
    .string()
    .regex(/^[0-9a-f]{8,32}$/, 'give an id or its first 8 or more digits')
    .describe('Which run: an id or its first 8 or more digits. The latest finished one by default.')
    .exactOptional(),
}
const name = z.string().min(1).max(200)
const seed = z
  .int()
  .min(0)
  .max(0xffff_ffff)
  .default(7)
  .describe('Seed of all randomness: the same seed gives the same answer.')

export const searchInput: z.ZodType<SearchInput> = z.strictObject({
  text: name.describe('Words of names; beginnings and small misspellings are found too.'),
  kind: z.enum(['topic', 'knowledge-point']).exactOptional(),
  limit: z.int().min(1).max(50).default(10),
  ...run,
})

export const conceptInput: z.ZodType<ConceptInput> = z.strictObject({
  concept: name.describe('Id or name of a concept.'),
  neighbours: z.int().min(0).max(50).default(10).describe('Neighbours to list, strongest first.'),
  ...run,
})

export const walkInput: z.ZodType<WalkInput> = z.strictObject({
  mode: z
    .enum(walkModes)
    .describe('How concept combinations are drawn; that of the run by default.')
    .exactOptional(),
  weight: z
    .enum(weightSchemes)
    .describe('Weight of edges; modes rare and uniform set their own.')
    .exactOptional(),
  temperature: z
    .number()
    .min(0.01)
    .max(100)
    .describe('Weights are raised to 1 / temperature.')
    .exactOptional(),
  start: name
    .describe('Id or name of the topic to start from; in modes mathscale, rare and uniform.')
    .exactOptional(),
  seed,
  index: z.int().min(0).max(1_000_000_000).default(0).describe('Index of the first walk.'),
  count: z.int().min(1).max(10).default(1),
  ...run,
})

export const provenanceInput: z.ZodType<ProvenanceInput> = z.strictObject({
  pair: z
    .string()
    .regex(/^[0-9a-f]{8,32}$/, 'give an id or its first 8 or more digits')
    .describe('Id of a pair, or its first 8 or more digits.'),
})

const proposeFields = {
  concepts: z
    .array(name)
    .min(1)
    .max(6)
    .describe(
      'Ids or names of knowledge points that every pair is to need; without them walks choose combinations.',
    )
    .exactOptional(),
  count: z.int().min(1).max(20).default(3),
  seed,
  ...run,
}

export const proposeInput: z.ZodType<ProposeInput> = z.strictObject(proposeFields)

/** Where a model is allowed. */
export const proposeByModelInput: z.ZodType<ProposeInput> = z.strictObject({
  ...proposeFields,
  engine: z
    .enum(['procedural', 'model'])
    .default('procedural')
    .describe('procedural computes its answers and is free; model asks the configured model, which costs.'),
  preset: z.enum(['mathscale', 'xwin']).describe('Recipe of the model.').exactOptional(),
})
