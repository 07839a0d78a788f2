import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals'

export type Theme = 'light' | 'dark'

const key = 'conceptloom.theme'
const systemDark = matchMedia('(prefers-color-scheme: dark)')
const system: Signal<Theme> = signal(systemDark.matches ? 'dark' : 'light')
const chosen: Signal<Theme | undefined> = signal(readTheme())

systemDark.addEventListener('change', ({ matches }) => {
  system.value = matches ? 'dark' : 'light'
})

/** The colours in use: the reader's choice, else the system's. */
export const theme: ReadonlySignal<Theme> = computed(() => chosen.value ?? system.value)

const lessMotion = matchMedia('(prefers-reduced-motion: reduce)')
const stillness: Signal<boolean> = signal(lessMotion.matches)
lessMotion.addEventListener('change', ({ matches }) => {
  stillness.value = matches
})

/** Whether the reader asked for no motion. */
export const prefersStillness: ReadonlySignal<boolean> = computed(() => stillness.value)

/** Goes to the other colours and remembers it; back at the system's choice nothing is remembered. */
export function toggleTheme(): void {
  const next: Theme = theme.value === 'dark' ? 'light' : 'dark'
  chosen.value = next === system.value ? undefined : next
  const { dataset } = document.documentElement
  if (chosen.value === undefined) delete dataset['theme']
  else dataset['theme'] = chosen.value
  try {
    if (chosen.value === undefined) localStorage.removeItem(key)
    else localStorage.setItem(key, chosen.value)
  } catch {
    // Storage is refused: the choice holds until the page is closed.
  }
}

function readTheme(): Theme | undefined {
  const { theme: set } = document.documentElement.dataset
  return set === 'light' || set === 'dark' ? set : undefined
}
