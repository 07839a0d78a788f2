import { awaitTitle } from './title-focus.ts'
import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals'

/** Where the reader is: what the address bar says. */
export interface Place {
  readonly path: string
  readonly query: URLSearchParams
}

export type QueryChanges = Readonly<Record<string, string | number | undefined>>

function readPlace(): Place {
  return { path: location.pathname, query: new URLSearchParams(location.search) }
}

const current: Signal<Place> = signal(readPlace())

export const place: ReadonlySignal<Place> = computed(() => current.value)

/** The run that the reader chose, by id; without one the service takes the latest finished. */
export const chosenRun: ReadonlySignal<string | undefined> = computed(
  () => current.value.query.get('run') ?? undefined,
)

/** Follows moves through the history and clicks on links of this page. */
export function watchPlace(): void {
  addEventListener('popstate', () => {
    moveTo('history')
  })
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null
    if (link === null || event.defaultPrevented || event.button !== 0) return
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    if (link.origin !== location.origin || link.target !== '' || link.hasAttribute('download')) return
    if (link.dataset['native'] !== undefined || link.getAttribute('href')?.startsWith('#') === true) return
    event.preventDefault()
    goTo(link.pathname + link.search)
  })
}

/** Opens an address of this page; `replace` leaves no step in the history. */
export function goTo(href: string, options: { readonly replace?: boolean } = {}): void {
  if (href === location.pathname + location.search) return
  if (options.replace === true) history.replaceState(null, '', href)
  else history.pushState(null, '', href)
  moveTo('link')
}

function moveTo(by: 'link' | 'history'): void {
  const next = readPlace()
  if (next.path !== current.value.path) awaitTitle(by)
  current.value = next
}

/** Address of a page with the chosen run kept. */
export function hrefTo(path: string, query: QueryChanges = {}): string {
  return addressOf(path, { run: chosenRun.value, ...query })
}

/** The address in the bar with some entries of its query changed. */
export function hrefWith(changes: QueryChanges): string {
  const { path, query } = current.value
  return addressOf(path, { ...Object.fromEntries(query), ...changes })
}

export function addressOf(path: string, query: QueryChanges): string {
  const written = new URLSearchParams()
  for (const [name, value] of Object.entries(query))
    if (value !== undefined && value !== '') written.set(name, String(value))
  const text = written.toString()
  return text === '' ? path : `${path}?${text}`
}
