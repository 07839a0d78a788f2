import { planRanges, type ByteRange } from '../../steps/curate/rows/line-ranges.ts'
import type { ScannedRange } from '../../steps/curate/rows/scan-range.ts'
import { openScanner, type ScannerSettings, type ScanRequest } from './open-scanner.ts'
import { openThread, type Thread } from '../open-thread.ts'
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
  const threads = Array.from({ length: Math.min(workers, parts.length) }, () =>
    openThread<ScanRequest, ScannedRange>('scan-worker', settings),
  )
  try {
    const pending: Promise<ScannedPart>[] = []
    for (const [place, part] of parts.entries()) {
      const thread = threads[place % threads.length] as Thread<ScanRequest, ScannedRange>
      const asked = thread.ask({ path: fileOf(files, part).path, range: part.range })
      pending.push(asked.then((scanned) => ({ ...part, scanned })))
      // A part that is scanned ahead may fail before anyone waits for it.
      pending.at(-1)?.catch(() => {})
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
