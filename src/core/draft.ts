import { z } from 'zod'
import { isJsonValue, type ContentId, type JsonValue } from './identity.ts'

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
export interface Parent {
  readonly kind: 'seed' | 'pair'
  readonly id: ContentId
  readonly relation: 'derived' | 'shown'
}

/** A question and solution as an engine made it, before any verdict. */
export interface Draft {
  readonly question: string
  readonly solution: string
  readonly finalAnswer: string
  /** Ids of the knowledge points the walk asked for, ascending. */
  readonly requested: readonly ContentId[]
  /** Ids of the knowledge points the text needs, ascending. */
  readonly realised: readonly ContentId[]
  readonly method: DraftMethod
  readonly parents: readonly Parent[]
  /** `id@version` of the prompt, absent for the procedural engine. */
  readonly prompt?: string
  readonly model?: string
  /** The reply as received, when a model made it. */
  readonly raw?: string
  /** 1 (easiest) to 5: the level its engine worked at; in a stored pair the structural difficulty of the whole pair. */
  readonly difficulty: number
  /** What the engine's own recheck needs: for the procedural engine the composition (families, givens, links). */
  readonly evidence: JsonValue
}

export const draftSchema: z.ZodType<Draft> = z.strictObject({
  question: z.string().min(1),
  solution: z.string().min(1),
  finalAnswer: z.string().min(1),
  requested: z.array(z.string()),
  realised: z.array(z.string()),
  method: z.enum(draftMethods),
  parents: z.array(
    z.strictObject({
      kind: z.enum(['seed', 'pair']),
      id: z.string(),
      relation: z.enum(['derived', 'shown']),
    }),
  ),
  prompt: z.string().exactOptional(),
  model: z.string().exactOptional(),
  raw: z.string().exactOptional(),
  difficulty: z.number().min(1).max(5),
  evidence: z.custom<JsonValue>(isJsonValue, 'not JSON'),
})
