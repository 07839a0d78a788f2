import { closeSync, createWriteStream, fstatSync, mkdtempSync, openSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { UsageError } from '../../core/errors.ts'

/** A file of rows that stays open; rows are read again from their places. */
export interface RowFile {
  /** As the caller named it. */
  readonly name: string
  readonly path: string
  readonly descriptor: number
  readonly size: number
  readonly modified: number
}

export interface RowFiles {
  readonly files: readonly RowFile[]
  close(): void
}

/**
 * Opens JSON Lines files; `-` is standard input, which is written to a temporary file first because its rows are read twice.
 *
 * @throws UsageError for a file that cannot be read
 */
export async function openRowFiles(names: readonly string[]): Promise<RowFiles> {
  const files: RowFile[] = []
  let spool: string | undefined
  const close = (): void => {
    for (const { descriptor } of files) closeSync(descriptor)
    if (spool !== undefined) rmSync(spool, { recursive: true, force: true })
  }
  try {
    for (const name of names) {
      if (name === '-') spool ??= mkdtempSync(join(tmpdir(), 'conceptloom-rows-'))
      files.push(openFile(name, name === '-' ? await spoolInput(spool as string) : name))
    }
  } catch (error) {
    close()
    throw error
  }
  return { files, close }
}

function openFile(name: string, path: string): RowFile {
  let descriptor: number
  try {
    descriptor = openSync(path, 'r')
  } catch (cause) {
    throw new UsageError(`cannot read: ${name}; name a file of JSON lines, or - for standard input`, {
      cause,
    })
  }
  const status = fstatSync(descriptor)
  if (!status.isFile()) {
    closeSync(descriptor)
    throw new UsageError(`not a file: ${name}; name a file of JSON lines, or - for standard input`)
  }
  return { name, path, descriptor, size: status.size, modified: status.mtimeMs }
}

async function spoolInput(folder: string): Promise<string> {
  const path = join(folder, 'standard-input.jsonl')
  await pipeline(process.stdin, createWriteStream(path))
  return path
}
