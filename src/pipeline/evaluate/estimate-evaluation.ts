import { fillPrompt } from '../../foundations/prompts/fill-prompt.ts'
import { loadPrompt } from '../../foundations/prompts/load-prompt.ts'
import { costOf, type Price } from '../calling/prices.ts'
import { longReply, shortReply, type CallEstimate } from '../estimate-run.ts'
import type { EvaluationPlan } from './run-evaluation.ts'

/** What an evaluation asks and may cost, from the prompts as they would be sent; nobody is asked. */
export function estimateEvaluation(plan: EvaluationPlan, price: Price | undefined): CallEstimate {
  const { items, samples, maxTokens, template } = plan
  const prompt = loadPrompt(`evaluate-${template}`)
  let characters = 0
  for (const { question } of items)
    for (const { content } of fillPrompt(prompt, { question })) characters += content.length * samples
  const requests = items.length * samples
  const prompts = { low: Math.round(characters / 4), high: Math.round(characters / 3) }
  const longest = Math.min(longReply, maxTokens)
  const replies = { low: requests * Math.min(shortReply, maxTokens), high: requests * longest }
  const costAt = (end: 'low' | 'high'): number =>
    costOf(
      { promptTokens: prompts[end], cachedTokens: 0, completionTokens: replies[end], counted: false },
      price,
    )
  return {
    requests: { low: requests, high: requests },
    tokens: { low: prompts.low + replies.low, high: prompts.high + replies.high },
    ...(price === undefined ? {} : { cost: { low: costAt('low'), high: costAt('high') } }),
    assumptions: [
      `replies of ${Math.min(shortReply, maxTokens)} to ${longest} tokens; what was asked before costs nothing`,
      'a model that thinks before it answers takes more: cap it with --max-tokens or --max-cost',
    ],
  }
}
