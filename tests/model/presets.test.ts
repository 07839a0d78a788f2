import { readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Explanation } from '../../src/pipeline/explain-pair.ts'
import { runCommand } from '../cli/run-command.ts'
import { type FakeModelServer, startFakeModelServer } from '../fake-model-server/start.ts'
import { commandOn, makePlace, runModel, storedPairs, temporaryFolder } from './model-run.ts'

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

test.each([
  ['mathscale', /^mathscale/],
  ['skywork', /./],
  ['xwin', /^xwin/],
] as const)(
  '%s: 50 seeds to 40 pairs, voted on, with the provenance of each',
  async (preset, method) => {
    const options = {
      server,
      place: makePlace(folder, preset),
      flags: ['--preset', preset, '--count', '40', '--samples', '3'],
    }
    const { code, summary, stderr } = await runModel(options)
    expect(code, stderr).toBe(0)
    expect(summary).toMatchObject({
      state: 'finished',
      end: 'complete',
      engine: { extractor: 'fake', generator: `${preset} by fake` },
      seeds: { admitted: 50, withoutConcepts: 0 },
      pairs: { stored: 40 },
    })
    expect(summary?.checks).toMatchObject({
      longSolutions: { count: 0, of: 40 },
      filters: { text: { kept: { share: expect.any(Number) as number } }, votes: { kept: {} } },
    })
    const stored = await storedPairs(options.place.workspace)
    expect(stored).toMatchObject({ state: 'finished', pairs: 40 })
    expect(new Set(stored.ids).size).toBe(stored.ids.length)
    // 50 labels, and at least a question and three votes a pair; nothing was asked twice.
    const { answered, answeredTwice } = await server.stats()
    expect(answered).toBeGreaterThanOrEqual(50 + 40 * 4)
    expect([answered, answeredTwice]).toEqual([summary?.calls?.answered, 0])

    const rows = readFileSync(path.join(options.place.out, 'jsonl/train.jsonl'), 'utf8').trim().split('\n')
    expect(rows.length).toBeGreaterThan(30)
    const { id } = JSON.parse(rows[0] as string) as { readonly id: string }
    const explained = await commandOn(options, ['explain', id, '--json'])
    expect(explained.code, explained.stderr).toBe(0)
    const explanation = JSON.parse(explained.stdout) as Explanation
    expect(explanation.prompt).toMatch(/^[a-z][a-z0-9-]*@\d+/)
    expect(explanation.model).toBe('fake')
    expect(explanation.method).toMatch(method)
    expect(explanation.parents.length).toBeGreaterThan(0)
    expect(explanation.parents.every((parent) => parent.id.length === 32 && parent.relation !== '')).toBe(
      true,
    )
    expect(explanation.walk.steps.length).toBeGreaterThan(0)
    const agreement = explanation.checks.find(({ name }) => name === 'agreement')
    expect(agreement).toMatchObject({ outcome: 'passed', evidence: expect.stringContaining('3') as string })
    const inspected = await runCommand(['dataset', 'inspect', options.place.out, '--json'])
    expect(JSON.parse(inspected.stdout)).toMatchObject({ intact: true, broken: [] })
  },
  120_000,
)
