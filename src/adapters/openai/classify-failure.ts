import type * as OpenAiPackage from 'openai'
import type { APIError } from 'openai'
import { EndpointFailure, type EndpointFailureFacts } from '../../core/model-endpoint.ts'

/** What a failure message may show: the endpoint's name, and texts without secrets. */
export interface FailureContext {
  readonly endpoint: string
  readonly redact: (text: string) => string
  readonly sdk: typeof OpenAiPackage
}

const remedies: Partial<Record<EndpointFailureFacts['reason'], string>> = {
  unauthorised: 'check the key of this endpoint',
  'not-found': 'check the base URL and the name of the model',
  redirected: 'set the base URL to where it points; keys are never sent along a redirect',
  connection: 'is the endpoint running?',
  'too-large': 'a reply of this size is no answer; raise maxResponseBytes if it is',
}

/**
 * Turns what the client threw into an EndpointFailure. The original is not kept as a cause: it holds request headers, and with
 * them the key. Errors that are not the endpoint's are given back as they are.
 */
export function classifyFailure(error: unknown, context: FailureContext): unknown {
  const { sdk, endpoint, redact } = context
  const fail = (facts: EndpointFailureFacts, said = ''): EndpointFailure => {
    const status = facts.status === undefined ? '' : ` (${facts.status})`
    const words = said === '' ? '' : `: ${redact(said).replaceAll(/\s+/g, ' ').slice(0, 200)}`
    const remedy = remedies[facts.reason]
    return new EndpointFailure(
      `${facts.reason}${status} at ${endpoint}${words}${remedy === undefined ? '' : `; ${remedy}`}`,
      facts,
    )
  }
  if (error instanceof EndpointFailure) return error
  if (error instanceof sdk.APIConnectionTimeoutError) return fail({ verdict: 'retry', reason: 'timeout' })
  if (error instanceof sdk.APIConnectionError) {
    const { name, code, message } = causeOf(error)
    if (name === 'ResponseTooLargeError') return fail({ verdict: 'retry', reason: 'too-large' }, message)
    return fail({ verdict: 'retry', reason: 'connection' }, code || message)
  }
  if (error instanceof sdk.APIError && typeof error.status === 'number')
    return fail(factsOf(error, error.status), saidBy(error))
  if (error instanceof SyntaxError)
    return fail({ verdict: 'retry', reason: 'malformed' }, 'reply is not JSON')
  return error
}

function causeOf(error: Error): { readonly name: string; readonly code: string; readonly message: string } {
  let cause: unknown = error.cause
  while (cause instanceof Error && cause.cause instanceof Error) cause = cause.cause
  if (!(cause instanceof Error)) return { name: '', code: '', message: 'connection failed' }
  return { name: cause.name, code: 'code' in cause ? String(cause.code) : '', message: cause.message }
}

/** The endpoint's own words. An unreadable error body is not shown. */
function saidBy(error: APIError): string {
  const body = error.error
  const message = typeof body === 'object' && body !== null && 'message' in body ? body.message : undefined
  return typeof message === 'string' ? message : ''
}

function factsOf(error: APIError, status: number): EndpointFailureFacts {
  const retryAfter = retryAfterOf(error.headers)
  const retry = (reason: EndpointFailureFacts['reason']): EndpointFailureFacts => ({
    verdict: 'retry',
    reason,
    status,
    retryAfter,
  })
  if (status === 429) {
    // Credit that is used up does not come back by waiting.
    if (error.code === 'insufficient_quota') return { verdict: 'stop', reason: 'rate-limit', status }
    return retry('rate-limit')
  }
  if (status === 408) return retry('timeout')
  if (status === 409 || status === 425) return retry('conflict')
  if (status === 503 || status === 529) return retry('overloaded')
  if (status >= 500) return retry('server-error')
  if (status === 401 || status === 403) return { verdict: 'stop', reason: 'unauthorised', status }
  if (status === 404 || status === 405) return { verdict: 'stop', reason: 'not-found', status }
  if (status >= 300 && status < 400) return { verdict: 'stop', reason: 'redirected', status }
  return { verdict: 'final', reason: 'rejected', status }
}

/** Milliseconds from `Retry-After-Ms` or `Retry-After` (seconds, or a date read against the reply's own `Date`). */
export function retryAfterOf(headers: Headers | undefined): number | undefined {
  const milliseconds = Number(headers?.get('retry-after-ms') ?? Number.NaN)
  if (Number.isFinite(milliseconds) && milliseconds >= 0) return milliseconds
  const told = headers?.get('retry-after')
  if (told === null || told === undefined || told.trim() === '') return undefined
  const seconds = Number(told)
  if (Number.isFinite(seconds)) return seconds < 0 ? undefined : seconds * 1000
  const wait = Date.parse(told) - Date.parse(headers?.get('date') ?? '')
  return Number.isFinite(wait) ? Math.max(0, wait) : undefined
}
