import { isUtf8 } from 'node:buffer'

/** A line longer than this many bytes is not kept: one bad row must not take the memory of the process. */
export const maximumLineBytes: number = 4 * 1024 * 1024

/** One line without its ending; `line` counts from 1. */
export interface TextLine {
  readonly line: number
  readonly text: string
  /** Bytes that were no UTF-8 and stand as U+FFFD in `text`. */
  readonly replaced: boolean
  /** Longer than {@link maximumLineBytes}; `text` is empty. */
  readonly tooLong: boolean
}

const newline = 0x0a

/**
 * Splits a stream of bytes into lines, a batch per chunk. Endings `\n` and `\r\n`; a byte order mark is dropped. Bytes are looked
 * at before they are decoded, so a character that falls on the edge of two chunks stays whole.
 */
export async function* readLines(chunks: AsyncIterable<Uint8Array>): AsyncIterable<TextLine[]> {
  let carried: Uint8Array[] = []
  let carriedBytes = 0
  let overflowing = false
  let next = 1
  for await (const chunk of chunks) {
    const end = chunk.lastIndexOf(newline)
    if (end < 0) {
      carriedBytes += chunk.length
      if (carriedBytes > maximumLineBytes) {
        overflowing = true
        carried = []
      } else carried.push(chunk)
      continue
    }
    const batch: TextLine[] = []
    let body = chunk.subarray(0, end)
    if (overflowing) {
      batch.push(overlong(next++))
      const first = chunk.indexOf(newline)
      body = first === end ? new Uint8Array(0) : chunk.subarray(first + 1, end)
    } else if (carried.length > 0) body = Buffer.concat([...carried, body])
    // After an over-long line that ends with the chunk nothing is left; otherwise an empty body is one empty line.
    if (!overflowing || chunk.indexOf(newline) !== end) {
      appendLines(batch, body, next)
      next = (batch.at(-1)?.line ?? next - 1) + 1
    }
    overflowing = false
    const rest = chunk.subarray(end + 1)
    carried = rest.length > 0 ? [rest] : []
    carriedBytes = rest.length
    yield batch
  }
  if (overflowing) yield [overlong(next)]
  else if (carriedBytes > 0) {
    const batch: TextLine[] = []
    appendLines(batch, Buffer.concat(carried), next)
    yield batch
  }
}

function overlong(line: number): TextLine {
  return { line, text: '', replaced: false, tooLong: true }
}

function appendLines(batch: TextLine[], bytes: Uint8Array, first: number): void {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8')
  const valid = isUtf8(bytes)
  let line = first
  let start = 0
  while (start <= text.length) {
    let end = text.indexOf('\n', start)
    if (end < 0) end = text.length
    let stop = end
    if (stop > start && text.charCodeAt(stop - 1) === 0x0d) stop--
    const begin = line === 1 && text.charCodeAt(start) === 0xfeff ? start + 1 : start
    const content = text.slice(begin, Math.max(begin, stop))
    const tooLong = content.length > maximumLineBytes
    batch.push({
      line,
      text: tooLong ? '' : content,
      // A U+FFFD that was in the file already is told apart only where the whole batch is valid.
      replaced: !valid && content.includes('\ufffd'),
      tooLong,
    })
    line++
    start = end + 1
  }
}
