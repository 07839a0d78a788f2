import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import { MalformedInputError, UsageError } from '../../core/errors.ts'
import type { ScalingPoint } from '../../foundations/statistics/scaling-curves.ts'

const pointSchema = z.object({
  size: z.coerce.number().positive(),
  accuracy: z.coerce.number().min(0).max(1, 'give a share from 0 to 1, not percent'),
  items: z.coerce.number().positive().exactOptional(),
})

/**
 * Points of a file: JSON (a list of {size, accuracy, items?}) or CSV with such columns; accuracy is a share from 0 to 1.
 *
 * @throws UsageError where it cannot be read, MalformedInputError where a point is none
 */
export function readScalingPoints(file: string): readonly ScalingPoint[] {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (cause) {
    throw new UsageError(`cannot read: ${file}; give points (.json, .csv) or SIZE=FOLDER for each size`, {
      cause,
    })
  }
  const rows = file.endsWith('.csv') ? csvRows(text, file) : jsonRows(text, file)
  return rows.map((row, place) => {
    const parsed = pointSchema.safeParse(row)
    // A list has no lines of its own: its places count instead, and the header is the first line of a CSV file.
    const line = file.endsWith('.csv') ? place + 2 : place + 1
    if (!parsed.success)
      throw new MalformedInputError(`no scaling point: ${z.prettifyError(parsed.error)}`, { file, line })
    return parsed.data
  })
}

function csvRows(text: string, file: string): readonly unknown[] {
  try {
    const rows = z
      .array(z.record(z.string(), z.string()))
      .parse(parse(text, { columns: true, bom: true, trim: true, skip_empty_lines: true }))
    // An empty cell says nothing.
    return rows.map((row) => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== '')))
  } catch (cause) {
    throw new MalformedInputError(`not CSV: ${file}`, undefined, { cause })
  }
}

function jsonRows(text: string, file: string): readonly unknown[] {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (cause) {
    throw new MalformedInputError(`not JSON: ${file}`, undefined, { cause })
  }
  if (!Array.isArray(value)) throw new MalformedInputError(`not a list of points: ${file}`)
  return value
}
