import { askModel } from '../../../foundations/prompts/ask-model.ts'
import { creationContract } from '../../../foundations/prompts/output-contracts.ts'
import { tidyText } from '../../../foundations/prompts/tidy-text.ts'
import { isEcho, isSameText } from '../model-engine/detect-echo.ts'
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

/** Rules that depend on the benchmark a problem is written for (Xwin-Math, Appendix A). */
const rules: Readonly<Record<TargetForm, string>> = {
  gsm8k:
    'Write a word problem of everyday life that is answered by a single number. Amounts of money and lengths are positive; people, animals and things are counted in whole numbers.',
  math: 'Write a problem of a mathematics competition, in the same field as the given one. Its answer is one number, expression or set in closed form.',
}

/**
 * A similar new problem: created, checked and mended in one call, solved in another (Xwin-Math §3). The check is the model's own and
 * proves nothing; it is kept as evidence.
 */
export async function generateXwin(
  context: RecipeContext,
  { source, target }: { readonly source: SourceProblem; readonly target: TargetForm },
): Promise<RecipeOutcome> {
  const asked = await askModel(context, {
    prompt: 'create-similar',
    values: { question: source.question, rules: rules[target] },
    contract: creationContract,
    purpose: 'create',
    temperature: context.temperature,
    maxTokens: context.maxTokens,
    attempts: context.attempts,
  })
  if (asked.outcome === 'unusable') return unmade(asked)
  const { value, reply } = asked
  const question = tidyText(value.final)
  if (isEcho(question, source.question)) return refuse('echoes its source', reply)
  const solved = await askSolution(context, question, { target })
  if (solved.outcome === 'unusable') return unmade(solved, [reply.key])
  return {
    outcome: 'made',
    made: {
      question,
      solution: endSolution(solved.value),
      finalAnswer: tidyAnswer(solved.value.finalAnswer),
      method: 'xwin',
      parents: [derivedFrom(source)],
      prompt: asked.prompt,
      raw: reply.text,
      keys: [reply.key, solved.reply.key],
      notes: {
        target,
        created: value.created,
        verification: value.verification,
        // What the texts say, not what the model says of them.
        changed: !isSameText(tidyText(value.created), question),
      },
    },
  }
}
