// Balanced selection against its baselines at equal size, one JSON line each:
//   npm run -s bench -- balance [rows] [size]
import { parseArgs } from 'node:util'
import type { BalancePool } from '../../src/steps/curate/balance/balance-pool.ts'
import { measureBalance, type BalanceMetrics } from '../../src/steps/curate/balance/measure-balance.ts'
import { selectGreedy, type GreedyOptions } from '../../src/steps/curate/balance/select-greedy.ts'
import { selectMetaclip } from '../../src/steps/curate/balance/select-metaclip.ts'
import { selectUniform } from '../../src/steps/curate/balance/select-uniform.ts'
import { lazyGreedy, objectiveOf } from './lazy-greedy.ts'
import { wovenPool } from './woven-pool.ts'
import { zipfPool } from './zipf-pool.ts'

const { positionals } = parseArgs({ allowPositionals: true })
const rows = Number(positionals[0] ?? 2_000_000)
const size = Number(positionals[1] ?? rows / 2)
const wovenRows = 10_000
const seed = 7

interface Pool {
  readonly name: string
  readonly pool: BalancePool
}

function report(
  { name, pool }: Pool,
  select: { name: string; size: number; run: () => Uint32Array },
): BalanceMetrics {
  const cpuBefore = process.cpuUsage()
  const started = performance.now()
  const chosen = select.run()
  const seconds = (performance.now() - started) / 1000
  const cpu = process.cpuUsage(cpuBefore)
  const metrics = measureBalance(pool, { chosen })
  print({
    bench: 'balance',
    pool: name,
    method: select.name,
    rows: pool.rows,
    size: select.size,
    selected: chosen.length,
    seconds,
    cpuSeconds: (cpu.user + cpu.system) / 1e6,
    objective: objectiveOf(pool, chosen),
    normalisedEntropy: metrics.normalisedEntropy,
    gini: metrics.gini,
    coverageAt10OrAll: metrics.coverage.atFloor,
    coverageAt10: metrics.coverage.at10,
    totalVariation: metrics.divergence.totalVariation,
    kullbackLeibler: metrics.divergence.kullbackLeibler,
    usesMinimum: metrics.uses.minimum,
    usesMaximum: metrics.uses.maximum,
    conceptPairs: metrics.conceptPairs,
    meanConceptsPerRow: metrics.meanConceptsPerRow,
    meanDifficulty: metrics.meanDifficulty,
    effectiveAnswerTypes: metrics.effectiveAnswerTypes,
    effectiveSkeletons: metrics.skeletons.effective,
    solutionSteps: metrics.solutionSteps,
    peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1024),
  })
  return metrics
}

function print(line: Readonly<Record<string, unknown>>): void {
  const text = JSON.stringify(line, (_, value: unknown) =>
    typeof value === 'number' ? Math.round(value * 1e4) / 1e4 : value,
  )
  process.stdout.write(`${text}\n`)
}

function compare(held: Pool, wanted: number): void {
  const { name, pool } = held
  const options = { size: wanted, seed }
  const greedy = (label: string, changes: Partial<GreedyOptions>): BalanceMetrics =>
    report(held, { name: label, size: wanted, run: () => selectGreedy(pool, { ...options, ...changes }) })
  const own = greedy('threshold greedy', {})
  greedy('threshold greedy, logarithm', { concavity: 'logarithm' })
  greedy('threshold greedy, pair term 1', { pairWeight: 1 })
  greedy('threshold greedy, steps rebalanced', { shares: { stepRebalance: 1 } })
  const baselines = {
    metaclip: report(held, { name: 'metaclip', size: wanted, run: () => selectMetaclip(pool, options) }),
    uniform: report(held, { name: 'uniform', size: wanted, run: () => selectUniform(pool, options) }),
  }
  for (const [baseline, other] of Object.entries(baselines)) {
    print({
      bench: 'balance/gain',
      pool: name,
      size: wanted,
      baseline,
      coverageAt10OrAll: own.coverage.atFloor - other.coverage.atFloor,
      coverageAt10: own.coverage.at10 - other.coverage.at10,
      totalVariation: own.divergence.totalVariation - other.divergence.totalVariation,
      gini: own.gini - other.gini,
      meanDifficulty: own.meanDifficulty - other.meanDifficulty,
      answerTypes: own.effectiveAnswerTypes / other.effectiveAnswerTypes,
      skeletons: own.skeletons.effective / other.skeletons.effective,
    })
  }
}

const woven: Pool = { name: 'procedural run', pool: await wovenPool(wovenRows) }
for (const wanted of [wovenRows / 4, wovenRows / 2]) compare(woven, wanted)

compare({ name: 'zipf', pool: zipfPool({ rows, concepts: 5000, exponent: 1.05, seed }) }, size)

// One tenth of the pool, and one tenth of that chosen, for the comparison with plain lazy greedy on the same objective.
const small: Pool = {
  name: 'zipf',
  pool: zipfPool({ rows: rows / 10, concepts: 5000, exponent: 1.05, seed }),
}
for (const wanted of [small.pool.rows / 10, small.pool.rows / 2]) {
  compare(small, wanted)
  report(small, {
    name: 'plain lazy greedy',
    size: wanted,
    run: () => lazyGreedy(small.pool, { size: wanted, seed }),
  })
}
