import type { ContentId } from '../../../core/identity.ts'
import type { GenerationRequest } from '../../../core/ports.ts'
import { sameAnswer } from '../../../foundations/answers/same-answer.ts'
import { askModel, type Asked } from '../../../foundations/prompts/ask-model.ts'
import {
  problemContract,
  rationaleContract,
  type ProblemOutput,
} from '../../../foundations/prompts/output-contracts.ts'
import { tidyText } from '../../../foundations/prompts/tidy-text.ts'
import { isEcho } from '../model-engine/detect-echo.ts'
import {
  askSolution,
  endSolution,
  refuse,
  shown,
  tidyAnswer,
  unmade,
  type MadeProblem,
  type RecipeContext,
  type RecipeOutcome,
  type Unmade,
} from '../model-engine/recipe.ts'
import type { SourceIndex, SourceProblem } from '../model-engine/source-problems.ts'
import type { MathscaleParameters } from '../presets.ts'

export interface MathscaleInput {
  readonly request: GenerationRequest
  readonly sources: SourceIndex
  readonly parameters: MathscaleParameters
}

/**
 * A question with its solution from a concept combination in one call, after the nearest seeds (MathScale §3.3, Table 4). With
 * `rationale` a plan is asked for first (PromptCoT); with `validation` a reference solution after it (§3.4).
 */
export async function generateMathscale(
  context: RecipeContext,
  input: MathscaleInput,
): Promise<RecipeOutcome> {
  const { request, sources, parameters } = input
  const exemplars = sources.nearest(request.path.knowledgePoints, {
    count: parameters.exemplars,
    diverse: parameters.diverseExemplars,
  })
  const plan = parameters.rationale ? await planDesign(context, request) : undefined
  if (plan !== undefined && 'outcome' in plan) return plan
  const asked = await askProblem(context, { request, exemplars, ...(plan === undefined ? {} : { plan }) })
  const earlier = plan === undefined ? [] : [plan.key]
  if (asked.outcome === 'unusable') return unmade(asked, earlier)
  const { value, reply } = asked
  const question = tidyText(value.question)
  const echoed = exemplars.find((exemplar) => isEcho(question, exemplar.question))
  if (echoed !== undefined) return refuse('echoes an exemplar', reply, earlier)
  const made: MadeProblem = {
    question,
    solution: endSolution(value),
    finalAnswer: tidyAnswer(value.finalAnswer),
    method: 'mathscale',
    parents: exemplars.map(shown),
    prompt: asked.prompt,
    raw: reply.text,
    keys: [...earlier, reply.key],
    claimed: value.conceptsUsed,
    notes: plan === undefined ? {} : { rationale: plan.rationale },
  }
  return parameters.validation === 'none'
    ? { outcome: 'made', made }
    : validate(context, made, parameters.validation)
}

interface Plan {
  readonly rationale: string
  readonly key: ContentId
}

async function planDesign(context: RecipeContext, request: GenerationRequest): Promise<Plan | Unmade> {
  const asked = await askModel(context, {
    prompt: 'plan-design',
    values: { ...namesOf(request), difficulty: Math.min(5, 1 + request.knowledgePoints.length) },
    contract: rationaleContract,
    purpose: 'plan',
    temperature: context.temperature,
    maxTokens: context.maxTokens,
    attempts: context.attempts,
  })
  return asked.outcome === 'unusable'
    ? unmade(asked)
    : { rationale: asked.value.rationale, key: asked.reply.key }
}

interface ProblemWish {
  readonly request: GenerationRequest
  readonly exemplars: readonly SourceProblem[]
  readonly plan?: Plan
}

function askProblem(
  context: RecipeContext,
  { request, exemplars, plan }: ProblemWish,
): Promise<Asked<ProblemOutput>> {
  const examples =
    exemplars.map(({ question }, place) => `${place + 1}. ${question}`).join('\n\n') || '(none)'
  const values = { ...namesOf(request), examples }
  return askModel(context, {
    prompt: plan === undefined ? 'weave-problem' : 'weave-planned',
    values: plan === undefined ? values : { ...values, rationale: plan.rationale },
    contract: problemContract,
    purpose: 'generate',
    temperature: context.temperature,
    maxTokens: context.maxTokens,
    attempts: context.attempts,
  })
}

function namesOf({ topics, knowledgePoints }: GenerationRequest): {
  readonly topics: string
  readonly knowledgePoints: string
} {
  const list = (concepts: readonly { readonly name: string }[]): string =>
    concepts.map(({ name }) => `- ${name}`).join('\n')
  return { topics: list(topics), knowledgePoints: list(knowledgePoints) }
}

/**
 * A second solution at temperature 0. A different answer is noted, for the recheck to show, or takes the place of the first; a
 * reference that cannot be used leaves the problem as it is.
 */
async function validate(
  context: RecipeContext,
  made: MadeProblem,
  how: 'flag' | 'replace',
): Promise<RecipeOutcome> {
  const asked = await askSolution({ ...context, temperature: 0 }, made.question, { purpose: 'reference' })
  const keys = [...made.keys, asked.reply.key]
  if (asked.outcome === 'unusable')
    return {
      outcome: 'made',
      made: { ...made, keys, notes: { ...made.notes, reference: { outcome: asked.reason } } },
    }
  const answer = tidyAnswer(asked.value.finalAnswer)
  const compared = sameAnswer(made.finalAnswer, answer)
  const reference = { outcome: compared, answer, first: made.finalAnswer, replaced: false }
  if (compared !== 'different' || how === 'flag')
    return { outcome: 'made', made: { ...made, keys, notes: { ...made.notes, reference } } }
  return {
    outcome: 'made',
    made: {
      ...made,
      solution: endSolution(asked.value),
      finalAnswer: answer,
      keys,
      notes: { ...made.notes, reference: { ...reference, replaced: true } },
    },
  }
}
