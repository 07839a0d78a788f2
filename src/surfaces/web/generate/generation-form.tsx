import type { JSX } from 'preact'
import { NumberField, SegmentedField, SelectField, TextField } from '../components/form-fields.tsx'
import { goTo, hrefWith } from '../router/place.ts'
import { ChosenConcepts } from './chosen-concepts.tsx'
import { conceptsOf, type GenerationChoices, walkModeChoices, writeChoices } from './generation-choices.ts'

/** What shall be woven, how much of it, and by what. */
export function GenerationForm({
  choices,
  isBusy,
  onStart,
}: {
  choices: GenerationChoices
  isBusy: boolean
  onStart: () => void
}): JSX.Element {
  const change = (changes: Partial<GenerationChoices>): void =>
    goTo(hrefWith(writeChoices({ ...choices, ...changes })), { replace: true })
  const chosen = conceptsOf(choices)
  return (
    <form
      class="stack"
      aria-label="What to generate"
      onSubmit={(event) => {
        event.preventDefault()
        onStart()
      }}
    >
      <ChosenConcepts ids={chosen} onIds={(ids) => change({ concepts: ids.join(',') })} />
      {chosen.length === 0 && (
        <SelectField
          label="Walk"
          value={choices.mode}
          choices={walkModeChoices}
          onValue={(mode) => change({ mode })}
        />
      )}
      <div class="form-grid">
        <NumberField
          label="Pairs"
          value={choices.count}
          least={1}
          most={100_000}
          onValue={(count) => change({ count })}
        />
        <NumberField
          label="Seed"
          value={choices.seed}
          least={0}
          most={4_294_967_295}
          onValue={(seed) => change({ seed })}
        />
      </div>
      <SegmentedField
        label="Engine"
        value={choices.engine}
        choices={[
          { value: 'procedural', label: 'Procedural' },
          { value: 'model', label: 'Model' },
        ]}
        onValue={(engine) => change({ engine })}
      />
      {choices.engine === 'model' && (
        <div class="form-grid">
          <SelectField
            label="Preset"
            value={choices.preset}
            choices={[
              { value: 'mathscale', label: 'MathScale' },
              { value: 'skywork', label: 'Skywork-Math' },
              { value: 'xwin', label: 'Xwin-Math' },
            ]}
            onValue={(preset) => change({ preset })}
          />
          <TextField
            label="Model"
            value={choices.model}
            placeholder="As the service names it"
            onValue={(model) => change({ model })}
          />
          <NumberField
            label="Cost at most"
            hint="0: the cap of the service"
            value={choices.cost}
            least={0}
            most={1_000_000}
            step="any"
            onValue={(cost) => change({ cost })}
          />
        </div>
      )}
      <div>
        <button type="submit" class="button is-primary" disabled={isBusy}>
          Weave
        </button>
      </div>
    </form>
  )
}
