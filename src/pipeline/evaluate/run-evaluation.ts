import { UnansweredError } from '../../core/errors.ts'
import { contentId, type ContentId } from '../../core/identity.ts'
import type { Model, ModelReply, ModelRequest } from '../../core/model.ts'
import { fillPrompt } from '../../foundations/prompts/fill-prompt.ts'
import { loadPrompt } from '../../foundations/prompts/load-prompt.ts'
import { promptName } from '../../foundations/prompts/prompt-file.ts'
import { requestSeed } from '../../foundations/prompts/request-seed.ts'
import type { BenchItem } from '../../steps/evaluate/bench-item.ts'

/** How items are put to a model. */
export const templates = ['alpaca', 'chat', 'none'] as const
export type Template = (typeof templates)[number]

/** What is asked of a model: every item `samples` times, zero-shot. */
export interface EvaluationPlan {
  readonly items: readonly BenchItem[]
  readonly template: Template
  /** 0 is greedy. */
  readonly temperature: number
  readonly samples: number
  /** Most tokens of an answer; MWPBench's protocol has 2,048. */
  readonly maxTokens: number
  readonly seed: number
}

export interface EvaluationPorts {
  readonly model: Model
  readonly signal: AbortSignal
  /** Answers awaited at once. */
  readonly concurrency: number
}

/** An answer to an item, or why there is none. */
export type Answered =
  | { readonly item: BenchItem; readonly sample: number; readonly reply: ModelReply }
  | { readonly item: BenchItem; readonly sample: number; readonly unanswered: string }

/** `id@version` of the prompt of a template. */
export function templatePrompt(template: Template): string {
  return promptName(loadPrompt(`evaluate-${template}`))
}

/** Under which id the requests of a plan stand in the ledger: the same plan finds what it has spent before. */
export function evaluationId(plan: EvaluationPlan, model: string): ContentId {
  const { items, template, temperature, samples, maxTokens, seed } = plan
  const prompt = templatePrompt(template)
  return contentId('evaluation', [
    model,
    prompt,
    { temperature, samples, maxTokens, seed },
    items.map(({ id }) => id),
  ])
}

/**
 * Asks every item, samples of an item one after the other; answers come in this order, whatever the concurrency. A request depends on
 * the item, the sample and the settings alone, so what the ledger holds from any earlier evaluation is not paid again.
 *
 * @throws what `model.complete` throws, but for requests that were given up: these are `unanswered`
 */
export async function* runEvaluation(
  plan: EvaluationPlan,
  { model, signal, concurrency }: EvaluationPorts,
): AsyncGenerator<Answered, void> {
  const { items, samples } = plan
  const runId = evaluationId(plan, model.name)
  const pending: Promise<Answered>[] = []
  const total = items.length * samples
  for (let next = 0; next < total || pending.length > 0;) {
    while (next < total && pending.length < concurrency) {
      const item = items[Math.floor(next / samples)] as BenchItem
      const sample = next % samples
      next++
      const answered = model
        .complete(requestFor(item, { plan, runId, sample }), { signal })
        .then((reply): Answered => ({ item, sample, reply }))
        .catch((error: unknown): Answered => {
          if (error instanceof UnansweredError) return { item, sample, unanswered: error.message }
          throw error
        })
      // One that fails while others are awaited is thrown when its turn comes.
      answered.catch(() => {})
      pending.push(answered)
    }
    yield await (pending.shift() as Promise<Answered>)
  }
}

function requestFor(
  item: BenchItem,
  {
    plan,
    runId,
    sample,
  }: { readonly plan: EvaluationPlan; readonly runId: ContentId; readonly sample: number },
): ModelRequest {
  const prompt = loadPrompt(`evaluate-${plan.template}`)
  return {
    runId,
    purpose: 'evaluate',
    prompt: promptName(prompt),
    messages: fillPrompt(prompt, { question: item.question }),
    temperature: plan.temperature,
    maxTokens: plan.maxTokens,
    seed: requestSeed({
      scope: `evaluate ${plan.seed}`,
      purpose: 'evaluate',
      place: [item.id],
      sample,
      attempt: 0,
    }),
  }
}
