import { rmSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

import path from 'node:path'
import { type FakeModelServer, startFakeModelServer } from '../fake-model-server/start.ts'
import {
  datasetHashes,
  makePlace,
  type RunPlace,
  runModel,
  storedPairs,
  temporaryFolder,
} from './model-run.ts'

let server: FakeModelServer
const folder = temporaryFolder()
beforeAll(async () => {
  server = await startFakeModelServer()
})
afterAll(async () => {
  await server.stop()
  rmSync(folder, { recursive: true })
})
beforeEach(() => server.reset())

const flags = ['--preset', 'mathscale', '--count', '40', '--concurrency', '16']
const labelled = [...flags, '--extractor', 'taxonomy', '--generator', 'model']

/** Two attempts, so that a request is given up within a second. */
function impatient({ folder: own }: RunPlace): readonly string[] {
  const file = path.join(own, 'conceptloom.yaml')
  writeFileSync(file, JSON.stringify({ model: { attempts: 2 } }))
  return ['--config', file]
}

test('given-up draws end a run with exit 5 and a list; resumed, only they are asked and the run is as if nothing had been', async () => {
  const [whole, broken] = [makePlace(folder, 'whole'), makePlace(folder, 'broken')]
  await runModel({ server, place: whole, flags: labelled })
  const expected = await storedPairs(whole.workspace)

  await server.reset({ broken: 0.1 })
  const settings = impatient(broken)
  const first = await runModel({ server, place: broken, flags: [...labelled, ...settings] })
  expect(first.code, first.stderr).toBe(5)
  expect(first.stderr).toContain('--resume asks only for them')
  const missing = first.summary?.pairs.unanswered ?? []
  expect(missing.length).toBeGreaterThan(0)
  expect(missing[0]?.reason).toMatch(/given up/)
  expect(first.summary).toMatchObject({ end: 'unanswered', pairs: { stored: 40 - missing.length } })

  // Where nothing else is asked, requests that all fail are an endpoint that fails.
  const again = await runModel({ server, place: broken, flags: [...settings, '--resume'] })
  expect(again.code).toBe(4)
  expect(again.summary?.pairs.unanswered).toEqual(missing)

  await server.reset()
  const resumed = await runModel({ server, place: broken, flags: [...settings, '--resume'] })
  expect(resumed.code, resumed.stderr).toBe(0)
  expect(await server.stats()).toMatchObject({ requests: missing.length, answeredTwice: 0 })
  expect(await storedPairs(broken.workspace)).toEqual(expected)
  expect(datasetHashes(broken.out)).toEqual(datasetHashes(whole.out))
}, 60_000)

test('seeds that were not labelled end the labelling with exit 5, after all others; the same command asks only for them', async () => {
  const place = makePlace(folder, 'labels')
  await server.reset({ broken: 0.1 })
  const settings = impatient(place)
  const first = await runModel({ server, place, flags: [...flags, ...settings] })
  expect(first.code, first.stderr).toBe(5)
  const missing = Number(/seeds without an answer: (\d+)/.exec(first.stderr)?.[1])
  expect(missing).toBeGreaterThan(0)
  const { answered } = await server.stats()
  expect(answered).toBe(50 - missing)

  await server.reset()
  const again = await runModel({ server, place, flags: [...flags, ...settings] })
  expect(again.code, again.stderr).toBe(0)
  const { requests } = await server.stats()
  expect(requests).toBe(again.summary?.calls?.answered)
  expect(again.summary?.calls?.recalled).toBe(50 - missing)
}, 60_000)
