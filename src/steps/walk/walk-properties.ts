import type { ConceptGraph } from '../../core/concept-graph.ts'
import type { ConceptPath, PathStep } from '../../core/concept-path.ts'
import type { ContentId } from '../../core/identity.ts'
import { samplePath } from './sample-path.ts'
import type { WalkPlan } from './walk-plan.ts'

/** What every walk of every mode must keep. Each property throws an Error that says what was violated. */
export interface WalkFacts {
  readonly path: ConceptPath
  readonly plan: WalkPlan
  readonly graph: ConceptGraph
  readonly edgeCounts: ReadonlyMap<string, number>
  readonly kinds: ReadonlyMap<ContentId, string>
}

export function edgeCountsOf(graph: ConceptGraph): Map<string, number> {
  return new Map(
    graph.edges.flatMap(({ a, b, count }) => [
      [`${a} ${b}`, count],
      [`${b} ${a}`, count],
    ]),
  )
}

function assert(holds: boolean, message: string): asserts holds {
  if (!holds) throw new Error(message)
}

/** Start and topic steps are topics; bridge and later steps are knowledge points; phases come in this order. */
export function staysInItsSubGraph({ path, kinds }: WalkFacts): void {
  const phases = path.steps.map((step) => step.phase).join(' ')
  assert(/^start( topic)*( bridge( knowledge-point)*)?$/.test(phases), `phases out of order: ${phases}`)
  for (const step of path.steps) {
    const kind = step.phase === 'start' || step.phase === 'topic' ? 'topic' : 'knowledge-point'
    assert(kinds.get(step.conceptId) === kind, `${step.phase} step to another kind: ${step.conceptId}`)
  }
}

/** Every step walks an edge of the graph and records the seeds behind it; the bridge may leave an earlier topic. */
export function visitsOnlyEdges({ path, edgeCounts }: WalkFacts): void {
  path.steps.forEach((step, place) => {
    if (step.phase === 'start') return assert(step.edgeCount === 0, 'a start has no edge')
    const origins = step.phase === 'bridge' ? path.steps.slice(0, place) : path.steps.slice(place - 1, place)
    const counts = origins.map((origin) => edgeCounts.get(`${origin.conceptId} ${step.conceptId}`))
    assert(counts.includes(step.edgeCount), `no such edge: step ${place} with count ${step.edgeCount}`)
  })
}

/** Probabilities are in (0, 1], 1 for the start. */
export function probabilitiesAreShares({ path }: WalkFacts): void {
  for (const { phase, probability } of path.steps) {
    assert(probability > 0 && probability <= 1, `not a probability: ${probability}`)
    assert(phase !== 'start' || probability === 1, `start with probability ${probability}`)
  }
}

/** Topics and knowledge points are ascending, distinct, and visited; those not listed are steps of a hop mode only. */
export function setsAreWhatWasVisited({ path }: WalkFacts): void {
  for (const list of [path.topics, path.knowledgePoints]) {
    const sorted = [...new Set(list)].sort()
    assert(
      sorted.length === list.length && sorted.every((id, place) => id === list[place]),
      'not a sorted set',
    )
  }
  const visited = (phases: readonly string[]): PathStep[] =>
    path.steps.filter((step) => phases.includes(step.phase))
  const topics = new Set(visited(['start', 'topic']).map((step) => step.conceptId))
  const points = visited(['bridge', 'knowledge-point']).map((step) => step.conceptId)
  assert(topics.size === path.topics.length && path.topics.every((id) => topics.has(id)), 'topics differ')
  const wanted = new Set(path.mode.startsWith('hop-') ? [points[0], points.at(-1)] : points)
  assert(
    wanted.size === path.knowledgePoints.length && path.knowledgePoints.every((id) => wanted.has(id)),
    'knowledge points differ',
  )
}

/** The same plan and index give the same walk again, whatever was drawn before. */
export function isAFunctionOfItsIndex({ path, plan }: WalkFacts): void {
  const again = samplePath(plan, path.index)
  assert(JSON.stringify(again) === JSON.stringify(path), `walk ${path.index} differs when drawn again`)
}

export const walkProperties: Readonly<Record<string, (facts: WalkFacts) => void>> = {
  staysInItsSubGraph,
  visitsOnlyEdges,
  probabilitiesAreShares,
  setsAreWhatWasVisited,
  isAFunctionOfItsIndex,
}
