import type { ConceptKind } from '../../core/concept.ts'
import { createWalkBuffer } from '../../steps/walk/walk-buffer.ts'
import { tracePath, type PathTrace, type StepChoice } from '../../steps/walk/trace-path.ts'
import type { WalkPlan } from '../../steps/walk/walk-plan.ts'
import type {
  FailedWalk,
  TracedStep,
  WalkCandidate,
  WalksRequest,
  WalkTrace,
} from '../../surfaces/api/contract/walks.ts'
import type { ExploredView } from './explored-view.ts'

/** Candidates that a step shows. */
const shownCandidates = 50

/** The walks of a plan that a request asks for, with names. */
export function traceWalks(
  view: ExploredView,
  plan: WalkPlan,
  { index = 0, count = 1 }: Pick<WalksRequest, 'index' | 'count'>,
): readonly (WalkTrace | FailedWalk)[] {
  const buffer = createWalkBuffer(plan)
  return Array.from({ length: count }, (_, offset) => {
    const trace = tracePath(plan, index + offset, buffer)
    return 'failed' in trace
      ? { index: index + offset, failed: trace.failed }
      : walkTrace(view, index + offset, trace)
  })
}

function walkTrace(view: ExploredView, index: number, { path, choices }: PathTrace): WalkTrace {
  const steps = path.steps.map((step, place): TracedStep => {
    const choice = choices[place] as StepChoice
    const kind: ConceptKind = step.phase === 'start' || step.phase === 'topic' ? 'topic' : 'knowledge-point'
    return {
      ...step,
      name: view.nameOf(step.conceptId),
      kind,
      ...(choice.from === undefined ? {} : { from: choice.from }),
      ...candidatesOf(view, choice, step.conceptId),
    }
  })
  const { knowledgePoints } = path
  const novel = knowledgePoints.length > 1 && view.seeds.seedsWith(knowledgePoints, 1).length === 0
  return { index, path, steps, novel }
}

/** What is left out, and in mode `coverage` the end of the walk, is held by `others`: all probabilities sum to 1. */
function candidatesOf(
  view: ExploredView,
  { candidates, stop }: StepChoice,
  takenId: string,
): Pick<TracedStep, 'candidates' | 'others'> {
  const taken = candidates.findIndex(({ conceptId }) => conceptId === takenId)
  const places = [...candidates.keys()].slice(0, shownCandidates)
  if (taken >= shownCandidates) places[shownCandidates - 1] = taken
  const shown = new Set(places)
  const others = candidates.filter((_, place) => !shown.has(place))
  return {
    candidates: places.map((place): WalkCandidate => {
      const candidate = candidates[place] as StepChoice['candidates'][number]
      return { ...candidate, name: view.nameOf(candidate.conceptId), taken: place === taken }
    }),
    others: {
      count: others.length,
      probability: others.reduce((sum, { probability }) => sum + probability, stop),
    },
  }
}
