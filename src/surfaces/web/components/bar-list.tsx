import type { ComponentChildren, JSX } from 'preact'

export interface BarRow {
  readonly key: string
  readonly label: ComponentChildren
  /** From 0; the longest bar is the largest value, or `most`. */
  readonly value: number
  readonly figure: string
}

/** Values as bars beside their names, the figure at the end; reads as a list. */
export function BarList({
  rows,
  most = Math.max(...rows.map(({ value }) => value), 0),
}: {
  rows: readonly BarRow[]
  most?: number
}): JSX.Element {
  return (
    <ul class="bar-list">
      {rows.map(({ key, label, value, figure }) => (
        <li class="bar-row" key={key}>
          <span>{label}</span>
          <span class="bar" aria-hidden="true">
            <i style={{ width: `${most === 0 ? 0 : Math.min(100, (value / most) * 100)}%` }} />
          </span>
          <span class="number">{figure}</span>
        </li>
      ))}
    </ul>
  )
}
