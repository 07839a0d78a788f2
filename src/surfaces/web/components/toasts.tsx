import { type Signal, signal } from '@preact/signals'
import type { JSX } from 'preact'
import { problemFrom, reloadAll } from '../client/use-loaded.ts'

interface Toast {
  readonly id: number
  readonly message: string
  readonly undo?: () => Promise<void>
}

const toasts: Signal<readonly Toast[]> = signal([])
let lastId = 0

/** How long a message stays; one that can be undone leaves time to think. The next one takes its place: they would cover the page. */
const shownMilliseconds = 8_000
const undoableMilliseconds = 30_000

/** Says what was done; `undo` puts a button beside it, after which everything on screen is asked for again. */
export function showToast(message: string, undo?: () => Promise<void>): void {
  lastId += 1
  const id = lastId
  toasts.value = [undo === undefined ? { id, message } : { id, message, undo }]
  setTimeout(() => closeToast(id), undo === undefined ? shownMilliseconds : undoableMilliseconds)
}

function closeToast(id: number): void {
  toasts.value = toasts.value.filter((toast) => toast.id !== id)
}

async function undoToast({ id, undo }: Toast): Promise<void> {
  closeToast(id)
  try {
    await undo?.()
    showToast('Undone')
    reloadAll()
  } catch (cause) {
    showToast(`Not undone: ${problemFrom(cause).detail}`)
  }
}

/** Messages at the foot of the page, read out as they come. */
export function Toasts(): JSX.Element {
  return (
    <div class="toasts" role="status" aria-live="polite">
      {toasts.value.map((toast) => (
        <div class="toast" key={toast.id}>
          <span>{toast.message}</span>
          {toast.undo !== undefined && (
            <button type="button" class="button" onClick={() => void undoToast(toast)}>
              Undo
            </button>
          )}
          <button
            type="button"
            class="button is-icon"
            aria-label="Close this message"
            onClick={() => closeToast(toast.id)}
          >
            ✕
          </button>
        </div>
      ))}
    </div>
  )
}
