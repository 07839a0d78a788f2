import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { UsageError } from '../core/errors.ts'
import { openDecontaminator } from '../steps/curate/decontaminate/open-decontaminator.ts'
import type { ReferenceIndex } from '../steps/curate/decontaminate/reference-index.ts'
import { cutAtLines } from './cut-lines.ts'
import { decideLines, overlongLine, type DecidedLines } from './decide-lines.ts'
import { startWorker } from './start-worker.ts'

/** What rows are compared with, and how decisions are printed; plain data, so that a thread can be given it. */
export interface DecontaminationJob {
  readonly index: ReferenceIndex
  /** Flags thirteen words in common as well. */
  readonly strict: boolean
  readonly json: boolean
}

/** Small parts die young: the text of a large one would wait for a full collection. */
const partBytes = 1 << 16
/** Parts under way ahead of the one that is being taken, per thread. */
const ahead = 4
/** A smaller file is done before a thread has started. */
const leastBytes = 8 * 1024 * 1024

/**
 * Decides on every line of a JSON lines file, or of standard input for `-`: parts in order, whatever the number of threads.
 *
 * @param workers  threads; 0 works in this one
 * @throws UsageError when the file does not exist
 */
export async function* decontaminateFile(
  file: string,
  job: DecontaminationJob,
  workers: number,
): AsyncGenerator<DecidedLines, void> {
  const found = file === '-' ? undefined : await stat(file).catch(() => undefined)
  if (file !== '-' && found?.isDirectory() !== false) throw new UsageError(`no such file: ${file}`)
  const bytes: AsyncIterable<Uint8Array> =
    file === '-' ? process.stdin : createReadStream(file, { highWaterMark: partBytes })
  const isSmall = found?.isFile() === true && found.size < leastBytes
  const threads = Array.from({ length: isSmall ? 0 : workers }, () => openThread(job))
  const decontaminator = threads.length > 0 ? undefined : openDecontaminator(job.index, job)
  try {
    const pending: Promise<DecidedLines>[] = []
    let parts = 0
    for await (const part of cutAtLines(bytes)) {
      if (part === undefined) pending.push(Promise.resolve(overlongLine(job.json)))
      else if (decontaminator !== undefined) pending.push(decideLines(part, decontaminator, job.json))
      else pending.push((threads[parts++ % threads.length] as Thread).decide(part))
      while (pending.length > threads.length * ahead) yield await (pending.shift() as Promise<DecidedLines>)
    }
    for (const decided of pending) yield await decided
  } finally {
    await Promise.all(threads.map((thread) => thread.stop()))
  }
}

interface Thread {
  decide(part: Uint8Array<ArrayBuffer>): Promise<DecidedLines>
  stop(): Promise<void>
}

function openThread(job: DecontaminationJob): Thread {
  const worker = startWorker('decide-worker', job, {
    maxYoungGenerationSizeMb: 6,
    maxOldGenerationSizeMb: 128,
  })
  const waiting: PromiseWithResolvers<DecidedLines>[] = []
  let failure: Error | undefined
  const fail = (error: Error): void => {
    failure ??= error
    for (const { reject } of waiting.splice(0)) reject(failure)
  }
  worker.on('message', (decided: DecidedLines) => waiting.shift()?.resolve(decided))
  worker.on('error', (error) => fail(error instanceof Error ? error : new Error(String(error))))
  worker.on('exit', (code) => fail(new Error(`deciding thread ended: exit code ${code}`)))
  return {
    decide(part) {
      const asked = Promise.withResolvers<DecidedLines>()
      // A part that is decided ahead may fail before anyone waits for it.
      asked.promise.catch(() => {})
      if (failure === undefined) {
        waiting.push(asked)
        worker.postMessage(part, [part.buffer])
      } else asked.reject(failure)
      return asked.promise
    },
    async stop() {
      await worker.terminate()
    },
  }
}
