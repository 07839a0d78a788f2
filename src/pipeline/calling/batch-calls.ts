import { BudgetError, ProviderError } from '../../core/errors.ts'
import { contentId, type ContentId } from '../../core/identity.ts'
import { type BatchEndpoint, EndpointFailure } from '../../core/model-endpoint.ts'
import type { ModelRequest } from '../../core/model.ts'
import type { Clock, Ledger, LedgerReply } from '../../core/ports.ts'
import type { BudgetCaps, Spending } from './budget.ts'
import type { Price } from './prices.ts'
import { failureRecord, mostOf, recordOf, replyRecord } from './request-record.ts'

export interface BatchPorts {
  readonly batches: BatchEndpoint
  readonly ledger: Ledger
}

export interface SubmitOptions {
  /** Most requests of one batch; providers take up to 50,000. */
  readonly size: number
  readonly caps: BudgetCaps
  readonly spent: Spending
  readonly price: Price | undefined
}

/** What a batch brought. */
export interface CollectedBatch {
  readonly answered: number
  /** Failed items; asked online, they may still be answered. */
  readonly failed: number
}

/**
 * Submits the requests that have no reply yet, in batches, and gives their ids. Called again with the same requests, also after a
 * crash, it finds the batches that are under way at the endpoint instead of paying twice. Collect them, then ask what is left with
 * `Model.complete`: both write to the same ledger, under the same keys.
 *
 * Ask one request with `Model.complete` first: it proves key and model, and what the endpoint understands.
 *
 * @throws BudgetError when all of it together may exceed a cap; nothing is submitted then
 */
export async function submitBatches(
  requests: readonly ModelRequest[],
  { batches, ledger }: BatchPorts,
  options: SubmitOptions,
): Promise<readonly string[]> {
  const ids: string[] = []
  checkBudget(requests, options)
  for (let from = 0; from < requests.length; from += options.size) {
    const items = requests
      .slice(from, from + options.size)
      .map((request) => ({ request, record: recordOf(batches.name, request) }))
    // Labelled by all requests of the slice, answered or not, so that the label is the same in every life.
    const label = contentId(
      'batch',
      items.map(({ record }) => record.key),
    )
    const underWay = await batches.find(label)
    if (underWay !== undefined) {
      ids.push(underWay)
      continue
    }
    const held = await ledger.recall(items.map(({ record }) => record.key))
    const open = [...new Map(items.map((item) => [item.record.key, item])).values()].filter(({ record }) => {
      const outcome = held.get(record.key)?.outcome
      return outcome === undefined || outcome === 'failed'
    })
    if (open.length === 0) continue
    await ledger.begin(open.map(({ record }) => record))
    ids.push(
      await batches.submit(
        label,
        open.map(({ request, record }) => ({ key: record.key, request })),
      ),
    )
  }
  return ids
}

function checkBudget(requests: readonly ModelRequest[], { caps, spent, price }: SubmitOptions): void {
  const most = requests
    .map((request) => mostOf(request, batchPrice(price)))
    .reduce(
      (sum, one) => ({
        requests: sum.requests + one.requests,
        tokens: sum.tokens + one.tokens,
        cost: sum.cost + one.cost,
      }),
      spent,
    )
  for (const kind of ['requests', 'tokens', 'cost'] as const)
    if (most[kind] > (caps[kind] ?? Number.POSITIVE_INFINITY))
      throw new BudgetError(
        `batch may exceed the cap on ${kind}: up to ${most[kind]} of ${caps[kind]}; raise --max-${kind} or ask for less`,
      )
}

/** Waits until a batch has ended. @throws ProviderError when the endpoint could not run it, the signal's reason when aborted */
export async function awaitBatch(
  id: string,
  { batches, clock }: { readonly batches: BatchEndpoint; readonly clock: Clock },
  { signal, every = 60_000 }: { readonly signal: AbortSignal; readonly every?: number },
): Promise<void> {
  for (;;) {
    signal.throwIfAborted()
    const { state } = await batches.state(id)
    if (state === 'ended') return
    if (state === 'failed')
      throw new ProviderError(`batch failed at the endpoint: ${id}; look it up there, or run without batches`)
    await clock.sleep(every, signal)
  }
}

const groupSize = 500

/** Writes the results of an ended batch into the ledger. Collecting again changes nothing. */
export async function collectBatch(
  id: string,
  { batches, ledger }: BatchPorts,
  price: Price | undefined,
): Promise<CollectedBatch> {
  const halved = batchPrice(price)
  const counts = { answered: 0, failed: 0 }
  let group: LedgerReply[] = []
  for await (const { key, result } of batches.results(id)) {
    const failed = result instanceof EndpointFailure
    counts[failed ? 'failed' : 'answered'] += 1
    group.push(
      failed ? failureRecord(key, result, { attempt: 0, price: halved }) : replyRecord(key, result, halved),
    )
    if (group.length < groupSize) continue
    await ledger.record(group)
    group = []
  }
  await ledger.record(group)
  return counts
}

/** Keys of the requests that still have no reply. */
export async function unanswered(
  requests: readonly ModelRequest[],
  { batches, ledger }: BatchPorts,
): Promise<ReadonlySet<ContentId>> {
  const keys = requests.map((request) => recordOf(batches.name, request).key)
  const held = await ledger.recall(keys)
  return new Set(keys.filter((key) => (held.get(key)?.outcome ?? 'failed') === 'failed'))
}

function batchPrice(price: Price | undefined): Price | undefined {
  if (price === undefined) return undefined
  const { input, cachedInput = input, output, batch = 1 } = price
  return { input: input * batch, cachedInput: cachedInput * batch, output: output * batch }
}
