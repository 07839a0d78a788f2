import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { allFaults } from '../fake-model-server/settings.ts'
import { type FakeModelServer, startFakeModelServer } from '../fake-model-server/start.ts'
import { runJob, tooLate } from './start-job.ts'

let server: FakeModelServer
beforeAll(async () => {
  server = await startFakeModelServer()
})
afterAll(() => server.stop())
beforeEach(() => server.reset())

test.each([
  [0.3, 1000],
  [0.6, 1000],
])(
  'twelve faults at a rate of %f: %i requests complete in less than 300 MB',
  async (share, count) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'conceptloom-faults-'))
    await server.control({ faults: allFaults(share), retryAfter: 0.02 })
    const report = await runJob({
      baseUrl: server.baseUrl,
      folder,
      count,
      limits: { concurrency: 16 },
      patience: { firstWait: 10, longestWait: 100, attempts: 30 },
    })
    const { distinct, answeredTwice, faults } = await server.stats()
    rmSync(folder, { recursive: true })
    expect(report.error).toBeUndefined()
    const { answered = 0, refused = 0, truncated = 0 } = report.outcomes
    expect([answered + refused + truncated, answered]).toEqual([count, distinct])
    expect(answeredTwice).toBeLessThanOrEqual(tooLate(report, faults))
    expect([refused, truncated]).toEqual([faults.refusal, faults.truncated])
    expect(report.rss).toBeLessThan(300)
  },
  300_000,
)

test('a storm of 429: 3,000 requests at 50 a second with 64 workers, at most 5 % refused after 10 s', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'conceptloom-faults-'))
  await server.control({ perSecond: 50, latency: 200, spread: 0.5 })
  const report = await runJob({
    baseUrl: server.baseUrl,
    folder,
    count: 3000,
    limits: { concurrency: 64 },
    timeout: 5000,
  })
  const { seconds, distinct, answeredTwice } = await server.stats()
  rmSync(folder, { recursive: true })
  expect(report.outcomes).toEqual({ answered: 3000 })
  expect([distinct, answeredTwice]).toEqual([3000, 0])
  const later = seconds.slice(10)
  const sent = later.reduce((sum, second) => sum + second.sent, 0)
  const refused = later.reduce((sum, second) => sum + second.refused, 0)
  expect(refused / sent).toBeLessThanOrEqual(0.05)
}, 300_000)
