import type { JsonValue } from '../../core/identity.ts'
import { EndpointFailure, type EndpointReply, type TokenUsage } from '../../core/model-endpoint.ts'
import type { ModelRequest } from '../../core/model.ts'

type Fields = Readonly<Record<string, unknown>>

/**
 * Reads all choices of a chat completion, each as the reply of a request of its own: the prompt counts once, and the tokens of all
 * replies, of which the endpoint tells the sum, are shared out evenly.
 */
export function readChoices(
  body: unknown,
  request: Pick<ModelRequest, 'messages'>,
): readonly (EndpointReply | EndpointFailure)[] {
  const completion = fieldsOf(body)
  const choices = completion?.['choices']
  const usage = fieldsOf(completion?.['usage'])
  if (!Array.isArray(choices) || choices.length < 2) return [readCompletion(body, request)]
  const total = countOf(usage?.['completion_tokens'])
  const each = Math.floor((total ?? 0) / choices.length)
  return choices.map((choice: unknown, place) => {
    const isFirst = place === 0
    const share =
      total === undefined
        ? undefined
        : {
            ...(isFirst ? usage : { prompt_tokens: 0 }),
            completion_tokens: isFirst ? total - each * (choices.length - 1) : each,
          }
    try {
      return readCompletion(
        { ...completion, choices: [choice], usage: share },
        isFirst ? request : { messages: [] },
      )
    } catch (error) {
      if (error instanceof EndpointFailure) return error
      throw error
    }
  })
}

/**
 * Reads the body of a chat completion.
 *
 * @throws EndpointFailure `malformed` (with its usage, which was paid) when there is no choice or no text in it
 */
export function readCompletion(body: unknown, request: Pick<ModelRequest, 'messages'>): EndpointReply {
  const completion = fieldsOf(body)
  const choices = completion?.['choices']
  const choice = Array.isArray(choices) ? fieldsOf(choices[0]) : undefined
  const message = fieldsOf(choice?.['message'])
  if (completion === undefined || choice === undefined || message === undefined)
    throw malformed('reply without choices', readUsage(completion, request, ''))
  const text = textOf(message['content'])
  const refusal = textOf(message['refusal'])
  const finish = textOf(choice['finish_reason'])
  const usage = readUsage(completion, request, text) as TokenUsage
  const detail = detailOf(completion, message, finish)
  if (refusal !== '') return { outcome: 'refused', text: refusal, usage, detail }
  if (finish === 'content_filter') return { outcome: 'refused', text: 'content filter', usage, detail }
  if (finish === 'length') return { outcome: 'truncated', text, usage, detail }
  if (text.trim() === '') throw malformed('reply without text', usage)
  return { outcome: 'answered', text, usage, detail }
}

function malformed(message: string, usage: TokenUsage | undefined): EndpointFailure {
  return new EndpointFailure(message, { verdict: 'retry', reason: 'malformed', usage })
}

function detailOf(completion: Fields, message: Fields, finish: string): JsonValue {
  const reasoning = textOf(message['reasoning_content']) || textOf(message['reasoning'])
  return {
    id: textOf(completion['id']),
    model: textOf(completion['model']),
    finish,
    ...(typeof completion['system_fingerprint'] === 'string'
      ? { fingerprint: completion['system_fingerprint'] }
      : {}),
    ...(reasoning === '' ? {} : { reasoning }),
  }
}

/** `undefined` only when the endpoint counted nothing and there is no text to estimate from. */
function readUsage(
  completion: Fields | undefined,
  request: Pick<ModelRequest, 'messages'>,
  text: string,
): TokenUsage | undefined {
  const usage = fieldsOf(completion?.['usage'])
  const prompt = countOf(usage?.['prompt_tokens'])
  const answer = countOf(usage?.['completion_tokens'])
  if (prompt !== undefined && answer !== undefined) {
    const cached = countOf(fieldsOf(usage?.['prompt_tokens_details'])?.['cached_tokens']) ?? 0
    return {
      promptTokens: prompt,
      cachedTokens: Math.min(cached, prompt),
      completionTokens: answer,
      counted: true,
    }
  }
  if (completion === undefined) return undefined
  const characters = request.messages.reduce((sum, { content }) => sum + content.length, 0)
  return {
    promptTokens: Math.ceil(characters / 4),
    cachedTokens: 0,
    completionTokens: Math.ceil(text.length / 4),
    counted: false,
  }
}

function fieldsOf(value: unknown): Fields | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : undefined
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function countOf(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined
}
