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
