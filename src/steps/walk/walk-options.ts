import type { ConceptGraph } from '../../core/concept-graph.ts'
import type { WalkMode } from '../../core/concept-path.ts'
import { UsageError } from '../../core/errors.ts'
import { contentId, type ContentId, type JsonValue } from '../../core/identity.ts'
import type { EdgeWeighting } from '../../foundations/statistics/edge-weight.ts'

/** Both ends included; each number of steps is equally likely. */
export interface StepRange {
  readonly minimum: number
  readonly maximum: number
}

/** What coverage aims at: equal use, use as √(seeds of the point), or weights by knowledge-point id (absent = 0 = left out). */
export type CoverageTarget = 'uniform' | 'sqrt-count' | ReadonlyMap<ContentId, number>

export interface WalkOptions {
  readonly mode: WalkMode
  /** Non-negative safe integer. */
  readonly seed: number
  /** Default: `rare` and `uniform` in the modes of these names, else `count`, at temperature 1. */
  readonly weighting?: Partial<EdgeWeighting>
  /** Topic to topic steps. Default 1 to 2 (MathScale §3.2). */
  readonly topicSteps?: StepRange
  /** Steps after the first knowledge point. Default 0 to 4 (MathScale §3.2); hop modes set their own. */
  readonly knowledgePointSteps?: StepRange
  /** Topic that every walk starts from, in modes `mathscale`, `rare` and `uniform`. Default: the topics take turns. */
  readonly start?: ContentId
  /** Walk only these knowledge points and the topics next to one of them. */
  readonly allowed?: ReadonlySet<ContentId>
  /** Community by concept id; mode `community` needs it and stays inside the community of its start; a concept without one has no edges. */
  readonly communities?: ReadonlyMap<ContentId, number>
  /** Mode `coverage` only. Default `uniform`. */
  readonly target?: CoverageTarget
  /** Mode `coverage` leaves points of doubtful quality out. */
  readonly gate?: CoverageGate
}

export interface CoverageGate {
  /** Leave out points with fewer seeds. Default 2 from 2,000 seeds up, else 1. */
  readonly minimumCount?: number
  /** Leave out points in more than this share of the seeds. Default 0.2. */
  readonly maximumDocumentFrequency?: number
}

export interface SettledOptions {
  readonly mode: WalkMode
  readonly seed: number
  readonly weighting: EdgeWeighting
  readonly topicSteps: StepRange
  readonly knowledgePointSteps: StepRange
  readonly target: CoverageTarget
  readonly gate: Required<CoverageGate>
}

/** Modes whose walks may be told where to start. */
const startModes: ReadonlySet<WalkMode> = new Set(['mathscale', 'rare', 'uniform'])

/** Steps a phase may have at most; it bounds the buffers of a walk. */
const maximumSteps = 32

/** Fills in the defaults. Throws UsageError for options that contradict each other or are out of range. */
export function settleOptions(graph: ConceptGraph, options: WalkOptions): SettledOptions {
  const { mode, seed } = options
  if (!Number.isSafeInteger(seed) || seed < 0) throw new UsageError(`seed: ${seed}; give an integer ≥ 0`)
  const named = mode === 'rare' || mode === 'uniform' ? mode : undefined
  const scheme = options.weighting?.scheme ?? named ?? 'count'
  if (named !== undefined && scheme !== named) {
    throw new UsageError(`weight: ${scheme}; mode ${named} sets its own, leave it out or use mode mathscale`)
  }
  if (mode === 'community' && options.communities === undefined) {
    throw new UsageError('communities: none; mode community needs the communities of the graph')
  }
  if (options.start !== undefined && !startModes.has(mode)) {
    throw new UsageError(`start: ${options.start} in mode ${mode}; give it in ${[...startModes].join(', ')}`)
  }
  const temperature = options.weighting?.temperature ?? 1
  if (!(temperature > 0)) throw new UsageError(`temperature: ${temperature}; give a number > 0`)
  return {
    mode,
    seed,
    weighting: { scheme, temperature },
    topicSteps: checkRange('topic steps', options.topicSteps ?? { minimum: 1, maximum: 2 }),
    knowledgePointSteps: checkRange(
      'knowledge-point steps',
      options.knowledgePointSteps ?? { minimum: 0, maximum: 4 },
    ),
    target: options.target ?? 'uniform',
    gate: {
      minimumCount: options.gate?.minimumCount ?? (graph.seedCount >= 2000 ? 2 : 1),
      maximumDocumentFrequency: options.gate?.maximumDocumentFrequency ?? 0.2,
    },
  }
}

function checkRange(name: string, range: StepRange): StepRange {
  const { minimum, maximum } = range
  const whole = Number.isInteger(minimum) && Number.isInteger(maximum)
  if (!whole || minimum < 0 || minimum > maximum || maximum > maximumSteps) {
    throw new UsageError(`${name}: ${minimum} to ${maximum}; give 0 ≤ minimum ≤ maximum ≤ ${maximumSteps}`)
  }
  return { minimum, maximum }
}

/** Content id of everything, the seed aside, that makes two walks of one graph differ. */
export function optionsId(settled: SettledOptions, options: WalkOptions): ContentId {
  const { mode, weighting, topicSteps, knowledgePointSteps, target, gate } = settled
  const value: Record<string, JsonValue> = {
    mode,
    weighting: { ...weighting },
    topicSteps: { ...topicSteps },
    knowledgePointSteps: { ...knowledgePointSteps },
  }
  if (options.allowed !== undefined) value['allowed'] = [...options.allowed].sort()
  // Only where it is given: without it all ids stay what they were.
  if (options.start !== undefined) value['start'] = options.start
  if (mode === 'community') value['communities'] = sortedEntries(options.communities as Map<string, number>)
  if (mode === 'coverage') {
    value['gate'] = { ...gate }
    value['target'] = typeof target === 'string' ? target : sortedEntries(target)
  }
  return contentId('walk-options', value)
}

function sortedEntries(map: ReadonlyMap<ContentId, number>): JsonValue {
  return [...map].sort(([left], [right]) => (left < right ? -1 : 1))
}
