import type { ComponentType } from 'preact'

/** What a view gets: the parts of the path that its pattern names. */
export interface ViewProps {
  readonly parts: Readonly<Record<string, string>>
}

export interface Route {
  /** `/concepts/:id`; what `:id` stands for comes in `parts`. */
  readonly pattern: string
  /** For the title of the window, until the view sets a better one. */
  readonly title: string
  /** Its word in the header, in this order; without it the view is reached from others. */
  readonly navigation?: string
  /** Which word of the header is the current one, where it has none itself. */
  readonly section?: string
  /** Uses the whole width of the window. */
  readonly isWide?: boolean
  /** Loaded when it is first opened. */
  readonly load: () => Promise<ComponentType<ViewProps>>
}

export const routes: readonly Route[] = [
  {
    pattern: '/',
    title: 'Explorer',
    navigation: 'Explorer',
    isWide: true,
    load: async () => (await import('./explorer/explorer-view.tsx')).ExplorerView,
  },
  {
    pattern: '/concepts/:id',
    title: 'Concept',
    section: 'Explorer',
    load: async () => (await import('./concept/concept-view.tsx')).ConceptView,
  },
]
