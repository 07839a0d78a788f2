import type { JSX } from 'preact'
import type { PairDetail } from '../../api/contract/pairs.ts'
import { Field, TextField } from '../components/form-fields.tsx'
import { useDraft } from '../components/use-draft.ts'
import type { Decision } from './decide.ts'

/** Changes to a pair's texts; only what is different is sent. */
export function EditForm({
  pair,
  onDecision,
  onClose,
}: {
  pair: PairDetail
  onDecision: (decision: Decision) => void
  onClose: () => void
}): JSX.Element {
  const [question, setQuestion] = useDraft(pair.question)
  const [solution, setSolution] = useDraft(pair.solution)
  const [finalAnswer, setFinalAnswer] = useDraft(pair.finalAnswer)
  const changes = {
    ...(question.trim() === pair.question ? {} : { question: question.trim() }),
    ...(solution.trim() === pair.solution ? {} : { solution: solution.trim() }),
    ...(finalAnswer.trim() === pair.finalAnswer ? {} : { finalAnswer: finalAnswer.trim() }),
  }
  const isEmpty = [question, solution, finalAnswer].some((text) => text.trim() === '')
  const isSame = Object.keys(changes).length === 0
  return (
    <form
      class="stack panel"
      aria-label="Edit the pair"
      onSubmit={(event) => {
        event.preventDefault()
        if (!isEmpty && !isSame) onDecision({ decision: 'edit', ...changes })
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose()
      }}
    >
      <LongField label="Question" value={question} rows={4} onValue={setQuestion} isFirst />
      <LongField label="Solution" value={solution} rows={8} onValue={setSolution} />
      <TextField label="Answer" value={finalAnswer} onValue={setFinalAnswer} />
      <div class="button-row">
        <button type="submit" class="button is-primary" disabled={isEmpty || isSame}>
          Save the edit
        </button>
        <button type="button" class="button is-quiet" onClick={onClose}>
          Leave it as it is
        </button>
      </div>
    </form>
  )
}

function LongField({
  label,
  value,
  rows,
  onValue,
  isFirst = false,
}: {
  label: string
  value: string
  rows: number
  onValue: (value: string) => void
  isFirst?: boolean
}): JSX.Element {
  return (
    <Field label={label}>
      {(ids) => (
        <textarea
          {...ids}
          class="input"
          rows={rows}
          value={value}
          ref={(element) => {
            if (isFirst && element !== null && !element.dataset['seen']) {
              element.dataset['seen'] = 'yes'
              element.focus()
            }
          }}
          onInput={(event) => onValue(event.currentTarget.value)}
        />
      )}
    </Field>
  )
}
