import { StoreError } from '../../core/errors.ts'
import type { ContentId, JsonValue } from '../../core/identity.ts'

/** Value of each lower-case hexadecimal digit by character code, 255 for anything else. */
const digitValues: Uint8Array = new Uint8Array(256).fill(255)
for (let value = 0; value < 16; value++) digitValues[value.toString(16).charCodeAt(0)] = value

/** An id as its 16 bytes. Throws StoreError on anything that is not a content id. */
export function idBytes(id: ContentId): Uint8Array {
  const bytes = Buffer.allocUnsafe(16)
  // Checks and decodes in one pass: a pair has three ids of its own, and twice as long was spent on a pattern and `hex` decoding.
  let invalid = id.length === 32 ? 0 : 255
  for (let place = 0; place < 16; place++) {
    const high = digitValues[id.charCodeAt(2 * place)] ?? 255
    const low = digitValues[id.charCodeAt(2 * place + 1)] ?? 255
    invalid |= high | low
    bytes[place] = high * 16 + low
  }
  if (invalid > 15) throw new StoreError(`not a content id: ${id.slice(0, 40)}; make it with contentId()`)
  return bytes
}

export function idText(bytes: unknown): ContentId {
  const view = bytes as Uint8Array
  return Buffer.from(view.buffer, view.byteOffset, view.byteLength).toString('hex')
}

/** Ids one after another, 16 bytes each. */
export function idListBytes(ids: readonly ContentId[]): Uint8Array {
  return Buffer.concat(ids.map(idBytes))
}

export function idListOf(bytes: unknown): ContentId[] {
  const digits = idText(bytes)
  return Array.from({ length: digits.length / 32 }, (_, place) => digits.slice(place * 32, place * 32 + 32))
}

/** Text as SQLite can hold it: UTF-8, or UTF-16 bytes where a lone surrogate would otherwise become U+FFFD. */
export function textValue(text: string): string | Uint8Array {
  return text.isWellFormed() ? text : Buffer.from(text, 'utf16le')
}

export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : Buffer.from(value as Uint8Array).toString('utf16le')
}

export function parseJson(value: unknown): unknown {
  return JSON.parse(value as string)
}

/** JSON text; it escapes lone surrogates by itself. */
export function jsonText(value: JsonValue): string {
  return JSON.stringify(value)
}

/**
 * The inclusive range of ids that start with `prefix`, or `undefined` when no id can.
 *
 * @param prefix  8 to 32 hexadecimal digits
 */
export function idRange(prefix: string): readonly [low: Uint8Array, high: Uint8Array] | undefined {
  if (!/^[0-9a-f]{8,32}$/.test(prefix)) return undefined
  return [Buffer.from(prefix.padEnd(32, '0'), 'hex'), Buffer.from(prefix.padEnd(32, 'f'), 'hex')]
}
