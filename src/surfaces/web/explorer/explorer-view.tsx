import './explorer.css'
import type { JSX } from 'preact'
import { useMemo, useState } from 'preact/hooks'
import type { GraphView } from '../../api/contract/graph.ts'
import { getConcept, getEgo, getGraph, getOverview } from '../client/graph-requests.ts'
import { latest, useLoaded } from '../client/use-loaded.ts'
import { useSame } from '../client/use-same.ts'
import { Title } from '../components/page-head.tsx'
import { EmptyState, ErrorState, Loading } from '../components/states.tsx'
import { formatAmount, formatCount } from '../format-figures.ts'
import { emphasiseConcept } from '../graph/emphasis.ts'
import { GraphCanvas } from '../graph/graph-canvas.tsx'
import { legendOf } from '../graph/graph-colours.ts'
import { Legend } from '../graph/legend.tsx'
import { writeFields } from '../router/fields.ts'
import { chosenRun, goTo, hrefWith, place } from '../router/place.ts'
import { theme } from '../shell/theme.ts'
import { ConceptCard } from './concept-card.tsx'
import { ConceptList } from './concept-list.tsx'
import { ConceptSearch } from './concept-search.tsx'
import { ExplorerFilters } from './explorer-filters.tsx'
import { explorerFields, type ExplorerState, filterView, readExplorer, usualNodes } from './explorer-state.ts'

/** The graph: all of it in outline, or what lies around one concept. */
export function ExplorerView(): JSX.Element {
  const state = readExplorer(place.value.query)
  const run = chosenRun.value
  const inRun = run === undefined ? {} : { run }
  const change = (changes: Partial<ExplorerState>, options: { replace?: boolean } = {}): void =>
    goTo(hrefWith(writeFields(explorerFields, { ...state, ...changes })), options)
  const centre = (id: string): void => change({ concept: id, selected: id })

  const graph = useSame(latest(useLoaded(`graph:${run}`, (signal) => getGraph(inRun, signal))))
  const { concept, radius, kind, minimum, community, nodes } = state
  const loaded = useLoaded(
    JSON.stringify([run, concept, nodes, kind, ...(concept === '' ? [community] : [radius, minimum])]),
    (signal) => loadView(state, inRun, signal),
  )
  const whole = useSame(latest(loaded))
  const view = useMemo(
    () => (whole === undefined ? undefined : filterView(whole, state)),
    [whole, community, minimum, concept],
  )
  const [hovered, setHovered] = useState<string>()
  // The concept in the middle stands out until another is picked, or none.
  const selected = view?.nodes.find(({ id }) => id === state.selected)
  const pointed = hovered ?? selected?.id
  const emphasis = useMemo(
    () => (pointed === undefined || view === undefined ? undefined : emphasiseConcept(pointed, view.edges)),
    [pointed, view],
  )
  const names = useMemo(() => new Map(graph?.communities.map((one) => [one.community, one.label])), [graph])
  const middle = view?.nodes.find(({ id }) => id === concept)

  return (
    <div class="explorer">
      <div class="explorer-side">
        <div>
          <Title>{middle === undefined ? 'Concept graph' : middle.name}</Title>
          <p class="note">
            {view === undefined ? 'Loading the picture' : describe(view, middle !== undefined, graph)}
          </p>
        </div>
        <ConceptSearch label="Find a concept" initial={middle?.name ?? ''} onTake={({ id }) => centre(id)} />
        {concept !== '' && (
          <div class="button-row">
            <a class="button" href={hrefWith({ concept: undefined, selected: undefined })}>
              ← Whole graph
            </a>
          </div>
        )}
        <ExplorerFilters state={state} communities={graph?.communities ?? []} onChange={change} />
      </div>

      <GraphCanvas
        view={view}
        label={
          view === undefined
            ? 'The picture is loading'
            : `Picture of ${formatAmount(view.nodes.length, 'concept')} and ${formatAmount(view.edges.length, 'edge')}; the list below holds the same concepts`
        }
        colouring={state.colour}
        emphasis={emphasis}
        events={{
          onPick: (id) => change({ selected: id ?? '' }),
          onOpen: centre,
          onHover: setHovered,
        }}
      >
        {view !== undefined && (
          <Legend entries={legendOf(view.nodes, { colouring: state.colour, theme: theme.value }, names)} />
        )}
        {selected !== undefined && (
          <ConceptCard
            concept={selected}
            communityName={names.get(selected.community)}
            isMiddle={selected.id === concept}
            onCentre={() => centre(selected.id)}
            onClose={() => change({ selected: '' })}
          />
        )}
      </GraphCanvas>

      <section class="explorer-list" aria-labelledby="explorer-list-title">
        <h2 id="explorer-list-title">In the picture</h2>
        {loaded.state === 'failed' && <ErrorState problem={loaded.problem} retry={loaded.retry} />}
        {loaded.state === 'loading' && view === undefined && <Loading lines={8} />}
        {view !== undefined && view.nodes.length === 0 && (
          <EmptyState title="Nothing fits these filters">
            <a class="button" href={hrefWith({ kind: undefined, community: undefined, minimum: undefined })}>
              Take the filters away
            </a>
          </EmptyState>
        )}
        {view !== undefined && view.nodes.length > 0 && (
          <ConceptList
            key={concept}
            view={view}
            middle={concept}
            selected={state.selected}
            colouring={state.colour}
            onPick={(id) => change({ selected: id })}
          />
        )}
      </section>
    </div>
  )
}

async function loadView(
  state: ExplorerState,
  inRun: { readonly run?: string },
  signal: AbortSignal,
): Promise<GraphView> {
  const { concept, kind, community, radius, minimum } = state
  const asked = { ...inRun, nodes: state.nodes ?? usualNodes(state), ...(kind === undefined ? {} : { kind }) }
  if (concept === '')
    return await getOverview({ ...asked, ...(community === undefined ? {} : { community }) }, signal)
  const view = await getEgo(concept, { ...asked, radius, minimumCount: minimum }, signal)
  if (view.nodes.some(({ id }) => id === concept)) return view
  // A filter by kind may have left the concept itself out; a concept that does not exist is said here.
  await getConcept(concept, inRun, signal)
  return view
}

function describe(
  view: GraphView,
  isEgo: boolean,
  graph: { readonly communities: readonly { readonly size: number }[] } | undefined,
): string {
  const shown = `${formatAmount(view.nodes.length, 'concept')}, ${formatAmount(view.edges.length, 'edge')}`
  if (isEgo)
    return view.omitted.nodes > 0
      ? `${shown} around it; ${formatCount(view.omitted.nodes)} weaker ones left out`
      : `${shown} around it`
  const all = graph?.communities.reduce((sum, { size }) => sum + size, 0)
  if (all !== undefined && all > view.nodes.length)
    return `${shown}: the most frequent of ${formatCount(all)} concepts`
  return view.omitted.edges > 0 ? `${shown}; ${formatCount(view.omitted.edges)} weaker ones left out` : shown
}
