// Balanced selection against its baselines on one seeded pool, one JSON line each:
//   node bench/balance/run.ts [rows] [size]
import { parseArgs } from 'node:util'
import type { BalancePool } from '../../src/steps/curate/balance/balance-pool.ts'
import { measureBalance } from '../../src/steps/curate/balance/measure-balance.ts'
import { selectGreedy } from '../../src/steps/curate/balance/select-greedy.ts'
import { selectMetaclip } from '../../src/steps/curate/balance/select-metaclip.ts'
import { selectUniform } from '../../src/steps/curate/balance/select-uniform.ts'
import { lazyGreedy, objectiveOf } from './lazy-greedy.ts'
import { zipfPool } from './zipf-pool.ts'

const { positionals } = parseArgs({ allowPositionals: true })
const rows = Number(positionals[0] ?? 2_000_000)
const size = Number(positionals[1] ?? rows / 2)
const seed = 7

function report(pool: BalancePool, select: { name: string; size: number; run: () => Uint32Array }): void {
  const cpuBefore = process.cpuUsage()
  const started = performance.now()
  const chosen = select.run()
  const seconds = (performance.now() - started) / 1000
  const cpu = process.cpuUsage(cpuBefore)
  const metrics = measureBalance(pool, { chosen })
  const line = {
    bench: 'balance',
    method: select.name,
    rows: pool.rows,
    size: select.size,
    selected: chosen.length,
    seconds: round(seconds),
    cpuSeconds: round((cpu.user + cpu.system) / 1e6),
    objective: round(objectiveOf(pool, chosen)),
    normalisedEntropy: round(metrics.normalisedEntropy),
    gini: round(metrics.gini),
    coverageAtFloor: round(metrics.coverage.atFloor),
    coverageAt10: round(metrics.coverage.at10),
    totalVariation: round(metrics.divergence.totalVariation),
    kullbackLeibler: round(metrics.divergence.kullbackLeibler),
    usesMinimum: metrics.uses.minimum,
    usesMaximum: metrics.uses.maximum,
    conceptPairs: metrics.conceptPairs,
    meanConceptsPerRow: round(metrics.meanConceptsPerRow),
    peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1024),
  }
  process.stdout.write(`${JSON.stringify(line)}\n`)
}

function round(value: number): number {
  return Math.round(value * 1e4) / 1e4
}

function compare(pool: BalancePool, wanted: number): void {
  const options = { size: wanted, seed }
  report(pool, { name: 'threshold greedy', size: wanted, run: () => selectGreedy(pool, options) })
  report(pool, {
    name: 'threshold greedy, logarithm',
    size: wanted,
    run: () => selectGreedy(pool, { ...options, concavity: 'logarithm' }),
  })
  report(pool, { name: 'metaclip', size: wanted, run: () => selectMetaclip(pool, options) })
  report(pool, { name: 'uniform', size: wanted, run: () => selectUniform(pool, options) })
}

compare(zipfPool({ rows, concepts: 5000, exponent: 1.05, seed }), size)

// One tenth of the pool, and one tenth of that chosen, for the comparison with plain lazy greedy on the same objective.
const small = zipfPool({ rows: rows / 10, concepts: 5000, exponent: 1.05, seed })
for (const wanted of [small.rows / 10, small.rows / 2]) {
  compare(small, wanted)
  report(small, {
    name: 'plain lazy greedy',
    size: wanted,
    run: () => lazyGreedy(small, { size: wanted, seed }),
  })
}
