import { z } from 'zod'
import { UsageError } from '../../core/errors.ts'

/** Where a page of a list ended: opaque to the caller, who passes it back. */
export interface CursorPlace {
  /** The run of the list, so that all pages are of one run. */
  readonly run: string
  /** What the list is sorted by at its last item, and the item's id. */
  readonly key: number | string
  readonly id: string
}

const placeSchema = z.tuple([z.string(), z.string(), z.union([z.number(), z.string()]), z.string()])

/** @param list  name of the list and its order; a cursor is good for this list only */
export function cursorOf(list: string, { run, key, id }: CursorPlace): string {
  return Buffer.from(JSON.stringify([list, run, key, id])).toString('base64url')
}

/** Reads a cursor back. @throws UsageError for one that was not given out for this list */
export function readCursor(list: string, cursor: string): CursorPlace {
  const place = placeSchema.safeParse(parsed(cursor))
  if (!place.success || place.data[0] !== list) {
    throw new UsageError(
      'cursor: not one of this list; pass back `next` of the page before, with the same query',
    )
  }
  const [, run, key, id] = place.data
  return { run, key, id }
}

function parsed(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
  } catch {
    return undefined
  }
}
