import { ProviderError } from '../../core/errors.ts'
import type { EndpointFailure, ModelEndpoint } from '../../core/model-endpoint.ts'
import type { Clock, Ledger } from '../../core/ports.ts'
import type { Budget } from './budget.ts'
import type { CallProgress } from './call-progress.ts'
import type { Limiter } from './limiter.ts'
import type { Price } from './prices.ts'

/** How long failures are borne; times in milliseconds. */
export interface Patience {
  /** Attempts per request; waiting because the endpoint named a time is not counted. */
  readonly attempts: number
  /** First wait of a request after a failure of its own; doubled each time, up to `longestWait`. */
  readonly firstWait: number
  readonly longestWait: number
  /** A pause longer than this stops the run instead. */
  readonly longestPause: number
  /** Failures only, for this long, stop the run. */
  readonly silence: number
  /** What is in flight when the run is aborted gets this long. */
  readonly grace: number
}

export const defaultPatience: Patience = {
  attempts: 10,
  firstWait: 500,
  longestWait: 30_000,
  longestPause: 600_000,
  silence: 900_000,
  grace: 30_000,
}

/** What all calls of one model share about its endpoint. */
interface Health {
  lastAnswer: number
  answers: number
  /** Requests rejected one after another while none was ever answered: something is wrong with all of them. */
  rejectedInRow: number
  /** Requests given up since the last answer. */
  gaveUpInRow: number
  stopped: Error | undefined
}

export interface CallParts {
  readonly endpoint: ModelEndpoint
  readonly ledger: Ledger
  readonly clock: Clock
  readonly limiter: Limiter
  readonly budget: Budget
  readonly price: Price | undefined
  readonly patience: Patience
  readonly calls: CallProgress
  readonly health: Health
  /** Aborted when the model is closed and nothing is in flight any more. */
  readonly closed: AbortSignal
}

export interface CallContext {
  readonly signal: AbortSignal
  readonly parts: CallParts
}

/** Ends all calls of this model: nothing more is sent. */
export function stopCalls(failure: EndpointFailure, parts: CallParts): never {
  throw shutCalls(failure, parts)
}

/** As {@link stopCalls}, for a caller that has something to write down first; gives the error to throw. */
export function shutCalls(failure: EndpointFailure, parts: CallParts): Error {
  return shutCallsWith(
    new ProviderError(`${failure.message}; what was recorded is kept, go on with --resume`),
    parts,
  )
}

/** The first error is the one that everybody sees. */
export function shutCallsWith(error: Error, { health, limiter }: CallParts): Error {
  health.stopped ??= error
  limiter.shut(health.stopped)
  return health.stopped
}
