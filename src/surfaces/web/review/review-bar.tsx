import './review.css'
import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { PairDetail } from '../../api/contract/pairs.ts'
import { CheckboxField, TextField } from '../components/form-fields.tsx'
import { editorName } from '../shell/editor-name.ts'
import { decide, type Decision, undoLatest } from './decide.ts'
import { EditForm } from './edit-form.tsx'
import { useKeys, usesKeys } from './use-keys.ts'

/** Accept, reject or edit a pair, by button or by key, and what was decided before. */
export function ReviewBar({ pair, onDecided }: { pair: PairDetail; onDecided?: () => void }): JSX.Element {
  const [isEditing, setEditing] = useState(false)
  const take = async (decision: Decision): Promise<void> => {
    if (!(await decide(pair, decision))) return
    setEditing(false)
    onDecided?.()
  }
  useKeys({
    a: () => void take({ decision: 'accept' }),
    r: () => void take({ decision: 'reject' }),
    e: () => setEditing(true),
    u: () => void undoLatest(pair.reviews),
  })
  return (
    <section class="stack review-bar" aria-label="Review">
      {isEditing && (
        <EditForm
          pair={pair}
          onDecision={(decision) => void take(decision)}
          onClose={() => setEditing(false)}
        />
      )}
      <div class="button-row">
        <Key letter="A" label="Accept" isPrimary onPress={() => void take({ decision: 'accept' })} />
        <Key letter="R" label="Reject" isDanger onPress={() => void take({ decision: 'reject' })} />
        <Key letter="E" label="Edit" onPress={() => setEditing(true)} />
        <Key letter="U" label="Undo" onPress={() => void undoLatest(pair.reviews)} />
        <CheckboxField
          label="Single keys"
          checked={usesKeys.value}
          onValue={(on) => {
            usesKeys.value = on
          }}
        />
        <div class="reviewer">
          <TextField
            label="Reviewer"
            value={editorName.value}
            placeholder="Your name"
            onValue={(name) => {
              editorName.value = name.slice(0, 100)
            }}
          />
        </div>
      </div>
      {pair.reviews.length > 0 && (
        <ol class="stack reviews" aria-label="Decisions, latest first">
          {pair.reviews.map(({ id, decision, reviewer: who, time, note, undone }) => (
            <li key={id} class={undone ? 'soft' : ''}>
              {undone ? <s>{decision}</s> : decision} by {who},{' '}
              <time dateTime={time}>{time.slice(0, 16).replace('T', ' ')}</time>
              {undone && ', undone'}
              {note !== undefined && <span class="note"> {note}</span>}
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}

function Key({
  letter,
  label,
  onPress,
  isPrimary = false,
  isDanger = false,
}: {
  letter: string
  label: string
  onPress: () => void
  isPrimary?: boolean
  isDanger?: boolean
}): JSX.Element {
  return (
    <button
      type="button"
      class={`button ${isPrimary ? 'is-primary' : ''} ${isDanger ? 'is-danger' : ''}`}
      aria-keyshortcuts={letter}
      onClick={onPress}
    >
      {label} <kbd aria-hidden="true">{letter}</kbd>
    </button>
  )
}
