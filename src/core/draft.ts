import { z } from 'zod'
import type { JsonValue } from './identity.ts'

/** How the text came to be; augmentations name their method, for example `fobar`. */
export const draftMethods = [
  'procedural',
  'mathscale',
  'answer',
  'rephrase',
  'fobar',
  'self-verify',
  'evolve',
  'xwin',
] as const
export type DraftMethod = (typeof draftMethods)[number]

/** A seed or pair whose text or structure was really used (`derived`) or that stood in the prompt (`shown`). */
export const parentSchema = z.strictObject({
  kind: z.enum(['seed', 'pair']),
  id: z.string(),
  relation: z.enum(['derived', 'shown']),
})
export type Parent = Readonly<z.infer<typeof parentSchema>>

const jsonSchema: z.ZodType<JsonValue> = z.json() as z.ZodType<JsonValue>

/**
 * A question and solution as an engine made it, before any verdict. `evidence` is what the engine's own recheck needs and nothing
 * else does: for the procedural engine the composition (families, givens, links).
 */
export const draftSchema = z.strictObject({
  question: z.string().min(1),
  solution: z.string().min(1),
  finalAnswer: z.string().min(1),
  /** Knowledge-point ids the walk asked for, ascending. */
  requested: z.array(z.string()),
  /** Knowledge-point ids the text needs, ascending. */
  realised: z.array(z.string()),
  method: z.enum(draftMethods),
  parents: z.array(parentSchema),
  /** `id@version` of the prompt, absent for the procedural engine. */
  prompt: z.string().optional(),
  model: z.string().optional(),
  /** The reply as received, when a model made it. */
  raw: z.string().optional(),
  /** 1 (easiest) to 5, structural. */
  difficulty: z.number().min(1).max(5),
  evidence: jsonSchema,
})

export type Draft = Readonly<z.infer<typeof draftSchema>>
