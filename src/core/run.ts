import type { ContentId, JsonValue } from './identity.ts'

/**
 * `generating` has a cursor to go on from; `generated` has all its pairs; `finished` has been exported. There is no failed
 * state: an interrupted run stays `generating` and is resumed.
 */
export const runStates = ['generating', 'generated', 'finished'] as const
export type RunState = (typeof runStates)[number]

/** Counters a run keeps with its cursor, in the same transaction as the pairs they count. */
export interface RunCounters {
  /** Draws so far, stored or not: the cursor. */
  readonly walks: number
  readonly pairs: number
  /** Draws with a path, by number of knowledge points, and how many the generator expressed. */
  readonly supportedBySize: readonly SupportCount[]
  /** Draws that gave no stored pair, by reason. */
  readonly skipped: Readonly<Record<string, number>>
  /** Draws whose requests were given up, by index: a resumed run asks for them again, and no other draw takes their place. */
  readonly unanswered: readonly UnansweredDraw[]
}

export interface UnansweredDraw {
  readonly index: number
  readonly reason: string
}

export interface SupportCount {
  readonly size: number
  readonly asked: number
  readonly supported: number
}

/** One run. `id` is the hash of `config` (without out, workspace, workers, budget) and its sorted seed ids. */
export interface Run {
  readonly id: ContentId
  readonly config: JsonValue
  /** What the run is told again when it is resumed, and does not identify it: its folder, and what happened to the rows of its seeds. */
  readonly kept: JsonValue
  readonly graphVersion: ContentId
  readonly seedIds: readonly ContentId[]
  readonly state: RunState
  /** First draw index not yet stored. */
  readonly cursor: number
  readonly counters: RunCounters
}
