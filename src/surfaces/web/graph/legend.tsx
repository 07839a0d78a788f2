import type { JSX } from 'preact'
import type { LegendEntry } from './graph-colours.ts'

/** What the colours mean; the first ones, where there are many. */
export function Legend({ entries }: { entries: readonly LegendEntry[] }): JSX.Element {
  const most = 12
  return (
    <ul class="legend" aria-label="Colours">
      {entries.slice(0, most).map(({ label, colour }) => (
        <li key={label}>
          <Swatch colour={colour} />
          <span>{label}</span>
        </li>
      ))}
      {entries.length > most && (
        <li>
          <span class="soft">and {entries.length - most} more</span>
        </li>
      )}
    </ul>
  )
}

export function Swatch({ colour }: { colour: string }): JSX.Element {
  return <span class="swatch" style={{ background: colour }} />
}
