import { setImmediate as nextRound } from 'node:timers/promises'
import { openProceduralSource, type Draw, type DrawJob, type PairSource } from './draw-pairs.ts'
import { openThread, type Thread } from './open-thread.ts'

/** Draw indices, `to` excluded. */
export interface Block {
  readonly from: number
  readonly to: number
}

/** The draws of a block, in order. */
export async function drawBlock(
  source: Pick<PairSource, 'draw'>,
  { from, to }: Block,
): Promise<readonly Draw[]> {
  const draws: Draw[] = []
  for (let index = from; index < to; index++) draws.push(await source.draw(index))
  return draws
}

export interface BlockOptions {
  readonly start: number
  readonly size: number
  /** Threads; 0 draws in this one. */
  readonly workers: number
}

/** Blocks that may be finished or under way ahead of the one that is being taken, per thread. */
const ahead = 2

/**
 * Blocks of draws in index order, without end: stop taking when enough has been seen. With threads, later blocks are drawn while
 * the earlier one is taken; the order and the content are the same for any number of threads.
 */
export async function* drawBlocks(
  job: DrawJob,
  { start, size, workers }: BlockOptions,
): AsyncGenerator<readonly Draw[], void> {
  if (workers === 0) {
    const source = openProceduralSource(job)
    for (let from = start; ; from += size) {
      yield await drawBlock(source, { from, to: from + size })
      // Drawing waits for nothing: without this, a Ctrl-C would not be heard until the end.
      await nextRound()
    }
  }
  const threads = Array.from({ length: workers }, () =>
    openThread<Block, readonly Draw[]>('draw-worker', job),
  )
  try {
    const pending: Promise<readonly Draw[]>[] = []
    let next = start
    const ask = (): void => {
      const thread = threads[((next - start) / size) % workers] as Thread<Block, readonly Draw[]>
      pending.push(thread.ask({ from: next, to: next + size }))
      next += size
    }
    while (pending.length < workers * ahead) ask()
    for (;;) {
      yield await (pending.shift() as Promise<readonly Draw[]>)
      ask()
    }
  } finally {
    await Promise.all(threads.map((thread) => thread.stop()))
  }
}

export interface ConcurrentOptions {
  readonly start: number
  readonly size: number
  /** Draws under way at once. */
  readonly concurrency: number
  /** Pairs that are still wanted: no more draws are under way than that. */
  readonly wanted: () => number
}

/**
 * Blocks of draws in index order, many under way at once in this thread: for sources that wait for a model. Each draw decides
 * itself when it may ask; here is only how far ahead of the block being taken they begin.
 */
export async function* drawConcurrently(
  source: Pick<PairSource, 'draw'>,
  { start, size, concurrency, wanted }: ConcurrentOptions,
): AsyncGenerator<readonly Draw[], void> {
  const pending: Promise<readonly Draw[]>[] = []
  let next = start
  // Draws that are skipped at once could otherwise run ahead without end.
  const mostPending = Math.ceil((concurrency * 8) / size)
  /** Draws not yet taken that are a pair, or may become one, later if not now. */
  let hopeful = 0

  async function draw(index: number): Promise<Draw> {
    const drawn = await source.draw(index)
    if (drawn.outcome === 'skipped') {
      hopeful -= 1
      begin()
    }
    return drawn
  }

  // Never more hopes than pairs are wanted: the last ones would be paid for and thrown away. Until then blocks are whole.
  function begin(): void {
    const most = Math.max(1, Math.min(Math.ceil(concurrency * 1.5), wanted()))
    const least = most < Math.ceil(concurrency * 1.5) ? 1 : Math.min(size, most)
    while (most - hopeful >= least && pending.length < mostPending) {
      const from = next
      const length = Math.min(size, most - hopeful)
      next += length
      hopeful += length
      const block = Promise.all(Array.from({ length }, (_, place) => draw(from + place)))
      // A block that is drawn ahead may fail before its turn comes.
      block.catch(() => {})
      pending.push(block)
    }
  }

  for (;;) {
    begin()
    const draws = await (pending.shift() as Promise<readonly Draw[]>)
    hopeful -= draws.filter(({ outcome }) => outcome !== 'skipped').length
    yield draws
  }
}
