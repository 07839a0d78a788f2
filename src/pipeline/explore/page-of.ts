import { UsageError } from '../../core/errors.ts'
import type { Page, PageQuery } from '../../surfaces/api/contract/page.ts'
import { cursorOf, readCursor } from './cursor.ts'

/** A list in its order, to be cut into pages. */
export interface SortedList<Item> {
  /** Name of the list and its order. */
  readonly name: string
  readonly run: string
  readonly items: readonly Item[]
  /** What the list is sorted by; equal ones ascend by id. */
  readonly keyOf: (item: Item) => number | string
  readonly descending: boolean
  readonly idOf: (item: Item) => string
}

/** Items of a page if the query names no number. */
export const usualLimit = 50

/** The run that a query means: that of its cursor where it names none. @throws UsageError where they differ */
export function runOfQuery(
  list: string,
  { run, cursor }: { readonly run?: string; readonly cursor?: string },
): { readonly run?: string } {
  if (cursor === undefined) return run === undefined ? {} : { run }
  const place = readCursor(list, cursor)
  if (run !== undefined && !place.run.startsWith(run)) {
    throw new UsageError(`cursor: of run ${place.run}, not of ${run}; begin the list of that run again`)
  }
  return { run: place.run }
}

/** One page: what comes after the cursor's place, even where the item it names is gone. */
export function pageOf<Item>(list: SortedList<Item>, { limit = usualLimit, cursor }: PageQuery): Page<Item> {
  const { items, keyOf, idOf, descending } = list
  const start = cursor === undefined ? 0 : firstAfter(list, cursor)
  const page = items.slice(start, start + limit)
  const last = page.at(-1)
  if (last === undefined || start + limit >= items.length) return { items: page }
  return { items: page, next: cursorOf(list.name, { run: list.run, key: keyOf(last), id: idOf(last) }) }

  function firstAfter({ name }: SortedList<Item>, text: string): number {
    const place = readCursor(name, text)
    let low = 0
    let high = items.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if (isAfter(items[middle] as Item, place)) high = middle
      else low = middle + 1
    }
    return low
  }

  function isAfter(item: Item, place: { readonly key: number | string; readonly id: string }): boolean {
    const key = keyOf(item)
    if (key === place.key) return idOf(item) > place.id
    return descending ? key < place.key : key > place.key
  }
}
