import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { UsageError } from '../core/errors.ts'
import { openDecontaminator } from '../steps/curate/decontaminate/open-decontaminator.ts'
import type { ReferenceIndex } from '../steps/curate/decontaminate/reference-index.ts'
import { cutAtLines } from './cut-lines.ts'
import { decideLines, overlongLine, type DecidedLines } from './decide-lines.ts'
import { openThread, type Thread } from './open-thread.ts'

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
type Part = Uint8Array<ArrayBuffer>
/** Of a thread; what it reads is let go at once. */
const limits = { maxYoungGenerationSizeMb: 4, maxOldGenerationSizeMb: 128 }
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
  const threads = Array.from({ length: isSmall ? 0 : workers }, () =>
    openThread<Part, DecidedLines>('decide-worker', job, limits),
  )
  const decontaminator = threads.length > 0 ? undefined : openDecontaminator(job.index, job)
  try {
    const pending: Promise<DecidedLines>[] = []
    let parts = 0
    for await (const part of cutAtLines(bytes)) {
      if (part === undefined) pending.push(Promise.resolve(overlongLine(job.json)))
      else if (decontaminator !== undefined) pending.push(decideLines(part, decontaminator, job.json))
      else
        pending.push(
          (threads[parts++ % threads.length] as Thread<Part, DecidedLines>).ask(part, [part.buffer]),
        )
      while (pending.length > threads.length * ahead) yield await (pending.shift() as Promise<DecidedLines>)
    }
    for (const decided of pending) yield await decided
  } finally {
    await Promise.all(threads.map((thread) => thread.stop()))
  }
}
