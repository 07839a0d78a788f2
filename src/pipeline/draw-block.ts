import type { Draw, DrawJob, PairSource } from './draw-pairs.ts'
import { openPairSource } from './draw-pairs.ts'
import { startWorker } from './start-worker.ts'

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
    const source = openPairSource(job)
    for (let from = start; ; from += size) yield await drawBlock(source, { from, to: from + size })
  }
  const threads = Array.from({ length: workers }, () => openThread(job))
  try {
    const pending: Promise<readonly Draw[]>[] = []
    let next = start
    const ask = (): void => {
      const thread = threads[((next - start) / size) % workers] as Thread
      pending.push(thread.draw({ from: next, to: next + size }))
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

interface Thread {
  draw(block: Block): Promise<readonly Draw[]>
  stop(): Promise<void>
}

function openThread(job: DrawJob): Thread {
  const worker = startWorker('draw-worker', job)
  const waiting: { resolve: (draws: readonly Draw[]) => void; reject: (error: Error) => void }[] = []
  let failure: Error | undefined
  const fail = (error: Error): void => {
    failure = error
    for (const { reject } of waiting.splice(0)) reject(error)
  }
  worker.on('message', (draws: readonly Draw[]) => waiting.shift()?.resolve(draws))
  worker.on('error', (error) => fail(error instanceof Error ? error : new Error(String(error))))
  worker.on('exit', (code) => fail(new Error(`drawing thread ended: exit code ${code}`)))
  return {
    draw(block) {
      const result = new Promise<readonly Draw[]>((resolve, reject) => {
        if (failure !== undefined) return reject(failure)
        waiting.push({ resolve, reject })
        worker.postMessage(block)
      })
      // A block that is drawn ahead may fail before anyone waits for it.
      result.catch(() => {})
      return result
    },
    async stop() {
      await worker.terminate()
    },
  }
}
