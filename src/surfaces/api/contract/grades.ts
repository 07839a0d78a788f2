import { z } from 'zod'
import type { GradeMethod, GradeOutcome } from '../../../foundations/answers/grade.ts'
import { text } from './parts.ts'

/** `POST /v1/grades`: 1 to 1,000 answers against their gold answers. */
export interface GradesRequest {
  readonly items: readonly { readonly gold: string; readonly prediction: string }[]
}

export interface GradesResponse {
  readonly grades: readonly {
    readonly equal: boolean
    readonly outcome: GradeOutcome
    readonly method: GradeMethod
    readonly reason: string
  }[]
}

export const gradesRequestSchema: z.ZodType<GradesRequest> = z
  .strictObject({
    items: z
      .array(z.strictObject({ gold: text(0, 5000), prediction: text(0, 5000) }))
      .min(1)
      .max(1000),
  })
  .meta({ id: 'GradesRequest', examples: [{ items: [{ gold: '1/2', prediction: '$\\frac{2}{4}$' }] }] })

export const gradesResponseSchema: z.ZodType<GradesResponse> = z
  .strictObject({
    grades: z.array(
      z.strictObject({
        equal: z.boolean(),
        outcome: z.enum(['equal', 'different', 'undecided']),
        method: z.string().meta({ description: 'What the two answers were compared as.' }),
        reason: z.string(),
      }),
    ),
  })
  .meta({ id: 'GradesResponse' }) as never
