/** Lines of columns for people: the first column to the left, the others to the right. */
export function textTable(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = rows.reduce<number[]>(
    (most, row) => row.map((cell, column) => Math.max(most[column] ?? 0, cell.length)),
    [],
  )
  return rows.map((row) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  )
}

/** A share as percent, `41.8`. */
export function percentText(share: number): string {
  return (share * 100).toFixed(1)
}

/** Estimate and interval in percent, `41.8 [39.1, 44.5]`. */
export function intervalText({
  estimate,
  low,
  high,
}: {
  readonly estimate: number
  readonly low: number
  readonly high: number
}): string {
  return `${percentText(estimate)} [${percentText(low)}, ${percentText(high)}]`
}

/** A p-value: three digits, or that it is below 0.001. */
export function pText(p: number): string {
  return p < 0.001 ? '<0.001' : p.toFixed(3)
}
