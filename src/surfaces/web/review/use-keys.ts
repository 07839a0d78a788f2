import { effect, type Signal, signal } from '@preact/signals'
import { useEffect } from 'preact/hooks'

const key = 'conceptloom.keys'

/** Whether single keys act; who speaks to the computer, or strikes keys by mistake, turns them off. Remembered. */
export const usesKeys: Signal<boolean> = signal(readChoice())

effect(() => {
  try {
    localStorage.setItem(key, usesKeys.value ? 'on' : 'off')
  } catch {
    // Storage is refused: the choice holds until the page is closed.
  }
})

/** Single keys that act while nothing is being typed; with a modifier they are the browser's. */
export function useKeys(actions: Readonly<Record<string, () => void>>): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!usesKeys.value || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
      const action = actions[event.key.toLowerCase()]
      if (action === undefined) return
      event.preventDefault()
      action()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  })
}

function readChoice(): boolean {
  try {
    return localStorage.getItem(key) !== 'off'
  } catch {
    return true
  }
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null
  )
}
