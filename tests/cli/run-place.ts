import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

export const seeds: string = resolve(import.meta.dirname, '../../seeds')

export function folder(): string {
  return mkdtempSync(join(tmpdir(), 'conceptloom-run-'))
}

export function runArgs(place: string, more: readonly string[] = []): string[] {
  return [
    'run',
    '--seeds',
    seeds,
    '--count',
    '150',
    '--seed',
    '7',
    '--out',
    join(place, 'out'),
    '--workspace',
    join(place, 'work'),
    // A thread takes longer to start than so few pairs to make.
    '--workers',
    '0',
    '--json',
    ...more,
  ]
}

/** Hash of every file of a folder, by path. */
export function fingerprint(place: string): Readonly<Record<string, string>> {
  const files = readdirSync(place, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return Object.fromEntries(
    files
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((file) => [
        file.slice(place.length + 1),
        createHash('sha256').update(readFileSync(file)).digest('hex'),
      ]),
  )
}

export interface Row {
  readonly messages: readonly { readonly content: string }[]
  readonly id: string
}

export function rowsOf(place: string): readonly Row[] {
  return readFileSync(join(place, 'out/jsonl/train.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Row)
}
