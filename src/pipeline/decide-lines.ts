import type { Contamination, Decontaminator } from '../steps/curate/decontaminate/open-decontaminator.ts'
import { readLines, type TextLine } from '../steps/seeds/read-lines.ts'
import { detectFormat, toOwnFields } from '../steps/seeds/seed-formats.ts'

/** The decisions on a part of a file. */
export interface DecidedLines {
  /** One line of UTF-8 per line of the part, in order. */
  readonly output: Uint8Array<ArrayBuffer>
  readonly lines: number
  readonly counts: Readonly<Record<'keep' | 'flag' | 'block' | 'bad', number>>
  /** Lines that could not be read; `line` counts from 1 in the part. */
  readonly errors: readonly { readonly line: number; readonly reason: string }[]
}

/** A decision with the row's own id. A line that cannot be read has `decision` null and an `error`. */
interface DecidedRow extends Omit<Contamination, 'decision'> {
  readonly id: string | null
  readonly decision: Contamination['decision'] | null
  readonly error?: string
}

/** Decides on every line of a part of a JSON lines file; printed as JSON, or for people. */
export async function decideLines(
  part: Uint8Array,
  decontaminator: Decontaminator,
  json: boolean,
): Promise<DecidedLines> {
  const counts = { keep: 0, flag: 0, block: 0, bad: 0 }
  const errors: { line: number; reason: string }[] = []
  let output = ''
  let lines = 0
  for await (const batch of readLines(onlyPart(part))) {
    for (const line of batch) {
      lines = line.line
      const row = decide(line, decontaminator)
      counts[row.decision ?? 'bad']++
      if (row.error !== undefined) errors.push({ line: line.line, reason: row.error })
      output += json ? jsonLine(row) : describe(row)
    }
  }
  return { output: new TextEncoder().encode(output), lines, counts, errors }
}

/** What is printed for a line that is too long to be read at all. */
export function overlongLine(json: boolean): DecidedLines {
  const reason = 'line too long'
  const row = unreadable(reason)
  return {
    output: new TextEncoder().encode(json ? jsonLine(row) : describe(row)),
    lines: 1,
    counts: { keep: 0, flag: 0, block: 0, bad: 1 },
    errors: [{ line: 1, reason }],
  }
}

async function* onlyPart(part: Uint8Array): AsyncIterable<Uint8Array> {
  yield await Promise.resolve(part)
}

function decide({ text, tooLong }: TextLine, decontaminator: Decontaminator): DecidedRow {
  if (tooLong) return unreadable('line too long')
  let row: unknown
  try {
    row = JSON.parse(text)
  } catch {
    return unreadable(text.trim() === '' ? 'empty line' : 'not JSON')
  }
  if (typeof row !== 'object' || row === null || Array.isArray(row)) return unreadable('not a JSON object')
  const plain = row as Readonly<Record<string, unknown>>
  const own = typeof plain['question'] === 'string' ? plain : toOwnFields(plain, detectFormat(plain))
  const { id: given, question } = own
  const id = typeof given === 'string' ? given : typeof given === 'number' ? String(given) : null
  if (typeof question !== 'string' || question.trim() === '') return { ...unreadable('no question'), id }
  const { decision, rule, referenceId, evidence } = decontaminator.check(question)
  return { id, decision, rule, referenceId, evidence }
}

function unreadable(error: string): DecidedRow {
  return { id: null, decision: null, rule: null, referenceId: null, evidence: null, error }
}

function jsonLine(row: DecidedRow): string {
  if (row.decision !== 'keep') return `${JSON.stringify(row)}\n`
  return `{"id":${row.id === null ? 'null' : JSON.stringify(row.id)},"decision":"keep","rule":null,"referenceId":null,"evidence":null}\n`
}

function describe({ id, decision, rule, referenceId, error }: DecidedRow): string {
  const name = id ?? '-'
  if (decision === null) return `bad    ${name}: ${error}\n`
  return decision === 'keep'
    ? `keep   ${name}\n`
    : `${decision.padEnd(5)}  ${name}: ${rule} of ${referenceId}\n`
}
