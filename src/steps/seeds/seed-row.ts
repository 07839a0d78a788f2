import { seedId, type Seed } from '../../core/seed.ts'
import type { RawRow } from './container-row.ts'

/** What a seed gets where its row is silent. */
export interface SeedDefaults {
  readonly source: string
  readonly split: string
  readonly license: string
}

/** A seed, or why there is none. */
export type SeedResult = { readonly seed: Seed } | { readonly reason: string }

const known = new Set([
  'id',
  'question',
  'solution',
  'answer',
  'source',
  'split',
  'license',
  'subject',
  'level',
  'language',
  'sourceId',
  'meta',
])

/**
 * A row in our field names → seed. Only a question is required; null and empty text count as absent; a number where text is wanted
 * is taken as its decimal text. Fields we do not know go to `meta`, and so does a level that is not 1 to 5. A `__proto__` field is
 * dropped.
 */
export function seedOfRow(row: RawRow, defaults: SeedDefaults): SeedResult {
  const question = row['question']
  if (question === undefined || question === null) return { reason: 'no question' }
  if (typeof question !== 'string') return { reason: `question is not text: ${typeName(question)}` }
  const text = question.toWellFormed().trim()
  if (text === '') return { reason: 'empty question' }
  const seed: { -readonly [Key in keyof Seed]: Seed[Key] } = {
    id: seedId(text),
    question: text,
    source: defaults.source,
    split: defaults.split,
    license: defaults.license,
    language: languageOf(text),
  }
  for (const field of textFields) {
    const value = row[field]
    if (value === undefined || value === null) continue
    const words = typeof value === 'number' && Number.isFinite(value) ? String(value) : value
    if (typeof words !== 'string') return { reason: `${field} is not text: ${typeName(value)}` }
    const kept = words.toWellFormed().trim()
    if (kept === '' || (field === 'language' && kept.length < 2)) continue
    seed[field === 'id' ? 'sourceId' : field] = kept
  }
  const meta = readMeta(row)
  if (typeof meta === 'string') return { reason: meta }
  const level = readLevel(row['level'] ?? meta?.['level'])
  if (level !== undefined) seed.level = level
  if (level === undefined && row['level'] !== undefined && row['level'] !== null)
    seed.meta = { ...meta, level: row['level'] }
  else if (meta !== undefined) seed.meta = meta
  return { seed }
}

const textFields = [
  'solution',
  'answer',
  'source',
  'split',
  'license',
  'subject',
  'language',
  'sourceId',
  'id',
] as const

function readMeta(row: RawRow): Record<string, unknown> | undefined | string {
  const own = row['meta']
  if (own !== undefined && own !== null && (typeof own !== 'object' || Array.isArray(own)))
    return `meta is not an object: ${typeName(own)}`
  let entries: [string, unknown][] | undefined
  for (const key in row) {
    if (known.has(key) || key === '__proto__' || row[key] === undefined || row[key] === null) continue
    entries ??= []
    entries.push([key, row[key]])
  }
  if (own === undefined || own === null)
    return entries === undefined ? undefined : Object.fromEntries(entries)
  const members = Object.entries(own).filter(([key, value]) => key !== '__proto__' && value !== null)
  if (members.length === 0 && entries === undefined) return undefined
  return Object.fromEntries([...(entries ?? []), ...members])
}

/** 1 to 5 from a number, its text, or MATH's `Level 5`. */
function readLevel(value: unknown): number | undefined {
  const found = typeof value === 'string' ? /^(?:level\s*)?([1-5])$/i.exec(value.trim())?.[1] : value
  const level = Number(found)
  return found !== undefined &&
    found !== null &&
    typeof found !== 'boolean' &&
    Number.isInteger(level) &&
    level >= 1 &&
    level <= 5
    ? level
    : undefined
}

/** `zh` where Han characters make up a fifth of the letters or more, `ja` with kana among them, otherwise `en`. */
function languageOf(text: string): string {
  if (!/[\u2e80-\u9fff\uf900-\ufaff]/.test(text)) return 'en'
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) return 'ja'
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  return han > 0 && han * 5 >= letters ? 'zh' : 'en'
}

function typeName(value: unknown): string {
  return value === null ? 'null' : Array.isArray(value) ? 'list' : typeof value
}
