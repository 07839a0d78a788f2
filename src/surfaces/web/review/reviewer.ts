import { type Signal, signal } from '@preact/signals'

const key = 'conceptloom.reviewer'

/** Whose decisions these are; kept by this browser. */
export const reviewer: Signal<string> = signal(read())

export function nameReviewer(name: string): void {
  reviewer.value = name.slice(0, 100)
  try {
    localStorage.setItem(key, reviewer.value)
  } catch {
    // Storage is refused: the name holds until the page is closed.
  }
}

function read(): string {
  try {
    return localStorage.getItem(key) ?? ''
  } catch {
    return ''
  }
}
