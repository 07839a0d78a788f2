import { StoreError } from '../../core/errors.ts'
import { isContentId, type ContentId } from '../../core/identity.ts'

const captionLength = 48

/** Text as a property can hold it; what it loses (lone surrogates) stands in the node's JSON body. */
export function plainText(text: string): string {
  return text.toWellFormed()
}

/** A short text for captions: the beginning, on one line. */
export function captionOf(text: string): string {
  const line = text.trim().replaceAll(/\s+/g, ' ')
  if (line.length <= captionLength) return plainText(line)
  return `${plainText(line.slice(0, captionLength - 1).replace(/[\uD800-\uDBFF]$/, ''))}…`
}

/** @throws StoreError on what is not a content id */
export function checkedId(id: ContentId): ContentId {
  if (!isContentId(id)) throw new StoreError(`not a content id: ${id.slice(0, 40)}; make it with contentId()`)
  return id
}

/** JSON escapes lone surrogates, so it is always well formed. */
export function jsonOf(value: unknown): string {
  return JSON.stringify(value)
}

export function fromJson(text: unknown): unknown {
  return JSON.parse(text as string)
}

/** Parts of a list, each at most `size` long. */
export function* partsOf<Item>(items: readonly Item[], size: number): Generator<readonly Item[], void> {
  for (let from = 0; from < items.length; from += size) yield items.slice(from, from + size)
}
