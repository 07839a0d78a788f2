/** A value of a property; `undefined` is an absent property. */
export type PropertyValue = string | number | readonly string[] | readonly number[] | undefined

export interface PropertyColumn {
  readonly name: string
  readonly type: 'string' | 'int' | 'double' | 'string[]' | 'int[]'
}

/** What ids are unique among; the label by which a node is found. */
export type IdSpace = 'Concept' | 'Seed' | 'Family' | 'Walk' | 'Pair' | 'Run'

/** Nodes with the same labels and properties. A row is the values of the columns; the first column is `id`. */
export interface NodeTable {
  readonly nodes: IdSpace
  /** Labels beside the id space. */
  readonly labels: readonly string[]
  readonly columns: readonly PropertyColumn[]
  readonly rows: Iterable<readonly PropertyValue[]>
}

/** Relationships of one type between two id spaces. A row is the id of the start, the id of the end, and the values of the columns. */
export interface RelationTable {
  readonly type: string
  readonly from: IdSpace
  readonly to: IdSpace
  readonly columns: readonly PropertyColumn[]
  /** The property that tells two relationships of the same type and ends apart. */
  readonly distinguishedBy?: string
  readonly rows: Iterable<readonly [from: string, to: string, ...values: PropertyValue[]]>
}

/** A column. */
export const column = (name: string, type: PropertyColumn['type'] = 'string'): PropertyColumn => ({
  name,
  type,
})

/** The first `length` characters of a text on one line, for captions. */
export function caption(text: string, length = 60): string {
  const line = text.replaceAll(/\s+/g, ' ').trim()
  const characters = Array.from(line)
  return characters.length <= length ? line : `${characters.slice(0, length - 1).join('')}…`
}
