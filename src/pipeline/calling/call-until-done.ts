import { ProviderError } from '../../core/errors.ts'
import { EndpointFailure, type EndpointReply, type ModelEndpoint } from '../../core/model-endpoint.ts'
import type { ModelReply, ModelRequest } from '../../core/model.ts'
import type { Clock, Ledger, LedgerReply, LedgerRequest } from '../../core/ports.ts'
import { randomAt, randomKey } from '../../core/random.ts'
import type { Budget, Reservation, Spending } from './budget.ts'
import type { CallProgress } from './call-progress.ts'
import type { Leave, Limiter } from './limiter.ts'
import { onAbort } from './on-abort.ts'
import { costOf, type Price } from './prices.ts'
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
}

interface CallContext {
  readonly signal: AbortSignal
  readonly parts: CallParts
}

interface Attempt {
  readonly result: EndpointReply | EndpointFailure
  /** Still held: what the result teaches the limiter comes before the place is given to the next. */
  readonly leave: Leave
  readonly usedTokens: number
}

const mostRejectedInRow = 10
const mostGivenUpInRow = 3
const paidUnseen: readonly string[] = ['timeout', 'malformed', 'too-large', 'connection']

/** The one retry loop: sends a request until there is a reply, recorded, or no hope. */
export async function callUntilDone(
  request: ModelRequest,
  record: LedgerRequest,
  { signal, parts }: CallContext,
): Promise<ModelReply> {
  const { endpoint, ledger, limiter, price, patience, calls, health, clock } = parts
  const start = clock.now()
  let counted = 0
  await ledger.begin([record])
  for (let attempt = 1; ; attempt++) {
    const { result, leave, usedTokens } = await sendOnce(request, { signal, parts })
    if (!(result instanceof EndpointFailure)) {
      limiter.accepted()
      leave.done(usedTokens)
      Object.assign(health, { lastAnswer: clock.now(), answers: health.answers + 1, gaveUpInRow: 0 })
      return keep(replyRecord(record.key, result, price))
    }
    const told = result.retryAfter !== undefined
    const busy = told || result.reason === 'rate-limit' || result.reason === 'overloaded'
    if (!told) counted += 1
    const wait = result.retryAfter ?? ownWait(record.key, counted, patience)
    if (busy && result.verdict === 'retry') limiter.refused(leave, { milliseconds: wait, told })
    leave.done(usedTokens)
    countFailure(result)
    const kept = failureRecord(record.key, result, { attempt, price })
    if (result.verdict === 'final') {
      health.rejectedInRow += health.answers === 0 ? 1 : 0
      if (health.rejectedInRow >= mostRejectedInRow) stop(result, parts)
      return keep(kept)
    }
    // Set before the write below gives others their turn.
    const fatal = result.verdict === 'stop' || wait > patience.longestPause
    if (fatal) shut(result, parts)
    await ledger.record([kept])
    spend(kept)
    if (fatal || clock.now() - Math.max(start, health.lastAnswer) > patience.silence) stop(result, parts)
    if (counted >= patience.attempts) {
      health.gaveUpInRow += 1
      if (health.answers === 0 || health.gaveUpInRow >= mostGivenUpInRow) stop(result, parts)
      calls.gaveUp += 1
      return modelReply(endpoint.name, kept, false)
    }
    if (!busy) await pauseFor(wait, { signal, parts })
  }

  function countFailure({ reason, usage }: EndpointFailure): void {
    calls.failed[reason] = (calls.failed[reason] ?? 0) + 1
    if (usage === undefined && paidUnseen.includes(reason)) calls.uncertain += 1
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

/** One attempt, from the queue to the reply. What was set aside in the budget is settled when it ends, however it ends. */
async function sendOnce(request: ModelRequest, { signal, parts }: CallContext): Promise<Attempt> {
  const { health, price } = parts
  const { leave, reservation } = await enter(mostOf(request, price), { signal, parts })
  const used = { requests: 0, tokens: 0, cost: 0 }
  try {
    signal.throwIfAborted()
    if (health.stopped !== undefined) throw health.stopped
    used.requests = 1
    const result = await sendWithGrace(request, { signal, parts })
    const { usage } = result
    if (usage !== undefined) {
      used.tokens = usage.promptTokens + usage.completionTokens
      used.cost = costOf(usage, price)
    }
    return { result, leave, usedTokens: used.tokens }
  } catch (error) {
    leave.done(used.tokens)
    throw error
  } finally {
    reservation.settle(used)
  }
}

/** Waits for a place and for room in the budget. A pause that began while there was no room is waited for again. */
async function enter(
  most: Spending,
  { signal, parts }: CallContext,
): Promise<{ readonly leave: Leave; readonly reservation: Reservation }> {
  const { budget, calls, clock, limiter } = parts
  calls.waiting += 1
  try {
    for (;;) {
      const leave = await limiter.enter(most.tokens, signal)
      const reservation = await budget.reserve(most).catch((error: Error) => {
        leave.done(0)
        halt(error, parts)
      })
      if (limiter.state.pausedUntil <= clock.now()) return { leave, reservation }
      reservation.settle({ requests: 0, tokens: 0, cost: 0 })
      leave.done(0)
    }
  } finally {
    calls.waiting -= 1
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
  throw shut(failure, parts)
}

function halt(error: Error, parts: CallParts): never {
  throw shutWith(error, parts)
}

function shut(failure: EndpointFailure, parts: CallParts): Error {
  return shutWith(
    new ProviderError(`${failure.message}; what was recorded is kept, go on with --resume`),
    parts,
  )
}

/** The first error is the one that everybody sees. */
export function shutWith(error: Error, { health, limiter }: CallParts): Error {
  health.stopped ??= error
  limiter.shut(health.stopped)
  return health.stopped
}
