import { createReadStream, existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { MalformedInputError, UsageError } from '../../core/errors.ts'
import { readRow, type CurationRow } from '../../steps/curate/rows/read-row.ts'
import { readLines } from '../../steps/seeds/read-lines.ts'

/** Where a line stands, and its number among all that are not empty. */
export interface RowLine {
  readonly text: string
  readonly index: number
  readonly file: string
  readonly line: number
}

/** The file of rows that a path means: itself, or the training rows of a dataset folder. Throws UsageError where there is none. */
export function rowsFileOf(path: string): string {
  const file = existsSync(path) && statSync(path).isDirectory() ? join(path, 'jsonl', 'train.jsonl') : path
  if (!existsSync(file) || !statSync(file).isFile())
    throw new UsageError(
      `no rows: ${file}; name a file of JSON lines, or a dataset folder with --format messages`,
    )
  return file
}

/** Lines of files in order, empty ones left out. @throws MalformedInputError for a line that is too long */
export async function* rowLines(files: readonly string[]): AsyncGenerator<RowLine, void> {
  let index = 0
  for (const file of files) {
    for await (const batch of readLines(createReadStream(file, { highWaterMark: 1 << 18 }))) {
      for (const { text, line, tooLong } of batch) {
        if (tooLong) throw new MalformedInputError('line too long', { file, line })
        if (text.trim() !== '') yield { text, index: index++, file, line }
      }
    }
  }
}

/** The object of a line, and what curation reads of it. @throws MalformedInputError where it is no row */
export function parseRow({ text, file, line }: RowLine): {
  readonly fields: Readonly<Record<string, unknown>>
  readonly row: CurationRow
} {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (cause) {
    throw new MalformedInputError('not JSON', { file, line }, { cause })
  }
  const reading = readRow(value)
  if ('reason' in reading) throw new MalformedInputError(reading.reason, { file, line })
  return { fields: value as Readonly<Record<string, unknown>>, row: reading.row }
}
