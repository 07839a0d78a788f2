import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { openWorkspace } from '../../src/adapters/sqlite/open-workspace.ts'
import {
  balanceRowOf,
  createBalancePool,
  type BalancePool,
} from '../../src/steps/curate/balance/balance-pool.ts'

const root = resolve(import.meta.dirname, '../..')

/** The pairs of a real run over the bundled seeds, as selection sees them. */
export async function wovenPool(pairs: number): Promise<BalancePool> {
  const folder = mkdtempSync(join(tmpdir(), 'conceptloom-balance-'))
  try {
    const places = ['--seeds', join(root, 'seeds'), '--workspace', folder, '--count', String(pairs)]
    const run = spawnSync(process.execPath, [join(root, 'src/surfaces/cli/main.ts'), 'run', ...places], {
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    if (run.status !== 0) throw new Error(`the run ended with ${run.status}`)
    const workspace = await openWorkspace(folder)
    try {
      const pool = createBalancePool()
      for (const stored of await workspace.runs.list())
        for await (const batch of workspace.pairs.range(stored.id, { from: 0, to: stored.cursor }))
          for (const pair of batch) pool.add(balanceRowOf(pair))
      return pool.finish()
    } finally {
      await workspace.close()
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}
