import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { UsageError } from '../core/errors.ts'
import { undecided, type Grade } from '../foundations/answers/grade.ts'
import { gradeAnswer } from '../foundations/answers/grade-answer.ts'
import { readLines, type TextLine } from '../steps/seeds/read-lines.ts'

/** The grade of one line of a file. A line that cannot be read is undecided and has an `error`. */
export interface GradedRow {
  readonly line: number
  /** The row as it was read; empty where it could not be. */
  readonly row: Readonly<Record<string, unknown>>
  readonly grade: Grade
  readonly error?: string
}

/**
 * Grades every line of a JSON lines file with `gold` and `pred`, texts or numbers, or of standard input for `-`: one grade per line, in
 * order, a batch at a time. A `pred` of null is no answer, which is undecided.
 *
 * @throws UsageError when the file does not exist
 */
export async function* gradeRows(file: string): AsyncIterable<GradedRow[]> {
  if (file !== '-' && (await stat(file).catch(() => undefined))?.isFile() !== true)
    throw new UsageError(`no such file: ${file}. Name a file of JSON lines, or - for standard input`)
  const bytes: AsyncIterable<Uint8Array> =
    file === '-' ? process.stdin : createReadStream(file, { highWaterMark: 1 << 18 })
  for await (const lines of readLines(bytes)) yield lines.map(gradeLine)
}

function gradeLine({ line, text, tooLong }: TextLine): GradedRow {
  if (tooLong) return unreadable(line, 'line too long')
  let row: unknown
  try {
    row = JSON.parse(text)
  } catch {
    return unreadable(line, text.trim() === '' ? 'empty line' : 'not JSON')
  }
  if (typeof row !== 'object' || row === null || Array.isArray(row))
    return unreadable(line, 'not a JSON object')
  const plain = row as Readonly<Record<string, unknown>>
  const gold = textOf(plain['gold'])
  const pred = plain['pred'] === null ? '' : textOf(plain['pred'])
  if (gold === undefined) return { ...unreadable(line, 'no gold'), row: plain }
  if (pred === undefined) return { ...unreadable(line, 'no pred'), row: plain }
  return { line, row: plain, grade: gradeAnswer(gold, pred) }
}

function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value
  return typeof value === 'number' ? String(value) : undefined
}

function unreadable(line: number, error: string): GradedRow {
  return { line, row: {}, grade: undecided('unreadable', error), error }
}
