import type { ContentId, JsonValue } from './identity.ts'

/**
 * `generating` has a cursor to go on from; `generated` has all its pairs; `finished` has been exported. There is no failed
 * state: an interrupted run stays `generating` and is resumed.
 */
export const runStates = ['generating', 'generated', 'finished'] as const
export type RunState = (typeof runStates)[number]

/** Counters a run keeps with its cursor, in the same transaction as the pairs they count. */
export interface RunCounters {
  /** Walks drawn so far. */
  readonly walks: number
  /** Distinct concept combinations among them. */
  readonly combinations: number
  /** Combinations held by no single seed. */
  readonly novel: number
  /** Draws the generator could not express, by number of knowledge points asked for. */
  readonly supportedBySize: readonly {
    readonly size: number
    readonly asked: number
    readonly supported: number
  }[]
  /** Draws not stored, by reason: duplicate, unsupported, failed check, no knowledge point. */
  readonly skipped: Readonly<Record<string, number>>
  readonly pairs: number
}

/** One run. `id` is the hash of `config` (without out, workspace, workers, budget) and its sorted seed ids. */
export interface Run {
  readonly id: ContentId
  readonly config: JsonValue
  readonly graphVersion: ContentId
  readonly seedIds: readonly ContentId[]
  readonly state: RunState
  /** First draw index not yet stored. */
  readonly cursor: number
  readonly counters: RunCounters
}
