import { draftSchema, type Draft } from '../../core/draft.ts'
import type { Generator } from '../../core/ports.ts'
import { rungOf, type Check, type Verdict } from '../../core/verdict.ts'
import { checkAnnotations } from './check-annotations.ts'
import { checkNoAnswerLeak } from './check-no-answer-leak.ts'
import { checkNumericLinks } from './check-numeric-links.ts'
import { checkOneQuestion } from './check-one-question.ts'
import { checkSelfContained } from './check-self-contained.ts'
import { checkSubstitution } from './check-substitution.ts'

/** What is known of a draft besides its text. */
export interface VerifyContext {
  /** Votes for the draft's answer among all samples asked for, unparsed ones included. */
  readonly agreement?: { readonly votes: number; readonly of: number }
}

/** Share of votes from which rung 4 is reached. */
export const agreementShare: number = 0.6

/**
 * Runs the verification ladder on a draft, rungs 1 to 3 from its text, 4 from the votes in the context, 5 from the generator that
 * made it. All applicable checks run whatever fails before them, except that nothing is looked at in a draft of the wrong shape.
 */
export function verifyDraft(
  draft: Draft,
  generator: Pick<Generator, 'recheck'>,
  context: VerifyContext = {},
): Verdict {
  const shape = checkSchema(draft)
  if (shape.outcome === 'failed') return { rung: 0, checks: [shape], flags: [] }
  const checks: Check[] = [
    shape,
    checkOneQuestion(draft.question),
    checkSelfContained(draft.question),
    checkNoAnswerLeak(draft),
    checkAnnotations(draft.solution),
    checkNumericLinks(draft),
    checkSubstitution(draft),
  ]
  if (context.agreement !== undefined) checks.push(checkAgreement(context.agreement))
  checks.push(...generator.recheck(draft))
  return {
    rung: rungOf(checks),
    checks,
    ...(context.agreement === undefined ? {} : { agreement: context.agreement }),
    flags: flagsOf(draft, checks),
  }
}

/** Rung 1: the draft has the shape of `draftSchema`, and its texts hold more than white space. */
export function checkSchema(draft: unknown): Check {
  const parsed = draftSchema.safeParse(draft)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    const evidence = `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'wrong shape'}`
    return { name: 'schema', outcome: 'failed', evidence: evidence.slice(0, 120) }
  }
  const blank = (['question', 'solution', 'finalAnswer'] as const).find(
    (field) => parsed.data[field].trim() === '',
  )
  if (blank !== undefined) return { name: 'schema', outcome: 'failed', evidence: `${blank}: blank` }
  return { name: 'schema', outcome: 'passed', evidence: 'the shape of a draft' }
}

/** Rung 4: at least {@link agreementShare} of the samples give the draft's answer. */
export function checkAgreement(agreement: { readonly votes: number; readonly of: number }): Check {
  const evidence = `${agreement.votes} of ${agreement.of}`
  const agreed = agreement.of > 0 && agreement.votes / agreement.of >= agreementShare
  return { name: 'agreement', outcome: agreed ? 'passed' : 'failed', evidence }
}

/** Characters from which a solution is flagged as long: about 2,048 tokens. */
const longSolution = 8_192

function flagsOf(draft: Draft, checks: readonly Check[]): string[] {
  const flags: string[] = []
  if (draft.solution.length > longSolution) flags.push('long-solution')
  if (checks.some((check) => check.name === 'numeric-links' && check.evidence.includes('unsure')))
    flags.push('unsure-links')
  return flags
}
