import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FakeModelServer, startFakeModelServer } from '../fake-model-server/start.ts'
import { makePlace, runModel, startModel, temporaryFolder, type ModelRunOptions } from './model-run.ts'

let server: FakeModelServer
const folder = temporaryFolder()
beforeAll(async () => {
  server = await startFakeModelServer()
})
afterAll(async () => {
  await server.stop()
  rmSync(folder, { recursive: true })
})

async function batches(): Promise<readonly { readonly status: string }[]> {
  const list = await (await fetch(`${server.baseUrl}/batches`)).json()
  return (list as { readonly data: readonly { readonly status: string }[] }).data
}

/** Kills the run while the endpoint works on its batch number `count`. */
async function killInBatch(options: ModelRunOptions, count: number): Promise<void> {
  const started = startModel(options)
  while ((await batches()).length < count) {
    if (!started.running) throw new Error(`ended before batch ${count}: ${(await started.ended).stderr}`)
    await sleep(20)
  }
  const exited = once(started.child, 'exit')
  started.child.kill('SIGKILL')
  await exited
}

test('a run by batches survives kills between submitting and collecting, and pays nothing twice', async () => {
  const environment = (every: string): Record<string, string> => ({
    CONCEPTLOOM_MODEL_BATCH_EVERY: every,
    CONCEPTLOOM_MODEL_BATCH_LEAST: '5',
  })
  const flags = ['--preset', 'mathscale', '--count', '30', '--samples', '2', '--batch']
  const options = { server, place: makePlace(folder, 'kills', 30), flags }
  // Labels first, then questions.
  await killInBatch({ ...options, environment: environment('30') }, 1)
  await killInBatch({ ...options, environment: environment('3') }, 2)
  const result = await runModel({ ...options, environment: environment('0.05') })
  expect(result.code, result.stderr).toBe(0)
  expect(result.summary).toMatchObject({ state: 'finished', pairs: { stored: 30 } })
  expect(result.stderr).toMatch(/batch batch_\d+: \d+ requests submitted/)
  const { answeredTwice, requests, answered } = await server.stats()
  expect(answeredTwice).toBe(0)
  // Most of it went by batches.
  expect(requests).toBeLessThan(answered / 2)
  expect((await batches()).length).toBeGreaterThanOrEqual(3)
}, 60_000)
