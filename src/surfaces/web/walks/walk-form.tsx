import type { JSX } from 'preact'
import { useId, useState } from 'preact/hooks'
import type { WalkMode } from '../../../core/concept-path.ts'
import { getConcept } from '../client/graph-requests.ts'
import { latest, useLoaded } from '../client/use-loaded.ts'
import { NumberField, SelectField } from '../components/form-fields.tsx'
import { ConceptSearch } from '../explorer/concept-search.tsx'
import { chosenRun } from '../router/place.ts'
import {
  canStart,
  modeNames,
  mostSteps,
  type Steps,
  type WalksState,
  type Weight,
  walkModes,
} from './walks-state.ts'

/** Everything that decides a walk; each change draws it anew. */
export function WalkForm({
  state,
  onChange,
}: {
  state: WalksState
  onChange: (changes: Partial<WalksState>) => void
}): JSX.Element {
  const { start, mode } = state
  const run = chosenRun.value
  const startName = latest(
    useLoaded(start === '' ? undefined : `start:${start}:${run}`, (signal) =>
      getConcept(start, run === undefined ? {} : { run }, signal),
    ),
  )?.name
  const change = (changes: Partial<WalksState>): void => onChange({ step: undefined, ...changes })
  return (
    <form
      class="stack walk-form"
      aria-label="How the walk is drawn"
      onSubmit={(event) => event.preventDefault()}
    >
      {canStart(mode) ? (
        <div class="stack walk-start">
          <ConceptSearch
            label="Start at topic"
            kind="topic"
            initial={start === '' ? '' : (startName ?? '')}
            onTake={({ id }) => change({ start: id })}
          />
          {start === '' ? (
            <p class="note">Without one the topics take turns.</p>
          ) : (
            <button type="button" class="button" onClick={() => change({ start: '' })}>
              Let the topics take turns
            </button>
          )}
        </div>
      ) : (
        <p class="note">In this mode the walk picks its own start.</p>
      )}
      <SelectField<WalkMode>
        label="Mode"
        value={mode}
        choices={walkModes.map((value) => ({ value, label: modeNames[value] }))}
        onValue={(value) => change({ mode: value })}
      />
      <SelectField<Weight | ''>
        label="Weight of a step"
        value={state.weight ?? ''}
        choices={[
          { value: '', label: 'As configured' },
          { value: 'count', label: 'Shared seeds' },
          { value: 'lift', label: 'Shared seeds against chance' },
          { value: 'uniform', label: 'All the same' },
          { value: 'rare', label: 'Rare concepts' },
        ]}
        onValue={(weight) => change({ weight: weight === '' ? undefined : weight })}
      />
      <NumberField
        label="Temperature"
        hint="Below 1 the likely become likelier."
        value={state.temperature}
        least={0.01}
        most={100}
        step="any"
        onValue={(temperature) => change({ temperature })}
      />
      <StepsField label="Topic steps" value={state.topics} onValue={(topics) => change({ topics })} />
      <StepsField label="Point steps" value={state.points} onValue={(points) => change({ points })} />
      <div class="form-grid">
        <NumberField
          label="Seed"
          value={state.seed}
          least={0}
          most={2 ** 32 - 1}
          onValue={(seed) => change({ seed })}
        />
        <NumberField
          label="Index"
          value={state.index}
          least={0}
          most={2 ** 32 - 1}
          onValue={(index) => change({ index })}
        />
      </div>
    </form>
  )
}

/** From how many to how many steps; both empty leave it to the configuration. */
function StepsField({
  label,
  value,
  onValue,
}: {
  label: string
  value: Steps | undefined
  onValue: (steps: Steps | undefined) => void
}): JSX.Element {
  const id = useId()
  const set = (end: 0 | 1, text: string): void => {
    const typed = /^\d{1,2}$/.test(text) ? Math.min(Number(text), mostSteps) : undefined
    if (typed === undefined) onValue(undefined)
    else if (end === 0) onValue([typed, Math.max(typed, value?.[1] ?? typed)])
    else onValue([Math.min(typed, value?.[0] ?? typed), typed])
  }
  return (
    <div class="field" role="group" aria-labelledby={id}>
      <span class="field-label" id={id}>
        {label}
      </span>
      <div class="steps-field">
        <StepsEnd
          label={`${label}, at least`}
          hint="least"
          value={value?.[0]}
          onText={(text) => set(0, text)}
        />
        <StepsEnd
          label={`${label}, at most`}
          hint="most"
          value={value?.[1]}
          onText={(text) => set(1, text)}
        />
      </div>
    </div>
  )
}

function StepsEnd({
  label,
  hint,
  value,
  onText,
}: {
  label: string
  hint: string
  value: number | undefined
  onText: (text: string) => void
}): JSX.Element {
  const [typed, setTyped] = useState<string>()
  return (
    <input
      class="input"
      type="number"
      min={0}
      max={mostSteps}
      aria-label={label}
      placeholder={hint}
      value={typed ?? String(value ?? '')}
      onInput={(event) => setTyped(event.currentTarget.value)}
      onChange={(event) => {
        setTyped(undefined)
        onText(event.currentTarget.value)
      }}
    />
  )
}
