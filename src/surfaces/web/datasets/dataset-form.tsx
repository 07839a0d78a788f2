import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { DatasetRequest } from '../../api/contract/datasets.ts'
import type { Problem } from '../../api/contract/problem.ts'
import { buildDataset } from '../client/data-requests.ts'
import { problemFrom, reloadAll } from '../client/use-loaded.ts'
import { CheckboxField, NumberField, SegmentedField, TextField } from '../components/form-fields.tsx'
import { ErrorState } from '../components/states.tsx'
import { showToast } from '../components/toasts.tsx'
import { formatAmount } from '../format-figures.ts'
import { chosenRun } from '../router/place.ts'

const formats = ['messages', 'parquet', 'sharegpt', 'alpaca', 'openai', 'rl', 'plain'] as const
const namePattern = /^[a-z0-9][a-z0-9_-]{0,63}$/

/** What a new dataset shall be. */
export function DatasetForm(): JSX.Element {
  const [name, setName] = useState('balanced')
  const [size, setSize] = useState(0)
  const [balance, setBalance] = useState<NonNullable<DatasetRequest['balance']>>('coverage')
  const [minimumRung, setMinimumRung] = useState(2)
  const [chosen, setChosen] = useState<readonly (typeof formats)[number][]>(['messages', 'parquet'])
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem>()
  const isNamed = namePattern.test(name)

  const build = async (): Promise<void> => {
    setBusy(true)
    setProblem(undefined)
    try {
      const { rows } = await buildDataset({
        name,
        ...(chosenRun.value === undefined ? {} : { run: chosenRun.value }),
        ...(size === 0 ? {} : { size }),
        balance,
        minimumRung,
        formats: chosen,
      })
      showToast(`${name}: ${formatAmount(rows, 'row')}`)
      reloadAll()
    } catch (cause) {
      setProblem(problemFrom(cause))
    }
    setBusy(false)
  }

  return (
    <form
      class="stack panel"
      aria-labelledby="form-title"
      onSubmit={(event) => {
        event.preventDefault()
        if (isNamed && chosen.length > 0) void build()
      }}
    >
      <h2 id="form-title">New dataset</h2>
      <TextField
        label="Name"
        value={name}
        onValue={setName}
        {...(isNamed ? {} : { error: 'Lower-case letters, digits, - and _, up to 64' })}
      />
      <div class="form-grid">
        <NumberField
          label="Rows at most"
          hint="0: all that are fit"
          value={size}
          least={0}
          most={10_000_000}
          onValue={setSize}
        />
        <NumberField label="Least rung" value={minimumRung} least={0} most={5} onValue={setMinimumRung} />
      </div>
      <SegmentedField
        label="Balance"
        value={balance}
        choices={[
          { value: 'coverage', label: 'Coverage' },
          { value: 'metaclip', label: 'MetaCLIP' },
          { value: 'uniform', label: 'Uniform' },
        ]}
        onValue={setBalance}
      />
      <fieldset class="formats">
        <legend>Formats</legend>
        {formats.map((format) => (
          <CheckboxField
            key={format}
            label={format}
            checked={chosen.includes(format)}
            onValue={(checked) =>
              setChosen(formats.filter((one) => (one === format ? checked : chosen.includes(one))))
            }
          />
        ))}
      </fieldset>
      <div>
        <button type="submit" class="button is-primary" disabled={isBusy || !isNamed || chosen.length === 0}>
          {isBusy ? 'Building' : 'Build'}
        </button>
      </div>
      {problem !== undefined && <ErrorState problem={problem} />}
    </form>
  )
}
