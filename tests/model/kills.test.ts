import { rmSync } from 'node:fs'
import { expect, test } from 'vitest'
import { startFakeModelServer } from '../fake-model-server/start.ts'
import { killRun } from './kill-run.ts'
import { datasetHashes, makePlace, runModel, storedPairs, temporaryFolder } from './model-run.ts'

test('20 kills of a run of 400 pairs with 16 in flight: nothing lost, nothing twice, the same dataset', async () => {
  const server = await startFakeModelServer({ latency: 40 })
  const folder = temporaryFolder()
  try {
    const concurrency = 16
    const flags = ['--preset', 'mathscale', '--count', '400', '--samples', '2']
    const [whole, killed] = [makePlace(folder, 'whole'), makePlace(folder, 'killed')]
    const undisturbed = await runModel({ server, place: whole, flags: [...flags, '--concurrency', '64'] })
    expect(undisturbed.code, undisturbed.stderr).toBe(0)
    const { requests } = await server.stats()
    const options = { kills: 20, requests, concurrency, latency: 40 }
    const { last, ...report } = await killRun(server, { server, place: killed, flags }, options)
    expect(last.code, last.stderr).toBe(0)
    expect(report.killsInFlight).toBeGreaterThanOrEqual(18)
    expect(report.mostUnrecorded).toBeLessThanOrEqual(concurrency)
    // What was answered and never recorded is asked again; nothing else is.
    expect(report.answeredTwice).toBe(report.unrecorded)
    expect(report.answeredTwice).toBeGreaterThan(0)
    // Neither kills nor the number of requests in flight change what is asked.
    expect((await server.stats()).distinct).toBe(requests)

    const stored = await storedPairs(killed.workspace)
    expect(stored).toMatchObject({ state: 'finished', pairs: 400 })
    expect(new Set(stored.ids).size).toBe(stored.ids.length)
    expect(stored).toEqual(await storedPairs(whole.workspace))
    expect(datasetHashes(killed.out)).toEqual(datasetHashes(whole.out))
  } finally {
    await server.stop()
    rmSync(folder, { recursive: true })
  }
}, 240_000)
