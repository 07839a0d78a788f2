import { isUtf8 } from 'node:buffer'
import type { JsonValue } from '../../../core/identity.ts'
import { hashText } from '../../../foundations/text/hash-text.ts'
import { createBatchSigner, type SignedBatch } from '../../../foundations/text/signed-batch.ts'
import { visitLines, type ByteRange } from './line-ranges.ts'
import { readRow, type CurationRow } from './read-row.ts'

/** A row that a rule keeps out, with the rule and what it found. */
export interface BlockedRow {
  readonly reason: string
  readonly evidence: JsonValue
}

/** Looks at each row before it is signed, for example for overlap with protected texts. */
export type RowGate = (row: CurationRow) => BlockedRow | undefined

/** What is kept of the lines of one part of a file: typed arrays and a few objects for what is out of the ordinary. */
export interface ScannedRange {
  readonly rows: number
  /** Place of each line in its file, in bytes, and its length without its ending. */
  readonly starts: Float64Array
  readonly lengths: Uint32Array
  /** Of rows that are neither bad nor blocked. */
  readonly signed: SignedBatch
  /** -1 where the row states none. */
  readonly rungs: Int8Array
  readonly solutionLengths: Uint32Array
  readonly solutionHashes: Uint32Array
  /** The rows' own ids as JSON, each ended by a line feed; `null` where absent. */
  readonly ids: Uint8Array
  readonly bad: readonly { readonly row: number; readonly reason: string }[]
  readonly blocked: readonly ({ readonly row: number } & BlockedRow)[]
}

export interface ScanOptions {
  readonly questionField?: string | undefined
  readonly gate?: RowGate | undefined
}

/** Reads, checks and signs the rows of one part after the other. */
export type RangeScanner = (descriptor: number, range: ByteRange) => ScannedRange

export function createRangeScanner(options: ScanOptions): RangeScanner {
  const signer = createBatchSigner()
  return (descriptor, range) => {
    const starts: number[] = []
    const lengths: number[] = []
    const rungs: number[] = []
    const solutionLengths: number[] = []
    const solutionHashes: number[] = []
    const ids: string[] = []
    const bad: { row: number; reason: string }[] = []
    const blocked: ({ row: number } & BlockedRow)[] = []
    visitLines(descriptor, range, (bytes, start, tooLong) => {
      const row = starts.length
      starts.push(start)
      lengths.push(bytes.length)
      const reading = tooLong ? { reason: 'line longer than 4 MiB' } : readLine(bytes, options.questionField)
      const held = 'row' in reading ? reading.row : undefined
      rungs.push(held?.rung ?? -1)
      solutionLengths.push(held?.solution.length ?? 0)
      solutionHashes.push(held === undefined ? 0 : hashText(held.solution))
      ids.push(held?.id === undefined ? 'null' : JSON.stringify(held.id))
      const refused = held === undefined ? undefined : options.gate?.(held)
      if (held === undefined || refused !== undefined) signer.addAbsent()
      else signer.add(held.question)
      if ('reason' in reading) bad.push({ row, reason: reading.reason })
      else if (refused !== undefined) blocked.push({ row, ...refused })
    })
    return {
      rows: starts.length,
      starts: Float64Array.from(starts),
      lengths: Uint32Array.from(lengths),
      signed: signer.finish(),
      rungs: Int8Array.from(rungs),
      solutionLengths: Uint32Array.from(solutionLengths),
      solutionHashes: Uint32Array.from(solutionHashes),
      ids: Buffer.from(ids.length === 0 ? '' : `${ids.join('\n')}\n`),
      bad,
      blocked,
    }
  }
}

/** The row of a line's bytes, or why there is none. */
export function readLine(
  bytes: Uint8Array,
  questionField?: string,
): { readonly row: CurationRow } | { readonly reason: string } {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8')
  if (text.includes('\ufffd') && !isUtf8(bytes)) return { reason: 'not UTF-8' }
  if (text.trim() === '') return { reason: 'empty line' }
  try {
    return readRow(JSON.parse(text), questionField)
  } catch (error) {
    return { reason: `not JSON: ${error instanceof Error ? error.message : 'unreadable'}` }
  }
}
