import { planRanges, type ByteRange } from '../../steps/curate/rows/line-ranges.ts'
import type { ScannedRange } from '../../steps/curate/rows/scan-range.ts'
import { startWorker } from '../start-worker.ts'
import { openScanner, type ScannerSettings } from './open-scanner.ts'
import type { RowFile } from './open-row-files.ts'

/** A part of one of the files. */
export interface FilePart {
  /** Place in the list of files. */
  readonly file: number
  readonly range: ByteRange
}

export interface ScannedPart extends FilePart {
  readonly scanned: ScannedRange
}

export interface ScanJob {
  readonly files: readonly RowFile[]
  readonly settings: ScannerSettings
  /** Threads; 0 scans in this one. */
  readonly workers: number
  /** Parts that need not be scanned, from the first on. @default 0 */
  readonly skip?: number
}

const partBytes = 4 * 1024 * 1024
/** Parts under way ahead of the one that is being taken, per thread. */
const ahead = 2

/** The parts that the files are scanned in, in order. */
export function planParts(files: readonly RowFile[]): readonly FilePart[] {
  return files.flatMap(({ size }, file) => planRanges(size, partBytes).map((range) => ({ file, range })))
}

/** Scans the files part by part, in order, whatever the number of threads. */
export async function* scanFiles({
  files,
  settings,
  workers,
  skip = 0,
}: ScanJob): AsyncGenerator<ScannedPart, void> {
  const parts = planParts(files).slice(skip)
  if (workers === 0) {
    const scan = openScanner(settings)
    for (const part of parts) yield { ...part, scanned: scan(fileOf(files, part).descriptor, part.range) }
    return
  }
  const threads = Array.from({ length: Math.min(workers, parts.length) }, () => openThread(settings))
  try {
    const pending: Promise<ScannedPart>[] = []
    for (const [place, part] of parts.entries()) {
      pending.push((threads[place % threads.length] as Thread).scan(fileOf(files, part).path, part))
      if (pending.length >= threads.length * ahead) yield await (pending.shift() as Promise<ScannedPart>)
    }
    for (const part of pending) yield await part
  } finally {
    await Promise.all(threads.map((thread) => thread.stop()))
  }
}

function fileOf(files: readonly RowFile[], { file }: FilePart): RowFile {
  return files[file] as RowFile
}

interface Thread {
  scan(path: string, part: FilePart): Promise<ScannedPart>
  stop(): Promise<void>
}

function openThread(settings: ScannerSettings): Thread {
  const worker = startWorker('scan-worker', settings)
  const waiting: PromiseWithResolvers<ScannedRange>[] = []
  let failure: Error | undefined
  const fail = (error: Error): void => {
    failure ??= error
    for (const { reject } of waiting.splice(0)) reject(failure)
  }
  worker.on('message', (scanned: ScannedRange) => waiting.shift()?.resolve(scanned))
  worker.on('error', (error) => fail(error instanceof Error ? error : new Error(String(error))))
  worker.on('exit', (code) => fail(new Error(`scanning thread ended: exit code ${code}`)))
  return {
    async scan(path, part) {
      if (failure !== undefined) throw failure
      const asked = Promise.withResolvers<ScannedRange>()
      // A part that is scanned ahead may fail before anyone waits for it.
      asked.promise.catch(() => {})
      waiting.push(asked)
      worker.postMessage({ path, range: part.range })
      return { ...part, scanned: await asked.promise }
    },
    async stop() {
      await worker.terminate()
    },
  }
}
