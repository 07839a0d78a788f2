import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { configSchema } from '../src/core/config.ts'
import { drawBlocks } from '../src/pipeline/draw-block.ts'
import type { Draw, DrawJob } from '../src/pipeline/draw-pairs.ts'
import { runPipeline } from '../src/pipeline/run-pipeline.ts'
import { findRun, loadStoredRun } from '../src/pipeline/stored-run.ts'
import { engineOpener, openStores } from '../src/wire.ts'

async function jobIn(workspace: string): Promise<DrawJob> {
  const seeds = { files: [resolve(import.meta.dirname, '../seeds/arithmetic.jsonl')] }
  const config = configSchema.parse({ seeds, generation: { count: 5 }, run: { workspace } })
  const stores = await openStores(workspace)
  const { signal } = new AbortController()
  await runPipeline({ config, stores, openEngine: engineOpener(stores, signal), progress: () => {}, signal })
  const { run, graph, contributions } = await loadStoredRun(await findRun(stores.runs), stores.graph, config)
  await stores.close()
  return { runId: run.id, config, graph, contributions }
}

async function firstBlocks(job: DrawJob, workers: number): Promise<readonly Draw[]> {
  const drawn: Draw[] = []
  for await (const draws of drawBlocks(job, { start: 0, size: 16, workers })) {
    drawn.push(...draws)
    if (drawn.length === 128) return drawn
  }
  return drawn
}

test('draws are the same in this thread, in one other and in three, whatever each of them drew before', async () => {
  const workspace = mkdtempSync(join(tmpdir(), 'conceptloom-threads-'))
  try {
    const job = await jobIn(workspace)
    const here = await firstBlocks(job, 0)
    expect(here.filter(({ outcome }) => outcome === 'pair').length).toBeGreaterThan(90)
    for (const workers of [1, 3]) expect(await firstBlocks(job, workers)).toEqual(here)
  } finally {
    rmSync(workspace, { recursive: true })
  }
}, 60_000)
