import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { startFakeModelServer } from '../fake-model-server/start.ts'
import { crashModelJob } from './model-crash-run.ts'

test('20 kills of a job of 1,000 requests: nothing lost, nothing twice, at most the requests in flight asked again', async () => {
  const server = await startFakeModelServer()
  const folder = mkdtempSync(path.join(tmpdir(), 'conceptloom-crash-'))
  try {
    const workers = 16
    const report = await crashModelJob(server, { kills: 20, count: 1000, workers, folder })
    expect(report).toMatchObject({ lost: 0, recorded: 1000, duplicates: 0 })
    expect(report.killsInFlight).toBeGreaterThanOrEqual(18)
    expect(report.mostRepeated).toBeLessThanOrEqual(workers)
    expect(report.answeredTwice).toBeGreaterThan(0)
  } finally {
    await server.stop()
    rmSync(folder, { recursive: true })
  }
}, 120_000)
