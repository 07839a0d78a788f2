import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { Config } from '../core/config.ts'
import { UsageError } from '../core/errors.ts'
import type { ContentId, JsonValue } from '../core/identity.ts'
import { balanceRowOf, createBalancePool, type BalancePool } from '../steps/curate/balance/balance-pool.ts'
import { balanceReport, selectBalanced, type BalanceOptions } from '../steps/curate/balance/balance-report.ts'
import {
  conceptShift,
  joinDistributions,
  openDistribution,
  type Distribution,
} from '../steps/curate/balance/distribution.ts'
import { numberQuotas, quotaFileSchema, type QuotaFile } from '../steps/curate/balance/quota-shares.ts'
import type { DifficultyScale } from './calibrate-run.ts'
import type { RunExport } from './export-run.ts'

export interface Selection {
  /** Draw indices, ascending. */
  readonly indices: Float64Array
  /** What `BALANCE.json` holds. */
  readonly balance: JsonValue
  readonly filters: readonly FilterStep[]
}

/** One filter, in the order they were applied. */
export interface FilterStep {
  readonly filter: string
  readonly before: number
  readonly after: number
  readonly difficultyBefore: number
  readonly difficultyAfter: number
  /** Total variation between the uses of concepts before and after. */
  readonly conceptShift: number
}

/** One pass over the store for the columns that selection needs; the texts stay where they are. */
export async function selectPairs(
  { config, stores, run, progress }: RunExport,
  scale: DifficultyScale,
): Promise<Selection> {
  const { minRung, size } = config.dataset
  const pool = createBalancePool()
  const indices: number[] = []
  const [marked, low, eligible] = [openDistribution(), openDistribution(), openDistribution()]
  const marks: Record<string, number> = {}
  for await (const batch of stores.pairs.range(run.id, { from: 0, to: run.cursor })) {
    for (const pair of batch) {
      const row = { ...balanceRowOf(pair), difficulty: scale.of(pair.draft.difficulty) }
      for (const mark of pair.marks) marks[mark] = (marks[mark] ?? 0) + 1
      const isLow = pair.verdict.rung < minRung
      const meter = pair.marks.length > 0 ? marked : isLow ? low : eligible
      meter.add(row)
      if (meter !== eligible) continue
      indices.push(pair.index)
      pool.add(row)
    }
    progress({ stage: 'select', done: indices.length, total: run.counters.pairs })
  }
  const columns = pool.finish()
  const graph = await stores.graph.graph(run.graphVersion)
  const points = graph?.nodes.filter((node) => node.kind === 'knowledge-point') ?? []
  const names = new Map(graph?.nodes.map((node) => [node.id, node.name]))
  const nameOf = (id: ContentId): string => names.get(id) ?? id
  const quotas = readQuotas(config.dataset.quotas)
  const options = optionsOf(config, columns, {
    quotas,
    nameOf,
    known: new Set(points.map(({ name }) => name)),
  })
  const everything = size === undefined || size >= indices.length
  const chosen =
    everything && options.conceptLimits === undefined
      ? Uint32Array.from({ length: indices.length }, (_, row) => row)
      : selectBalanced(columns, options)
  const report = balanceReport(columns, { chosen, options, nameOf, wanted: points.map(({ id }) => id) })
  const unmarked = joinDistributions(low, eligible)
  const stages: readonly Stage[] = [
    { filter: 'marks', before: joinDistributions(marked, unmarked), after: unmarked, removed: marks },
    { filter: `rung ≥ ${minRung}`, before: unmarked, after: eligible, removed: {} },
  ].map(({ before, after, ...rest }) => ({
    ...rest,
    before: before.result(),
    after: after.result(),
    conceptShift: conceptShift(before, after),
  }))
  return {
    indices: Float64Array.from(chosen, (row) => indices[row] as number),
    balance: {
      ...(report as Record<string, JsonValue>),
      difficulty: difficultyOf(scale),
      filters: stages as unknown as JsonValue,
    },
    filters: [...stages.map(stepOf), selectionStep(report, config)],
  }
}

interface Stage {
  readonly filter: string
  readonly removed: Readonly<Record<string, number>>
  readonly before: Distribution
  readonly after: Distribution
  readonly conceptShift: number
}

function stepOf({ filter, before, after, conceptShift: shift }: Stage): FilterStep {
  return {
    filter,
    before: before.rows,
    after: after.rows,
    difficultyBefore: before.meanDifficulty,
    difficultyAfter: after.meanDifficulty,
    conceptShift: shift,
  }
}

function selectionStep(report: JsonValue, config: Config): FilterStep {
  const {
    before,
    after,
    conceptShift: shift,
  } = report as unknown as {
    readonly before: { readonly rows: number; readonly meanDifficulty: number }
    readonly after: { readonly rows: number; readonly meanDifficulty: number }
    readonly conceptShift: number
  }
  return {
    filter: `selection: ${config.dataset.balance}`,
    before: before.rows,
    after: after.rows,
    difficultyBefore: before.meanDifficulty,
    difficultyAfter: after.meanDifficulty,
    conceptShift: shift,
  }
}

function difficultyOf({ label, calibration }: DifficultyScale): JsonValue {
  return {
    label,
    ...(calibration === undefined
      ? {}
      : {
          pairs: calibration.pairs,
          samples: calibration.samples,
          rankCorrelation: Math.round(calibration.agreement * 1e4) / 1e4,
        }),
  }
}

function optionsOf(
  { dataset, run }: Config,
  columns: BalancePool,
  {
    quotas,
    nameOf,
    known,
  }: {
    readonly quotas: QuotaFile
    readonly nameOf: (id: ContentId) => string
    readonly known: ReadonlySet<string>
  },
): BalanceOptions {
  const { balance, floor, pairWeight, stepRebalance, size } = dataset
  const shares = { ...quotas.shares, ...(stepRebalance === 0 ? {} : { stepRebalance }) }
  if (balance !== 'coverage' && (Object.keys(shares).length > 0 || quotas.concepts !== undefined))
    throw new UsageError(`quotas need --balance coverage, not ${balance}`)
  return {
    strategy: balance,
    size: Math.min(size ?? columns.rows, columns.rows),
    seed: run.seed,
    floor,
    pairWeight,
    shares,
    ...numberQuotas(columns, quotas.concepts ?? {}, { nameOf, floor, known }),
  }
}

/** @throws UsageError when the file cannot be read or is no quota file */
function readQuotas(file: string | undefined): QuotaFile {
  if (file === undefined) return {}
  let value: unknown
  try {
    value = parse(readFileSync(file, 'utf8'))
  } catch (cause) {
    throw new UsageError(`cannot read: ${file}`, { cause })
  }
  const parsed = quotaFileSchema.safeParse(value)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  throw new UsageError(`${file}: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'no quota file'}`)
}
