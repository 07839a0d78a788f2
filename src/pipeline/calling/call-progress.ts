import type { FailureReason } from '../../core/model-endpoint.ts'

/** Live counters of one model's calls; read them whenever you like. */
export interface CallProgress {
  /** Requests that have been sent and not answered yet. */
  inFlight: number
  /** Requests that wait for a place, a window or the end of a pause. */
  waiting: number
  /** Requests that wait in batches at the endpoint. */
  inBatches: number
  answered: number
  /** Found in the ledger; nothing was paid. */
  recalled: number
  refused: number
  truncated: number
  /** Given up after all attempts. */
  gaveUp: number
  /** Failed attempts by reason; most of them are repeated. */
  readonly failed: Partial<Record<FailureReason, number>>
  promptTokens: number
  completionTokens: number
  /** In the currency of the price file. */
  cost: number
  /** Attempts that may have been charged without our knowing: the reply did not arrive whole. */
  uncertain: number
  /** Places the limiter allows now. */
  places: number
  /** Learnt pace in requests per second, where the endpoint made us slow down. */
  perSecond: number | undefined
}

export function emptyCallProgress(): CallProgress {
  return {
    inFlight: 0,
    waiting: 0,
    inBatches: 0,
    answered: 0,
    recalled: 0,
    refused: 0,
    truncated: 0,
    gaveUp: 0,
    failed: {},
    promptTokens: 0,
    completionTokens: 0,
    cost: 0,
    uncertain: 0,
    places: 0,
    perSecond: undefined,
  }
}
