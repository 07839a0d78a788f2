import { UsageError } from '../../core/errors.ts'
import type { WalkPlan } from '../../steps/walk/walk-plan.ts'
import type { WalksRequest, WalksResponse } from '../../surfaces/api/contract/walks.ts'
import type { ExploreTask } from '../explore-worker.ts'
import { openThread } from '../open-thread.ts'
import type { ShownRun } from './explored-runs.ts'
import type { ExploredView } from './explored-view.ts'
import { planExploredWalks, usualSeed, walkConfig, type ExploredWalks } from './plan-explored-walks.ts'
import { traceWalks } from './trace-walks.ts'

/** Draws walks of requests; a plan is made once for equal options. */
export type DrawWalks = (shown: ShownRun, request: WalksRequest) => Promise<WalksResponse>

/** Plans held at once for a graph. */
const mostPlans = 16
/** Graphs of more nodes and edges together are planned in a thread: it takes too long for one turn of the event loop. */
const smallGraph = 6000
/** Walks drawn in one turn of the event loop. */
const walksPerTurn = 10

export function openWalkDrawing(): DrawWalks {
  const plans = new WeakMap<ExploredView, Map<string, Promise<WalkPlan>>>()

  function planOf({ stored, view }: ShownRun, request: ExploredWalks['request']): Promise<WalkPlan> {
    const ofView = plans.get(view) ?? new Map<string, Promise<WalkPlan>>()
    plans.set(view, ofView)
    const walks = { config: stored.config, request }
    const key = JSON.stringify([walkConfig(walks).walk, request])
    const known = ofView.get(key)
    if (known !== undefined) return known
    const made = makePlan(view, walks)
    ofView.set(key, made)
    made.catch(() => ofView.delete(key))
    const oldest = ofView.keys().next().value
    if (ofView.size > mostPlans && oldest !== undefined) ofView.delete(oldest)
    return made
  }

  return async (shown, { run: _run, index = 0, count = 1, ...request }) => {
    checkStart(shown.view, request.start)
    const plan = await planOf(shown, { ...request, seed: request.seed ?? usualSeed })
    const walks: WalksResponse['walks'][number][] = []
    for (let from = 0; from < count; from += walksPerTurn) {
      const part = { index: index + from, count: Math.min(walksPerTurn, count - from) }
      walks.push(...traceWalks(shown.view, plan, part))
      await new Promise(setImmediate)
    }
    const command = index === 0 ? commandOf(shown, request, count) : undefined
    return { walks, ...(command === undefined ? {} : { command }) }
  }
}

async function makePlan({ graph }: ExploredView, walks: ExploredWalks): Promise<WalkPlan> {
  if (graph.nodes.length + graph.edges.length <= smallGraph) return planExploredWalks(graph, walks)
  const thread = openThread<ExploreTask, { readonly plan: WalkPlan } | { readonly refused: string }>(
    'explore-worker',
    graph,
  )
  try {
    const answer = await thread.ask({ task: 'plan', walks })
    if ('refused' in answer) throw new UsageError(answer.refused)
    return answer.plan
  } finally {
    await thread.stop()
  }
}

function checkStart(view: ExploredView, start: string | undefined): void {
  if (start === undefined) return
  const place = view.placeOf(start)
  if (place === undefined || view.concept(place).kind !== 'topic') {
    throw new UsageError(`start: ${start}; give the id of a topic of this graph`)
  }
}

/** Settings of walks that the command line has options for. */
const commandSettings = new Set(['mode', 'weight', 'temperature', 'restrict'])

/** The command that draws the same walks; none where the graph is edited or the command line has no such option. */
function commandOf(
  { stored, view }: ShownRun,
  request: ExploredWalks['request'],
  count: number,
): string | undefined {
  const { walk, engine } = walkConfig({ config: stored.config, request })
  const special = Object.keys(walk).some((setting) => !commandSettings.has(setting))
  if (special || view.graph !== stored.graph) return undefined
  const restricted = walk.restrict === 'supported' && engine.generator === 'procedural'
  const ownWeight = walk.mode === 'rare' || walk.mode === 'uniform'
  return [
    `conceptloom walk --run ${stored.run.id} --mode ${walk.mode}`,
    ...(ownWeight ? [] : [`--weight ${walk.weight}`]),
    `--temperature ${walk.temperature}`,
    restricted ? '--generator procedural --restrict supported' : '--restrict none',
    `--seed ${request.seed ?? usualSeed} --count ${count}`,
  ].join(' ')
}
