import type { DraftMethod, Parent } from '../../../core/draft.ts'
import type { ContentId, JsonValue } from '../../../core/identity.ts'
import type { ModelReply } from '../../../core/model.ts'
import { finalAnswer } from '../../../foundations/answers/final-answer.ts'
import { askModel, type Asked, type AskContext } from '../../../foundations/prompts/ask-model.ts'
import {
  solutionContract,
  type ConceptsOutput,
  type SolutionOutput,
} from '../../../foundations/prompts/output-contracts.ts'
import { tidyText } from '../../../foundations/prompts/tidy-text.ts'
import type { TargetForm } from '../presets.ts'
import type { SourceProblem } from './source-problems.ts'

/** How a recipe asks. */
export interface RecipeContext extends AskContext {
  readonly temperature: number
  readonly maxTokens: number
  readonly attempts: number
}

/** A problem as a recipe made it, before its concepts are looked at. */
export interface MadeProblem {
  readonly question: string
  readonly solution: string
  readonly finalAnswer: string
  readonly method: DraftMethod
  readonly parents: readonly Parent[]
  /** `id@version` of the prompt that wrote the question, or the solution where no prompt wrote the question. */
  readonly prompt: string
  /** The reply of that prompt as received. */
  readonly raw: string
  /** Ledger keys of all replies used, in order. */
  readonly keys: readonly ContentId[]
  /** What the model says its problem uses. */
  readonly claimed?: ConceptsOutput
  /** What the method's own recheck needs. */
  readonly notes: Readonly<Record<string, JsonValue>>
  /** Added to the source's level, for rewritings up and down. */
  readonly levelShift?: number
}

/** Why nothing was made; `reason` is one of few, for counting. The reply is kept as it came. */
export interface Unmade {
  readonly outcome: 'unmade'
  readonly reason: string
  readonly detail: string
  readonly raw: string
  readonly keys: readonly ContentId[]
}

export type RecipeOutcome = { readonly outcome: 'made'; readonly made: MadeProblem } | Unmade

/** A reply that cannot be used, as the outcome of a recipe. */
export function unmade(
  asked: Extract<Asked<unknown>, { outcome: 'unusable' }>,
  earlier: readonly ContentId[] = [],
): Unmade {
  const { reason, detail, reply } = asked
  return {
    outcome: 'unmade',
    reason: `reply: ${reason}`,
    detail,
    raw: reply.text,
    keys: [...earlier, reply.key],
  }
}

/** A usable reply whose content is refused. */
export function refuse(reason: string, reply: ModelReply, earlier: readonly ContentId[] = []): Unmade {
  return { outcome: 'unmade', reason, detail: reason, raw: reply.text, keys: [...earlier, reply.key] }
}

/** A source cannot be used by a method; nothing was asked. */
export function unsuited(reason: string): Unmade {
  return { outcome: 'unmade', reason, detail: reason, raw: '', keys: [] }
}

/** What is said of the form of an answer. */
const answerForms: Readonly<Record<TargetForm, string>> = {
  gsm8k: 'Give the final answer as a single number, without a unit.',
  math: 'Give the final answer in its simplest exact form, in LaTeX where it is a formula.',
}

/** Solves a question once, for the solution of a draft. */
export function askSolution(
  context: RecipeContext,
  question: string,
  {
    target = 'math',
    purpose = 'solve-draft',
  }: { readonly target?: TargetForm; readonly purpose?: string } = {},
): Promise<Asked<SolutionOutput>> {
  return askModel(context, {
    prompt: 'solve-problem',
    values: { question, answerForm: answerForms[target] },
    contract: solutionContract,
    purpose,
    temperature: context.temperature,
    maxTokens: context.maxTokens,
    attempts: context.attempts,
  })
}

/**
 * A solution that ends on its own answer: "The answer is …" is added where the text does not state one (Skywork-Math's line). What the
 * solution says is never changed, so a solution that contradicts the label shows it.
 */
export function endSolution({ solution, finalAnswer: stated }: SolutionOutput): string {
  const text = tidyText(solution)
  if (finalAnswer(text) !== undefined) return text
  return `${text}\nThe answer is ${tidyAnswer(stated)}`
}

/** A final answer without its label, box, dollar signs around it, and final stop. */
export function tidyAnswer(answer: string): string {
  const text = tidyText(answer)
  const found = finalAnswer(text)
  return (
    (found?.text ?? text)
      .replace(/^\$([^$]+)\$\.?$/, '$1')
      .replace(/(?<=[^.])\.$/, '')
      .trim() || text
  )
}

export function derivedFrom({ kind, id }: SourceProblem): Parent {
  return { kind, id, relation: 'derived' }
}

export function shown({ kind, id }: SourceProblem): Parent {
  return { kind, id, relation: 'shown' }
}
