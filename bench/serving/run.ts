/** Pairs a second that a service draws at once, against the pipeline's own drawing in the same run. `--seconds N`, `--threads N`. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { configSchema } from '../../src/core/config.ts'
import { drawBlocks } from '../../src/pipeline/draw-block.ts'
import { runPipeline } from '../../src/pipeline/run-pipeline.ts'
import { findRun, loadStoredRun } from '../../src/pipeline/stored-run.ts'
import { openService } from '../../src/surfaces/service/open-service.ts'
import { engineOpener, openStores } from '../../src/wire.ts'

const { values } = parseArgs({
  options: { seconds: { type: 'string', default: '10' }, threads: { type: 'string', default: '2' } },
})
const [seconds, threads] = [Number(values.seconds), Number(values.threads)]
const workspace = mkdtempSync(join(tmpdir(), 'conceptloom-bench-'))
const seeds = { files: [resolve(import.meta.dirname, '../../seeds')] }
const config = configSchema.parse({ seeds, generation: { count: 50 }, run: { workspace } })

/** Works until the time is up, the first half not counted: code is compiled as it runs. */
async function measure(what: string, work: () => Promise<number>): Promise<void> {
  let [pairs, from, cpu] = [0, performance.now(), process.cpuUsage()]
  let warm = false
  for (;;) {
    const now = performance.now()
    if (!warm && now - from > (seconds * 1000) / 2)
      [warm, pairs, from, cpu] = [true, 0, now, process.cpuUsage()]
    else if (warm && now - from > (seconds * 1000) / 2) break
    pairs += await work()
  }
  const elapsed = (performance.now() - from) / 1000
  const { user, system } = process.cpuUsage(cpu)
  const cpuSeconds = (user + system) / 1e6
  console.log(
    JSON.stringify({
      bench: 'serving',
      what,
      threads,
      pairs,
      pairsPerSecond: Math.round(pairs / elapsed),
      pairsPerCpuSecond: Math.round(pairs / cpuSeconds),
    }),
  )
}

try {
  const stores = await openStores(workspace)
  const { signal } = new AbortController()
  await runPipeline({ config, stores, openEngine: engineOpener(stores, signal), progress: () => {}, signal })
  const { run, graph, contributions } = await loadStoredRun(await findRun(stores.runs), stores.graph, config)
  await stores.close()
  const blocks = drawBlocks(
    { runId: run.id, config, graph, contributions },
    { start: 0, size: 256, workers: threads },
  )
  await measure('draws of a run (baseline)', async () => {
    const { value } = await blocks.next()
    return (value ?? []).filter(({ outcome }) => outcome === 'pair').length
  })
  await blocks.return()
  const { service } = await openService(config, { threads })
  let seed = 0
  const request = async (walk: object): Promise<number> =>
    (await service.generateNow({ count: 200, seed: seed++, ...walk })).pairs.length
  const several = (walk: object) => async (): Promise<number> => {
    const counts = await Promise.all(Array.from({ length: 2 * threads }, () => request(walk)))
    return counts.reduce((sum, count) => sum + count, 0)
  }
  await measure('generateNow, 200 pairs on walks, a new seed each', several({}))
  await measure('generateNow, 200 pairs on one concept', several({ concepts: ['Percent of a quantity'] }))
  await service.close()
} finally {
  rmSync(workspace, { recursive: true })
}
