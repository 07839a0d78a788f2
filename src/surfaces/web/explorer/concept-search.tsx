import './concept-search.css'
import type { JSX } from 'preact'
import { useEffect, useId, useState } from 'preact/hooks'
import type { ConceptKind } from '../../../core/concept.ts'
import type { ConceptSummary } from '../../api/contract/concepts.ts'
import { getConcepts } from '../client/graph-requests.ts'
import { latest, useLoaded } from '../client/use-loaded.ts'
import { formatAmount, kindName } from '../format-figures.ts'
import { chosenRun } from '../router/place.ts'

/**
 * Finds a concept by name or alias: type, go through what is found with the arrow keys, take with Enter, leave with Escape.
 *
 * @param kind Finds these alone.
 * @param initial Stands in the field until something is typed, and again when it becomes another.
 */
export function ConceptSearch({
  label,
  kind,
  initial = '',
  onTake,
}: {
  label: string
  kind?: ConceptKind
  initial?: string
  onTake: (concept: ConceptSummary) => void
}): JSX.Element {
  const id = useId()
  const [text, setText] = useTextOver(initial)
  const [isOpen, setOpen] = useState(false)
  const [active, setActive] = useState(0)
  const wanted = useSettled(text.trim(), 120)
  const query = {
    text: wanted,
    limit: 12,
    ...(kind === undefined ? {} : { kind }),
    ...(chosenRun.value === undefined ? {} : { run: chosenRun.value }),
  }
  const isAsking = isOpen && wanted !== '' && wanted !== initial
  const loaded = useLoaded(isAsking ? `search:${JSON.stringify(query)}` : undefined, (signal) =>
    getConcepts(query, signal),
  )
  const found = isAsking ? (latest(loaded)?.items ?? []) : []
  const isShown = found.length > 0
  const isMissing = isAsking && !isShown && loaded.state !== 'loading'

  const take = (concept: ConceptSummary | undefined): void => {
    if (concept === undefined) return
    setOpen(false)
    setText(concept.name)
    onTake(concept)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (move !== undefined && found.length > 0) {
      event.preventDefault()
      setActive((active + move + found.length) % found.length)
    } else if (event.key === 'Enter') {
      event.preventDefault()
      take(found[active])
    } else if (event.key === 'Escape') setOpen(false)
  }

  return (
    <div class="field concept-search">
      <label for={id}>{label}</label>
      <input
        id={id}
        class="input"
        type="text"
        role="combobox"
        autocomplete="off"
        spellcheck={false}
        placeholder="Name of a concept"
        aria-expanded={isShown}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={isShown && found[active] !== undefined ? `${id}-${active}` : undefined}
        value={text}
        onInput={(event) => {
          setText(event.currentTarget.value)
          setActive(0)
          setOpen(true)
        }}
        onKeyDown={onKeyDown}
        onBlur={() => setOpen(false)}
      />
      <ul
        id={`${id}-list`}
        class="concept-options"
        role="listbox"
        aria-label={`${label}: found`}
        hidden={!isShown}
      >
        {found.map((concept, index) => (
          <li
            key={concept.id}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === active}
            onMouseDown={(event) => {
              // The click must not take the focus away before it is seen.
              event.preventDefault()
              take(concept)
            }}
            onMouseMove={() => setActive(index)}
          >
            <span>{concept.name}</span>
            <span class="note">
              {kindName(concept.kind)}, {formatAmount(concept.count, 'seed')}
            </span>
          </li>
        ))}
      </ul>
      <p class="unseen" role="status">
        {isShown ? `${formatAmount(found.length, 'concept')} found` : ''}
      </p>
      {isMissing && (
        <p class="concept-options note">
          {loaded.state === 'failed' ? loaded.problem.detail : 'No concept of that name'}
        </p>
      )}
    </div>
  )
}

/** What was typed over `initial`, as long as that stays; nothing that was typed meanwhile is taken for what was typed before. */
function useTextOver(initial: string): readonly [text: string, setText: (text: string) => void] {
  const [held, setHeld] = useState({ initial, text: initial })
  useEffect(
    () => setHeld((before) => (before.initial === initial ? before : { initial, text: initial })),
    [initial],
  )
  return [held.initial === initial ? held.text : initial, (text) => setHeld({ initial, text })]
}

/** A value once it has not changed for a while. */
function useSettled(value: string, milliseconds: number): string {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), milliseconds)
    return () => clearTimeout(timer)
  }, [value])
  return settled
}
