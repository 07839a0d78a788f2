import { effect, type Signal, signal } from '@preact/signals'

const key = 'conceptloom.editor'

/** Who edits and reviews in this browser; remembered. */
export const editorName: Signal<string> = signal(readName())

effect(() => {
  try {
    localStorage.setItem(key, editorName.value)
  } catch {
    // Storage is refused: the name holds until the page is closed.
  }
})

function readName(): string {
  try {
    return localStorage.getItem(key) ?? ''
  } catch {
    return ''
  }
}
