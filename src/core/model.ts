import type { ContentId, JsonValue } from './identity.ts'

export interface ModelMessage {
  readonly role: 'system' | 'user' | 'assistant'
  readonly content: string
}

/** A JSON schema for structured output; `name` as the endpoint wants it (letters, digits, `_`, `-`). */
export interface OutputSchema {
  readonly name: string
  readonly schema: JsonValue
}

/**
 * One question to a model. Every request is unique by construction: `seed` is a 31-bit hash of (run, index, purpose, sample), so
 * N samples of one prompt are N different requests, and the same request asked again is the same.
 */
export interface ModelRequest {
  readonly runId: ContentId
  /** What it is for, for example `extract`, `generate`, `solve`; shown in the ledger and the progress. */
  readonly purpose: string
  /** `id@version` of the prompt. */
  readonly prompt: string
  /** The stable part first, so that endpoints can cache it. */
  readonly messages: readonly ModelMessage[]
  readonly temperature: number
  /** Most tokens of the reply. */
  readonly maxTokens: number
  /** 31 bits. */
  readonly seed: number
  readonly output?: OutputSchema
}

/**
 * What a model said. Only `answered` is an answer. `truncated` ran into `maxTokens`; `refused` was declined, filtered, or does not
 * fit the model, and `text` says why; both are final for this request. `key` is the ledger key of the request.
 */
export interface ModelReply {
  readonly outcome: 'answered' | 'refused' | 'truncated'
  readonly text: string
  readonly key: ContentId
  /** Name of the model as configured. */
  readonly model: string
  readonly promptTokens: number
  readonly completionTokens: number
  readonly cost: number
  /** The reply was in the ledger already; nothing was paid. */
  readonly recalled: boolean
}

/** A language model. Steps see only the recorded one (ledger, limiter, retry, budget), never an adapter. Contract: `tests/contracts/model.ts`. */
export interface Model {
  readonly name: string
  /**
   * @throws ProviderError for good failures, UnansweredError when this request ran out of attempts while others were answered,
   * BudgetError when a cap is reached, the signal's reason when aborted
   */
  complete(request: ModelRequest, options: { readonly signal: AbortSignal }): Promise<ModelReply>
}
