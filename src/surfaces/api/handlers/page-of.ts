import type { Page, PageQuery } from '../contract/page.ts'
import { ApiProblem } from '../problems.ts'

const usualLimit = 50

/**
 * A page of a list that is held whole. The cursor names the last item given, so items added before it do not shift the next page.
 *
 * @throws ApiProblem 404 for a cursor that names no item
 */
export function pageOf<Item>(
  items: readonly Item[],
  { limit = usualLimit, cursor }: PageQuery,
  idOf: (item: Item) => string,
): Page<Item> {
  let start = 0
  if (cursor !== undefined) {
    const last = Buffer.from(cursor, 'base64url').toString()
    start = items.findIndex((item) => idOf(item) === last) + 1
    if (start === 0) throw new ApiProblem('not-found', 'cursor: what it named is gone; begin the list again')
  }
  const page = items.slice(start, start + limit)
  const end = page.at(-1)
  if (end === undefined || start + limit >= items.length) return { items: page }
  return { items: page, next: Buffer.from(idOf(end)).toString('base64url') }
}
