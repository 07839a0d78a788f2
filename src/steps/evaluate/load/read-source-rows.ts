import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'

/** Fields of a row before they are looked at. */
export type SourceRow = Readonly<Record<string, unknown>>

/** One row of a copy and where it stands; `line` counts from 1. */
export type PlacedRow =
  | { readonly file: string; readonly line: number; readonly row: SourceRow }
  | { readonly file: string; readonly line: number; readonly reason: string }

/** Files of a copy that are read; anything else in a folder is left alone. */
const readable = /\.(?:jsonl?|ndjson)$/i

/**
 * The rows of a file or of all `.json` and `.jsonl` files below a folder, in the order of their names: JSON lines, a JSON array, JSON
 * objects that follow one another over several lines (Math23k), or an object with the rows under `example` (GAOKAO-Bench).
 */
export function readSourceRows(path: string): PlacedRow[] {
  if (!statSync(path).isDirectory()) return readRowsOf(path)
  const files = readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && readable.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    // `2.json` before `10.json`, as MATH numbers its files.
    .sort((left, right) => left.localeCompare(right, 'en', { numeric: true }))
  if (files.length === 0)
    return [{ file: path, line: 1, reason: 'no .json or .jsonl file in this folder; name one that has them' }]
  return files.flatMap((file) =>
    readRowsOf(file).map((placed) =>
      'row' in placed && placed.row['id'] === undefined && placed.row['problem'] !== undefined
        ? { ...placed, row: { ...placed.row, id: relative(path, file).replaceAll('\\', '/') } }
        : placed,
    ),
  )
}

function readRowsOf(file: string): PlacedRow[] {
  if (/\.(?:parquet|csv|tsv|arrow|zip|gz)$/i.test(file))
    return [{ file, line: 1, reason: 'not JSON; save the rows as JSON lines first' }]
  const text = readFileSync(file, 'utf8').replace(/^\ufeff/, '')
  const first = text.split('\n', 200).find((line) => line.trim() !== '')
  const isLines = first !== undefined && !first.trimStart().startsWith('[') && parseJson(first) !== undefined
  const rows = isLines ? readLineRows(file, text) : readValues(file, text)
  return rows.flatMap((placed) => ('row' in placed ? unwrap(placed, placed.row['example']) : [placed]))
}

function unwrap(placed: PlacedRow & { readonly row: SourceRow }, wrapped: unknown): readonly PlacedRow[] {
  if (!Array.isArray(wrapped)) return [placed]
  const { file, line } = placed
  return wrapped.map((row: unknown) =>
    isRow(row) ? { file, line, row } : { file, line, reason: 'a member of example is no object' },
  )
}

function readLineRows(file: string, text: string): PlacedRow[] {
  const rows: PlacedRow[] = []
  for (const [at, content] of text.split('\n').entries()) {
    if (content.trim() === '') continue
    const row = parseJson(content)
    rows.push(
      isRow(row)
        ? { file, line: at + 1, row }
        : { file, line: at + 1, reason: 'not a JSON object; give one object per line' },
    )
  }
  return rows
}

/** Objects at the top level or in one array around them all. */
function readValues(file: string, text: string): PlacedRow[] {
  const rows: PlacedRow[] = []
  let line = 1
  let counted = 0
  for (let at = 0; at < text.length;) {
    const start = text.indexOf('{', at)
    if (start < 0) break
    for (; counted < start; counted++) if (text.charCodeAt(counted) === 0x0a) line++
    const end = endOfObject(text, start)
    const row = end === undefined ? undefined : parseJson(text.slice(start, end))
    if (end === undefined || !isRow(row)) {
      rows.push({ file, line, reason: 'not JSON from here on; is the file whole?' })
      break
    }
    rows.push({ file, line, row })
    at = end
  }
  if (rows.length === 0)
    rows.push({ file, line: 1, reason: 'no JSON object; give JSON lines or a JSON array' })
  return rows
}

/** The place after the brace that closes the object, strings passed over. */
function endOfObject(text: string, start: number): number | undefined {
  let depth = 0
  for (let at = start; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit === 0x22) {
      at = endOfString(text, at)
      if (at < 0) return undefined
    } else if (unit === 0x7b) depth++
    else if (unit === 0x7d && --depth === 0) return at + 1
  }
  return undefined
}

function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit === 0x5c) at++
    else if (unit === 0x22) return at
  }
  return -1
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isRow(value: unknown): value is SourceRow {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
