/** Writes small numbers, floats and texts into one growing buffer; `take` hands out what was written since the last `take`. */
export interface PackedWriter {
  /** Starts over; views taken earlier are no longer valid. */
  reset(): void
  /** A non-negative safe integer, 7 bits a byte, low bits first. */
  number(value: number): void
  /** A 64-bit float, exactly. */
  float(value: number): void
  /** Length and UTF-8, or UTF-16 where UTF-8 would lose a lone surrogate. */
  text(value: string): void
  bytes(value: Uint8Array): void
  /** A view, valid until `reset`. */
  take(): Uint8Array
}

export interface PackedReader {
  number(): number
  float(): number
  text(): string
  bytes(length: number): Uint8Array
}

export function packedWriter(): PackedWriter {
  let buffer = Buffer.allocUnsafeSlow(4096)
  let start = 0
  let at = 0

  function reserve(length: number): void {
    if (at + length <= buffer.length) return
    // Views taken from the old buffer stay valid: it is copied, not moved.
    const larger = Buffer.allocUnsafeSlow(Math.max(buffer.length * 2, at + length))
    buffer.copy(larger, 0, 0, at)
    buffer = larger
  }

  const writer: PackedWriter = {
    reset() {
      start = 0
      at = 0
    },
    number(value) {
      reserve(8)
      let rest = value
      while (rest >= 0x80) {
        buffer[at++] = (rest % 0x80) | 0x80
        rest = Math.floor(rest / 0x80)
      }
      buffer[at++] = rest
    },
    float(value) {
      reserve(8)
      at = buffer.writeDoubleLE(value, at)
    },
    text(value) {
      const encoding = value.isWellFormed() ? 'utf8' : 'utf16le'
      const length = Buffer.byteLength(value, encoding)
      writer.number(length * 2 + (encoding === 'utf8' ? 0 : 1))
      reserve(length)
      at += buffer.write(value, at, length, encoding)
    },
    bytes(value) {
      reserve(value.length)
      buffer.set(value, at)
      at += value.length
    },
    take() {
      const view = buffer.subarray(start, at)
      start = at
      return view
    },
  }
  return writer
}

export function packedReader(source: Uint8Array): PackedReader {
  const buffer = Buffer.from(source.buffer, source.byteOffset, source.byteLength)
  let at = 0
  const reader: PackedReader = {
    number() {
      let value = 0
      let scale = 1
      let byte = buffer.readUInt8(at++)
      while (byte >= 0x80) {
        value += (byte & 0x7f) * scale
        scale *= 0x80
        byte = buffer.readUInt8(at++)
      }
      return value + byte * scale
    },
    float() {
      at += 8
      return buffer.readDoubleLE(at - 8)
    },
    text() {
      const header = reader.number()
      const length = Math.floor(header / 2)
      at += length
      return buffer.toString(header % 2 === 0 ? 'utf8' : 'utf16le', at - length, at)
    },
    bytes(length) {
      at += length
      return buffer.subarray(at - length, at)
    },
  }
  return reader
}

/** Ascending numbers as the gaps between them. */
export function packAscending(numbers: readonly number[]): Uint8Array {
  const writer = packedWriter()
  writer.number(numbers.length)
  let last = 0
  for (const number of numbers) {
    writer.number(number - last)
    last = number
  }
  return writer.take()
}

export function unpackAscending(bytes: Uint8Array): number[] {
  const reader = packedReader(bytes)
  const length = reader.number()
  const numbers = Array.from<number>({ length })
  let last = 0
  for (let place = 0; place < length; place++) numbers[place] = last += reader.number()
  return numbers
}
