import { InterruptedError, StoreError } from '../core/errors.ts'
import { type Pair, pairMarks } from '../core/pair.ts'
import type { PairMarkChange, PairPlace, PairStore } from '../core/ports.ts'
import type { Run } from '../core/run.ts'
import type { ReportProgress } from './progress.ts'
import type { RunStores } from './run-pipeline.ts'

export interface RunCopying {
  readonly run: Run
  readonly from: RunStores
  readonly to: RunStores
  readonly progress: ReportProgress
  readonly signal: AbortSignal
}

/** Pairs of one transaction. */
const blockSize = 2048

/** Changes of marks of one call. */
const changesAtOnce = 16_384

interface Window {
  readonly from: number
  readonly to: number
}

/** Copies the pairs before the run's cursor that the other side lacks, and marks of those it has. Returns how many. */
export async function copyPairs(
  copying: RunCopying,
): Promise<{ readonly pairs: number; readonly marks: number }> {
  const { run, from, to, progress, signal } = copying
  const held = await to.runs.byId(run.id)
  const { total } = await from.pairs.counts(run.id)
  const window = { from: 0, to: run.cursor }
  const { missing, present, changes } =
    held === undefined
      ? { missing: [window], present: 0, changes: [] }
      : await compare(from.pairs, to.pairs, { run, window })
  for (let at = 0; at < changes.length; at += changesAtOnce) {
    stopWhenAsked(signal)
    await to.pairs.mark(run.id, changes.slice(at, at + changesAtOnce))
  }
  progress({ stage: 'copy-pairs', done: present, total })
  const pairs = await appendAll(copying, { missing, held, seen: present, total })
  return { pairs, marks: changes.length }
}

interface Difference {
  /** Windows of the run whose pairs the other side lacks, ascending. */
  readonly missing: readonly Window[]
  /** Pairs that both sides have. */
  readonly present: number
  readonly changes: readonly PairMarkChange[]
}

/** @throws StoreError when the other side has another pair in the place of one */
async function compare(
  from: PairStore,
  to: PairStore,
  { run, window }: { readonly run: Run; readonly window: Window },
): Promise<Difference> {
  const missing: { from: number; to: number }[] = []
  const changes: PairMarkChange[] = []
  let present = 0
  let isGap = false
  const stored = each(to.places(run.id, window))
  let next = await stored.next()
  for await (const place of each(from.places(run.id, window))) {
    while (next.done !== true && next.value.index < place.index) next = await stored.next()
    if (next.done !== true && next.value.index === place.index) {
      for (const change of markChanges(place, next.value, run)) changes.push(change)
      present += 1
      isGap = false
    } else if (isGap) (missing.at(-1) as { to: number }).to = place.index + 1
    else {
      missing.push({ from: place.index, to: place.index + 1 })
      isGap = true
    }
  }
  return { missing, present, changes }
}

interface Appending extends Pick<Difference, 'missing'> {
  /** The run as the other side has it. */
  readonly held: Run | undefined
  /** Pairs that need no copying, and pairs in all. */
  readonly seen: number
  readonly total: number
}

/** What a block stands on is stored while the block before it is being written. */
async function appendAll(
  { run, from, to, progress, signal }: RunCopying,
  { missing, held, seen, total }: Appending,
): Promise<number> {
  // Places that were kept free stay listed until all is copied: only those of the stored run are filled.
  const unanswered = [...(held?.counters.unanswered ?? []), ...run.counters.unanswered]
  const counters = { ...run.counters, unanswered }
  let cursor = held?.cursor ?? 0
  let appended = 0
  let writing: Promise<void> = Promise.resolve()

  async function append(block: readonly Pair[]): Promise<void> {
    cursor = Math.max(cursor, (block.at(-1)?.index ?? 0) + 1)
    await to.pairs.appendBlock({ ...run, state: 'generating', cursor, counters }, block)
    appended += block.length
    progress({ stage: 'copy-pairs', done: seen + appended, total })
  }

  try {
    for await (const block of blocksOf(from.pairs, run, missing)) {
      stopWhenAsked(signal)
      await both(writing, to.pairs.prepareBlock?.(block))
      writing = append(block)
      // Looked at with the next block, or at the end.
      writing.catch(() => {})
    }
  } finally {
    await writing
  }
  return appended
}

/** Waits for both before it throws what either threw: nothing goes on behind the caller's back. */
async function both(one: Promise<void>, other: Promise<void> | undefined): Promise<void> {
  for (const result of await Promise.allSettled([one, other]))
    if (result.status === 'rejected') throw result.reason
}

async function* blocksOf(
  store: PairStore,
  run: Run,
  windows: readonly Window[],
): AsyncGenerator<readonly Pair[], void> {
  let block: Pair[] = []
  for (const window of windows)
    for await (const batch of store.range(run.id, window)) {
      block.push(...batch)
      if (block.length < blockSize) continue
      yield block
      block = []
    }
  if (block.length > 0) yield block
}

async function* each<Item>(batches: AsyncIterable<readonly Item[]>): AsyncGenerator<Item, void> {
  for await (const batch of batches) yield* batch
}

function markChanges(place: PairPlace, held: PairPlace, run: Run): readonly PairMarkChange[] {
  if (place.id !== held.id)
    throw new StoreError(
      `another pair in its place: ${held.id} at ${place.index} of run ${run.id}, not ${place.id}; use an empty store`,
    )
  if (place.marks.length === 0 && held.marks.length === 0) return []
  return pairMarks
    .filter((mark) => place.marks.includes(mark) !== held.marks.includes(mark))
    .map((mark) => ({ index: place.index, mark, set: place.marks.includes(mark) }))
}

/** @throws InterruptedError */
export function stopWhenAsked(signal: AbortSignal): void {
  if (signal.aborted) throw new InterruptedError('stopped: the same command goes on where it stopped')
}
