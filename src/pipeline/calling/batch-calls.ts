import { ConfigurationError, ProviderError } from '../../core/errors.ts'
import { contentId, type ContentId } from '../../core/identity.ts'
import { type BatchEndpoint, type BatchItem, EndpointFailure } from '../../core/model-endpoint.ts'
import type { Clock, Ledger, LedgerReply, LedgerRequest } from '../../core/ports.ts'
import type { Price } from './prices.ts'
import { failureRecord, replyRecord } from './request-record.ts'

export interface BatchPorts {
  readonly batches: BatchEndpoint
  readonly ledger: Ledger
  readonly clock: Clock
  /** Ends what waits between attempts. */
  readonly signal: AbortSignal
}

/** A batch as the ledger remembers it, from before it is submitted until its results are in. */
export interface BatchRecord {
  /** Ledger key of the record. */
  readonly key: ContentId
  /** Under which the endpoint knows it. */
  readonly label: string
  /** Requests in it. */
  readonly items: readonly ContentId[]
}

/** What a batch brought. */
export interface CollectedBatch {
  readonly answered: number
  readonly promptTokens: number
  readonly completionTokens: number
  readonly cost: number
  /** Failed items; asked online, they may still be answered. */
  readonly failed: number
}

/** Batches of one model are kept under an id of their own: they are no requests of a run. */
function shelfOf({ batches }: Pick<BatchPorts, 'batches'>): ContentId {
  return contentId('batches', batches.name)
}

/** Batches that were begun in this workspace, by any run, and whose results are not in. */
export async function openBatches({
  batches,
  ledger,
}: Omit<BatchPorts, 'signal'>): Promise<readonly BatchRecord[]> {
  return (await ledger.pending(shelfOf({ batches }))).map(({ key, body }) => {
    const { label, items } = body as { readonly label: string; readonly items: readonly ContentId[] }
    return { key, label, items }
  })
}

/** Writes a batch and its requests down together, before anything is sent. */
export async function beginBatch(
  requests: readonly LedgerRequest[],
  { batches, ledger }: BatchPorts,
): Promise<BatchRecord> {
  const items = requests.map(({ key }) => key)
  for (let turn = 0; ; turn++) {
    const label = contentId('batch', [items, turn])
    const key = contentId('batch-record', label)
    // Its requests were in a batch before, which brought nothing.
    if ((await ledger.recall([key])).has(key)) continue
    const shelf = shelfOf({ batches })
    await ledger.begin([
      ...requests,
      { key, runId: shelf, purpose: 'batch', body: { label, items } },
      { key: idKey(label), runId: contentId('batch-ids', shelf), purpose: 'batch-id', body: { label } },
    ])
    return { key, label, items }
  }
}

function idKey(label: string): ContentId {
  return contentId('batch-id', label)
}

function note(key: ContentId, text: string): LedgerReply {
  return { key, outcome: 'answered', body: { text }, promptTokens: 0, completionTokens: 0, cost: 0 }
}

/** The endpoint's id of a begun batch: as recorded, or as the endpoint tells after a crash between the two; absent where it was never submitted. */
export async function findBatch({ label }: BatchRecord, ports: BatchPorts): Promise<string | undefined> {
  const key = idKey(label)
  const held = (await ports.ledger.recall([key])).get(key)
  if (held !== undefined) return (held.body as { readonly text: string }).text
  const found = await persist(() => ports.batches.find(label), ports)
  if (found !== undefined) await ports.ledger.record([note(key, found)])
  return found
}

/** Submits a begun batch and records its id. A submission that failed half-way is looked for before it is repeated. */
export async function submitBatch(
  record: BatchRecord,
  items: readonly BatchItem[],
  ports: BatchPorts,
): Promise<string> {
  const { batches, ledger } = ports
  let isFirst = true
  const id = await persist(async () => {
    const underWay = isFirst ? undefined : await batches.find(record.label)
    isFirst = false
    return underWay ?? (await batches.submit(record.label, items))
  }, ports)
  await ledger.record([note(idKey(record.label), id)])
  return id
}

/** Notes that nothing more is to come from a batch. */
export async function closeBatch({ key }: BatchRecord, { ledger }: BatchPorts): Promise<void> {
  await ledger.record([note(key, 'closed')])
}

/** Waits until a batch has ended, one way or the other, looking every so many milliseconds. @throws the signal's reason when aborted */
export async function awaitBatch(id: string, ports: BatchPorts, every: number): Promise<'ended' | 'failed'> {
  const { batches, clock, signal } = ports
  for (;;) {
    signal.throwIfAborted()
    const { state } = await persist(() => batches.state(id), ports)
    if (state !== 'running') return state
    await clock.sleep(every, signal)
  }
}

const groupSize = 500

/** Writes the results of an ended batch into the ledger. Collecting again changes nothing. */
export async function collectBatch(
  id: string,
  ports: BatchPorts,
  price: Price | undefined,
): Promise<CollectedBatch> {
  const halved = batchPrice(price)
  return persist(async () => {
    const counts = { answered: 0, failed: 0, promptTokens: 0, completionTokens: 0, cost: 0 }
    let group: LedgerReply[] = []
    for await (const { key, result } of ports.batches.results(id)) {
      const failed = result instanceof EndpointFailure
      const reply = failed
        ? failureRecord(key, result, { attempt: 0, price: halved })
        : replyRecord(key, result, halved)
      counts[failed ? 'failed' : 'answered'] += 1
      counts.promptTokens += reply.promptTokens
      counts.completionTokens += reply.completionTokens
      counts.cost += reply.cost
      group.push(reply)
      if (group.length < groupSize) continue
      await ports.ledger.record(group)
      group = []
    }
    await ports.ledger.record(group)
    return counts
  }, ports)
}

/** What a token costs in a batch. */
export function batchPrice(price: Price | undefined): Price | undefined {
  if (price === undefined) return undefined
  const { input, cachedInput = input, output, batch = 1 } = price
  return { input: input * batch, cachedInput: cachedInput * batch, output: output * batch }
}

const attempts = 8
const firstWait = 1000

/** A batch lives for hours: a passing failure of the endpoint must not end the run. */
async function persist<T>(work: () => Promise<T>, { clock, signal }: BatchPorts): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof EndpointFailure)) throw error
      if (error.reason === 'not-found' && error.status === 404)
        throw new ConfigurationError(`${error.message}; has it a Batch API? run without --batch`)
      if (error.verdict !== 'retry' || attempt === attempts)
        throw new ProviderError(`${error.message}; what was recorded is kept, go on with --resume`)
      await clock.sleep(error.retryAfter ?? firstWait * 2 ** (attempt - 1), signal)
    }
  }
}
