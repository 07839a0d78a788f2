import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { contentOf, type RunContent } from './sample-workspace.ts'
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

/** All that the workspace of a folder holds of its latest run. */
export async function contentOfLatest(folder: string): Promise<RunContent> {
  const stores = await openWorkspace(folder)
  try {
    const [run] = await stores.runs.list()
    if (run === undefined) throw new Error(`no run in ${folder}`)
    return await contentOf(stores, run)
  } finally {
    await stores.close()
  }
}
