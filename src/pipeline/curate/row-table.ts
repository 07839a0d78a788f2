import { questionSimilarity } from '../../foundations/text/question-similarity.ts'
import { recentQuestions } from '../../foundations/text/recent-questions.ts'
import {
  createNearDuplicateFinder,
  type NearDuplicateFinder,
} from '../../foundations/text/near-duplicate-finder.ts'
import type { RowMerits } from '../../steps/curate/near-duplicates/keep-best.ts'
import { readPart } from '../../steps/curate/rows/line-ranges.ts'
import type { CurationRow } from '../../steps/curate/rows/read-row.ts'
import { readLine, type BlockedRow, type ScannedRange } from '../../steps/curate/rows/scan-range.ts'
import type { RowFile } from './open-row-files.ts'
import type { FilePart, ScannedPart } from './scan-files.ts'

/** The rows of one part of a file, without their signatures. */
export interface TablePart extends FilePart {
  /** Number of its first row among all rows, and the line that it is in its file, from 1. */
  readonly firstRow: number
  readonly firstLine: number
  readonly scanned: Omit<ScannedRange, 'signed'>
}

/** All rows of some files, from 0, by what was kept of them; their texts are read again from the files where they are needed. */
export interface RowTable {
  readonly rows: number
  readonly parts: readonly TablePart[]
  readonly bad: readonly { readonly row: number; readonly reason: string }[]
  readonly blocked: readonly ({ readonly row: number } & BlockedRow)[]
  readonly finder: NearDuplicateFinder
  add(part: ScannedPart): void
  merits(): RowMerits
  /** Reads a row that is not bad. */
  load(row: number): CurationRow
  /** Exact similarity of the questions of two rows. */
  similarity(first: number, second: number): number
  /** Where a row's bytes stand; `file` counts the files from 0. */
  bytesOf(row: number): { readonly file: number; readonly start: number; readonly length: number }
  /** File and line of a row. */
  place(row: number): { readonly file: string; readonly line: number }
}

export interface TableOptions {
  readonly questionField: string | undefined
}

export function createRowTable(files: readonly RowFile[], { questionField }: TableOptions): RowTable {
  const parts: TablePart[] = []
  const bad: { row: number; reason: string }[] = []
  const blocked: ({ row: number } & BlockedRow)[] = []
  const finder = createNearDuplicateFinder()
  let rows = 0
  let lines = 0
  const partOf = (row: number): TablePart => {
    let low = 0
    let high = parts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >>> 1
      if ((parts[middle] as TablePart).firstRow <= row) low = middle
      else high = middle - 1
    }
    return parts[low] as TablePart
  }
  const bytesOf = (row: number): ReturnType<RowTable['bytesOf']> => {
    const { file, firstRow, scanned } = partOf(row)
    const place = row - firstRow
    return { file, start: scanned.starts[place] as number, length: scanned.lengths[place] as number }
  }
  const load = (row: number): CurationRow => {
    const { file, start, length } = bytesOf(row)
    const bytes = readPart((files[file] as RowFile).descriptor, start, length)
    const reading = readLine(bytes, questionField)
    if ('reason' in reading) throw new Error(`row ${row} has changed while it was read: ${reading.reason}`)
    return reading.row
  }
  const comparable = recentQuestions((row) => load(row).question)
  return {
    get rows() {
      return rows
    },
    parts,
    bad,
    blocked,
    finder,
    add({ file, range, scanned: { signed, ...scanned } }) {
      if (parts.at(-1)?.file !== file) lines = 0
      parts.push({ file, range, firstRow: rows, firstLine: lines + 1, scanned })
      for (const fault of scanned.bad) bad.push({ ...fault, row: rows + fault.row })
      for (const found of scanned.blocked) blocked.push({ ...found, row: rows + found.row })
      finder.add(signed)
      rows += scanned.rows
      lines += scanned.rows
    },
    merits: () => gatherMerits(rows, parts),
    load,
    bytesOf,
    similarity: (first, second) => questionSimilarity(comparable(first), comparable(second)),
    place(row) {
      const { file, firstRow, firstLine } = partOf(row)
      return { file: (files[file] as RowFile).name, line: firstLine + row - firstRow }
    },
  }
}

function gatherMerits(rows: number, parts: readonly TablePart[]): RowMerits {
  const rungs = new Int8Array(rows)
  const solutionLengths = new Uint32Array(rows)
  const solutionHashes = new Uint32Array(rows)
  for (const { firstRow, scanned } of parts) {
    rungs.set(scanned.rungs, firstRow)
    solutionLengths.set(scanned.solutionLengths, firstRow)
    solutionHashes.set(scanned.solutionHashes, firstRow)
  }
  return { rungs, solutionLengths, solutionHashes }
}
