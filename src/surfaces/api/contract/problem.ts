import { z } from 'zod'

/** An error, as `application/problem+json` (RFC 9457). `type` is stable and may be relied on. */
export interface Problem {
  readonly type: string
  readonly title: string
  readonly status: number
  /** What was wrong with this request and how to mend it; never a path, a key or a stack. */
  readonly detail: string
  readonly requestId: string
  /** Which parts of the request were wrong, by JSON pointer. */
  readonly errors?: readonly { readonly pointer: string; readonly detail: string }[]
}

export const problemSchema: z.ZodType<Problem> = z
  .strictObject({
    type: z.string().meta({ example: 'urn:problem-type:conceptloom:not-found' }),
    title: z.string(),
    status: z.int().min(400).max(599),
    detail: z.string(),
    requestId: z.string(),
    errors: z.array(z.strictObject({ pointer: z.string(), detail: z.string() })).exactOptional(),
  })
  .meta({ id: 'Problem', description: 'An error (RFC 9457). `type` is stable and may be relied on.' })
