import type { ModelRequest } from '../../core/model.ts'
import { costOf, type Price } from './prices.ts'

/** A kind of request a run will make, by an example of it. */
export interface PlannedCalls {
  readonly example: Pick<ModelRequest, 'purpose' | 'messages' | 'maxTokens' | 'output'>
  /** How many of them: at least, at most. */
  readonly count: readonly [number, number]
}

/** From … to. */
export type Range = readonly [number, number]

export interface CallEstimate {
  readonly requests: Range
  readonly promptTokens: Range
  readonly completionTokens: Range
  /** `undefined` where the price is unknown. */
  readonly cost: Range | undefined
  readonly byPurpose: Readonly<Record<string, { readonly requests: Range; readonly tokens: Range }>>
}

/** Characters per token: English prose, and LaTeX with many symbols. */
const charactersPerToken: Range = [4.5, 2.8]
/** Share of `maxTokens` that a short reply takes; a long one takes all of it. */
const shortReply = 0.1

/** What a run may ask for and cost, as a range: for `--dry-run`. Nothing is sent. */
export function estimateCalls(plan: readonly PlannedCalls[], price: Price | undefined): CallEstimate {
  const parts = plan.map(({ example, count }) => {
    const schema = example.output === undefined ? 0 : JSON.stringify(example.output.schema).length
    const characters = example.messages.reduce((sum, { content }) => sum + content.length + 12, schema)
    const prompt = both((end) => Math.round((count[end] * characters) / charactersPerToken[end]))
    const completion = both((end) =>
      Math.round(count[end] * example.maxTokens * (end === 0 ? shortReply : 1)),
    )
    return { purpose: example.purpose, requests: count, prompt, completion }
  })
  const sum = (pick: (part: (typeof parts)[number]) => Range): Range =>
    both((end) => parts.reduce((total, part) => total + pick(part)[end], 0))
  const [promptTokens, completionTokens] = [sum(({ prompt }) => prompt), sum(({ completion }) => completion)]
  const byPurpose: Record<string, { requests: Range; tokens: Range }> = {}
  for (const { purpose, requests, prompt, completion } of parts) {
    const before = byPurpose[purpose] ?? { requests: [0, 0], tokens: [0, 0] }
    byPurpose[purpose] = {
      requests: both((end) => before.requests[end] + requests[end]),
      tokens: both((end) => before.tokens[end] + prompt[end] + completion[end]),
    }
  }
  const costAt = (end: 0 | 1): number =>
    costOf(
      {
        promptTokens: promptTokens[end],
        cachedTokens: 0,
        completionTokens: completionTokens[end],
        counted: false,
      },
      price,
    )
  return {
    requests: sum(({ requests }) => requests),
    promptTokens,
    completionTokens,
    cost: price === undefined ? undefined : both(costAt),
    byPurpose,
  }
}

function both(at: (end: 0 | 1) => number): Range {
  return [at(0), at(1)]
}
