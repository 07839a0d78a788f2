import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type {
  ConceptDetail,
  ConceptEdit,
  ConceptEditRequest,
  ConceptSummary,
} from '../../api/contract/concepts.ts'
import { editConcept, undoConceptEdit } from '../client/graph-requests.ts'
import { problemFrom, reloadAll } from '../client/use-loaded.ts'
import { TextField } from '../components/form-fields.tsx'
import { showToast } from '../components/toasts.tsx'
import { useDraft } from '../components/use-draft.ts'
import { ConceptSearch } from '../explorer/concept-search.tsx'
import { goTo, hrefTo } from '../router/place.ts'
import { editorName } from '../shell/editor-name.ts'

/** Renames it or merges it into another; each can be undone, here and by the message that says it was done. */
export function ConceptEdits({ concept }: { concept: ConceptDetail }): JSX.Element {
  const [name, setName] = useDraft(concept.name)
  const [into, setInto] = useState<ConceptSummary>()
  const [failure, setFailure] = useState<string>()
  const editor = editorName.value

  const edit = async (
    change:
      | { readonly kind: 'rename'; readonly name: string }
      | { readonly kind: 'merge'; readonly into: string },
    done: string,
  ): Promise<void> => {
    setFailure(undefined)
    try {
      const request: ConceptEditRequest = { ...change, editor: editor.trim() }
      const made = await editConcept(concept.id, request)
      showToast(done, async () => {
        await undoConceptEdit(made)
        if (change.kind === 'merge') goTo(hrefTo(`/concepts/${encodeURIComponent(concept.id)}`))
      })
      if (change.kind === 'merge') goTo(hrefTo(`/concepts/${encodeURIComponent(change.into)}`))
      reloadAll()
    } catch (cause) {
      setFailure(problemFrom(cause).detail)
    }
  }

  return (
    <section class="section" aria-labelledby="edits-title">
      <h2 id="edits-title">Mend its name</h2>
      <details class="panel">
        <summary>Rename or merge</summary>
        <div class="stack concept-edit-forms">
          <TextField
            label="Your name"
            hint="Kept with the edit."
            value={editor}
            onValue={(value) => {
              editorName.value = value
            }}
          />
          <form
            class="edit-form"
            onSubmit={(event) => {
              event.preventDefault()
              void edit({ kind: 'rename', name: name.trim() }, `Renamed to ${name.trim()}`)
            }}
          >
            <TextField label="New name" value={name} onValue={setName} />
            <button
              class="button"
              type="submit"
              disabled={name.trim() === '' || name.trim() === concept.name || editor.trim() === ''}
            >
              Rename
            </button>
          </form>
          <form
            class="edit-form"
            onSubmit={(event) => {
              event.preventDefault()
              if (into !== undefined) void edit({ kind: 'merge', into: into.id }, `Merged into ${into.name}`)
            }}
          >
            <ConceptSearch label="Same as" kind={concept.kind} onTake={setInto} />
            <button
              class="button"
              type="submit"
              disabled={into === undefined || into.id === concept.id || editor.trim() === ''}
            >
              Merge
            </button>
          </form>
          {failure !== undefined && (
            <p class="field-error" role="alert">
              {failure}
            </p>
          )}
          <p class="note">
            Stored graphs and pairs stay as they are; pictures, lists and walks follow the edit.
          </p>
        </div>
      </details>
      {concept.edits.length > 0 && (
        <ul class="edit-list">
          {concept.edits.map((made) => (
            <li key={made.id}>
              <span class={made.undone ? 'soft' : ''}>
                {made.undone ? 'Undone: ' : ''}
                {describe(made)}
              </span>{' '}
              <span class="note">
                {made.editor}, <time dateTime={made.time}>{made.time.slice(0, 10)}</time>
              </span>
              {!made.undone && <UndoButton edit={made} onFailure={setFailure} />}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function UndoButton({
  edit,
  onFailure,
}: {
  edit: ConceptEdit
  onFailure: (detail: string | undefined) => void
}): JSX.Element {
  const undo = async (): Promise<void> => {
    onFailure(undefined)
    try {
      await undoConceptEdit(edit)
      showToast('Undone')
      reloadAll()
    } catch (cause) {
      onFailure(problemFrom(cause).detail)
    }
  }
  return (
    <button type="button" class="button is-quiet" onClick={() => void undo()}>
      Undo<span class="unseen"> {describe(edit)}</span>
    </button>
  )
}

function describe({ kind, to }: ConceptEdit): string {
  return kind === 'rename' ? `renamed to “${to}”` : `merged with ${to.slice(0, 8)}`
}
