import { isDeepStrictEqual } from 'node:util'
import { StoreError } from '../core/errors.ts'
import type { GraphStore } from '../core/ports.ts'
import type { Run } from '../core/run.ts'
import { copyPairs, type RunCopying, stopWhenAsked } from './copy-pairs.ts'
import type { StoredRun } from './stored-run.ts'

/** What was written; zeros where the other side had it already. */
export interface RunCopy {
  readonly runId: string
  readonly seeds: number
  readonly pairs: number
  /** Marks that were added or removed on pairs that were there. */
  readonly marks: number
}

const seedsAtOnce = 5000

/**
 * Copies a run with its seeds, graph and pairs from one workspace's stores to another's. What is there already is left alone and is
 * not read again: pairs are compared by place, id and marks. Marks are brought up to date, and a copy that was interrupted goes on where it stopped. Pairs behind the run's cursor are not copied.
 *
 * @throws StoreError when the other side has another pair in the place of one; InterruptedError when the signal stops it
 */
export async function copyRun(copying: RunCopying): Promise<RunCopy> {
  const { run, to } = copying
  await to.runs.claim(run.id)
  try {
    const seeds = await copyGround(copying)
    const copied = await copyPairs(copying)
    if (!isDeepStrictEqual(await to.runs.byId(run.id), run)) await to.runs.put(run)
    return { runId: run.id, seeds, ...copied }
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
  if (!(await to.graph.hasGraph(run.graphVersion))) {
    const { graph, contributions } = await loadGround(run, from.graph)
    await to.graph.putGraph(graph, contributions)
  }
  progress({ stage: 'copy-graph', done: 1, total: 1 })
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
