import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, it } from 'vitest'
import { runCommand } from '../cli/run-command.ts'
import { fingerprint } from '../cli/run-place.ts'

const root = resolve(import.meta.dirname, '../..')

/** The commands of `graph-exports/README.md`; where the sample has to change, they write it anew. */
const makeSample = (place: string, out: string): readonly (readonly string[])[] => [
  [
    'run',
    '--seeds',
    'seeds',
    '--count',
    '3',
    '--seed',
    '7',
    '--workspace',
    join(place, 'work'),
    '--out',
    join(place, 'out'),
  ],
  [
    'graph',
    'export',
    '--workspace',
    join(place, 'work'),
    '--limit',
    '36',
    '--seed-limit',
    '12',
    '--out',
    out,
  ],
]

it('the commands of its README give graph-exports/sample byte for byte', { timeout: 60_000 }, async () => {
  const place = mkdtempSync(join(tmpdir(), 'conceptloom-sample-'))
  const out = join(place, 'sample')
  for (const command of makeSample(place, out)) {
    const { code, stderr } = await runCommand(command, { cwd: root })
    expect(code, stderr).toBe(0)
  }
  const [made, committed] = [fingerprint(out), fingerprint(join(root, 'graph-exports/sample'))]
  expect(committed, 'run the commands of graph-exports/README.md again').toEqual(made)
})

it(
  'graph export of seeds needs no run, and says what is wrong with a format',
  { timeout: 60_000 },
  async () => {
    const place = mkdtempSync(join(tmpdir(), 'conceptloom-sample-'))
    const args = [
      'graph',
      'export',
      '--seeds',
      join(root, 'seeds/algebra.jsonl'),
      '--out',
      join(place, 'out'),
    ]
    const { code, stdout } = await runCommand([...args, '--format', 'gexf,dot', '--json'], { cwd: place })
    expect(code).toBe(0)
    const summary = JSON.parse(stdout) as { concepts: number; pairs: number; files: { path: string }[] }
    expect(summary.files.map(({ path }) => path)).toEqual(['graph.dot', 'graph.gexf', 'manifest.json'])
    expect([summary.concepts > 10, summary.pairs]).toEqual([true, 0])
    const wrong = await runCommand([...args, '--format', 'gefx'], { cwd: place })
    expect([wrong.code, wrong.stderr]).toEqual([2, expect.stringContaining('unknown format: gefx')])
  },
)
