import { hash } from 'node:crypto'
import canonicalize from 'canonicalize'

/** 32 lower-case hexadecimal digits: the first 128 bits of SHA-256 over canonical JSON. */
export type ContentId = string

/** A value that JSON can hold; `undefined` members are left out as JSON does. */
export type JsonValue =
  | string
  | number
  | boolean
  | null
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue | undefined }

/**
 * The id of a value: a hash of its canonical JSON (RFC 8785), so that the same content has the same id on every machine, store
 * and worker. This is the only place that makes ids.
 *
 * @param kind  domain separator such as `seed` or `pair`, so that equal content of two kinds never shares an id
 */
export function contentId(kind: string, value: JsonValue): ContentId {
  const text = canonicalize([kind, wellFormed(value)])
  if (text === undefined) throw new TypeError(`not JSON: ${kind}`)
  return hash('sha256', text).slice(0, 32)
}

/** Lone surrogates, which canonical JSON refuses and which a file or a model may hold, count as U+FFFD. */
function wellFormed(value: JsonValue): JsonValue {
  if (typeof value === 'string') return value.toWellFormed()
  if (Array.isArray(value)) return value.map(wellFormed)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, held]) => [
      key.toWellFormed(),
      held === undefined ? undefined : wellFormed(held as JsonValue),
    ]),
  )
}

/** True for what JSON can hold. Drafts are checked by the million: the schema library's own check is ten times slower. */
export function isJsonValue(value: unknown): value is JsonValue {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true
  if (typeof value === 'number') return Number.isFinite(value)
  if (Array.isArray(value)) return value.every(isJsonValue)
  if (typeof value !== 'object') return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return (
    (prototype === Object.prototype || prototype === null) &&
    Object.values(value).every((member) => member === undefined || isJsonValue(member))
  )
}

/** SHA-256 of bytes or text as 64 hexadecimal digits, for manifests and checksums. */
export function sha256(content: string | Uint8Array): string {
  return hash('sha256', content)
}

/** True for 32 lower-case hexadecimal digits. */
export function isContentId(text: string): boolean {
  return /^[0-9a-f]{32}$/.test(text)
}
