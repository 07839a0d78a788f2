import { z } from 'zod'
import type { RunSummary } from '../../../pipeline/summarise-run.ts'
import { figuresSchema } from './parts.ts'

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
    /** An even share of all uses among the points in use; 0 for a point that no row needs. */
    readonly target: number
  }[]
  readonly gini: number
  readonly coverage: number
  readonly coverageAt10: number
  /** Total variation between usage and the most even use that the rows allow. */
  readonly totalVariation: number
  readonly normalisedEntropy: number
  /** Lorenz curve: share of concepts, least used first, against their share of uses. */
  readonly lorenz: readonly { readonly concepts: number; readonly uses: number }[]
  readonly difficulty: readonly { readonly level: number; readonly rows: number }[]
  /** Pairs of topics and the rows that need points of both. */
  readonly topicPairs: readonly { readonly a: string; readonly b: string; readonly rows: number }[]
}

const shareSchema = z.number().min(0).max(1)

export const runViewSchema: z.ZodType<RunView> = z
  .strictObject({
    id: z.string(),
    activity: z.enum(['queued', 'running', 'stopped', 'complete']),
    engine: z.strictObject({
      extractor: z.string(),
      generator: z.string(),
      preset: z.string().exactOptional(),
      model: z.string().exactOptional(),
    }),
    graphVersion: z.string(),
    requested: z.int().min(0),
    stored: z.int().min(0),
    unmarked: z.int().min(0),
    byRung: figuresSchema,
    byMark: figuresSchema,
    skipped: figuresSchema,
    unanswered: z.int().min(0),
    calls: z.strictObject({
      requests: z.int().min(0),
      answered: z.int().min(0),
      promptTokens: z.int().min(0),
      completionTokens: z.int().min(0),
      cost: z.number().min(0),
    }),
    problem: z.string().exactOptional().meta({ description: 'Why it stopped, where it did.' }),
  })
  .meta({ id: 'RunView' })

export const runReportSchema: z.ZodType<RunReport> = z
  .custom<RunReport>(() => true)
  .meta({
    id: 'RunReport',
    description: 'What `conceptloom run --json` prints, without its clock.',
    override: {
      type: 'object',
      properties: { run: { type: 'string' }, state: { type: 'string' }, pairs: { type: 'object' } },
      required: ['run', 'state', 'pairs'],
    },
  })

export const runEventSchema: z.ZodType<RunEvent> = z
  .discriminatedUnion('type', [
    z.strictObject({ type: z.literal('state'), run: runViewSchema }),
    z.strictObject({
      type: z.literal('progress'),
      stage: z.string(),
      done: z.number().min(0),
      total: z.number().min(0),
    }),
    z.strictObject({
      type: z.literal('pair'),
      id: z.string(),
      index: z.int().min(0),
      question: z.string(),
      rung: z.int().min(0).max(5),
    }),
  ])
  .meta({ id: 'RunEvent', description: 'One event of a run, as the data of a server-sent event.' })

export const balanceViewSchema: z.ZodType<BalanceView> = z
  .strictObject({
    run: z.string(),
    rows: z.int().min(0),
    concepts: z.array(
      z.strictObject({
        id: z.string(),
        name: z.string(),
        topic: z.string().exactOptional(),
        used: z.number().min(0),
        target: z.number().min(0),
      }),
    ),
    gini: z.number(),
    coverage: shareSchema,
    coverageAt10: shareSchema,
    totalVariation: z.number(),
    normalisedEntropy: z.number(),
    lorenz: z.array(z.strictObject({ concepts: z.number(), uses: z.number() })),
    difficulty: z.array(z.strictObject({ level: z.number(), rows: z.int().min(0) })),
    topicPairs: z.array(z.strictObject({ a: z.string(), b: z.string(), rows: z.int().min(0) })),
  })
  .meta({ id: 'BalanceView', description: 'Usage against target, in the figures of `BALANCE.json`.' })
