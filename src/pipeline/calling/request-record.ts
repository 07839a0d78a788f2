import { StoreError, UnansweredError } from '../../core/errors.ts'
import { contentId, type ContentId, type JsonValue } from '../../core/identity.ts'
import type { EndpointFailure, EndpointReply, ModelEndpoint } from '../../core/model-endpoint.ts'
import type { ModelReply, ModelRequest } from '../../core/model.ts'
import type { Ledger, LedgerReply, LedgerRequest } from '../../core/ports.ts'
import type { Spending } from './budget.ts'
import { costOf, type Price } from './prices.ts'

/**
 * A request as the ledger keeps it. Its key does not depend on what the endpoint understands: the same question is the same request
 * before and after a missing capability was found.
 */
export function recordOf(
  { name: model, parameters }: Pick<ModelEndpoint, 'name' | 'parameters'>,
  request: ModelRequest,
): LedgerRequest {
  const { runId, purpose, prompt, messages, temperature, maxTokens, seed, output } = request
  const body: JsonValue = {
    model,
    prompt,
    messages: messages.map(({ role, content }) => ({ role, content })),
    temperature,
    maxTokens,
    seed,
    ...(Object.keys(parameters).length === 0 ? {} : { parameters: { ...parameters } }),
    ...(output === undefined ? {} : { output: { name: output.name, schema: output.schema } }),
  }
  return { key: contentId('request', body), runId, purpose, body }
}

/** An endpoint's reply as the ledger keeps it. */
export function replyRecord(key: ContentId, reply: EndpointReply, price: Price | undefined): LedgerReply {
  const { outcome, text, usage, detail } = reply
  const { promptTokens, completionTokens, cachedTokens, counted } = usage
  const body = { text, detail, cachedTokens, counted }
  return { key, outcome, body, promptTokens, completionTokens, cost: costOf(usage, price) }
}

/** A failed attempt as the ledger keeps it; what it cost counts. A `final` one is a refusal. */
export function failureRecord(
  key: ContentId,
  failure: EndpointFailure,
  { attempt, price }: { readonly attempt: number; readonly price: Price | undefined },
): LedgerReply {
  const { usage, reason, status, message } = failure
  return {
    key,
    outcome: failure.verdict === 'final' ? 'refused' : 'failed',
    body: { text: message, reason, attempt, ...(status === undefined ? {} : { status }) },
    promptTokens: usage?.promptTokens ?? 0,
    completionTokens: usage?.completionTokens ?? 0,
    cost: usage === undefined ? 0 : costOf(usage, price),
  }
}

/**
 * The reply as steps see it.
 *
 * @throws UnansweredError for a failed one
 */
export function modelReply(model: string, record: LedgerReply, recalled: boolean): ModelReply {
  const { key, outcome, body, promptTokens, completionTokens, cost } = record
  const text = typeof body === 'object' && body !== null && 'text' in body ? body['text'] : undefined
  if (typeof text !== 'string')
    throw new StoreError(`reply without text in the ledger: ${key}; was it written by a newer version?`)
  if (outcome === 'failed') throw new UnansweredError(`given up: ${text}`)
  return { outcome, text, key, model, promptTokens, completionTokens, cost, recalled }
}

/** Most a request can take. The prompt is counted at three characters a token, which overstates English and LaTeX. */
export function mostOf(request: ModelRequest, price: Price | undefined): Spending {
  const schema = request.output === undefined ? 0 : JSON.stringify(request.output.schema).length
  const characters = request.messages.reduce((sum, { content }) => sum + content.length + 12, schema)
  const promptTokens = Math.ceil(characters / 3)
  const usage = { promptTokens, cachedTokens: 0, completionTokens: request.maxTokens, counted: false }
  return { requests: 1, tokens: promptTokens + request.maxTokens, cost: costOf(usage, price) }
}

/** What a run has spent in earlier parts. */
export async function spentBefore(ledger: Ledger, runId: ContentId): Promise<Spending> {
  const { requests, promptTokens, completionTokens, cost } = await ledger.totals(runId)
  return { requests, tokens: promptTokens + completionTokens, cost }
}
