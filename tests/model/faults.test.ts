import { rmSync } from 'node:fs'
import { expect, test } from 'vitest'
import { allFaults, faultNames } from '../fake-model-server/settings.ts'
import { startFakeModelServer } from '../fake-model-server/start.ts'
import { faultyEndpoint } from './faulty-endpoint.ts'
import { makePlace, runModel, storedPairs, temporaryFolder } from './model-run.ts'

test('twelve faults at 30 %: a run completes its 150 pairs, and its failures are counted by reason', async () => {
  const server = await startFakeModelServer({ faults: allFaults(0.3), retryAfter: 0.02 })
  const folder = temporaryFolder()
  try {
    const place = makePlace(folder, 'faults')
    const flags = ['--preset', 'mathscale', '--count', '150', ...faultyEndpoint(place, server)]
    const { code, stderr, summary } = await runModel({ server, place, flags })
    expect(code, stderr).toBe(0)
    expect(summary?.pairs.stored).toBe(150)
    const stored = await storedPairs(place.workspace)
    expect(stored).toMatchObject({ state: 'finished', pairs: 150 })
    expect(new Set(stored.ids).size).toBe(stored.ids.length)
    const { answeredTwice, distinct, faults } = await server.stats()
    expect(Object.keys(faults)).toHaveLength(faultNames.length)
    expect(answeredTwice).toBe(0)
    const { answered, refused, truncated, failed = {}, gaveUp } = summary?.calls ?? {}
    expect([answered, refused, truncated, gaveUp]).toEqual([distinct, faults.refusal, faults.truncated, 0])
    expect(failed).toMatchObject({
      'rate-limit': faults['rate-limit'],
      'too-large': faults.huge,
      timeout: (faults.hang ?? 0) + (faults['slow-loris'] ?? 0),
    })
  } finally {
    await server.stop()
    rmSync(folder, { recursive: true })
  }
}, 120_000)
