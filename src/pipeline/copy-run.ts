import { isDeepStrictEqual } from 'node:util'
import { InterruptedError, StoreError } from '../core/errors.ts'
import { type Pair, pairMarks } from '../core/pair.ts'
import type { GraphStore, PairMarkChange } from '../core/ports.ts'
import type { Run } from '../core/run.ts'
import type { ReportProgress } from './progress.ts'
import type { RunStores } from './run-pipeline.ts'
import type { StoredRun } from './stored-run.ts'

export interface RunCopying {
  readonly run: Run
  readonly from: RunStores
  readonly to: RunStores
  readonly progress: ReportProgress
  readonly signal: AbortSignal
}

/** What was written; zeros where the other side had it already. */
export interface RunCopy {
  readonly runId: string
  readonly seeds: number
  readonly pairs: number
  /** Marks that were added or removed on pairs that were there. */
  readonly marks: number
}

/** Pairs of one transaction. */
const blockSize = 4096
const seedsAtOnce = 5000

/**
 * Copies a run with its seeds, graph and pairs from one workspace's stores to another's. What is there already is left alone, marks
 * are brought up to date, and a copy that was interrupted goes on where it stopped. Pairs behind the run's cursor are not copied.
 *
 * @throws StoreError when the other side has another pair in the place of one; InterruptedError when the signal stops it
 */
export async function copyRun(copying: RunCopying): Promise<RunCopy> {
  const { run, to } = copying
  await to.runs.claim(run.id)
  try {
    const seeds = await copyGround(copying)
    return { runId: run.id, seeds, ...(await copyPairs(copying)) }
  } finally {
    await to.runs.release(run.id)
  }
}

/** Seeds and graph, which pairs refer to. Returns the number of seeds written. */
async function copyGround({ run, from, to, progress, signal }: RunCopying): Promise<number> {
  const total = run.seedIds.length
  let written = 0
  for (let at = 0; at < total; at += seedsAtOnce) {
    stopWhenAsked(signal)
    written += await copySeeds(run.seedIds.slice(at, at + seedsAtOnce), from.graph, to.graph)
    progress({ stage: 'copy-seeds', done: Math.min(at + seedsAtOnce, total), total })
  }
  progress({ stage: 'copy-graph', done: 0, total: 1 })
  const { graph, contributions } = await loadGround(run, from.graph)
  await to.graph.putGraph(graph, contributions)
  progress({ stage: 'copy-graph', done: graph.edges.length, total: graph.edges.length })
  return written
}

async function copySeeds(ids: readonly string[], from: GraphStore, to: GraphStore): Promise<number> {
  const held = new Map((await to.seeds(ids)).map((labelled) => [labelled.seed.id, labelled]))
  const changed = (await from.seeds(ids)).filter(
    (labelled) => !isDeepStrictEqual(held.get(labelled.seed.id), labelled),
  )
  if (changed.length > 0) await to.putSeeds(changed)
  return changed.length
}

async function loadGround(run: Run, store: GraphStore): Promise<Pick<StoredRun, 'graph' | 'contributions'>> {
  const graph = await store.graph(run.graphVersion)
  if (graph === undefined) throw new StoreError(`graph missing: ${run.graphVersion} of run ${run.id}`)
  const contributions = (await store.seeds(run.seedIds))
    .filter(({ conceptIds }) => conceptIds.length > 0)
    .map(({ seed, conceptIds }) => ({ seedId: seed.id, conceptIds }))
  return { graph, contributions }
}

async function copyPairs({
  run,
  from,
  to,
  progress,
  signal,
}: RunCopying): Promise<Pick<RunCopy, 'pairs' | 'marks'>> {
  const held = await to.runs.byId(run.id)
  const total = (await from.pairs.counts(run.id)).total
  // Places that were kept free stay listed until all is copied: only those of the stored run are filled.
  const unanswered = [...(held?.counters.unanswered ?? []), ...run.counters.unanswered]
  const counters = { ...run.counters, unanswered }
  let [seen, pairs, marks] = [0, 0, 0]
  let cursor = held?.cursor ?? 0
  let fresh: Pair[] = []
  let changes: PairMarkChange[] = []

  async function flush(): Promise<void> {
    stopWhenAsked(signal)
    if (changes.length > 0) await to.pairs.mark(run.id, changes)
    if (fresh.length > 0) {
      cursor = Math.max(cursor, (fresh.at(-1)?.index ?? 0) + 1)
      await to.pairs.appendBlock({ ...run, state: 'generating', cursor, counters }, fresh)
    }
    pairs += fresh.length
    marks += changes.length
    fresh = []
    changes = []
    progress({ stage: 'copy-pairs', done: seen, total })
  }

  const window = { from: 0, to: run.cursor }
  const stored = each(to.pairs.range(run.id, window))
  let next = held === undefined ? undefined : await stored.next()
  for await (const pair of each(from.pairs.range(run.id, window))) {
    while (next?.done === false && next.value.index < pair.index) next = await stored.next()
    const other = next?.done === false && next.value.index === pair.index ? next.value : undefined
    if (other !== undefined) changes.push(...markChanges(pair, other))
    else fresh.push(pair)
    seen += 1
    if (fresh.length + changes.length >= blockSize) await flush()
  }
  await flush()
  if (!isDeepStrictEqual(await to.runs.byId(run.id), run)) await to.runs.put(run)
  return { pairs, marks }
}

async function* each(batches: AsyncIterable<readonly Pair[]>): AsyncGenerator<Pair, void> {
  for await (const batch of batches) yield* batch
}

function markChanges(pair: Pair, held: Pair): readonly PairMarkChange[] {
  if (pair.id !== held.id)
    throw new StoreError(
      `another pair in its place: ${held.id} at ${pair.index} of run ${pair.runId}, not ${pair.id}; use an empty store`,
    )
  return pairMarks
    .filter((mark) => pair.marks.includes(mark) !== held.marks.includes(mark))
    .map((mark) => ({ index: pair.index, mark, set: pair.marks.includes(mark) }))
}

function stopWhenAsked(signal: AbortSignal): void {
  if (signal.aborted) throw new InterruptedError('stopped: the same command goes on where it stopped')
}
