import type { ContentId } from '../../core/identity.ts'
import type { Model, ModelReply } from '../../core/model.ts'
import { fillPrompt } from './fill-prompt.ts'
import { loadPrompt } from './load-prompt.ts'
import type { OutputContract } from './output-contracts.ts'
import { parseReply } from './parse-reply.ts'
import { promptName } from './prompt-file.ts'
import { requestSeed } from './request-seed.ts'

/** Who asks, and where in the run. */
export interface AskContext {
  readonly model: Model
  readonly runId: ContentId
  /** Draw index and variant, or a seed's id. */
  readonly place: readonly (string | number)[]
  readonly signal: AbortSignal
  /** In place of the run's id where requests are the same in every run, so that they are paid for once. @default runId */
  readonly scope?: string
}

export interface Question<Value> {
  /** Id of a prompt file. */
  readonly prompt: string
  readonly values: Readonly<Record<string, string | number>>
  readonly contract: OutputContract<Value>
  readonly purpose: string
  readonly temperature: number
  readonly maxTokens: number
  /** @default 0 */
  readonly sample?: number
  /** Times an unusable reply is asked for, each under another seed, the later ones not too cold to differ. @default 1 */
  readonly attempts?: number
}

/** Least temperature of a request that is repeated: near 0 a model says the same again, whatever the seed. */
const retryTemperature = 0.5

/** A usable value, or why there is none; either way with everything that was said. */
export type Asked<Value> =
  | {
      readonly outcome: 'answered'
      readonly value: Value
      readonly reply: ModelReply
      readonly prompt: string
    }
  | {
      readonly outcome: 'unusable'
      /** Few and short: it is counted. */
      readonly reason: string
      readonly detail: string
      readonly reply: ModelReply
      readonly prompt: string
    }

/**
 * Asks one prompt and reads the reply. A truncated reply is never an answer; a refusal is final and not asked again.
 *
 * @throws what `model.complete` throws, and ConfigurationError where the prompt and the values do not fit
 */
export async function askModel<Value>(context: AskContext, question: Question<Value>): Promise<Asked<Value>> {
  const { model, runId, place, signal, scope = runId } = context
  const { purpose, temperature, maxTokens, contract, sample = 0, attempts = 1 } = question
  const prompt = loadPrompt(question.prompt)
  const messages = fillPrompt(prompt, question.values)
  const name = promptName(prompt)
  for (let attempt = 0; ; attempt++) {
    const seed = requestSeed({ scope, purpose, place, sample, attempt })
    const reply = await model.complete(
      {
        runId,
        purpose,
        prompt: name,
        messages,
        temperature: attempt === 0 ? temperature : Math.max(temperature, retryTemperature),
        maxTokens,
        seed,
        output: contract.output,
      },
      { signal },
    )
    const asked = readReply(reply, { contract, prompt: name })
    if (asked.outcome === 'answered' || reply.outcome === 'refused' || attempt + 1 >= attempts) return asked
  }
}

function readReply<Value>(
  reply: ModelReply,
  { contract, prompt }: { readonly contract: OutputContract<Value>; readonly prompt: string },
): Asked<Value> {
  if (reply.outcome !== 'answered')
    return { outcome: 'unusable', reason: reply.outcome, detail: reply.outcome, reply, prompt }
  const parsed = parseReply(reply.text, contract.schema)
  return parsed.outcome === 'parsed'
    ? { outcome: 'answered', value: parsed.value, reply, prompt }
    : { outcome: 'unusable', reason: parsed.reason, detail: parsed.detail, reply, prompt }
}
