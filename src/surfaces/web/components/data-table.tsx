import type { ComponentChildren, JSX } from 'preact'

export interface Column<Row> {
  readonly title: string
  readonly cell: (row: Row) => ComponentChildren
  /** Figures stand to the right. */
  readonly isNumber?: boolean
  /** Names the row for screen readers. */
  readonly isHeading?: boolean
}

/** A table that scrolls sideways in itself on narrow screens. `caption` is read out, not shown. */
export function DataTable<Row>({
  caption,
  columns,
  rows,
  keyOf,
  isMarked,
}: {
  caption: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  keyOf: (row: Row) => string
  isMarked?: (row: Row) => boolean
}): JSX.Element {
  return (
    <div class="table-scroll" role="region" aria-label={caption} tabIndex={0}>
      <table class="table">
        <caption class="unseen">{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ title, isNumber }) => (
              <th key={title} scope="col" class={isNumber === true ? 'number' : ''}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)} class={isMarked?.(row) === true ? 'is-marked' : ''}>
              {columns.map(({ title, cell, isNumber, isHeading }) =>
                isHeading === true ? (
                  <th key={title} scope="row">
                    {cell(row)}
                  </th>
                ) : (
                  <td key={title} class={isNumber === true ? 'number' : ''}>
                    {cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
