import type { ContentId } from '../../core/identity.ts'
import type { Model } from '../../core/model.ts'
import { finalAnswer } from '../../foundations/answers/final-answer.ts'
import { sameAnswer } from '../../foundations/answers/same-answer.ts'
import { askModel } from '../../foundations/prompts/ask-model.ts'
import { solutionContract } from '../../foundations/prompts/output-contracts.ts'
import { agreementShare } from './verify-draft.ts'

export interface VoteOptions {
  readonly runId: ContentId
  /** Where in the run; with the purpose and the sample's number it makes each request unique. */
  readonly place: readonly (string | number)[]
  readonly signal: AbortSignal
  /** In place of the run's id where requests are the same in every run. @default runId */
  readonly scope?: string
  /** Independent solutions. @default 5 */
  readonly samples?: number
  /** @default 0.7 */
  readonly temperature?: number
  /** @default 2048 */
  readonly maxTokens?: number
  /** Said after the question, for example how the answer is to be written. @default '' */
  readonly answerForm?: string
}

/** One independent solution; without an answer where the reply could not be used. */
export interface Ballot {
  readonly answer?: string
  readonly solution?: string
  /** Why there is no answer. */
  readonly reason?: string
  /** Ledger key of the request. */
  readonly key: ContentId
}

export interface Vote {
  readonly ballots: readonly Ballot[]
  /** The answer with most ballots; among equals the one given first. Absent where no ballot has an answer. */
  readonly majority?: { readonly answer: string; readonly votes: number }
  /** Ballots asked for, unusable ones included. */
  readonly of: number
  readonly unparsed: number
  /** Different answers. */
  readonly answers: number
}

/**
 * Solves a question several times and counts equal answers (self-consistency; MathScale §3.4 has one reference solution instead,
 * KPDDS ten samples). Unusable replies stay in the denominator.
 */
export async function solveByVote(model: Model, question: string, options: VoteOptions): Promise<Vote> {
  const { samples = 5 } = options
  return countBallots(
    await Promise.all(
      Array.from({ length: samples }, (_, sample) => castBallot(model, question, { ...options, sample })),
    ),
  )
}

async function castBallot(
  model: Model,
  question: string,
  options: VoteOptions & { readonly sample: number },
): Promise<Ballot> {
  const { runId, place, signal, sample, temperature = 0.7, maxTokens = 2048, answerForm = '' } = options
  const { scope = runId } = options
  const asked = await askModel(
    { model, runId, place, signal, scope },
    {
      prompt: 'solve-problem',
      values: { question, answerForm },
      contract: solutionContract,
      purpose: 'solve',
      temperature,
      maxTokens,
      sample,
    },
  )
  if (asked.outcome === 'answered')
    return { answer: asked.value.finalAnswer, solution: asked.value.solution, key: asked.reply.key }
  // A model that cannot write JSON may still have solved the problem.
  const stated = asked.reply.outcome === 'answered' ? finalAnswer(asked.reply.text) : undefined
  return stated === undefined
    ? { reason: asked.reason, key: asked.reply.key }
    : { answer: stated.text, solution: asked.reply.text.toWellFormed(), key: asked.reply.key }
}

/** Groups ballots by equal answers. */
export function countBallots(ballots: readonly Ballot[]): Vote {
  const groups: { readonly answer: string; votes: number }[] = []
  for (const { answer } of ballots) {
    if (answer === undefined) continue
    const group = groups.find((one) => sameAnswer(one.answer, answer) === 'equal')
    if (group === undefined) groups.push({ answer, votes: 1 })
    else group.votes++
  }
  const most = Math.max(0, ...groups.map((group) => group.votes))
  const majority = groups.find((group) => group.votes === most)
  return {
    ballots,
    ...(majority === undefined ? {} : { majority: { ...majority } }),
    of: ballots.length,
    unparsed: ballots.filter((ballot) => ballot.answer === undefined).length,
    answers: groups.length,
  }
}

/** Votes for a given answer, as `verifyDraft` takes them in its context. */
export function votesFor(vote: Vote, answer: string): { readonly votes: number; readonly of: number } {
  const votes = vote.ballots.filter(
    (ballot) => ballot.answer !== undefined && sameAnswer(ballot.answer, answer) === 'equal',
  ).length
  return { votes, of: vote.of }
}

/** Too few solutions give the pair's answer: it goes to review with the mark `review`, never to the bin. */
export function needsReview(vote: Vote, answer: string): boolean {
  const { votes, of } = votesFor(vote, answer)
  return of > 0 && votes / of < agreementShare
}
