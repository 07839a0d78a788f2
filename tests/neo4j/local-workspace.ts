import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openWorkspace, type Workspace } from '../../src/adapters/sqlite/open-workspace.ts'

/** Runs `work` with an embedded workspace in a folder of its own. */
export async function withLocal<Result>(
  work: (stores: Workspace, folder: string) => Promise<Result>,
): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'conceptloom-local-'))
  const stores = await openWorkspace(folder)
  try {
    return await work(stores, folder)
  } finally {
    await stores.close()
    rmSync(folder, { recursive: true })
  }
}
