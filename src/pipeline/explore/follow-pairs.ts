import { setImmediate as nextTurn } from 'node:timers/promises'
import { pairMarks, type PairMark } from '../../core/pair.ts'
import type { PairStore } from '../../core/ports.ts'
import type { Run } from '../../core/run.ts'
import { createPairIndex, type PairIndex } from './pair-index.ts'

/** The index of a run's pairs, kept up with what is stored. */
export interface FollowedPairs {
  /** The index as it is: whole once {@link FollowedPairs.update} resolved. */
  current(): PairIndex
  /**
   * Takes in what was stored since. Where pairs were filled in between, or marks changed, the index is made again and then replaces
   * the one before. Calls while one is under way share it.
   */
  update(run: FollowedRun): Promise<PairIndex>
  /** Takes in new marks of one pair, so that the index need not be made again for them. */
  noteMarks(drawIndex: number, marks: readonly PairMark[]): void
  /** Grows with every change. */
  readonly version: number
}

type FollowedRun = Pick<Run, 'id' | 'cursor' | 'state'>

/** Draws read in one turn of the event loop: a few milliseconds. */
const drawsPerTurn = 192

export function followPairs(store: PairStore): FollowedPairs {
  let index = createPairIndex()
  let next = 0
  let version = 0
  let running: Promise<PairIndex> | undefined

  async function readOn(into: PairIndex, run: FollowedRun, from: number): Promise<void> {
    for (let start = from; start < run.cursor; start += drawsPerTurn) {
      const window = { from: start, to: Math.min(start + drawsPerTurn, run.cursor) }
      for await (const batch of store.range(run.id, window)) for (const pair of batch) into.add(pair)
      await nextTurn()
    }
  }

  async function agrees(runId: string): Promise<boolean> {
    const { total, byMark } = await store.counts(runId)
    return total === index.size && pairMarks.every((mark) => (byMark[mark] ?? 0) === index.countMarked(mark))
  }

  async function follow(run: FollowedRun): Promise<PairIndex> {
    if (run.cursor > next) {
      await readOn(index, run, next)
      next = run.cursor
      version++
    }
    // A run that is being written is ahead of what was read of it.
    if (run.state === 'generating' || (await agrees(run.id))) return index
    const fresh = createPairIndex()
    await readOn(fresh, run, 0)
    index = fresh
    version++
    return index
  }

  return {
    current: () => index,
    update(run) {
      running ??= follow(run).finally(() => (running = undefined))
      return running
    },
    noteMarks(drawIndex, marks) {
      const place = index.placeFrom(drawIndex)
      if (place === index.size || index.drawIndex(place) !== drawIndex) return
      index.mark(place, marks)
      version++
    },
    get version() {
      return version
    },
  }
}
