import { z } from 'zod'

/**
 * The verification ladder. A pair's rung is the highest r such that no applicable check at or below r failed:
 * 0 unparsed, 1 schema valid, 2 well-formed, 3 recomputed, 4 agreed, 5 by construction or executed.
 */
export const rungSchema = z.int().min(0).max(5)

/** Every check and the rung it belongs to. */
export const checkRungs = {
  schema: 1,
  'one-question': 2,
  'self-contained': 2,
  'no-answer-leak': 2,
  annotations: 3,
  'numeric-links': 3,
  substitution: 3,
  agreement: 4,
  'independent-answer': 5,
  'givens-in-text': 5,
  'givens-matter': 5,
  'concepts-realised': 5,
} as const satisfies Record<string, number>

export type CheckName = keyof typeof checkRungs
export const checkNames: readonly CheckName[] = Object.keys(checkRungs) as CheckName[]

export const checkOutcomes = ['passed', 'failed', 'not-applicable'] as const
export type CheckOutcome = (typeof checkOutcomes)[number]

export const checkSchema = z.strictObject({
  name: z.enum(Object.keys(checkRungs) as [CheckName, ...CheckName[]]),
  outcome: z.enum(checkOutcomes),
  /** What was found, short enough to show: a method, a count, the first fault. */
  evidence: z.string(),
})
export type Check = Readonly<z.infer<typeof checkSchema>>

export const verdictSchema = z.strictObject({
  rung: rungSchema,
  checks: z.array(checkSchema),
  agreement: z.strictObject({ votes: z.int().min(0), of: z.int().min(1) }).optional(),
  flags: z.array(z.string()),
})
export type Verdict = Readonly<z.infer<typeof verdictSchema>>

/**
 * The highest rung r at which a check passed or does not apply, with no failure at or below r. A rung all of whose checks are
 * absent or not applicable cannot be the one that is reached, so a draft that nothing recomputed never claims rung 3.
 */
export function rungOf(checks: readonly Check[]): number {
  let reached = 0
  for (let rung = 1; rung <= 5; rung++) {
    const here = checks.filter((check) => checkRungs[check.name] === rung)
    if (here.some((check) => check.outcome === 'failed')) break
    if (here.some((check) => check.outcome === 'passed')) reached = rung
  }
  return reached
}
