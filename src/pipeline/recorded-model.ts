import type { ContentId } from '../core/identity.ts'
import type { ModelEndpoint } from '../core/model-endpoint.ts'
import type { Model, ModelReply } from '../core/model.ts'
import type { Clock, Ledger } from '../core/ports.ts'
import { type DeskParts, openBatchDesk } from './calling/batch-desk.ts'
import { type BudgetCaps, openBudget, type Spending } from './calling/budget.ts'
import { type CallProgress, emptyCallProgress } from './calling/call-progress.ts'
import { type CallParts, defaultPatience, type Patience, shutCallsWith } from './calling/call-parts.ts'
import { callUntilDone } from './calling/call-until-done.ts'
import { type LimiterOptions, openLimiter } from './calling/limiter.ts'
import type { Price } from './calling/prices.ts'
import { modelReply, recordOf } from './calling/request-record.ts'
import { openTurns } from './calling/take-turns.ts'

export interface RecordOptions {
  readonly limits: LimiterOptions
  readonly caps: BudgetCaps
  /** What the run has spent before: `spentBefore(ledger, runId)`. */
  readonly spent: Spending
  /** From `priceOf`; costs are 0 where it is unknown. */
  readonly price: Price | undefined
  /** How long failures are borne. @default defaultPatience */
  readonly patience?: Patience
  /** Where requests may wait for a batch; without it all are asked one by one. */
  readonly batch?: Pick<DeskParts, 'batches' | 'settings' | 'announce'>
}

/** A model whose every request and reply stands in the ledger. Make one per endpoint and run: workers share its places and pauses. */
export interface RecordedModel extends Model {
  readonly calls: Readonly<CallProgress>
  /** Sends nothing more and waits, as long as the grace of its patience, until what is in flight is recorded. */
  close(): Promise<void>
}

/**
 * Wraps an endpoint: a request is written down before it is sent, and its reply before anything is derived from it; what the ledger
 * holds is never paid again. Here are the only retry loop, the shared limits and pauses, and the budget.
 *
 * Aborting sends nothing new, lets what is in flight finish and be recorded, and rejects what waits with the signal's reason.
 */
export function recordModel(
  endpoint: ModelEndpoint,
  { ledger, clock }: { readonly ledger: Ledger; readonly clock: Clock },
  options: RecordOptions,
): RecordedModel {
  const calls = emptyCallProgress()
  const limiter = openLimiter(options.limits, clock)
  const closed = new AbortController()
  const parts: CallParts = {
    closed: closed.signal,
    endpoint,
    ledger,
    clock,
    limiter,
    budget: openBudget(options.caps, options.spent),
    price: options.price,
    patience: options.patience ?? defaultPatience,
    calls,
    health: { lastAnswer: clock.now(), answers: 0, rejectedInRow: 0, gaveUpInRow: 0, stopped: undefined },
  }
  const desk = options.batch === undefined ? undefined : openBatchDesk({ ...parts, ...options.batch })
  const underWay = new Map<ContentId, Promise<ModelReply>>()
  const turn = openTurns()

  return {
    name: endpoint.name,
    get calls() {
      calls.places = limiter.state.places
      calls.perSecond = limiter.state.perSecond
      return calls
    },
    async complete(asked, { signal }) {
      signal.throwIfAborted()
      // What a model thinks is paid and limited like what it says.
      const request = { ...asked, maxTokens: asked.maxTokens + endpoint.reasoningTokens }
      const record = recordOf(endpoint, request)
      const same = underWay.get(record.key)
      if (same !== undefined) return { ...(await same), recalled: true, cost: 0 }
      const call = async (): Promise<ModelReply> => {
        const held = (await ledger.recall([record.key])).get(record.key)
        if (held === undefined || held.outcome === 'failed') {
          const online = (): Promise<ModelReply> => callUntilDone(request, record, { signal, parts })
          return desk === undefined ? online() : desk.complete(request, record, { signal, online })
        }
        calls.recalled += 1
        return modelReply(endpoint.name, held, true)
      }
      const calling = call().finally(() => underWay.delete(record.key))
      underWay.set(record.key, calling)
      const reply = await calling
      await turn()
      return reply
    },
    async close() {
      desk?.close()
      shutCallsWith(new Error('closed: this model is asked nothing more'), parts)
      if (underWay.size > 0) {
        const grace = clock.sleep(parts.patience.grace, closed.signal).catch(() => undefined)
        await Promise.race([Promise.allSettled(underWay.values()), grace])
      }
      closed.abort()
    },
  }
}
