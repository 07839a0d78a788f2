import { ProviderError } from '../../core/errors.ts'
import { EndpointFailure, type EndpointReply, type ModelEndpoint } from '../../core/model-endpoint.ts'
import type { ModelReply, ModelRequest } from '../../core/model.ts'
import type { Clock, Ledger, LedgerReply, LedgerRequest } from '../../core/ports.ts'
import { randomAt, randomKey } from '../../core/random.ts'
import type { Budget, Reservation } from './budget.ts'
import type { CallProgress } from './call-progress.ts'
import type { Leave, Limiter } from './limiter.ts'
import { onAbort } from './on-abort.ts'
import type { Price } from './prices.ts'
import { failureRecord, modelReply, mostOf, replyRecord } from './request-record.ts'

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
export interface Health {
  lastAnswer: number
  answers: number
  /** Requests rejected one after another while none was ever answered: something is wrong with all of them. */
  rejectedInRow: number
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
}

interface CallContext {
  readonly signal: AbortSignal
  readonly parts: CallParts
}

interface Attempt {
  readonly result: EndpointReply | EndpointFailure
  readonly leave: Leave
}

const mostRejectedInRow = 10
const paidUnseen: readonly string[] = ['timeout', 'malformed', 'too-large', 'connection']

/** The one retry loop: sends a request until there is a reply, recorded, or no hope. */
export async function callUntilDone(
  request: ModelRequest,
  record: LedgerRequest,
  { signal, parts }: CallContext,
): Promise<ModelReply> {
  const { endpoint, ledger, limiter, price, patience, calls, health, clock } = parts
  const answersBefore = health.answers
  let counted = 0
  for (let attempt = 1; ; attempt++) {
    const { result, leave } = await sendOnce(request, record, { signal, parts })
    if (!(result instanceof EndpointFailure)) {
      limiter.accepted()
      health.lastAnswer = clock.now()
      health.answers += 1
      return keep(replyRecord(record.key, result, price))
    }
    calls.failed[result.reason] = (calls.failed[result.reason] ?? 0) + 1
    if (result.usage === undefined && paidUnseen.includes(result.reason)) calls.uncertain += 1
    const told = result.retryAfter !== undefined
    const busy = told || result.reason === 'rate-limit' || result.reason === 'overloaded'
    if (!told) counted += 1
    const wait = result.retryAfter ?? ownWait(record.key, counted, patience)
    if (busy && result.verdict === 'retry') limiter.refused(leave, { milliseconds: wait, told })
    const kept = failureRecord(record.key, result, { attempt, price })
    if (result.verdict === 'final') {
      health.rejectedInRow += health.answers === 0 ? 1 : 0
      if (health.rejectedInRow >= mostRejectedInRow) stop(result, parts)
      return keep(kept)
    }
    await ledger.record([kept])
    spend(kept)
    if (result.verdict === 'stop' || wait > patience.longestPause) stop(result, parts)
    if (clock.now() - health.lastAnswer > patience.silence) stop(result, parts)
    if (counted >= patience.attempts) {
      if (health.answers === answersBefore) stop(result, parts)
      calls.gaveUp += 1
      return modelReply(endpoint.name, kept, false)
    }
    if (!busy) await pauseFor(wait, { signal, parts })
  }

  async function keep(reply: LedgerReply): Promise<ModelReply> {
    await ledger.record([reply])
    spend(reply)
    if (reply.outcome !== 'failed') calls[reply.outcome] += 1
    return modelReply(endpoint.name, reply, false)
  }

  function spend({ promptTokens, completionTokens, cost }: LedgerReply): void {
    calls.promptTokens += promptTokens
    calls.completionTokens += completionTokens
    calls.cost += cost
  }
}

/** One attempt, from the queue to the reply. What was set aside for it is settled when it ends, however it ends. */
async function sendOnce(
  request: ModelRequest,
  record: LedgerRequest,
  { signal, parts }: CallContext,
): Promise<Attempt> {
  const { budget, calls, health, ledger, limiter, price } = parts
  const most = mostOf(request, price)
  calls.waiting += 1
  let leave: Leave
  let reservation: Reservation
  try {
    leave = await limiter.enter(most.tokens, signal)
    reservation = await budget.reserve(most).catch((error: Error) => {
      leave.done(0)
      throw halt(error, parts)
    })
  } finally {
    calls.waiting -= 1
  }
  let spent = { requests: 0, tokens: 0, cost: 0 }
  try {
    if (health.stopped !== undefined) throw health.stopped
    await ledger.begin([record])
    signal.throwIfAborted()
    if (health.stopped !== undefined) throw health.stopped
    spent = { requests: 1, tokens: 0, cost: 0 }
    const result = await sendWithGrace(request, { signal, parts })
    const { usage } = result
    const { promptTokens, completionTokens, cost } =
      result instanceof EndpointFailure
        ? failureRecord(record.key, result, { attempt: 0, price })
        : replyRecord(record.key, result, price)
    spent = { requests: 1, tokens: usage === undefined ? 0 : promptTokens + completionTokens, cost }
    return { result, leave }
  } finally {
    reservation.settle(spent)
    leave.done(spent.tokens)
  }
}

async function sendWithGrace(
  request: ModelRequest,
  { signal, parts }: CallContext,
): Promise<EndpointReply | EndpointFailure> {
  const { calls, clock, endpoint, patience } = parts
  const cut = new AbortController()
  const ended = new AbortController()
  const forget = onAbort(signal, () => {
    clock.sleep(patience.grace, ended.signal).then(
      () => cut.abort(signal.reason),
      () => undefined,
    )
  })
  calls.inFlight += 1
  try {
    return await endpoint.send(request, { signal: cut.signal })
  } catch (error) {
    if (error instanceof EndpointFailure) return error
    throw error
  } finally {
    calls.inFlight -= 1
    forget()
    if (signal.aborted) ended.abort()
  }
}

/** Doubling, with up to a quarter taken off, drawn from the request's own key. */
function ownWait(key: string, counted: number, { firstWait, longestWait }: Patience): number {
  const full = Math.min(longestWait, firstWait * 2 ** (counted - 1))
  return full * (1 - 0.25 * randomAt(randomKey('wait', key), counted).float())
}

async function pauseFor(milliseconds: number, { signal, parts }: CallContext): Promise<void> {
  const ended = new AbortController()
  const forget = onAbort(signal, () => ended.abort(signal.reason))
  try {
    await parts.clock.sleep(milliseconds, ended.signal)
  } catch (error) {
    signal.throwIfAborted()
    throw error
  } finally {
    forget()
  }
}

/** Ends all calls of this model: nothing more is sent. */
function stop(failure: EndpointFailure, parts: CallParts): never {
  throw halt(new ProviderError(`${failure.message}; what was recorded is kept`), parts)
}

/** Nothing more is sent. Gives why: the first reason that there was. */
export function halt(error: Error, { health, limiter }: Pick<CallParts, 'health' | 'limiter'>): Error {
  health.stopped ??= error
  limiter.shut(health.stopped)
  return health.stopped
}
