import { createReadStream } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { Readable } from 'node:stream'
import { UsageError, type InputPlace } from '../../core/errors.ts'
import type { Seed } from '../../core/seed.ts'
import type { ContainerRow, RawRow } from './container-row.ts'
import { applyMapping, type FieldMapping } from './field-mapping.ts'
import { readCsv } from './read-csv.ts'
import { maximumLineBytes, readLines } from './read-lines.ts'
import { detectFormat, toOwnFields, type SeedFormat } from './seed-formats.ts'
import { seedOfRow } from './seed-row.ts'

/** One row of a file: a seed, or the reason it is none. `notes` says what had to be repaired. */
export type SeedRow =
  | {
      readonly kind: 'seed'
      readonly seed: Seed
      readonly place: InputPlace
      readonly notes: readonly string[]
    }
  | { readonly kind: 'bad'; readonly place: InputPlace; readonly reason: string }

export interface ReadSeedsOptions {
  /** Forced format; by default each file's first readable row decides. `csv` reads a table with a header row. */
  readonly format?: SeedFormat | 'csv'
  readonly mapping?: FieldMapping
  /** Used where a row names none. Defaults: the file's base name, `train` (see {@link readSeeds}), `unknown`. */
  readonly source?: string
  readonly split?: string
  readonly license?: string
  /** What `-` reads; default: standard input. */
  readonly input?: AsyncIterable<Uint8Array>
}

const rowExtensions = new Set(['.jsonl', '.ndjson', '.csv', '.tsv'])
/** A `.json` file is read whole, so it may not be larger. */
const maximumListBytes = 256 * 1024 * 1024
const noNotes: readonly string[] = []

/**
 * Seeds from files, in order. A path may be a file, a folder (its `*.jsonl`, `*.ndjson`, `*.csv` and `*.tsv`, by name) or `-`.
 * Formats: ours, GSM8K, MATH, TAL-SCQ5K, plain JSON lines and CSV with a field mapping; a `.json` file may hold one list. A row that cannot be read becomes a `bad`
 * row with its place and never throws: how strict to be is the caller's choice. Blank lines are skipped.
 *
 * A row without a split is `train`, except that a row id with a `test` part (`MATH.test.algebra.7`), and a GSM8K, MATH or TAL file
 * whose name has one (`gsm8k_test.jsonl`), give `test`: those are benchmarks, and a benchmark row must not become a seed unnoticed.
 *
 * @throws UsageError when a path does not exist or a folder holds no such file
 */
export async function* readSeeds(
  files: readonly string[],
  options: ReadSeedsOptions = {},
): AsyncIterable<SeedRow> {
  for (const file of await resolveFiles(files)) {
    for await (const batch of readSeedFile(file, options)) yield* batch
  }
}

async function resolveFiles(paths: readonly string[]): Promise<string[]> {
  if (paths.length === 0)
    throw new UsageError('no seed files. Name at least one file, a folder, or - for standard input')
  const files: string[] = []
  for (const path of paths) {
    if (path === '-') {
      files.push(path)
      continue
    }
    const found = await stat(path).catch(() => undefined)
    if (found === undefined) throw new UsageError(`seed file does not exist: ${path}`)
    if (!found.isDirectory()) {
      files.push(path)
      continue
    }
    const inside = (await readdir(path))
      .filter((name) => rowExtensions.has(extname(name).toLowerCase()))
      .toSorted()
    if (inside.length === 0)
      throw new UsageError(`no seed files in folder: ${path}. It should hold *.jsonl or *.csv`)
    files.push(...inside.map((name) => join(path, name)))
  }
  return files
}

async function* readSeedFile(file: string, options: ReadSeedsOptions): AsyncIterable<SeedRow[]> {
  const name = file === '-' ? 'stdin' : basename(file, extname(file))
  const bytes: AsyncIterable<Uint8Array> =
    file === '-' ? (options.input ?? process.stdin) : createReadStream(file, { highWaterMark: 1 << 18 })
  const extension = extname(file).toLowerCase()
  const table = options.format === 'csv' || extension === '.csv' || extension === '.tsv'
  const batches = table
    ? readCsv(bytes, extension === '.tsv' ? '\t' : ',')
    : extension === '.json'
      ? readJsonList(bytes)
      : readJsonLines(bytes)
  const defaults = {
    source: options.source ?? name,
    split: options.split ?? 'train',
    license: options.license ?? 'unknown',
  }
  let format: SeedFormat | undefined = options.format === 'csv' ? undefined : options.format
  for await (const batch of batches) {
    const rows: SeedRow[] = []
    for (const found of batch) {
      const place = { file, line: found.line }
      if ('reason' in found) {
        rows.push({ kind: 'bad', place, reason: found.reason })
        continue
      }
      const mapped = options.mapping === undefined ? found.row : applyMapping(found.row, options.mapping)
      const own = toOwnFields(mapped, format ?? detectFormat(mapped))
      const result = seedOfRow(own, defaults)
      if ('reason' in result) {
        rows.push({ kind: 'bad', place, reason: result.reason })
        continue
      }
      format ??= detectFormat(mapped)
      let { seed } = result
      if (options.split === undefined && isSilent(own['split']) && isTest(seed, name, format))
        seed = { ...seed, split: 'test' }
      rows.push({ kind: 'seed', seed, place, notes: found.replaced ? [invalidUtf8] : noNotes })
    }
    yield rows
  }
}

const invalidUtf8 = 'invalid UTF-8 replaced'

function isSilent(split: unknown): boolean {
  return split === undefined || split === null || split === ''
}

function isTest(seed: Seed, fileName: string, format: SeedFormat): boolean {
  const testPart = /(?:^|[^a-z])test(?:[^a-z]|$)/i
  return (
    (seed.sourceId !== undefined && testPart.test(seed.sourceId)) ||
    (format !== 'jsonl' && testPart.test(fileName))
  )
}

async function* readJsonLines(bytes: AsyncIterable<Uint8Array>): AsyncIterable<ContainerRow[]> {
  for await (const lines of readLines(bytes)) {
    const rows: ContainerRow[] = []
    for (const { line, text, replaced, tooLong } of lines) {
      if (tooLong) rows.push({ line, reason: `line longer than ${maximumLineBytes} bytes` })
      else if (text.trim() !== '') rows.push(parseLine(line, text, replaced))
    }
    yield rows
  }
}

/** A file that is one JSON list of objects, or one object; `line` is the place in the list. Anything else is read as JSON lines. */
async function* readJsonList(bytes: AsyncIterable<Uint8Array>): AsyncIterable<ContainerRow[]> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of bytes) {
    size += chunk.length
    if (size > maximumListBytes) {
      yield [
        {
          line: 1,
          reason: `JSON file larger than ${maximumListBytes} bytes: write one object per line as .jsonl`,
        },
      ]
      return
    }
    chunks.push(chunk)
  }
  const whole = Buffer.concat(chunks)
  let value: unknown
  try {
    value = JSON.parse(whole.toString('utf8').replace(/^\ufeff/, ''))
  } catch {
    yield* readJsonLines(Readable.from([whole]))
    return
  }
  const list: unknown[] = Array.isArray(value) ? value : [value]
  yield list.map((row, at) => rowOf(at + 1, row, false))
}

function rowOf(line: number, value: unknown, replaced: boolean): ContainerRow {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return {
      line,
      reason: `not a JSON object: ${Array.isArray(value) ? 'list' : value === null ? 'null' : typeof value}`,
    }
  return { line, row: value as RawRow, replaced }
}

function parseLine(line: number, text: string, replaced: boolean): ContainerRow {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    const reason =
      text.trim() === '['
        ? 'a JSON list, not JSON lines: write one object per line'
        : `not JSON: ${shortReason(error)}`
    return { line, reason }
  }
  return rowOf(line, value, replaced)
}

/** The parser's message without the text it quotes, which may be a whole line. */
function shortReason(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  return message.replace(/, \.{0,3}".*/s, '').slice(0, 120)
}
