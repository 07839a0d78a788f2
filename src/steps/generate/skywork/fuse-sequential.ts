import { readNumber, sameNumber } from '../../../foundations/answers/same-number.ts'
import { askModel } from '../../../foundations/prompts/ask-model.ts'
import { questionContract } from '../../../foundations/prompts/output-contracts.ts'
import { tidyText } from '../../../foundations/prompts/tidy-text.ts'
import {
  askSolution,
  derivedFrom,
  endSolution,
  unmade,
  unsuited,
  type RecipeContext,
  type RecipeOutcome,
} from '../model-engine/recipe.ts'
import type { SourceProblem } from '../model-engine/source-problems.ts'
import type { TargetForm } from '../presets.ts'
import { applyMask, maskableNumbers, unusedLetter, type MaskableNumber } from './mask-number.ts'

/** Two problems of which the first one's answer is a given of the second. */
export interface Fusion {
  readonly first: SourceProblem
  readonly second: SourceProblem
  readonly number: MaskableNumber
}

/**
 * Partners for a problem as the second one, in the order of `firsts`: those whose answer equals one of its givens, so the fused
 * problem has the second one's answer and its label is exact.
 */
export function findFusions(second: SourceProblem, firsts: readonly SourceProblem[]): readonly Fusion[] {
  const { answer } = second
  if (answer === undefined || readNumber(answer) === undefined) return []
  const numbers = maskableNumbers(second.question, answer)
  if (numbers.length === 0) return []
  return firsts.flatMap((first) => {
    if (first.id === second.id || first.answer === undefined) return []
    const number = numbers.find((one) => sameNumber(one.numeral, first.answer ?? '') === 'equal')
    return number === undefined ? [] : [{ first, second, number }]
  })
}

/** Sequential fusion (MathFusion §3): the answer of one problem feeds another, told as one problem. The label is the second answer. */
export async function generateFused(
  context: RecipeContext,
  { fusion, target }: { readonly fusion: Fusion; readonly target: TargetForm },
): Promise<RecipeOutcome> {
  const { first, second, number } = fusion
  if (unusedLetter(second.question, ['N']) === undefined) return unsuited('fuse: the letter N is used')
  const asked = await askModel(context, {
    prompt: 'fuse-problems',
    values: { first: first.question, second: applyMask(second.question, number, 'N').text },
    contract: questionContract,
    purpose: 'fuse',
    temperature: context.temperature,
    maxTokens: context.maxTokens,
    attempts: context.attempts,
  })
  if (asked.outcome === 'unusable') return unmade(asked)
  const question = tidyText(asked.value.question)
  const solved = await askSolution(context, question, { target })
  if (solved.outcome === 'unusable') return unmade(solved, [asked.reply.key])
  return {
    outcome: 'made',
    made: {
      question,
      solution: endSolution(solved.value),
      finalAnswer: second.answer ?? '',
      // The closest of the methods drafts can name; the notes say that it is a fusion.
      method: 'evolve',
      parents: [derivedFrom(first), derivedFrom(second)],
      prompt: asked.prompt,
      raw: asked.reply.text,
      keys: [asked.reply.key, solved.reply.key],
      notes: {
        fusion: {
          first: first.question,
          firstAnswer: first.answer ?? '',
          second: second.question,
          secondAnswer: second.answer ?? '',
          number: { ...number },
        },
      },
      levelShift: 1,
    },
  }
}
