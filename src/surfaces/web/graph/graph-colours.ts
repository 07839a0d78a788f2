import type { ConceptSummary } from '../../api/contract/concepts.ts'
import type { Theme } from '../shell/theme.ts'

export const colourings = ['community', 'kind', 'accuracy'] as const
/** What the colour of a concept tells. */
export type Colouring = (typeof colourings)[number]

export interface LegendEntry {
  readonly label: string
  readonly colour: string
}

interface GraphColours {
  /** Of the largest communities, by number. */
  readonly communities: readonly string[]
  readonly other: string
  readonly topic: string
  readonly knowledgePoint: string
  /** From wrong to right, each a fifth. */
  readonly accuracy: readonly string[]
  readonly paper: string
  readonly edge: string
  readonly label: string
  readonly faded: string
  readonly fadedEdge: string
  readonly accent: string
  readonly halo: string
}

/** Hex alone: sigma paints what it cannot read, `hsl()` among it, black without a word. */
export const graphColours: Readonly<Record<Theme, GraphColours>> = {
  light: {
    communities: [
      '#3b6ea8',
      '#c2662a',
      '#4d8a4b',
      '#8459a6',
      '#b8434e',
      '#2f8f9d',
      '#a08425',
      '#a8577e',
      '#62689c',
      '#8a684d',
      '#6f8f3c',
      '#43637a',
    ],
    other: '#9aa1a5',
    topic: '#b8562a',
    knowledgePoint: '#3b6ea8',
    accuracy: ['#9c3018', '#cf7a3c', '#b3a778', '#5c9c96', '#0a6661'],
    paper: '#fcfcfa',
    edge: '#c3c8c6',
    label: '#1b2125',
    faded: '#dcdedb',
    fadedEdge: '#eeefec',
    accent: '#0a6661',
    halo: '#ffffff',
  },
  dark: {
    communities: [
      '#7fb0e6',
      '#f0a06a',
      '#8cc988',
      '#c39be0',
      '#f08a90',
      '#6cc9d6',
      '#dfc25f',
      '#e39abb',
      '#a9add8',
      '#c9a68a',
      '#b3cf7a',
      '#8fb3c9',
    ],
    other: '#7a8388',
    topic: '#f0a06a',
    knowledgePoint: '#7fb0e6',
    accuracy: ['#e0664a', '#eaa264', '#cfc596', '#7fc2ba', '#63cdbf'],
    paper: '#14181b',
    edge: '#465157',
    label: '#e9eae6',
    faded: '#2b3236',
    fadedEdge: '#1d2326',
    accent: '#63cdbf',
    halo: '#1b2024',
  },
}

/** The colour of a concept. */
export function colourOf(
  concept: Pick<ConceptSummary, 'kind' | 'community' | 'accuracy'>,
  colouring: Colouring,
  theme: Theme,
): string {
  const colours = graphColours[theme]
  if (colouring === 'kind') return concept.kind === 'topic' ? colours.topic : colours.knowledgePoint
  if (colouring === 'community') return colours.communities[concept.community] ?? colours.other
  if (concept.accuracy === undefined) return colours.other
  return colours.accuracy[fifthOf(concept.accuracy)] ?? colours.other
}

/** What the colours of these concepts mean, commonest first. */
export function legendOf(
  concepts: readonly ConceptSummary[],
  look: { readonly colouring: Colouring; readonly theme: Theme },
  communityNames: ReadonlyMap<number, string>,
): readonly LegendEntry[] {
  const { colouring, theme } = look
  const colours = graphColours[theme]
  if (colouring === 'kind')
    return [
      { label: 'Topic', colour: colours.topic },
      { label: 'Knowledge point', colour: colours.knowledgePoint },
    ]
  if (colouring === 'accuracy') {
    const fifths = ['under 20 %', '20 to 40 %', '40 to 60 %', '60 to 80 %', '80 % and over']
    return [
      ...fifths.map((label, index) => ({ label, colour: colours.accuracy[index] ?? colours.other })),
      { label: 'not measured', colour: colours.other },
    ]
  }
  const sizes = new Map<number, number>()
  for (const { community } of concepts) sizes.set(community, (sizes.get(community) ?? 0) + 1)
  const named = [...sizes.entries()]
    .filter(([community]) => community < colours.communities.length)
    .toSorted(([a, most], [b, more]) => more - most || a - b)
    .map(([community]) => ({
      label: communityNames.get(community) ?? `Community ${community + 1}`,
      colour: colours.communities[community] ?? colours.other,
    }))
  const hasOthers = [...sizes.keys()].some((community) => community >= colours.communities.length)
  return hasOthers ? [...named, { label: 'smaller communities', colour: colours.other }] : named
}

/** A hex colour some way from one to another, `share` 0 to 1. */
export function mixColours(from: string, to: string, share: number): string {
  const channels = [1, 3, 5].map((start) => {
    const [a, b] = [from, to].map((colour) => Number.parseInt(colour.slice(start, start + 2), 16))
    return Math.round((a ?? 0) * (1 - share) + (b ?? 0) * share)
  })
  return `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`
}

function fifthOf(share: number): number {
  return Math.min(4, Math.max(0, Math.floor(share * 5)))
}
