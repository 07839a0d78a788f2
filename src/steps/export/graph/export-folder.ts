import { closeSync, fsyncSync, mkdirSync, openSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { sha256 } from '../../../core/identity.ts'
import { openCheckedFile, type CheckedFile, type WrittenFile } from '../checked-file.ts'
import type { OpenSink } from './graph-material.ts'

/** Files of a folder in the making, one open at a time; opening the next finishes it. */
export interface ExportFolder {
  readonly open: OpenSink
  /** All files, on the disk, in the order written. */
  finish(): WrittenFile[]
  /** Closes what is open. Safe to call after `finish`. */
  abandon(): void
}

/** A file up to this many characters is written at once. */
const smallest = 1 << 16

/**
 * Opens a folder for large files and for thousands of small ones: large files are streamed, small ones are written at once and
 * flushed to the disk together at the end, which costs one commit of the file system instead of one for each.
 */
export function openExportFolder(folder: string): ExportFolder {
  const written: WrittenFile[] = []
  const unflushed: string[] = []
  let current: { readonly path: string; text: string; large?: CheckedFile } | undefined
  const close = (): void => {
    if (current === undefined) return
    const { path, text, large } = current
    current = undefined
    if (large !== undefined) {
      large.write(text)
      written.push(large.finish())
      return
    }
    const bytes = Buffer.from(text)
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), bytes, { flag: 'wx' })
    unflushed.push(path)
    written.push({ path, bytes: bytes.byteLength, sha256: sha256(bytes) })
  }
  return {
    open(path) {
      close()
      const file: NonNullable<typeof current> = { path, text: '' }
      current = file
      return {
        write(text) {
          file.text += text
          if (file.text.length <= smallest) return
          file.large ??= openCheckedFile(folder, path)
          file.large.write(file.text)
          file.text = ''
        },
      }
    },
    finish() {
      close()
      for (const path of unflushed.splice(0)) flush(join(folder, path))
      return written
    },
    abandon() {
      current?.large?.abandon()
    },
  }
}

function flush(path: string): void {
  const descriptor = openSync(path, 'r+')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}
