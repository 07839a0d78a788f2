/** A parsed row before its fields are looked at. */
export type RawRow = Readonly<Record<string, unknown>>

/** What a container (JSON lines, CSV) gives per row: its fields, or why there are none. `line` counts from 1. */
export type ContainerRow =
  | { readonly line: number; readonly row: RawRow; readonly replaced: boolean }
  | { readonly line: number; readonly reason: string }
