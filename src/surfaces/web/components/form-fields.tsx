import type { ComponentChildren, JSX } from 'preact'
import { useId, useState } from 'preact/hooks'

interface Labelled {
  readonly label: string
  readonly hint?: string
  readonly error?: string
}

/** A label above a control, a hint and an error below it; the control gets the ids it needs. */
export function Field({
  label,
  hint,
  error,
  children,
}: Labelled & {
  children: (ids: { id: string; 'aria-describedby'?: string; 'aria-invalid'?: 'true' }) => ComponentChildren
}): JSX.Element {
  const id = useId()
  const described = [hint === undefined ? '' : `${id}-hint`, error === undefined ? '' : `${id}-error`]
    .filter((part) => part !== '')
    .join(' ')
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {children({
        id,
        ...(described === '' ? {} : { 'aria-describedby': described }),
        ...(error === undefined ? {} : { 'aria-invalid': 'true' as const }),
      })}
      {hint !== undefined && (
        <span class="note" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {error !== undefined && (
        <span class="field-error" id={`${id}-error`} role="alert">
          {error}
        </span>
      )}
    </div>
  )
}

export function TextField({
  value,
  onValue,
  placeholder,
  ...labelled
}: Labelled & { value: string; onValue: (value: string) => void; placeholder?: string }): JSX.Element {
  return (
    <Field {...labelled}>
      {(ids) => (
        <input
          {...ids}
          class="input"
          type="text"
          autocomplete="off"
          value={value}
          placeholder={placeholder}
          onInput={(event) => onValue(event.currentTarget.value)}
        />
      )}
    </Field>
  )
}

/** A number within bounds, taken when the field is left; what is typed beyond them is not. */
export function NumberField({
  value,
  onValue,
  least,
  most,
  step = 1,
  ...labelled
}: Labelled & {
  value: number
  onValue: (value: number) => void
  least: number
  most: number
  step?: number | 'any'
}): JSX.Element {
  const [typed, setTyped] = useState<string>()
  return (
    <Field {...labelled}>
      {(ids) => (
        <input
          {...ids}
          class="input"
          type="number"
          min={least}
          max={most}
          step={step}
          value={typed ?? String(value)}
          onInput={(event) => setTyped(event.currentTarget.value)}
          onChange={(event) => {
            const number = event.currentTarget.valueAsNumber
            setTyped(undefined)
            if (number >= least && number <= most && (step !== 1 || Number.isInteger(number))) onValue(number)
            else event.currentTarget.value = String(value)
          }}
        />
      )}
    </Field>
  )
}

export interface Choice<Value extends string> {
  readonly value: Value
  readonly label: string
}

export function SelectField<Value extends string>({
  value,
  choices,
  onValue,
  ...labelled
}: Labelled & {
  value: Value
  choices: readonly Choice<Value>[]
  onValue: (value: Value) => void
}): JSX.Element {
  return (
    <Field {...labelled}>
      {(ids) => (
        <select
          {...ids}
          class="input"
          value={value}
          onChange={(event) => onValue(event.currentTarget.value as Value)}
        >
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value} selected={choice.value === value}>
              {choice.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

/** A few choices side by side, one taken; arrow keys move among them. */
export function SegmentedField<Value extends string>({
  label,
  value,
  choices,
  onValue,
}: {
  label: string
  value: Value
  choices: readonly Choice<Value>[]
  onValue: (value: Value) => void
}): JSX.Element {
  const name = useId()
  return (
    <div class="field" role="radiogroup" aria-labelledby={`${name}-label`}>
      <span class="field-label" id={`${name}-label`}>
        {label}
      </span>
      <div class="segments">
        {choices.map((choice) => (
          <label key={choice.value}>
            <input
              class="unseen"
              type="radio"
              name={name}
              value={choice.value}
              checked={choice.value === value}
              onChange={() => onValue(choice.value)}
            />
            {choice.label}
          </label>
        ))}
      </div>
    </div>
  )
}

export function CheckboxField({
  label,
  checked,
  onValue,
}: {
  label: string
  checked: boolean
  onValue: (checked: boolean) => void
}): JSX.Element {
  return (
    <label class="checkbox">
      <input type="checkbox" checked={checked} onChange={(event) => onValue(event.currentTarget.checked)} />
      {label}
    </label>
  )
}
