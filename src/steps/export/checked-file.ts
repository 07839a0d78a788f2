import { createHash } from 'node:crypto'
import { closeSync, fsyncSync, mkdirSync, openSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** A finished file as the manifest lists it. */
export interface WrittenFile {
  /** Relative to the dataset folder, with `/`. */
  readonly path: string
  readonly bytes: number
  readonly sha256: string
}

/** A file that is hashed while it is written and on the disk when `finish` returns. */
export interface CheckedFile {
  write(content: string | Uint8Array): void
  finish(path?: string): WrittenFile
  /** Closes the file without finishing it. Safe to call after `finish`. */
  abandon(): void
}

const blockBytes = 1 << 20

/** Opens `path` in `folder` for writing; parent folders are made. Memory is one block of 1 MiB and the text of one write. */
export function openCheckedFile(folder: string, path: string): CheckedFile {
  const target = join(folder, path)
  mkdirSync(dirname(target), { recursive: true })
  const descriptor = openSync(target, 'wx')
  const hash = createHash('sha256')
  const block = Buffer.allocUnsafe(blockBytes)
  let filled = 0
  let bytes = 0
  let open = true
  const put = (content: Uint8Array): void => {
    hash.update(content)
    bytes += content.byteLength
    for (let at = 0; at < content.byteLength;) at += writeSync(descriptor, content, at)
  }
  const flush = (): void => {
    put(block.subarray(0, filled))
    filled = 0
  }
  return {
    write(content) {
      // A UTF-16 unit takes at most three bytes in UTF-8.
      const most = typeof content === 'string' ? content.length * 3 : content.byteLength
      if (filled + most > blockBytes) flush()
      if (most > blockBytes) put(typeof content === 'string' ? Buffer.from(content) : content)
      else if (typeof content === 'string') filled += block.write(content, filled)
      else {
        block.set(content, filled)
        filled += content.byteLength
      }
    },
    finish(as = path) {
      flush()
      fsyncSync(descriptor)
      closeSync(descriptor)
      open = false
      return { path: as, bytes, sha256: hash.digest('hex') }
    },
    abandon() {
      if (open) closeSync(descriptor)
      open = false
    },
  }
}

/** Writes a whole small file. */
export function writeCheckedFile(folder: string, path: string, content: string): WrittenFile {
  const file = openCheckedFile(folder, path)
  file.write(content)
  return file.finish()
}

/** SHA-256 of a stream as 64 hexadecimal digits. */
export async function hashStream(chunks: AsyncIterable<Uint8Array>): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of chunks) hash.update(chunk)
  return hash.digest('hex')
}
