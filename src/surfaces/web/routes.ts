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
  {
    pattern: '/walks',
    title: 'Walks',
    navigation: 'Walks',
    isWide: true,
    load: async () => (await import('./walks/walks-view.tsx')).WalksView,
  },
  {
    pattern: '/generate',
    title: 'Generate',
    navigation: 'Generate',
    load: async () => (await import('./generate/generate-view.tsx')).GenerateView,
  },
  {
    pattern: '/review',
    title: 'Review',
    navigation: 'Review',
    load: async () => (await import('./review/review-view.tsx')).ReviewView,
  },
  {
    pattern: '/pairs/:id',
    title: 'Pair',
    section: 'Review',
    load: async () => (await import('./pairs/pair-view.tsx')).PairView,
  },
  {
    pattern: '/balance',
    title: 'Balance',
    navigation: 'Balance',
    load: async () => (await import('./balance/balance-view.tsx')).BalanceView,
  },
  {
    pattern: '/runs',
    title: 'Runs',
    navigation: 'Runs',
    load: async () => (await import('./runs/runs-view.tsx')).RunsView,
  },
  {
    pattern: '/runs/:id',
    title: 'Run',
    section: 'Runs',
    load: async () => (await import('./runs/run-view.tsx')).RunView,
  },
  {
    pattern: '/datasets',
    title: 'Datasets',
    navigation: 'Datasets',
    load: async () => (await import('./datasets/datasets-view.tsx')).DatasetsView,
  },
]
