import { setImmediate as nextTurn } from 'node:timers/promises'
import type { ContentId } from '../../core/identity.ts'
import { pairMarks } from '../../core/pair.ts'
import type { PairStore, ReviewStore } from '../../core/ports.ts'
import type { Review } from '../../core/review.ts'
import type { Run } from '../../core/run.ts'
import { createPairIndex, type PairIndex } from './pair-index.ts'

/** The index of a run's pairs, kept up with what is stored and decided. */
export interface FollowedPairs {
  /** The index as it is: whole once {@link FollowedPairs.update} resolved. */
  current(): PairIndex
  /** The decisions that hold, as the index has them. */
  decisions(): ReadonlyMap<ContentId, Review>
  /**
   * Takes in what was stored and decided since. Where pairs were filled in between, or a stage changed marks, the index is made again
   * and then replaces the one before. Calls while one is under way share it.
   */
  update(run: FollowedRun): Promise<void>
  /** Grows with every change. */
  readonly version: number
}

type FollowedRun = Pick<Run, 'id' | 'cursor' | 'state' | 'counters'>

/** Draws read in one turn of the event loop: a few milliseconds. */
const drawsPerTurn = 192
/** Decisions taken in in one turn. */
const decisionsPerTurn = 50
/** Milliseconds between looks at marks that changed while the run did not. */
const markInterval = 5000

export function followPairs(
  store: PairStore,
  reviews: Pick<ReviewStore, 'holding' | 'version'>,
): FollowedPairs {
  let index = createPairIndex()
  let next = 0
  let version = 0
  let decided: { readonly version: number; readonly of: ReadonlyMap<ContentId, Review> } = {
    version: 0,
    of: new Map(),
  }
  let checked = { state: '', at: -Infinity }
  let running: Promise<void> | undefined

  async function readOn(into: PairIndex, run: FollowedRun, from: number): Promise<void> {
    for (let start = from; start < run.cursor; start += drawsPerTurn) {
      const window = { from: start, to: Math.min(start + drawsPerTurn, run.cursor) }
      for await (const batch of store.range(run.id, window)) for (const pair of batch) into.add(pair)
      await nextTurn()
    }
  }

  /** Pairs are read as decisions have them: those decided since they were read are read again. */
  async function takeDecisions(runId: ContentId): Promise<void> {
    const latest = await reviews.version()
    if (latest === decided.version) return
    const before = decided.of
    decided = { version: latest, of: await reviews.holding() }
    const changed = [...new Set([...before.keys(), ...decided.of.keys()])].filter(
      (id) => before.get(id)?.id !== decided.of.get(id)?.id,
    )
    for (const [turn, pairId] of changed.entries()) {
      const pair = index.size === 0 ? undefined : await store.byId(pairId, runId)
      const place = pair === undefined ? index.size : index.placeFrom(pair.index)
      if (pair !== undefined && place < index.size && index.drawIndex(place) === pair.index)
        index.replace(place, pair)
      if (turn % decisionsPerTurn === decisionsPerTurn - 1) await nextTurn()
    }
    version++
  }

  async function agrees(runId: ContentId): Promise<boolean> {
    const { total, byMark } = await store.counts(runId)
    return total === index.size && pairMarks.every((mark) => (byMark[mark] ?? 0) === index.countMarked(mark))
  }

  async function follow(run: FollowedRun): Promise<void> {
    await takeDecisions(run.id)
    if (run.cursor > next) {
      await readOn(index, run, next)
      next = run.cursor
      version++
    }
    // A run that is being written is ahead of what was read of it.
    if (run.state === 'generating') return
    const state = JSON.stringify([run.state, run.cursor, run.counters.pairs, decided.version])
    if (state === checked.state && performance.now() - checked.at < markInterval) return
    if (!(await agrees(run.id))) {
      const fresh = createPairIndex()
      await readOn(fresh, run, 0)
      index = fresh
      version++
    }
    checked = { state, at: performance.now() }
  }

  return {
    current: () => index,
    decisions: () => decided.of,
    update(run) {
      running ??= follow(run).finally(() => (running = undefined))
      return running
    },
    get version() {
      return version
    },
  }
}
