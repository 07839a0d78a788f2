import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { startFakeModelServer } from '../fake-model-server/start.ts'
import { crashModelJob } from './model-crash-run.ts'

test('200 kills of a job of 10,000 requests: nothing lost, nothing twice, at most the requests in flight asked again', async () => {
  const server = await startFakeModelServer()
  const folder = mkdtempSync(path.join(tmpdir(), 'conceptloom-crash-'))
  try {
    const workers = 16
    const report = await crashModelJob(server, { kills: 200, count: 10_000, workers, folder })
    expect(report).toMatchObject({ lost: 0, recorded: 10_000, duplicates: 0 })
    expect(report.killsInFlight).toBeGreaterThanOrEqual(180)
    expect(report.mostRepeated).toBeLessThanOrEqual(workers)
  } finally {
    await server.stop()
    rmSync(folder, { recursive: true })
  }
}, 900_000)
