import { setImmediate as nextRound } from 'node:timers/promises'
import type { Config } from '../../core/config.ts'
import { ConflictError } from '../../core/errors.ts'
import type { ContentId } from '../../core/identity.ts'
import type { PairStore, ReviewStore } from '../../core/ports.ts'
import type { Run } from '../../core/run.ts'
import type { BalanceView } from '../../surfaces/api/contract/runs.ts'
import type { RunStores } from '../run-pipeline.ts'
import { findRun, loadStoredRun } from '../stored-run.ts'
import { viewBalance } from './balance-view.ts'
import type { StartJob } from './job.ts'

export interface BalanceDeskParts {
  readonly stores: RunStores & { readonly reviews: ReviewStore }
  /** As the service was started. */
  readonly config: Config
  readonly startJob: StartJob
}

/** Draws up to which a run is measured here, within milliseconds; longer ones are measured by a process of their own. */
const measuredHere = 4096
const mostKept = 8

/** Balance views, each measured once for a state of its run, its marks and its reviews. */
export function openBalanceDesk({
  stores,
  config,
  startJob,
}: BalanceDeskParts): (run?: string) => Promise<BalanceView | undefined> {
  const kept = new Map<ContentId, { readonly stamp: string; readonly view: Promise<BalanceView> }>()

  async function measure(run: Run): Promise<BalanceView> {
    const { out: _out, ...place } = config.run
    const call = { ...config, run: place }
    if (run.cursor <= measuredHere) {
      const stored = await loadStoredRun(run, stores.graph, call)
      return viewBalance(stored, { graph: stores.graph, pairs: inTurns(stores.pairs) })
    }
    const end = await startJob({ kind: 'balance', runId: run.id, config: call }, () => {}).ended
    if (end.kind === 'done') return end.result as unknown as BalanceView
    throw new ConflictError(`no balance of the run: ${end.message}`)
  }

  return async (id) => {
    const run = id === undefined ? await findRun(stores.runs) : await stores.runs.byId(id)
    if (run === undefined) return undefined
    const counts = await stores.pairs.counts(run.id)
    const stamp = JSON.stringify([run.cursor, counts, await stores.reviews.version()])
    const held = kept.get(run.id)
    if (held?.stamp === stamp) return held.view
    const view = measure(run)
    kept.delete(run.id)
    kept.set(run.id, { stamp, view })
    view.catch(() => kept.delete(run.id))
    const [oldest] = kept.keys()
    if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest)
    return view
  }
}

/** Draws that are read before others get their turn. */
const window = 128

/** The same pairs, read in small windows between which everybody else gets a turn. */
function inTurns(pairs: PairStore): PairStore {
  return {
    ...pairs,
    async *range(runId, { from, to }) {
      for (let start = from; start < to; start += window) {
        yield* pairs.range(runId, { from: start, to: Math.min(start + window, to) })
        await nextRound()
      }
    },
  }
}
