import type { Random } from '../../../core/random.ts'
import type { ContentId } from '../../../core/identity.ts'
import { askModel } from '../../../foundations/prompts/ask-model.ts'
import { questionContract } from '../../../foundations/prompts/output-contracts.ts'
import { tidyText } from '../../../foundations/prompts/tidy-text.ts'
import { isEcho } from '../model-engine/detect-echo.ts'
import {
  askSolution,
  derivedFrom,
  endSolution,
  refuse,
  tidyAnswer,
  unmade,
  type RecipeContext,
  type RecipeOutcome,
  type Unmade,
} from '../model-engine/recipe.ts'
import type { SourceProblem } from '../model-engine/source-problems.ts'
import type { SkyworkParameters } from '../presets.ts'

/** The five operators of Evol-Instruct as Skywork-Math §3 uses them, and two towards easier problems (WizardMath). */
export const upOperators = {
  renew:
    'write a different problem of the same field, of equal length and equal difficulty, that needs the same kind of reasoning',
  constrain:
    'add one more condition or requirement that changes what has to be done and keeps exactly one answer',
  deepen:
    'make what is asked deeper or broader, so that the idea behind the problem has to be understood better',
  specify: 'replace a general concept of the problem by a more specific one of the same field',
  reason:
    'where one or two steps solve the problem, rewrite it so that several steps which build on each other are needed',
} as const
export const downOperators = {
  simplify: 'make the problem easier: take away one condition or one step, and use friendlier numbers',
  ground: 'make the problem easier: keep the idea, but for a learner who meets it for the first time',
} as const

const operators: Readonly<Record<string, string>> = { ...upOperators, ...downOperators }
export type EvolveOperator = keyof typeof upOperators | keyof typeof downOperators

/** Levels a rewriting moves a problem by. */
const levelShifts: Readonly<Record<EvolveOperator, number>> = {
  renew: 0,
  constrain: 0.5,
  deepen: 0.5,
  specify: 0.5,
  reason: 0.5,
  simplify: -0.5,
  ground: -0.5,
}

/** The operators of one rewriting, at most `evolveRounds` in a row, all up or all down: a pure function of the random numbers. */
export function planRounds(
  { evolveRounds, evolveDown }: Pick<SkyworkParameters, 'evolveRounds' | 'evolveDown'>,
  random: Random,
): readonly EvolveOperator[] {
  const rounds = random.integer(1, evolveRounds)
  const pool = Object.keys(random.chance(evolveDown) ? downOperators : upOperators) as EvolveOperator[]
  return Array.from({ length: rounds }, () => random.pick(pool))
}

export interface EvolveInput {
  readonly source: SourceProblem
  readonly operators: readonly EvolveOperator[]
  readonly target: SkyworkParameters['target']
}

/**
 * Rewrites a problem round by round, then solves it. A round whose reply is unusable or repeats its problem ends the rewriting: what
 * the rounds before it gave is kept.
 */
export async function generateEvolved(context: RecipeContext, input: EvolveInput): Promise<RecipeOutcome> {
  let question = input.source.question
  let last: { readonly prompt: string; readonly raw: string } | undefined
  let failure: Unmade | undefined
  const applied: EvolveOperator[] = []
  const keys: ContentId[] = []
  for (const operator of input.operators) {
    const asked = await askModel(context, {
      prompt: 'evolve',
      values: { question, operator: operators[operator] ?? '' },
      contract: questionContract,
      purpose: 'evolve',
      temperature: context.temperature,
      maxTokens: context.maxTokens,
      attempts: context.attempts,
      sample: applied.length,
    })
    if (asked.outcome === 'unusable') {
      failure = unmade(asked, keys)
      break
    }
    const next = tidyText(asked.value.question)
    if (isEcho(next, question) || isEcho(next, input.source.question)) {
      failure = refuse('echoes its source', asked.reply, keys)
      break
    }
    question = next
    applied.push(operator)
    keys.push(asked.reply.key)
    last = { prompt: asked.prompt, raw: asked.reply.text }
  }
  if (last === undefined) return failure ?? refuseEmpty()
  const solved = await askSolution(context, question, { target: input.target })
  if (solved.outcome === 'unusable') return unmade(solved, keys)
  return {
    outcome: 'made',
    made: {
      question,
      solution: endSolution(solved.value),
      finalAnswer: tidyAnswer(solved.value.finalAnswer),
      method: 'evolve',
      parents: [derivedFrom(input.source)],
      prompt: last.prompt,
      raw: last.raw,
      keys: [...keys, solved.reply.key],
      notes: { rounds: applied, ...(failure === undefined ? {} : { ended: failure.reason }) },
      levelShift: applied.reduce((sum, operator) => sum + levelShifts[operator], 0),
    },
  }
}

function refuseEmpty(): Unmade {
  return { outcome: 'unmade', reason: 'evolve: no rounds', detail: 'evolve: no rounds', raw: '', keys: [] }
}
