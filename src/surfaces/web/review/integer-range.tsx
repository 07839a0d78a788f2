import type { JSX } from 'preact'
import { SelectField } from '../components/form-fields.tsx'

const rungs = ['0', '1', '2', '3', '4', '5'] as const

/** Two ends of the ladder; moving one beyond the other takes it along. */
export function IntegerRange({
  label,
  least,
  most,
  onRange,
}: {
  label: string
  least: number
  most: number
  onRange: (least: number, most: number) => void
}): JSX.Element {
  const choices = rungs.map((value) => ({ value, label: value }))
  return (
    <>
      <SelectField
        label={`${label} from`}
        value={rungs[least] ?? '0'}
        choices={choices}
        onValue={(value) => onRange(Number(value), Math.max(Number(value), most))}
      />
      <SelectField
        label={`${label} to`}
        value={rungs[most] ?? '5'}
        choices={choices}
        onValue={(value) => onRange(Math.min(least, Number(value)), Number(value))}
      />
    </>
  )
}
