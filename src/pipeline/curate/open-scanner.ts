import {
  openDecontaminator,
  type Decontaminator,
} from '../../steps/curate/decontaminate/open-decontaminator.ts'
import type { ReferenceIndex } from '../../steps/curate/decontaminate/reference-index.ts'
import type { ByteRange } from '../../steps/curate/rows/line-ranges.ts'
import { createRangeScanner, type RangeScanner, type RowGate } from '../../steps/curate/rows/scan-range.ts'

/** How rows are scanned; plain data, so that a thread can be given it. */
export interface ScannerSettings {
  /** The field that holds the question, where it has another name. */
  readonly questionField: string | undefined
  /** Protected questions that rows are checked against. */
  readonly references?: ReferenceIndex | undefined
  /** Let twins and near duplicates of protected questions pass. @default false */
  readonly allowTwins?: boolean
}

export interface ScanRequest {
  readonly path: string
  readonly range: ByteRange
}

/** The scanner of a thread. */
export function openScanner({ questionField, references, allowTwins }: ScannerSettings): RangeScanner {
  const gate =
    references === undefined ? undefined : gateOf(openDecontaminator(references), allowTwins === true)
  return createRangeScanner({ questionField, gate })
}

/** Keeps out what the marks `contaminated` and `protected-twin` stand for. */
function gateOf(decontaminator: Decontaminator, allowTwins: boolean): RowGate {
  return ({ question }) => {
    const { decision, rule, referenceId, evidence } = decontaminator.check(question)
    if (decision === 'keep' || (decision === 'flag' && allowTwins)) return undefined
    return {
      reason: decision === 'block' ? 'contaminated' : 'protected-twin',
      evidence: { rule, referenceId, ...evidence },
    }
  }
}
