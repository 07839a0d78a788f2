import { ProviderError } from '../../core/errors.ts'
import type { ContentId } from '../../core/identity.ts'
import type { ModelReply, ModelRequest } from '../../core/model.ts'
import type { LedgerReply, LedgerRequest } from '../../core/ports.ts'
import {
  awaitBatch,
  batchPrice,
  beginBatch,
  closeBatch,
  collectBatch,
  findBatch,
  openBatches,
  submitBatch,
  type BatchPorts,
  type BatchRecord,
} from './batch-calls.ts'
import type { Budget, Spending } from './budget.ts'
import type { CallProgress } from './call-progress.ts'
import { onAbort } from './on-abort.ts'
import type { Price } from './prices.ts'
import { modelReply, mostOf } from './request-record.ts'

/** How requests are gathered into batches. */
export interface BatchSettings {
  /** False asks online, and only looks after batches that an earlier life began. */
  readonly submits: boolean
  /** Most requests of one batch; providers take up to 50,000. */
  readonly size: number
  /** Fewer than this go online: a batch of two may take as long as one of thousands. */
  readonly least: number
  /** Milliseconds between looks at a batch. */
  readonly every: number
  /** Milliseconds without a new request after which a batch is full enough. */
  readonly quiet: number
}

export interface DeskParts extends Omit<BatchPorts, 'signal'> {
  readonly settings: BatchSettings
  readonly budget: Budget
  readonly price: Price | undefined
  readonly calls: CallProgress
  /** Told what is submitted and what came back. */
  readonly announce: (text: string) => void
}

interface Asking {
  readonly signal: AbortSignal
  /** Asks the same request by itself. */
  readonly online: () => Promise<ModelReply>
}

/** Where requests wait for a batch. */
export interface BatchDesk {
  /** The reply from a batch, or online where the batch brought none, was too small, or would not fit the budget. */
  complete(request: ModelRequest, record: LedgerRequest, asking: Asking): Promise<ModelReply>
  /** Waits for nothing any more; batches at the endpoint go on and are found again by the next life. */
  close(): void
}

interface Waiting {
  readonly request: ModelRequest
  readonly record: LedgerRequest
  readonly decide: (reply: LedgerReply | undefined) => void
  readonly fail: (error: unknown) => void
}

/**
 * Gathers the requests that come in while others wait, and sends them as one batch when no more come. A batch and its requests are
 * written down before it is submitted, its id before it is looked at, its results before they are used: whatever dies between, the
 * next life finds the batch and pays for nothing twice.
 */
export function openBatchDesk(parts: DeskParts): BatchDesk {
  const { batches, ledger, clock, settings, budget, price, calls, announce } = parts
  const closing = new AbortController()
  const ports: BatchPorts = { batches, ledger, clock, signal: closing.signal }
  const underWay = new Map<ContentId, () => Promise<void>>()
  let gathered: Waiting[] = []
  let asked = 0
  let isWatched = false
  /** One request goes ahead alone: it learns what the endpoint understands. */
  let probe: Promise<ModelReply> | undefined
  let loading: Promise<void> | undefined

  /** Batches of earlier lives; each is waited for when one of its requests is asked. */
  const load = (): Promise<void> =>
    (loading ??= openBatches(ports).then((records) => {
      for (const record of records) {
        let settling: Promise<void> | undefined
        const settle = (): Promise<void> => (settling ??= takeUp(record))
        for (const key of record.items) underWay.set(key, settle)
      }
    }))

  async function takeUp(record: BatchRecord): Promise<void> {
    const id = await findBatch(record, ports)
    if (id !== undefined) {
      if (!settings.submits && (await batches.state(id)).state === 'running')
        throw new ProviderError(
          `requests of this run wait in batch ${id} at the endpoint: go on with --batch to wait for it, or cancel it there`,
        )
      // Its requests were counted when the earlier life was.
      const reservation = await budget.reserve({ requests: 0, tokens: 0, cost: 0 })
      reservation.settle({ ...(await finish(record, id)), requests: 0 })
    }
    await closeBatch(record, ports)
    for (const key of record.items) underWay.delete(key)
  }

  /** Waits and collects. A batch that the endpoint could not run is closed: nothing of it was worked on. */
  async function finish(record: BatchRecord, id: string): Promise<Spending> {
    const requests = record.items.length
    calls.inBatches += requests
    try {
      if ((await awaitBatch(id, ports, settings.every)) === 'failed') {
        await closeBatch(record, ports)
        throw new ProviderError(
          `batch failed at the endpoint: ${id}; look it up there, or go on without --batch`,
        )
      }
      const { answered, promptTokens, completionTokens, cost } = await collectBatch(id, ports, price)
      calls.answered += answered
      calls.promptTokens += promptTokens
      calls.completionTokens += completionTokens
      calls.cost += cost
      announce(`batch ${id}: ${answered} of ${requests} answered`)
      return { requests, tokens: promptTokens + completionTokens, cost }
    } finally {
      calls.inBatches -= requests
    }
  }

  async function send(all: readonly Waiting[]): Promise<void> {
    const [chosen, most] = affordable(all)
    const rest = all.slice(chosen.length)
    for (const { decide } of chosen.length < settings.least ? all : rest) decide(undefined)
    if (chosen.length < settings.least) return
    try {
      const reservation = await budget.reserve(most)
      let spent: Spending = { requests: 0, tokens: 0, cost: 0 }
      try {
        const record = await beginBatch(
          chosen.map((one) => one.record),
          ports,
        )
        spent = { ...spent, requests: chosen.length }
        const items = chosen.map(({ request, record: { key } }) => ({ key, request }))
        const id = await submitBatch(record, items, ports)
        announce(`batch ${id}: ${chosen.length} requests submitted; may take up to 24 hours`)
        spent = await finish(record, id)
        await closeBatch(record, ports)
      } finally {
        reservation.settle(spent)
      }
      const replies = await ledger.recall(chosen.map((one) => one.record.key))
      for (const { record, decide } of chosen) decide(replies.get(record.key))
    } catch (error) {
      for (const { fail } of chosen) fail(error)
    }
  }

  /** The first requests that fit the budget together, and what they may take. */
  function affordable(all: readonly Waiting[]): readonly [readonly Waiting[], Spending] {
    let most: Spending = { requests: 0, tokens: 0, cost: 0 }
    for (const [place, { request }] of all.entries()) {
      const one = mostOf(request, batchPrice(price))
      const next = {
        requests: most.requests + one.requests,
        tokens: most.tokens + one.tokens,
        cost: most.cost + one.cost,
      }
      if (!budget.fits(next)) return [all.slice(0, place), most]
      most = next
    }
    return [all, most]
  }

  /** Sends what is gathered when no more comes, or enough is there. */
  async function watch(): Promise<void> {
    for (let seen = -1; seen !== asked && gathered.length < settings.size;) {
      seen = asked
      await clock.sleep(settings.quiet, closing.signal)
    }
    const proven = await probe?.then(
      () => true,
      () => false,
    )
    isWatched = false
    const all = gathered
    gathered = []
    // Where even the first request failed, each learns why by itself.
    if (proven === false) for (const { decide } of all) decide(undefined)
    else
      for (let from = 0; from < all.length; from += settings.size)
        void send(all.slice(from, from + settings.size))
  }

  function gather(request: ModelRequest, record: LedgerRequest): Promise<LedgerReply | undefined> {
    return new Promise((decide, fail) => {
      gathered.push({ request, record, decide, fail })
      asked += 1
      if (isWatched) return
      isWatched = true
      watch().catch((error: unknown) => {
        for (const waiting of gathered.splice(0)) waiting.fail(error)
      })
    })
  }

  async function fromBatch(request: ModelRequest, record: LedgerRequest): Promise<LedgerReply | undefined> {
    const earlier = underWay.get(record.key)
    if (earlier !== undefined) {
      await earlier()
      const held = (await ledger.recall([record.key])).get(record.key)
      if (held !== undefined && held.outcome !== 'failed') return held
      return undefined
    }
    return settings.submits ? gather(request, record) : undefined
  }

  return {
    async complete(request, record, { signal, online }) {
      await orAborted(load(), signal)
      if (settings.submits && probe === undefined && !underWay.has(record.key)) {
        probe = online()
        return probe
      }
      const reply = await orAborted(fromBatch(request, record), signal)
      if (reply === undefined || reply.outcome === 'failed') return online()
      return modelReply(batches.name, reply, false)
    },
    close: () => closing.abort(new Error('closed: batches are waited for no more')),
  }
}

/** The work goes on when the signal is aborted; who waits for it is told at once. */
function orAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const forget = onAbort(signal, () => reject(signal.reason as Error))
    work.then(resolve, reject).finally(forget)
  })
}
