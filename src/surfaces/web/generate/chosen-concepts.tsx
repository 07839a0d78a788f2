import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { getConcept } from '../client/graph-requests.ts'
import { latest, useLoaded } from '../client/use-loaded.ts'
import { ConceptSearch } from '../explorer/concept-search.tsx'
import { shortId } from '../format-figures.ts'
import { chosenRun } from '../router/place.ts'

const mostConcepts = 8

/** The knowledge points that every pair shall need, with a search to add more. */
export function ChosenConcepts({
  ids,
  onIds,
}: {
  ids: readonly string[]
  onIds: (ids: readonly string[]) => void
}): JSX.Element {
  // A fresh search after each one taken, so that its field is empty again.
  const [taken, setTaken] = useState(0)
  return (
    <div class="stack chosen-concepts">
      {ids.length < mostConcepts && (
        <ConceptSearch
          key={taken}
          label="Knowledge points that every pair needs"
          kind="knowledge-point"
          onTake={({ id }) => {
            setTaken(taken + 1)
            if (!ids.includes(id)) onIds([...ids, id])
          }}
        />
      )}
      {ids.length > 0 && (
        <ul class="tags" aria-label="Chosen knowledge points">
          {ids.map((id) => (
            <ChosenConcept key={id} id={id} onRemove={() => onIds(ids.filter((other) => other !== id))} />
          ))}
        </ul>
      )}
    </div>
  )
}

function ChosenConcept({ id, onRemove }: { id: string; onRemove: () => void }): JSX.Element {
  const run = chosenRun.value
  const loaded = useLoaded(`concept:${id}:${run}`, (signal) =>
    getConcept(id, run === undefined ? {} : { run }, signal),
  )
  const name = latest(loaded)?.name ?? shortId(id)
  return (
    <li>
      <button type="button" class="tag is-accent is-removable" onClick={onRemove}>
        {name}
        <span aria-hidden="true">✕</span>
        <span class="unseen">, remove</span>
      </button>
    </li>
  )
}
