import { once } from 'node:events'
import { rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openWorkspace } from '../../src/adapters/sqlite/open-workspace.ts'
import type { Pair } from '../../src/core/pair.ts'
import { type FakeModelServer, startFakeModelServer } from '../fake-model-server/start.ts'
import {
  datasetHashes,
  makePlace,
  runModel,
  startModel,
  temporaryFolder,
  untilAsked,
  type ModelRunOptions,
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

function optionsFor(name: string, parameters: object, more: readonly string[] = []): ModelRunOptions {
  const place = makePlace(folder, name, 60)
  const file = path.join(place.folder, 'conceptloom.yaml')
  writeFileSync(file, JSON.stringify({ engine: { preset: 'skywork', parameters } }))
  return { server, place, flags: ['--config', file, '--count', '40', ...more] }
}

interface Evidence {
  readonly stage: string
  readonly hardening?: { readonly direction: string; readonly votes: number; readonly of: number }
}

async function storedIn(options: ModelRunOptions): Promise<{ pairs: Pair[]; levels: Map<string, number> }> {
  const workspace = await openWorkspace(options.place.workspace)
  try {
    const [run] = await workspace.runs.list()
    if (run === undefined) throw new Error('no run')
    const pairs: Pair[] = []
    for await (const batch of workspace.pairs.range(run.id, { from: 0, to: run.cursor })) pairs.push(...batch)
    const seeds = await workspace.graph.seeds(run.seedIds)
    return { pairs, levels: new Map(seeds.map(({ seed }) => [seed.id, seed.level ?? 0])) }
  } finally {
    await workspace.close()
  }
}

test('one run: normal from seeds, normal from the core of those, hard from hard seeds, then by pass rate', async () => {
  const parameters = { stages: true, hardenShare: 0.1, coreShare: 0.4, minLevel: 3 }
  const options = optionsFor('all', parameters, ['--samples', '2'])
  const { code, summary, stderr } = await runModel(options)
  expect(code, stderr).toBe(0)
  expect(summary?.stages).toEqual([
    { name: 'normal 1', stored: 15, wanted: 15 },
    { name: 'normal 2', stored: 15, wanted: 15 },
    { name: 'hard', stored: 6, wanted: 6 },
    { name: 'harden', stored: 4, wanted: 4 },
  ])
  const { pairs, levels } = await storedIn(options)
  const stageOf = (pair: Pair): string => (pair.draft.evidence as unknown as Evidence).stage
  const byStage = Map.groupBy(pairs, stageOf)
  expect([...byStage.keys()]).toEqual(['normal 1', 'normal 2', 'hard', 'harden'])
  const earlier = new Set(byStage.get('normal 1')?.map(({ id }) => id))
  expect(byStage.get('normal 2')?.every(({ draft }) => earlier.has(draft.parents[0]?.id ?? ''))).toBe(true)
  const parents = new Set(byStage.get('normal 2')?.map(({ draft }) => draft.parents[0]?.id))
  expect(parents.size).toBeLessThanOrEqual(6)
  for (const { draft } of byStage.get('hard') ?? [])
    expect(levels.get(draft.parents[0]?.id ?? '')).toBeGreaterThanOrEqual(3)
  for (const { draft } of byStage.get('harden') ?? []) {
    const { direction, votes, of } = (draft.evidence as unknown as Required<Evidence>).hardening
    const rate = votes / of
    expect(direction).toBe(rate > 0.75 ? 'up' : 'down')
    expect(rate > 0.75 || rate < 0.25).toBe(true)
    expect(draft).toMatchObject({ method: 'evolve', parents: [{ kind: 'pair' }] })
  }
}, 60_000)

test('killed on the way, it goes on to the same dataset and pays for nothing twice', async () => {
  const whole = optionsFor('whole', { stages: true, minLevel: 3 })
  expect((await runModel(whole)).code).toBe(0)
  const { requests } = await server.stats()
  await server.reset({ latency: 15 })
  const broken = optionsFor('broken', { stages: true, minLevel: 3 })
  const run = startModel({ ...broken, flags: [...(broken.flags ?? []), '--concurrency', '4'] })
  await untilAsked(server, run, Math.round(requests * 0.8))
  const exited = once(run.child, 'exit')
  run.child.kill('SIGKILL')
  await exited
  await server.control({ latency: 0 })
  const { code, stderr } = await runModel(broken)
  expect(code, stderr).toBe(0)
  expect(datasetHashes(broken.place.out)).toEqual(datasetHashes(whole.place.out))
  // What was in flight at a kill is asked again, and nothing else.
  expect((await server.stats()).answeredTwice).toBeLessThanOrEqual(4)
}, 60_000)

test('rewriting by pass rate needs votes and stages', async () => {
  const noVotes = await runModel(optionsFor('votes', { stages: true, hardenShare: 0.1 }))
  expect([noVotes.code, noVotes.stderr]).toEqual([3, expect.stringContaining('--samples') as string])
  const noStages = await runModel(optionsFor('stageless', { hardenShare: 0.1 }, ['--samples', '2']))
  expect([noStages.code, noStages.stderr]).toEqual([3, expect.stringContaining('stages: true') as string])
})
