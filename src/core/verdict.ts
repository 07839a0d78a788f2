import { z } from 'zod'

/**
 * The verification ladder. A pair's rung is the highest r such that no applicable check at or below r failed:
 * 0 unparsed, 1 schema valid, 2 well-formed, 3 recomputed, 4 agreed, 5 by construction or executed.
 */
export type Rung = 0 | 1 | 2 | 3 | 4 | 5

export const checkNames = [
  'schema',
  'one-question',
  'self-contained',
  'no-answer-leak',
  'annotations',
  'numeric-links',
  'substitution',
  'agreement',
  'independent-answer',
  'givens-in-text',
  'givens-matter',
  'concepts-realised',
] as const
export type CheckName = (typeof checkNames)[number]

/** The rung each check belongs to. */
export const checkRungs: Readonly<Record<CheckName, Rung>> = {
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
}

export const checkOutcomes = ['passed', 'failed', 'not-applicable'] as const
export type CheckOutcome = (typeof checkOutcomes)[number]

export interface Check {
  readonly name: CheckName
  readonly outcome: CheckOutcome
  /** What was found, short enough to show: a method, a count, the first fault. */
  readonly evidence: string
}

export interface Verdict {
  readonly rung: Rung
  readonly checks: readonly Check[]
  /** Votes for the pair's answer; unparsed answers count in `of`. */
  readonly agreement?: { readonly votes: number; readonly of: number }
  readonly flags: readonly string[]
}

const checkSchema: z.ZodType<Check> = z.strictObject({
  name: z.enum(checkNames),
  outcome: z.enum(checkOutcomes),
  evidence: z.string(),
})

export const verdictSchema: z.ZodType<Verdict> = z.strictObject({
  rung: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)]),
  checks: z.array(checkSchema),
  agreement: z.strictObject({ votes: z.int().min(0), of: z.int().min(1) }).exactOptional(),
  flags: z.array(z.string()),
})

/**
 * The highest rung r at which a check passed or does not apply, with no failure at or below r. A rung all of whose checks are
 * absent or not applicable cannot be the one that is reached, so a draft that nothing recomputed never claims rung 3.
 */
export function rungOf(checks: readonly Check[]): Rung {
  let reached: Rung = 0
  for (const rung of [1, 2, 3, 4, 5] as const) {
    const here = checks.filter((check) => checkRungs[check.name] === rung)
    if (here.some((check) => check.outcome === 'failed')) break
    if (here.some((check) => check.outcome === 'passed')) reached = rung
  }
  return reached
}
