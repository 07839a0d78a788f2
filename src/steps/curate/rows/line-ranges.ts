import { readSync } from 'node:fs'

/** A line longer than this many bytes is not read: one bad row must not take the memory of the process. */
export const longestLine: number = 4 * 1024 * 1024

/** A part of a file; a line belongs to the part that its first byte lies in. */
export interface ByteRange {
  readonly start: number
  readonly end: number
}

/** Where a line stands, without its ending, in bytes of the file. */
export type LineVisitor = (bytes: Uint8Array, start: number, tooLong: boolean) => void

const newline = 0x0a
const carriageReturn = 0x0d

/** Parts of `size` bytes each that make up a file. */
export function planRanges(fileSize: number, size: number): ByteRange[] {
  const ranges: ByteRange[] = []
  for (let start = 0; start < fileSize; start += size) {
    ranges.push({ start, end: Math.min(fileSize, start + size) })
  }
  return ranges
}

/** Visits the lines of a part in order. A line's bytes hold until the visitor returns. Endings are `\n` and `\r\n`. */
export function visitLines(descriptor: number, range: ByteRange, visit: LineVisitor): void {
  const before = range.start === 0 ? 0 : 1
  const bytes = readPart(descriptor, range.start - before, range.end - range.start + before)
  // Where the byte before the part ends a line, a line begins with the part; otherwise it belongs to an earlier one.
  let at = before === 0 ? skipByteOrderMark(bytes) : bytes.indexOf(newline) + 1
  if (before === 1 && at === 0) return
  const base = range.start - before
  while (at < bytes.length) {
    const end = bytes.indexOf(newline, at)
    if (end < 0) {
      visitLast(descriptor, { bytes: bytes.subarray(at), start: base + at }, visit)
      return
    }
    visitWhole(bytes.subarray(at, end), base + at, visit)
    at = end + 1
  }
}

function visitWhole(line: Uint8Array, start: number, visit: LineVisitor): void {
  if (line.length > longestLine) visit(line.subarray(0, 0), start, true)
  else visit(line.at(-1) === carriageReturn ? line.subarray(0, -1) : line, start, false)
}

/** The line that runs beyond the part. */
function visitLast(
  descriptor: number,
  { bytes, start }: { readonly bytes: Uint8Array; readonly start: number },
  visit: LineVisitor,
): void {
  const parts = [bytes]
  let length = bytes.length
  while (length <= longestLine) {
    const more = readPart(descriptor, start + length, 1 << 16)
    const end = more.indexOf(newline)
    parts.push(end < 0 ? more : more.subarray(0, end))
    length += end < 0 ? more.length : end
    if (end >= 0 || more.length === 0) {
      visitWhole(Buffer.concat(parts), start, visit)
      return
    }
  }
  visit(bytes.subarray(0, 0), start, true)
}

/** Bytes of a file from a place; fewer at its end. */
export function readPart(descriptor: number, from: number, length: number): Buffer {
  const bytes = Buffer.allocUnsafe(length)
  let held = 0
  while (held < length) {
    const read = readSync(descriptor, bytes, held, length - held, from + held)
    if (read === 0) break
    held += read
  }
  return bytes.subarray(0, held)
}

function skipByteOrderMark(bytes: Uint8Array): number {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
}
