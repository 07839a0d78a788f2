import type { ContentId, JsonValue } from './identity.ts'
import type { ModelRequest } from './model.ts'

/** Tokens as the endpoint counted them; `counted` is false where it did not say and they were estimated from the text. */
export interface TokenUsage {
  readonly promptTokens: number
  /** The part of `promptTokens` that was read from the endpoint's cache. */
  readonly cachedTokens: number
  readonly completionTokens: number
  readonly counted: boolean
}

/** One reply of an endpoint, read. `detail` is what the ledger keeps beside the text: id, model, fingerprint, reasoning, usage. */
export interface EndpointReply {
  readonly outcome: 'answered' | 'refused' | 'truncated'
  readonly text: string
  readonly usage: TokenUsage
  readonly detail: JsonValue
}

/** Why an attempt gave no reply. */
const failureReasons = [
  'rate-limit',
  'overloaded',
  'server-error',
  'conflict',
  'connection',
  'timeout',
  'malformed',
  'too-large',
  'unauthorised',
  'not-found',
  'rejected',
  'redirected',
] as const
export type FailureReason = (typeof failureReasons)[number]

/**
 * A failed attempt. `retry` may succeed when sent again; `final` concerns this request alone; `stop` concerns all of them. The
 * message holds neither the key nor a prompt.
 */
export class EndpointFailure extends Error {
  override readonly name = 'EndpointFailure'
  readonly verdict: 'retry' | 'final' | 'stop'
  readonly reason: FailureReason
  readonly status: number | undefined
  /** Milliseconds the endpoint told us to wait before anything is sent again. */
  readonly retryAfter: number | undefined
  /** What the failed attempt cost, where the endpoint said so. */
  readonly usage: TokenUsage | undefined
  constructor(message: string, facts: EndpointFailureFacts) {
    super(message)
    this.verdict = facts.verdict
    this.reason = facts.reason
    this.status = facts.status
    this.retryAfter = facts.retryAfter
    this.usage = facts.usage
  }
}

export interface EndpointFailureFacts {
  readonly verdict: EndpointFailure['verdict']
  readonly reason: FailureReason
  readonly status?: number | undefined
  readonly retryAfter?: number | undefined
  readonly usage?: TokenUsage | undefined
}

/** Where a model is served: one attempt per call, nothing remembered. What `recordModel` wraps. Contract: `tests/contracts/model.ts`. */
export interface ModelEndpoint {
  /** Name of the model as configured; part of every ledger key. */
  readonly name: string
  /** Sent with every request beside what is asked, and part of every ledger key: another setting gives other replies. */
  readonly parameters: Readonly<Record<string, JsonValue>>
  /** Tokens a model may think before it answers, added to the limit of every reply. */
  readonly reasoningTokens: number
  /** @throws EndpointFailure, or the signal's reason when aborted */
  send(request: ModelRequest, options: { readonly signal: AbortSignal }): Promise<EndpointReply>
  close(): Promise<void>
}

export interface BatchItem {
  readonly key: ContentId
  readonly request: ModelRequest
}

export interface BatchState {
  readonly id: string
  readonly state: 'running' | 'ended' | 'failed'
  readonly done: number
  readonly failed: number
  readonly total: number
}

export interface BatchResult {
  readonly key: ContentId
  readonly result: EndpointReply | EndpointFailure
}

/** Requests answered within hours, at a lower price. The endpoint itself remembers its batches by `label`. */
export interface BatchEndpoint {
  readonly name: string
  /** Uploads the requests and starts the batch; gives its id. */
  submit(label: string, items: readonly BatchItem[]): Promise<string>
  /** Id of the batch that was submitted under this label, if any: a crash after `submit` must not pay twice. */
  find(label: string): Promise<string | undefined>
  state(id: string): Promise<BatchState>
  /** Results in the order of the endpoint; items that expired are not among them. */
  results(id: string): AsyncIterable<BatchResult>
}
