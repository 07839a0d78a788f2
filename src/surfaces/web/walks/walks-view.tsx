import './walks.css'
import type { JSX } from 'preact'
import { useMemo } from 'preact/hooks'
import type { GraphView } from '../../api/contract/graph.ts'
import type { FailedWalk, WalksResponse, WalkTrace } from '../../api/contract/walks.ts'
import { drawWalks, getEgo, getOverview } from '../client/graph-requests.ts'
import { latest, useLoaded } from '../client/use-loaded.ts'
import { useSame } from '../client/use-same.ts'
import { CodeBlock } from '../components/code-block.tsx'
import { Folded } from '../components/folded.tsx'
import { PageHead } from '../components/page-head.tsx'
import { EmptyState, ErrorState, Loading } from '../components/states.tsx'
import { formatAmount } from '../format-figures.ts'
import { emphasiseWalk } from '../graph/emphasis.ts'
import { GraphCanvas } from '../graph/graph-canvas.tsx'
import { mergeViews } from '../graph/merge-views.ts'
import { writeFields } from '../router/fields.ts'
import { chosenRun, goTo, hrefTo, hrefWith, place } from '../router/place.ts'
import { usePlayer } from './use-player.ts'
import { StepTable } from './step-table.tsx'
import { WalkForm } from './walk-form.tsx'
import { WalkSteps } from './walk-steps.tsx'
import { curlOf, readWalks, requestOf, walksFields, type WalksState } from './walks-state.ts'

/** One walk at a time: how it is drawn, where it goes, and why. */
export function WalksView(): JSX.Element {
  const state = readWalks(place.value.query)
  const run = chosenRun.value
  const change = (changes: Partial<WalksState>, options: { replace?: boolean } = {}): void =>
    goTo(hrefWith(writeFields(walksFields, { ...state, ...changes })), options)
  const request = requestOf(state, run)
  const loaded = useLoaded(JSON.stringify(request), () => drawWalks(request))
  const answer = useSame(latest(loaded))
  const walk = answer?.walks[0]

  return (
    <>
      <PageHead
        title="Walk playground"
        note="A walk picks the concepts that one new pair must need. The same settings, seed and index always give the same walk."
      />
      <div class="walks">
        <Folded title="How the walk is drawn">
          <WalkForm state={state} onChange={change} />
        </Folded>
        <div class="walks-main">
          {loaded.state === 'failed' && <ErrorState problem={loaded.problem} retry={loaded.retry} />}
          {loaded.state === 'loading' && walk === undefined && <Loading lines={8} />}
          {walk !== undefined && isFailed(walk) && (
            <EmptyState title={`Walk ${walk.index} came to nothing`}>
              <p>{walk.failed}</p>
              <button
                type="button"
                class="button"
                onClick={() => change({ index: state.index + 1, step: undefined })}
              >
                Next walk
              </button>
            </EmptyState>
          )}
          {answer !== undefined && walk !== undefined && !isFailed(walk) && (
            <ShownWalk
              walk={walk}
              isStale={loaded.state === 'loading'}
              state={state}
              change={change}
              commands={{ curl: curlOf(request, location.origin), line: answer.command }}
            />
          )}
        </div>
      </div>
    </>
  )
}

function isFailed(walk: WalksResponse['walks'][number]): walk is FailedWalk {
  return 'failed' in walk
}

function ShownWalk({
  walk,
  isStale,
  state,
  change,
  commands,
}: {
  walk: WalkTrace
  isStale: boolean
  state: WalksState
  change: (changes: Partial<WalksState>, options?: { replace?: boolean }) => void
  commands: { readonly curl: string; readonly line: string | undefined }
}): JSX.Element {
  const { steps } = walk
  const last = steps.length - 1
  const at = Math.min(state.step ?? last, last)
  const show = (step: number): void => change({ step: step === last ? undefined : step }, { replace: true })
  const player = usePlayer({ at, last, show })
  const view = useSurroundings(walk)
  const emphasis = useMemo(() => emphasiseWalk(steps, at), [steps, at])
  const frame = useMemo(() => steps.map(({ conceptId }) => conceptId), [steps])
  const step = steps[at]
  const another = (changes: Partial<WalksState>): void => {
    player.restart()
    change({ ...changes, step: player.isStill ? undefined : 0 })
  }
  const points = walk.path.knowledgePoints

  return (
    <div aria-busy={isStale}>
      <div class={`stack ${isStale ? 'is-stale' : ''}`}>
        <div class="walk-bar">
          <div class="button-row" role="group" aria-label="Walk through the steps">
            <button type="button" class="button" disabled={at === 0} onClick={() => player.goTo(at - 1)}>
              ← Back
            </button>
            {!player.isStill && (
              <button type="button" class="button is-primary walk-play" onClick={player.toggle}>
                {player.isPlaying ? 'Pause' : 'Play'}
              </button>
            )}
            <button type="button" class="button" disabled={at === last} onClick={() => player.goTo(at + 1)}>
              Forward →
            </button>
          </div>
          <p class="note" role="status">
            Step {at + 1} of {steps.length}: {step?.name}
          </p>
          <div class="button-row">
            <button type="button" class="button" onClick={() => another({ index: state.index + 1 })}>
              Next walk
            </button>
            <button
              type="button"
              class="button"
              onClick={() => another({ seed: (state.seed + 1) % 2 ** 32 })}
            >
              Another seed
            </button>
          </div>
        </div>
        <WalkSteps steps={steps} at={at} onPick={player.goTo} />
        <GraphCanvas
          view={view}
          label={`Picture of the walk among ${formatAmount(view?.nodes.length ?? 0, 'concept')}; the steps are listed beside it`}
          colouring="community"
          emphasis={emphasis}
          frame={frame}
          events={{
            onPick: (id) => {
              const place = steps.findIndex(({ conceptId }) => conceptId === id)
              if (place >= 0) player.goTo(place)
            },
            onOpen: (id) => goTo(hrefTo(`/concepts/${encodeURIComponent(id)}`)),
            onHover: () => undefined,
          }}
        />
        <div class="button-row">
          <span class={walk.novel ? 'tag is-accent' : 'tag'}>
            {walk.novel ? 'New combination: no single seed has it' : 'Some seed has all of these points'}
          </span>
          {points.length > 0 && (
            <a class="button" href={hrefTo('/generate', { concepts: points.join(',') })}>
              Generate pairs on {formatAmount(points.length, 'point')}
            </a>
          )}
        </div>
        {step !== undefined && (
          <StepTable step={step} previous={steps.find(({ conceptId }) => conceptId === step.from)?.name} />
        )}
        <section class="stack" aria-label="The same walk elsewhere">
          {commands.line !== undefined && <CodeBlock label="Command line" code={commands.line} />}
          <CodeBlock label="HTTP" code={commands.curl} />
        </section>
      </div>
    </div>
  )
}

/** The steps of a walk with what lies around each, over the outline of the whole graph. */
function useSurroundings({ steps }: WalkTrace): GraphView | undefined {
  const inRun = chosenRun.value === undefined ? {} : { run: chosenRun.value }
  const ids = [...new Set(steps.map(({ conceptId }) => conceptId))]
  const outlined = useLoaded(`outline:${inRun.run}`, (signal) =>
    getOverview({ ...inRun, nodes: 150, edges: 300 }, signal),
  )
  const surrounded = useLoaded(JSON.stringify([inRun.run, ids]), (signal) =>
    Promise.all(ids.map((id) => getEgo(id, { ...inRun, nodes: 40 }, signal))),
  )
  const outline = useSame(latest(outlined))
  const around = useSame(latest(surrounded))
  return useMemo(
    () =>
      outline === undefined || around === undefined
        ? undefined
        : mergeViews([outline, ...around, wayOf(steps)]),
    [outline, around, steps],
  )
}

/** The edges that a walk took, in case they are too weak to be among those that were asked for. */
function wayOf(steps: WalkTrace['steps']): GraphView {
  const kinds = { topic: 'TT', bridge: 'TK', 'knowledge-point': 'KK' } as const
  const edges = steps.flatMap(({ conceptId, from, phase, edgeCount }) =>
    from === undefined || phase === 'start'
      ? []
      : [{ a: from, b: conceptId, kind: kinds[phase], count: edgeCount }],
  )
  return { nodes: [], edges, omitted: { nodes: 0, edges: 0 } }
}
