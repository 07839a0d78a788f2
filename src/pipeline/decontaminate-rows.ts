import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { UsageError } from '../core/errors.ts'
import type {
  ContaminationRule,
  Contamination,
  Decontaminator,
} from '../steps/curate/decontaminate/open-decontaminator.ts'
import { readLines, type TextLine } from '../steps/seeds/read-lines.ts'
import { detectFormat, toOwnFields } from '../steps/seeds/seed-formats.ts'

/** The decision on one line of a file. A line that cannot be read has `decision` null and an `error`. */
export interface DecontaminatedRow {
  readonly line: number
  /** The row's own id. */
  readonly id: string | null
  readonly decision: Contamination['decision'] | null
  readonly rule: ContaminationRule | null
  readonly referenceId: string | null
  readonly evidence: Contamination['evidence']
  readonly error?: string
}

/**
 * Decides on every line of a JSON lines file, or of standard input for `-`: one decision per line, in order, a batch at a time.
 *
 * @throws UsageError when the file does not exist
 */
export async function* decontaminateRows(
  file: string,
  decontaminator: Decontaminator,
): AsyncIterable<DecontaminatedRow[]> {
  if (file !== '-' && (await stat(file).catch(() => undefined))?.isFile() !== true)
    throw new UsageError(`no such file: ${file}`)
  const bytes: AsyncIterable<Uint8Array> =
    file === '-' ? process.stdin : createReadStream(file, { highWaterMark: 1 << 18 })
  for await (const lines of readLines(bytes)) yield lines.map((line) => decide(line, decontaminator))
}

function decide({ line, text, tooLong }: TextLine, decontaminator: Decontaminator): DecontaminatedRow {
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
  const own = typeof plain['question'] === 'string' ? plain : toOwnFields(plain, detectFormat(plain))
  const { id: given, question } = own
  const id = typeof given === 'string' ? given : typeof given === 'number' ? String(given) : null
  if (typeof question !== 'string' || question.trim() === '')
    return { ...unreadable(line, 'no question'), id }
  const { decision, rule, referenceId, evidence } = decontaminator.check(question)
  return { line, id, decision, rule, referenceId, evidence }
}

function unreadable(line: number, error: string): DecontaminatedRow {
  return { line, id: null, decision: null, rule: null, referenceId: null, evidence: null, error }
}
