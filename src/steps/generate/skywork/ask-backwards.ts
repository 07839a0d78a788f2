import type { JsonValue } from '../../../core/identity.ts'
import type { Random } from '../../../core/random.ts'
import { askModel } from '../../../foundations/prompts/ask-model.ts'
import { questionContract } from '../../../foundations/prompts/output-contracts.ts'
import { tidyText } from '../../../foundations/prompts/tidy-text.ts'
import {
  askSolution,
  derivedFrom,
  endSolution,
  refuse,
  unmade,
  unsuited,
  type RecipeContext,
  type RecipeOutcome,
} from '../model-engine/recipe.ts'
import type { SourceProblem } from '../model-engine/source-problems.ts'
import type { TargetForm } from '../presets.ts'
import { maskNumber, type MaskedQuestion } from './mask-number.ts'

/** Longest masked question that is quoted whole, in UTF-16 units; the check for one question looks over quotes of this length. */
const maximumQuotedQuestion = 300

export interface BackwardsInput {
  readonly source: SourceProblem
  readonly random: Random
  readonly target: TargetForm
}

/**
 * FOBAR (MetaMath §3.3): one given becomes a letter, the answer is told, the letter is asked for. The text is ours and exact; only the
 * solution is the model's. The label is the masked number.
 */
export async function generateFobar(context: RecipeContext, input: BackwardsInput): Promise<RecipeOutcome> {
  const masked = maskSource(input)
  if (typeof masked === 'string') return unsuited(masked)
  if (masked.text.length > maximumQuotedQuestion || /["“”]/.test(input.source.question))
    return unsuited('fobar: question cannot be quoted')
  const question = fobarQuestion(masked, input.source.answer as string)
  return solveBackwards(context, { input, masked, question, method: 'fobar' })
}

/** The question of FOBAR in one sentence that asks; the quoted problem asks nothing of the reader. */
export function fobarQuestion(
  { text, letter }: Pick<MaskedQuestion, 'text' | 'letter'>,
  answer: string,
): string {
  return `In the problem "${text.trim()}" the letter ${letter} stands for a number that is not told. The problem has the answer ${answer}. What is the value of ${letter}?`
}

/** Self-verification (MetaMath §3.3): the same, told as statements by the model. The label is the masked number. */
export async function generateSelfVerification(
  context: RecipeContext,
  input: BackwardsInput,
): Promise<RecipeOutcome> {
  const masked = maskSource(input)
  if (typeof masked === 'string') return unsuited(masked)
  const asked = await askModel(context, {
    prompt: 'mask-statement',
    values: {
      question: masked.letter === 'X' ? masked.text : `${masked.text}\n(${masked.letter} is called X.)`,
      answer: input.source.answer as string,
    },
    contract: questionContract,
    purpose: 'self-verify',
    temperature: context.temperature,
    maxTokens: context.maxTokens,
    attempts: context.attempts,
  })
  if (asked.outcome === 'unusable') return unmade(asked)
  const question = tidyText(asked.value.question)
  if (!/(?<![A-Za-z])X(?![A-Za-z])/.test(question))
    return refuse('self-verify: the unknown is lost', asked.reply)
  return solveBackwards(context, {
    input,
    masked,
    question,
    method: 'self-verify',
    written: { prompt: asked.prompt, raw: asked.reply.text, key: asked.reply.key },
  })
}

function maskSource({ source, random }: BackwardsInput): MaskedQuestion | string {
  if (source.answer === undefined) return 'backwards: source has no answer'
  return maskNumber({ ...source, answer: source.answer }, random) ?? 'backwards: no given can be made unknown'
}

interface BackwardsProblem {
  readonly input: BackwardsInput
  readonly masked: MaskedQuestion
  readonly question: string
  readonly method: 'fobar' | 'self-verify'
  readonly written?: { readonly prompt: string; readonly raw: string; readonly key: string }
}

async function solveBackwards(context: RecipeContext, problem: BackwardsProblem): Promise<RecipeOutcome> {
  const { input, masked, question, method, written } = problem
  const { source, target } = input
  const solved = await askSolution(context, question, { target })
  const earlier = written === undefined ? [] : [written.key]
  if (solved.outcome === 'unusable') return unmade(solved, earlier)
  return {
    outcome: 'made',
    made: {
      question,
      solution: endSolution(solved.value),
      finalAnswer: masked.number.numeral.replaceAll(',', ''),
      method,
      parents: [derivedFrom(source)],
      prompt: written?.prompt ?? solved.prompt,
      raw: written?.raw ?? solved.reply.text,
      keys: [...earlier, solved.reply.key],
      notes: { backwards: notesOf(problem) },
    },
  }
}

/** All that a recheck needs to tell the problem again. */
function notesOf({ input, masked, method }: BackwardsProblem): JsonValue {
  const { question, solution = '', answer = '' } = input.source
  const { letter, number } = masked
  return { form: method, question, solution, answer, letter, number: { ...number } }
}
