import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { Config } from '../core/config.ts'
import { UsageError } from '../core/errors.ts'
import type { ContentId, JsonValue } from '../core/identity.ts'
import { pairMarks, type Pair, type PairMark } from '../core/pair.ts'
import { balanceRowOf, createBalancePool, type BalancePool } from '../steps/curate/balance/balance-pool.ts'
import { balanceReport, selectBalanced, type BalanceOptions } from '../steps/curate/balance/balance-report.ts'
import {
  conceptShift,
  joinDistributions,
  openDistribution,
  type Distribution,
  type DistributionMeter,
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
  /** The fit pairs, and which of them were chosen. */
  readonly pool: BalancePool
  readonly chosen: Uint32Array
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
  const removedBy = new Map(filterNames(minRung).map((name) => [name, openDistribution()]))
  const eligible = openDistribution()
  const marks: Record<string, number> = {}
  for await (const batch of stores.pairs.range(run.id, { from: 0, to: run.cursor })) {
    for (const pair of batch) {
      const row = { ...balanceRowOf(pair), difficulty: scale.of(pair.draft.difficulty) }
      for (const mark of pair.marks) marks[mark] = (marks[mark] ?? 0) + 1
      const filter = filterOf(pair, minRung)
      if (filter !== undefined) {
        removedBy.get(filter)?.add(row)
        continue
      }
      eligible.add(row)
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
  const stages = stagesOf(removedBy, eligible, marks)
  return {
    indices: Float64Array.from(chosen, (row) => indices[row] as number),
    balance: {
      ...(report as Record<string, JsonValue>),
      difficulty: difficultyOf(scale),
      filters: stages as unknown as JsonValue,
    },
    filters: [...stages.map(stepOf), selectionStep(report, config)],
    pool: columns,
    chosen,
  }
}

/** Marks by the filter that looks at them, in the order in which filters are reported. */
const markFilters: Readonly<Record<string, readonly PairMark[]>> = {
  checks: ['rejected', 'review'],
  protection: ['contaminated', 'protected-twin'],
  duplicates: ['near-duplicate', 'skeleton-cap', 'solutions-cap', 'answer-conflict'],
  'other marks': pairMarks,
}

function filterNames(minRung: number): readonly string[] {
  return [...Object.keys(markFilters), `rung ≥ ${minRung}`]
}

/** The first filter that keeps a pair out. */
function filterOf({ marks, verdict }: Pair, minRung: number): string | undefined {
  if (marks.length === 0) return verdict.rung < minRung ? `rung ≥ ${minRung}` : undefined
  return Object.keys(markFilters).find((name) => markFilters[name]?.some((mark) => marks.includes(mark)))
}

/** What each filter left of what the ones before it had; a filter of marks that removed nothing is left out. */
function stagesOf(
  removedBy: ReadonlyMap<string, DistributionMeter>,
  eligible: DistributionMeter,
  marks: Readonly<Record<string, number>>,
): readonly Stage[] {
  let after = eligible
  const stages: Stage[] = []
  for (const [filter, removed] of [...removedBy].toReversed()) {
    const before = joinDistributions(removed, after)
    const names = markFilters[filter] ?? []
    const counts = Object.fromEntries(
      Object.entries(marks).filter(([mark]) => names.includes(mark as PairMark)),
    )
    const stage = {
      filter,
      removed: counts,
      before: before.result(),
      after: after.result(),
      conceptShift: conceptShift(before, after),
    }
    if (names.length === 0 || removed.result().rows > 0) stages.unshift(stage)
    after = before
  }
  return stages
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
