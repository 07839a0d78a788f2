import type { PairDetail } from './pairs.ts'
import type { RunView } from './runs.ts'
import type { WalkOptions } from './walks.ts'

/** `POST /v1/generations`: pairs on given concepts, or on walks. */
export interface GenerationRequest {
  /** The run whose graph is used. @default the latest finished */
  readonly run?: string
  /** Ids or names of knowledge points that every pair is asked to need; excludes `walk`. */
  readonly concepts?: readonly string[]
  readonly walk?: WalkOptions
  /** 1 to 100,000. @default 1 */
  readonly count?: number
  /** 0 to 2^32 − 1. @default 7 */
  readonly seed?: number
  /** @default 'procedural' */
  readonly engine?: 'procedural' | 'model'
  /** For the model engine. @default 'mathscale' */
  readonly preset?: 'mathscale' | 'skywork' | 'xwin'
  /** For the model engine: a name that this service was started with. */
  readonly model?: string
  /** For the model engine: a cap, in the currency of the price file; never above that of the service. */
  readonly maximumCost?: number
}

/** 201, up to 200 procedural pairs: they stand here and are stored nowhere. 202 otherwise: a run, named by `Location`. */
export type GenerationResponse = Generation | RunView

export interface Generation {
  readonly pairs: readonly PairDetail[]
  /** Draws that gave no pair, by reason. */
  readonly skipped: Readonly<Record<string, number>>
}
