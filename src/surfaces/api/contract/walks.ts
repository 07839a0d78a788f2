import type { ConceptKind } from '../../../core/concept.ts'
import type { ConceptPath, WalkMode, WalkPhase } from '../../../core/concept-path.ts'

/** How walks are drawn; absent settings are those of the configuration. */
export interface WalkOptions {
  /** @default 'mathscale' */
  readonly mode?: WalkMode
  readonly weight?: 'count' | 'lift' | 'uniform' | 'rare'
  /** Weights are raised to 1 / temperature; 0.01 to 100. @default 1 */
  readonly temperature?: number
  /** Topic-to-topic steps, smallest and largest number. */
  readonly topicSteps?: readonly [number, number]
  /** Steps from knowledge point to knowledge point, smallest and largest number. */
  readonly knowledgePointSteps?: readonly [number, number]
  /** Id of the topic each walk starts from; without it the topics take turns. Only in mode `mathscale`, `rare` and `uniform`. */
  readonly start?: string
}

/** `POST /v1/walks`. Walk i is a pure function of (graph version, options, seed, i). */
export interface WalksRequest extends WalkOptions {
  readonly run?: string
  /** 0 to 2^32 − 1. @default 7 */
  readonly seed?: number
  /** Index of the first walk. @default 0 */
  readonly index?: number
  /** 1 to 100. @default 1 */
  readonly count?: number
}

export interface WalksResponse {
  readonly walks: readonly (WalkTrace | FailedWalk)[]
  /** The command that draws the same walks; absent where the command line has no such option. */
  readonly command?: string
}

export interface FailedWalk {
  readonly index: number
  readonly failed: string
}

/** A walk with what could have been taken at every step. */
export interface WalkTrace {
  readonly index: number
  readonly path: ConceptPath
  readonly steps: readonly TracedStep[]
  /** Whether no single seed has all its knowledge points. */
  readonly novel: boolean
}

export interface TracedStep {
  readonly conceptId: string
  readonly name: string
  readonly kind: ConceptKind
  readonly phase: WalkPhase
  /** The concept it was taken from; absent at the start. */
  readonly from?: string
  readonly edgeCount: number
  readonly probability: number
  /** What could have been taken, likeliest first, at most 50, the one taken always among them. */
  readonly candidates: readonly WalkCandidate[]
  /** Number and probability of the candidates left out. */
  readonly others: { readonly count: number; readonly probability: number }
}

export interface WalkCandidate {
  readonly conceptId: string
  readonly name: string
  readonly edgeCount: number
  readonly probability: number
  readonly taken: boolean
}
