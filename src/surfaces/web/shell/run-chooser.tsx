import type { JSX } from 'preact'
import type { RunView } from '../../api/contract/runs.ts'
import { getRuns } from '../client/graph-requests.ts'
import { latest, useLoaded } from '../client/use-loaded.ts'
import { formatCompact, shortId } from '../format-figures.ts'
import { chosenRun, goTo, hrefWith } from '../router/place.ts'

/** Which run everything on the page is about. It stands in the address, so a link shows the same to others. */
export function RunChooser(): JSX.Element {
  const runs = latest(useLoaded('runs', (signal) => getRuns({ limit: 50 }, signal)))?.items ?? []
  const chosen = runs.find(({ id }) => chosenRun.value !== undefined && id.startsWith(chosenRun.value))
  return (
    <select
      class="input run-chooser"
      aria-label="Run"
      value={chosen?.id ?? chosenRun.value ?? ''}
      onChange={(event) => {
        const { value } = event.currentTarget
        goTo(hrefWith({ run: value === '' ? undefined : value }))
      }}
    >
      <option value="">Latest finished run</option>
      {chosenRun.value !== undefined && chosen === undefined && (
        <option value={chosenRun.value}>{shortId(chosenRun.value)}</option>
      )}
      {runs.map((run) => (
        <option key={run.id} value={run.id}>
          {titleOf(run)}
        </option>
      ))}
    </select>
  )
}

function titleOf({ id, stored, activity, engine }: RunView): string {
  const state = activity === 'complete' ? '' : `, ${activity}`
  return `${shortId(id)} · ${engine.generator}, ${formatCompact(stored)} pairs${state}`
}
