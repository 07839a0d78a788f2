import type { RunSummary } from '../../../pipeline/summarise-run.ts'

/**
 * `queued` waits for its turn; `running` is being written by this service; `stopped` was cancelled, or ended early, and can be
 * resumed; `complete` has all its pairs.
 */
export type RunActivity = 'queued' | 'running' | 'stopped' | 'complete'

/** `GET /v1/runs` and `GET /v1/runs/{id}`. */
export interface RunView {
  readonly id: string
  readonly activity: RunActivity
  readonly engine: {
    readonly extractor: string
    readonly generator: string
    readonly preset?: string
    readonly model?: string
  }
  readonly graphVersion: string
  /** Pairs asked for and stored. */
  readonly requested: number
  readonly stored: number
  /** Stored pairs without a mark. */
  readonly unmarked: number
  readonly byRung: Readonly<Record<string, number>>
  readonly byMark: Readonly<Record<string, number>>
  /** Draws that gave no pair, by reason. */
  readonly skipped: Readonly<Record<string, number>>
  readonly unanswered: number
  readonly calls: {
    readonly requests: number
    readonly answered: number
    readonly promptTokens: number
    readonly completionTokens: number
    readonly cost: number
  }
  /** Why it stopped, where it did. */
  readonly problem?: string
}

/** `GET /v1/runs/{id}/summary`: what `conceptloom run --json` prints, without its clock. */
export type RunReport = Omit<RunSummary, 'seconds'>

/** What `GET /v1/runs/{id}/events` sends, each with an id that `Last-Event-ID` goes on from. */
export type RunEvent =
  | { readonly type: 'state'; readonly run: RunView }
  | { readonly type: 'progress'; readonly stage: string; readonly done: number; readonly total: number }
  | {
      readonly type: 'pair'
      readonly id: string
      readonly index: number
      readonly question: string
      readonly rung: number
    }

/** `GET /v1/runs/{id}/balance`: usage against target. The figures are those of `BALANCE.json`. */
export interface BalanceView {
  readonly run: string
  readonly rows: number
  /** Knowledge points of the graph, most used first. */
  readonly concepts: readonly {
    readonly id: string
    readonly name: string
    readonly topic?: string
    readonly used: number
    readonly target: number
  }[]
  readonly gini: number
  readonly coverage: number
  readonly coverageAt10: number
  /** Total variation between usage and target. */
  readonly totalVariation: number
  readonly normalisedEntropy: number
  /** Lorenz curve: share of concepts, least used first, against their share of uses. */
  readonly lorenz: readonly { readonly concepts: number; readonly uses: number }[]
  readonly difficulty: readonly { readonly level: number; readonly rows: number }[]
  /** Pairs of topics and the rows that need points of both. */
  readonly topicPairs: readonly { readonly a: string; readonly b: string; readonly rows: number }[]
}
