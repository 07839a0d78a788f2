import type { ByteRange } from '../../steps/curate/rows/line-ranges.ts'
import { createRangeScanner, type RangeScanner } from '../../steps/curate/rows/scan-range.ts'

/** How rows are scanned; plain data, so that a thread can be given it. */
export interface ScannerSettings {
  /** The field that holds the question, where it has another name. */
  readonly questionField: string | undefined
  /** Files of protected questions that rows are checked against. */
  readonly against: readonly string[]
}

export interface ScanRequest {
  readonly path: string
  readonly range: ByteRange
}

/** The scanner of a thread. */
export async function openScanner({ questionField }: ScannerSettings): Promise<RangeScanner> {
  return createRangeScanner({ questionField })
}
