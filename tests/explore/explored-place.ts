import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { configSchema, type Config } from '../../src/core/config.ts'
import { runPipeline } from '../../src/pipeline/run-pipeline.ts'
import { engineOpener, openStores, type Workspace } from '../../src/wire.ts'

/** A workspace with one finished run over the shipped seeds. */
export interface ExploredPlace {
  readonly folder: string
  readonly config: Config
  readonly stores: Workspace
  readonly runId: string
}

export async function makeRun(count: number, at?: Pick<ExploredPlace, 'folder'>): Promise<ExploredPlace> {
  const folder = at?.folder ?? mkdtempSync(join(tmpdir(), 'conceptloom-explore-'))
  const config = configSchema.parse({
    seeds: { files: [resolve(import.meta.dirname, '../../seeds')] },
    generation: { count },
    run: { workspace: folder, seed: 7, workers: 0 },
  })
  const stores = await openStores(folder)
  const { signal } = new AbortController()
  const { run } = await runPipeline({
    config,
    stores,
    openEngine: engineOpener(stores, signal),
    progress: () => {},
    signal,
  })
  return { folder, config, stores, runId: run.id }
}
