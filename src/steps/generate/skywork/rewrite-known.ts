import { askModel } from '../../../foundations/prompts/ask-model.ts'
import { questionContract } from '../../../foundations/prompts/output-contracts.ts'
import { tidyText } from '../../../foundations/prompts/tidy-text.ts'
import { isSameText } from '../model-engine/detect-echo.ts'
import {
  askSolution,
  derivedFrom,
  endSolution,
  refuse,
  tidyAnswer,
  unmade,
  type RecipeContext,
  type RecipeOutcome,
} from '../model-engine/recipe.ts'
import type { SourceProblem } from '../model-engine/source-problems.ts'
import type { TargetForm } from '../presets.ts'

export interface KnownInput {
  readonly source: SourceProblem
  readonly target: TargetForm
}

/** Answer augmentation (MetaMath §3.1): the same question with another solution. The label is the source's answer where it has one. */
export async function generateAnswer(
  context: RecipeContext,
  { source, target }: KnownInput,
): Promise<RecipeOutcome> {
  const solved = await askSolution(context, source.question, { target })
  if (solved.outcome === 'unusable') return unmade(solved)
  const solution = endSolution(solved.value)
  if (source.solution !== undefined && isSameText(solution, source.solution))
    return refuse('echoes its source', solved.reply)
  return {
    outcome: 'made',
    made: {
      question: source.question,
      solution,
      finalAnswer: source.answer ?? tidyAnswer(solved.value.finalAnswer),
      method: 'answer',
      parents: [derivedFrom(source)],
      prompt: solved.prompt,
      raw: solved.reply.text,
      keys: [solved.reply.key],
      notes:
        source.answer === undefined ? {} : { known: { question: source.question, answer: source.answer } },
    },
  }
}

/** Rephrasing (MetaMath §3.2): the same problem in other words, then solved. The label is the source's answer where it has one. */
export async function generateRephrased(
  context: RecipeContext,
  { source, target }: KnownInput,
): Promise<RecipeOutcome> {
  const asked = await askModel(context, {
    prompt: 'rephrase',
    values: { question: source.question },
    contract: questionContract,
    purpose: 'rephrase',
    temperature: context.temperature,
    maxTokens: context.maxTokens,
    attempts: context.attempts,
  })
  if (asked.outcome === 'unusable') return unmade(asked)
  const question = tidyText(asked.value.question)
  if (isSameText(question, source.question)) return refuse('echoes its source', asked.reply)
  const solved = await askSolution(context, question, { target })
  if (solved.outcome === 'unusable') return unmade(solved, [asked.reply.key])
  return {
    outcome: 'made',
    made: {
      question,
      solution: endSolution(solved.value),
      finalAnswer: source.answer ?? tidyAnswer(solved.value.finalAnswer),
      method: 'rephrase',
      parents: [derivedFrom(source)],
      prompt: asked.prompt,
      raw: asked.reply.text,
      keys: [asked.reply.key, solved.reply.key],
      notes: {
        known: {
          question: source.question,
          ...(source.answer === undefined ? {} : { answer: source.answer }),
        },
      },
    },
  }
}
