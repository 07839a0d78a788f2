import type { z } from 'zod'
import { findJsonObjects } from './find-json.ts'
import { repairJson } from './repair-json.ts'

/** A value, or the reply as it came and why it could not be read. Reasons are few and short: they are counted. */
export type ParsedReply<Value> =
  | { readonly outcome: 'parsed'; readonly value: Value }
  | {
      readonly outcome: 'unreadable'
      readonly reason: 'empty' | 'too long' | 'only reasoning' | 'no JSON object' | 'not JSON' | 'wrong shape'
      /** What was wrong, for a person. */
      readonly detail: string
      readonly raw: string
    }

/** Longest reply that is read, in UTF-16 units. */
const maximumReply = 200_000

/**
 * Reads the JSON object in a model's reply: alone, in a code fence, after reasoning (`<think>…</think>`) or among prose. The last
 * object of the right shape wins, since drafts come before what is meant. Keys that the schema does not know are left out; a number
 * where text is wanted becomes text. Never throws and never changes a prototype.
 */
export function parseReply<Value>(raw: string, schema: z.ZodType<Value>): ParsedReply<Value> {
  const unreadable = (
    reason: Extract<ParsedReply<Value>, { outcome: 'unreadable' }>['reason'],
    detail: string = reason,
  ): ParsedReply<Value> => ({ outcome: 'unreadable', reason, detail, raw })
  if (raw.trim() === '') return unreadable('empty')
  if (raw.length > maximumReply) return unreadable('too long', `${raw.length} characters`)
  const text = withoutReasoning(raw)
  if (text.trim() === '') return unreadable('only reasoning')
  const objects = findJsonObjects(text)
  if (objects.length === 0) return unreadable('no JSON object')
  let failure = unreadable('not JSON')
  for (const object of objects.toReversed()) {
    const value = readJson(object)
    if (value === undefined) continue
    const read = readShape(value, schema)
    if (read.success) return { outcome: 'parsed', value: read.data }
    const issue = read.error.issues[0]
    failure = unreadable(
      'wrong shape',
      `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`.slice(0, 160),
    )
  }
  return failure
}

/** Without `<think>` blocks; one that is never closed takes the rest. */
function withoutReasoning(text: string): string {
  const closed = text.lastIndexOf('</think>')
  const rest = closed < 0 ? text : text.slice(closed + '</think>'.length)
  const open = rest.indexOf('<think>')
  return open < 0 ? rest : rest.slice(0, open)
}

function readJson(text: string): unknown {
  for (const candidate of [repairJson(text), text]) {
    try {
      return JSON.parse(candidate, (key, value: unknown) => (forbidden.has(key) ? undefined : clean(value)))
    } catch {
      // The next candidate, or none.
    }
  }
  return undefined
}

/** Control characters but tab and line breaks: nothing in a problem is written with them, and some stores refuse them. */
// oxlint-disable-next-line no-control-regex
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g

/** Text is made well-formed: half a surrogate pair has no hash and no UTF-8. */
function clean(value: unknown): unknown {
  return typeof value === 'string' ? value.toWellFormed().replaceAll(controls, '') : value
}

const forbidden: ReadonlySet<string> = new Set(['__proto__', 'prototype', 'constructor'])

function readShape<Value>(value: unknown, schema: z.ZodType<Value>): z.ZodSafeParseResult<Value> {
  const first = schema.safeParse(value)
  if (first.success) return first
  const places = first.error.issues
    .filter((issue) => issue.code === 'invalid_type' && issue.expected === 'string')
    .map((issue) => issue.path)
  if (places.length === 0) return first
  const copy: unknown = structuredClone(value)
  for (const place of places) numberToText(copy, place)
  return schema.safeParse(copy)
}

function numberToText(value: unknown, place: readonly PropertyKey[]): void {
  let holder = value as Record<PropertyKey, unknown> | undefined
  for (const key of place.slice(0, -1)) holder = holder?.[key] as Record<PropertyKey, unknown> | undefined
  const last = place.at(-1)
  if (holder !== undefined && last !== undefined && typeof holder[last] === 'number')
    holder[last] = String(holder[last])
}
