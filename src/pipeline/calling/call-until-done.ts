import { EndpointFailure } from '../../core/model-endpoint.ts'
import type { ModelReply, ModelRequest } from '../../core/model.ts'
import type { LedgerReply, LedgerRequest } from '../../core/ports.ts'
import { randomAt, randomKey } from '../../core/random.ts'
import { type CallContext, type Patience, shutCalls, stopCalls } from './call-parts.ts'
import { onAbort } from './on-abort.ts'
import { failureRecord, modelReply, replyRecord } from './request-record.ts'
import { sendOnce } from './send-once.ts'

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
  for (let attempt = 1; ; attempt++) {
    const { result, leave, usedTokens } = await sendOnce(request, record, { signal, parts })
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
      if (health.rejectedInRow >= mostRejectedInRow) stopCalls(result, parts)
      return keep(kept)
    }
    // Set before the write below gives others their turn.
    const fatal = result.verdict === 'stop' || wait > patience.longestPause
    if (fatal) shutCalls(result, parts)
    await ledger.record([kept])
    spend(kept)
    if (fatal || clock.now() - Math.max(start, health.lastAnswer) > patience.silence) stopCalls(result, parts)
    if (counted >= patience.attempts) {
      // Others were answered meanwhile: it is this request that cannot be.
      if (health.lastAnswer < start || health.answers === 0) health.gaveUpInRow += 1
      if (health.answers === 0 || health.gaveUpInRow >= mostGivenUpInRow) stopCalls(result, parts)
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
