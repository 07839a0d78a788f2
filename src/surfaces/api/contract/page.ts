import { z } from 'zod'
import { idPrefixSchema, type FieldsSchema } from './parts.ts'

/** One page of a list. `next` is an opaque cursor, absent on the last page; pass it back as `cursor`. */
export interface Page<Item> {
  readonly items: readonly Item[]
  readonly next?: string
}

/** Which page of a list is wanted. */
export interface PageQuery {
  /** 1 to 200. @default 50 */
  readonly limit?: number
  readonly cursor?: string
}

/** Which run is meant: an id or its beginning of ≥ 8 digits. @default the latest finished */
export interface RunQuery {
  readonly run?: string
}

export function pageSchema<Item>(item: z.ZodType<Item>): z.ZodType<Page<Item>> {
  return z.strictObject({
    items: z.array(item),
    next: z.string().exactOptional().meta({ description: 'Cursor of the next page; absent on the last.' }),
  })
}

/** Fields of every query for a page. */
export const pageFields: {
  readonly limit: z.ZodExactOptional<z.ZodType<number>>
  readonly cursor: z.ZodExactOptional<z.ZodType<string>>
} = {
  limit: limitSchema().exactOptional(),
  cursor: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,2000}$/, 'give the `next` of an earlier page')
    .meta({ description: 'The `next` of the page before; opaque.' })
    .exactOptional() as z.ZodExactOptional<z.ZodType<string>>,
}

function limitSchema(): z.ZodType<number> {
  return z.int().min(1).max(200).meta({ description: 'Items on a page.', default: 50, example: 20 })
}

/** The field that names a run. */
export const runField: { readonly run: z.ZodExactOptional<z.ZodType<string>> } = {
  run: idPrefixSchema
    .meta({
      description: 'Which run: an id or its first 8 or more digits. The latest finished one by default.',
    })
    .exactOptional(),
}

export const pageQuerySchema: FieldsSchema<PageQuery> = z.strictObject(pageFields)
export const runQuerySchema: FieldsSchema<RunQuery> = z.strictObject(runField)
export const noQuerySchema: FieldsSchema<Readonly<Record<string, never>>> = z.strictObject({})
