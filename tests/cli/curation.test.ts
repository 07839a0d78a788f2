import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { RunFidelity } from '../../src/pipeline/measure-run-fidelity.ts'
import { runCommand, type CommandResult } from './run-command.ts'
import { folder, rowsOf, runArgs } from './run-place.ts'

const place = folder()
const work = ['--workspace', join(place, 'work')]

interface Balance {
  readonly before: { readonly rows: number }
  readonly after: {
    readonly rows: number
    readonly difficulties: Readonly<Record<string, number>>
    readonly solutionSteps: Readonly<Record<string, number>>
  }
  readonly concepts: readonly {
    readonly name: string
    readonly available: number
    readonly selected: number
  }[]
  readonly filters: readonly { readonly filter: string; readonly before: object; readonly after: object }[]
  readonly difficulty: { readonly label: string }
}

function build(out: string, flags: readonly string[]): Promise<CommandResult> {
  return runCommand(['dataset', 'build', ...work, '--out', join(place, out), ...flags])
}

function balanceOf(out: string): Balance {
  return JSON.parse(readFileSync(join(place, out, 'BALANCE.json'), 'utf8')) as Balance
}

describe('curation of a stored run', () => {
  beforeAll(async () => {
    const { code, stderr } = await runCommand(runArgs(place))
    expect(code, stderr).toBe(0)
  }, 120_000)

  it('exports structural difficulty under its label, and what every filter did', () => {
    const { filters, difficulty } = balanceOf('out')
    expect(difficulty).toEqual({ label: 'structural-uncalibrated' })
    expect(filters.map(({ filter }) => filter)).toContain('rung ≥ 2')
    expect(filters[0]?.before).toMatchObject({ rows: 150 })
    const rows = rowsOf(place) as readonly {
      readonly difficulty?: number
      readonly difficulty_label?: string
    }[]
    expect(new Set(rows.map((row) => row.difficulty_label))).toEqual(new Set(['structural-uncalibrated']))
    expect(new Set(rows.map((row) => row.difficulty)).size).toBeGreaterThan(20)
  })

  it('selects under shares, concept quotas and a rebalance of steps', { timeout: 60_000 }, async () => {
    const all = balanceOf('out').concepts
    const common = all.toSorted((a, b) => b.available - a.available)[0]?.name ?? ''
    const quotas = join(place, 'quotas.yaml')
    const file = { shares: { difficulty: { '2': 0.4 } }, concepts: { [common]: { most: 3 } } }
    writeFileSync(quotas, JSON.stringify(file))
    const built = await build('quotas', ['--size', '60', '--quotas', quotas, '--pair-weight', '0.5'])
    expect(built.code, built.stderr).toBe(0)
    const { after, concepts } = balanceOf('quotas')
    expect(after.rows).toBe(60)
    expect(after.difficulties['2']).toBeGreaterThanOrEqual(22)
    expect(concepts.find(({ name }) => name === common)?.selected).toBeLessThanOrEqual(3)

    const long = await build('steps', ['--size', '60', '--step-rebalance', '1'])
    expect(long.code, long.stderr).toBe(0)
    const spread = Object.values(balanceOf('steps').after.solutionSteps)
    expect(Math.min(...spread)).toBeGreaterThanOrEqual(3)

    writeFileSync(quotas, JSON.stringify({ concepts: { 'No such concept': { most: 3 } } }))
    const unknown = await build('none', ['--size', '60', '--quotas', quotas])
    expect([unknown.code, unknown.stderr]).toEqual([2, expect.stringContaining('No such concept')])
  })

  it('calibrates by pass rates, and then says whose', { timeout: 60_000 }, async () => {
    const rows = rowsOf(place) as readonly { readonly id: string; readonly difficulty?: number }[]
    const rates = join(place, 'rates.jsonl')
    const lines = rows.map(({ id, difficulty = 1 }) =>
      JSON.stringify({ id, model: 'small-7b', passed: difficulty < 2.5 ? 4 : 1, of: 4 }),
    )
    writeFileSync(rates, lines.join('\n'))
    const built = await build('calibrated', ['--pass-rates', rates])
    expect(built.code, built.stderr).toBe(0)
    const { difficulty, after } = balanceOf('calibrated')
    expect(difficulty).toMatchObject({ label: 'calibrated: small-7b', pairs: rows.length })
    expect(after.difficulties['1']).toBeGreaterThan(50)
    expect(after.difficulties['4']).toBeGreaterThan(50)
    expect(readFileSync(join(place, 'calibrated/README.md'), 'utf8')).toContain('calibrated: small-7b')
  })

  it('reports concept fidelity of a stated sample', { timeout: 60_000 }, async () => {
    const result = await runCommand(['dataset', 'fidelity', ...work, '--sample', '60', '--json'])
    expect(result.code, result.stderr).toBe(0)
    const report = JSON.parse(result.stdout) as RunFidelity
    expect(report).toMatchObject({ pairs: 150, sampled: 60 })
    const [engine] = report.engines
    expect(engine).toMatchObject({ engine: 'procedural', judged: 1 })
    expect(engine?.question.recall).toBeGreaterThan(0.3)
    expect(engine?.question.recall).toBeGreaterThan(5 * (engine?.question.shuffledRecall ?? 1))
    expect(engine?.ablation?.idle).toBeLessThan(0.02)
  })
})
