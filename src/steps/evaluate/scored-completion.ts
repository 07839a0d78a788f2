import { z } from 'zod'
import type { ContentId } from '../../core/identity.ts'
import type { GradeMethod, GradeOutcome } from '../../foundations/answers/grade.ts'
import { benchSets, type BenchSet } from './bench-item.ts'

/** One answer of a model to one item, graded; a line of `scores.jsonl`. */
export interface ScoredCompletion {
  readonly itemId: ContentId
  readonly set: BenchSet
  readonly subject?: string
  readonly level?: string
  /** 0 for the first answer to the item, then 1, 2, … */
  readonly sample: number
  readonly completion: string
  /** What was read as the final answer; absent where there is none. */
  readonly prediction?: string
  readonly outcome: GradeOutcome
  readonly method: GradeMethod
  /** By our checker: `outcome` is `equal`. */
  readonly correct: boolean
  /** By MwpBench's published rule, for comparison with published numbers. */
  readonly lenientCorrect: boolean
  /** Summed log-probability of the completion, where the endpoint gave it. */
  readonly logProbability?: number
}

export const scoredCompletionSchema: z.ZodType<ScoredCompletion> = z.strictObject({
  itemId: z.string(),
  set: z.enum(benchSets),
  subject: z.string().exactOptional(),
  level: z.string().exactOptional(),
  sample: z.int().min(0),
  completion: z.string(),
  prediction: z.string().exactOptional(),
  outcome: z.custom<GradeOutcome>((value) => typeof value === 'string'),
  method: z.custom<GradeMethod>((value) => typeof value === 'string'),
  correct: z.boolean(),
  lenientCorrect: z.boolean(),
  logProbability: z.number().exactOptional(),
})
