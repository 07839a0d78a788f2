import { z } from 'zod'
import { benchSets, type BenchSet } from './bench-item.ts'
import type { SetScores } from './score/tally-scores.ts'

/** How a model was asked; of completions made elsewhere only what the user says is known. */
export interface EvaluationSettings {
  readonly model?: string
  /** `id@version` of the prompt. */
  readonly prompt?: string
  readonly temperature?: number
  /** Answers to each item. */
  readonly samples?: number
  /** Most tokens of an answer. */
  readonly replyTokens?: number
  readonly seed?: number
  /** First so many items of each set. */
  readonly limit?: number
}

/** Items that are in no count, and why. */
export interface ExcludedItems {
  readonly set: BenchSet
  readonly reason: string
  readonly count: number
  /** Ids of items, where they have one: rows that no loader makes an item of have none. */
  readonly items?: readonly string[]
}

/** What was asked and paid for the completions of an evaluation, whenever that was. */
export interface EvaluationCalls {
  readonly promptTokens: number
  readonly completionTokens: number
  /** Spent under this evaluation, in the currency of the price file. */
  readonly cost: number
  /** Completions that ran into `replyTokens`. */
  readonly truncated: number
  readonly refused: number
}

/** `evaluation.json`: the settings and counts of one model on a bench. */
export interface Evaluation {
  readonly tool: 'conceptloom'
  readonly settings: EvaluationSettings
  readonly sets: readonly SetScores[]
  readonly excluded: readonly ExcludedItems[]
  /** Lines of completions that could not be read or matched. */
  readonly badLines: number
  readonly calls?: EvaluationCalls
}

const count = z.int().min(0)
const counts = {
  items: count,
  completions: count,
  correct: count,
  lenientCorrect: count,
  undecided: count,
}

export const evaluationSchema: z.ZodType<Evaluation> = z.object({
  tool: z.literal('conceptloom'),
  settings: z.object({
    model: z.string().exactOptional(),
    prompt: z.string().exactOptional(),
    temperature: z.number().min(0).exactOptional(),
    samples: z.int().min(1).exactOptional(),
    replyTokens: z.int().min(1).exactOptional(),
    seed: count.exactOptional(),
    limit: z.int().min(1).exactOptional(),
  }),
  sets: z.array(
    z.object({
      set: z.enum(benchSets),
      ...counts,
      missing: count,
      subjects: z.record(z.string(), z.object(counts)),
    }),
  ),
  excluded: z.array(
    z.object({
      set: z.enum(benchSets),
      reason: z.string(),
      count,
      items: z.array(z.string()).exactOptional(),
    }),
  ),
  badLines: count,
  calls: z
    .object({
      promptTokens: count,
      completionTokens: count,
      cost: z.number().min(0),
      truncated: count,
      refused: count,
    })
    .exactOptional(),
})
