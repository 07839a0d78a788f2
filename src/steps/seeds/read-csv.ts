import { parse } from 'csv-parse'
import { Readable } from 'node:stream'
import type { ContainerRow } from './container-row.ts'
import { maximumLineBytes } from './read-lines.ts'

const batchRows = 256

/**
 * A table with a header row → rows of text, in batches. Quoted fields may span lines; `line` is where a row ends. A row with too
 * many or too few fields, or a broken quote, is a reason in its place and the rest is read on where the table still makes sense.
 * Empty fields are absent.
 */
export async function* readCsv(
  bytes: AsyncIterable<Uint8Array>,
  delimiter: string,
): AsyncIterable<ContainerRow[]> {
  const bad: ContainerRow[] = []
  const parser = parse({
    delimiter,
    bom: true,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    max_record_size: maximumLineBytes,
    on_skip: (error) => {
      bad.push({ line: lineOf(error), reason: `not CSV: ${error?.message ?? 'broken row'}` })
      return undefined
    },
  })
  const source = Readable.from(withoutCarriageReturns(bytes))
  source.on('error', (error) => parser.destroy(error))
  source.pipe(parser)
  let header: string[] | undefined
  let batch: ContainerRow[] = []
  try {
    for await (const entry of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      batch.push(...bad.splice(0))
      const { record, info } = entry
      if (header === undefined) header = record.map((name) => name.trim())
      else batch.push(rowOf(header, record, info.lines))
      if (batch.length >= batchRows) {
        yield batch
        batch = []
      }
    }
  } catch (error) {
    if (!isParseError(error)) throw error
    bad.push({ line: lineOf(error), reason: `not CSV: ${error.message}` })
  }
  batch.push(...bad)
  if (batch.length > 0) yield batch
}

/** `\r\n` → `\n`, also inside quotes: the parser would count such an ending as two lines. */
async function* withoutCarriageReturns(chunks: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  let held = false
  for await (const chunk of chunks) {
    const kept = new Uint8Array(chunk.length + 1)
    let length = 0
    for (const byte of chunk) {
      if (held && byte !== 0x0a) kept[length++] = 0x0d
      held = byte === 0x0d
      if (!held) kept[length++] = byte
    }
    yield kept.subarray(0, length)
  }
  if (held) yield Uint8Array.of(0x0d)
}

function rowOf(header: readonly string[], record: readonly string[], line: number): ContainerRow {
  if (record.length !== header.length)
    return { line, reason: `${record.length} fields where the header has ${header.length}` }
  const entries = header.map((name, at) => [name, record[at] === '' ? undefined : record[at]] as const)
  return {
    line,
    row: Object.fromEntries(entries),
    replaced: record.some((field) => field.includes('\ufffd')),
  }
}

function isParseError(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('CSV_')
}

function lineOf(error: unknown): number {
  const lines = (error as { lines?: unknown } | undefined)?.lines
  return typeof lines === 'number' ? lines : 0
}
