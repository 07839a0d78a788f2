import type { WalkPlan } from './walk-plan.ts'

/** Why a draw gave no walk. */
export const walkFailures = ['no-knowledge-point', 'no-distant-knowledge-point'] as const
export type WalkFailure = (typeof walkFailures)[number]

/**
 * Where a draw leaves its walk, so that drawing allocates nothing. Nodes are topic numbers up to `topicEnd`, knowledge-point numbers
 * from there on.
 */
export interface WalkBuffer {
  readonly state: Uint32Array
  readonly nodes: Uint32Array
  /** What a step's weight is to be divided by where that is not the sum of its row; 0 elsewhere. */
  readonly shares: Float64Array
  length: number
  topicEnd: number
  /** Place of the topic from which the first knowledge point was reached. */
  bridgeFrom: number
  failure: WalkFailure | undefined
  /** Stamps of knowledge points next to the first one, for the hop modes. */
  readonly marks: Uint32Array
  stamp: number
}

/** A buffer for the walks of a plan; each thread needs its own. */
export function createWalkBuffer(plan: WalkPlan): WalkBuffer {
  const { mode, topicSteps, knowledgePointSteps } = plan.settled
  // A start, a bridge, and in coverage one step to a point without topic, or the three steps of a hop mode.
  const capacity = topicSteps.maximum + Math.max(knowledgePointSteps.maximum + 1, 3) + 2
  const hops = mode === 'hop-2' || mode === 'hop-3'
  return {
    state: new Uint32Array(4),
    nodes: new Uint32Array(capacity),
    shares: new Float64Array(capacity),
    length: 0,
    topicEnd: 0,
    bridgeFrom: 0,
    failure: undefined,
    marks: new Uint32Array(hops ? plan.graph.knowledgePointIds.length : 0),
    stamp: 0,
  }
}
