import { setMaxListeners } from 'node:events'
import { EndpointFailure, type EndpointReply } from '../../core/model-endpoint.ts'
import type { ModelRequest } from '../../core/model.ts'
import type { LedgerRequest } from '../../core/ports.ts'
import type { Reservation, Spending } from './budget.ts'
import { type CallContext, type CallParts, shutCallsWith } from './call-parts.ts'
import type { Leave } from './limiter.ts'
import { onAbort } from './on-abort.ts'
import { costOf } from './prices.ts'
import { mostOf } from './request-record.ts'

export interface Attempt {
  readonly result: EndpointReply | EndpointFailure
  /** Still held: what the result teaches the limiter comes before the place is given to the next. */
  readonly leave: Leave
  readonly usedTokens: number
}
/**
 * One attempt, from the queue to the reply. The request is written down when it is its turn and the budget has room, so that one that
 * is never sent never counts. What was set aside in the budget is settled when it ends, however it ends.
 */
export async function sendOnce(
  request: ModelRequest,
  record: LedgerRequest,
  { signal, parts }: CallContext,
): Promise<Attempt> {
  const { health, price } = parts
  const { leave, reservation } = await enter(mostOf(request, price), record, { signal, parts })
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
  record: LedgerRequest,
  { signal, parts }: CallContext,
): Promise<{ readonly leave: Leave; readonly reservation: Reservation }> {
  const { budget, calls, clock, ledger, limiter } = parts
  calls.waiting += 1
  try {
    for (;;) {
      const leave = await limiter.enter(most.tokens, signal)
      const reservation = await budget.reserve(most).catch((error: Error) => {
        leave.done(0)
        throw shutCallsWith(error, parts)
      })
      await ledger.begin([record]).catch((error: unknown) => {
        reservation.settle({ requests: 0, tokens: 0, cost: 0 })
        leave.done(0)
        throw error
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
  const { calls, endpoint } = parts
  calls.inFlight += 1
  try {
    return await endpoint.send(request, { signal: cutAfterGrace(signal, parts) })
  } catch (error) {
    if (error instanceof EndpointFailure) return error
    throw error
  } finally {
    calls.inFlight -= 1
  }
}

const cuts = new WeakMap<AbortSignal, AbortSignal>()

/** Aborted a grace after the signal is: one for all requests that wait under it, since each of its own would cost as much as its call. */
function cutAfterGrace(signal: AbortSignal, { clock, closed, patience }: CallParts): AbortSignal {
  const known = cuts.get(signal)
  if (known !== undefined) return known
  const cut = new AbortController()
  setMaxListeners(0, cut.signal)
  cuts.set(signal, cut.signal)
  onAbort(signal, () => {
    clock.sleep(patience.grace, closed).then(
      () => cut.abort(signal.reason),
      () => undefined,
    )
  })
  return cut.signal
}
