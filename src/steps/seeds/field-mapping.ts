import { UsageError } from '../../core/errors.ts'
import type { RawRow } from './container-row.ts'

/** Fields of a seed that a file may hold under other names. */
export const mappableFields = [
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
] as const
export type MappableField = (typeof mappableFields)[number]

/** Our field → the name it has in the file; a dotted name reaches into objects (`reward_model.ground_truth`). */
export type FieldMapping = Readonly<Partial<Record<MappableField, string>>>

/**
 * Reads `question=prompt,answer=label`.
 *
 * @throws UsageError for an unknown field or a part without `=`
 */
export function parseFieldMapping(text: string): FieldMapping {
  const mapping: Partial<Record<MappableField, string>> = {}
  for (const part of text.split(',')) {
    const cut = part.indexOf('=')
    const field = part.slice(0, Math.max(cut, 0)).trim()
    const name = part.slice(cut + 1).trim()
    if (cut < 0 || name === '')
      throw new UsageError(
        `bad field mapping: ${part.trim()}. Write our field, =, the name in the file: question=prompt`,
      )
    if (!isMappable(field))
      throw new UsageError(`unknown field in mapping: ${field}. Known fields: ${mappableFields.join(', ')}`)
    mapping[field] = name
  }
  return mapping
}

function isMappable(field: string): field is MappableField {
  return (mappableFields as readonly string[]).includes(field)
}

/** A copy of the row with its fields under our names. A mapped field that the row lacks is absent, whatever stood under our name. */
export function applyMapping(row: RawRow, mapping: FieldMapping): RawRow {
  const renamed: [string, unknown][] = []
  const taken = new Set<string>()
  for (const [field, name] of Object.entries(mapping)) {
    taken.add(field)
    if (Object.hasOwn(row, name)) {
      taken.add(name)
      renamed.push([field, row[name]])
    } else renamed.push([field, reach(row, name)])
  }
  return Object.fromEntries([...Object.entries(row).filter(([key]) => !taken.has(key)), ...renamed])
}

function reach(row: RawRow, path: string): unknown {
  let value: unknown = row
  for (const key of path.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined
    value = (value as RawRow)[key]
  }
  return value
}
