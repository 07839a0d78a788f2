import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openAiEmbeddings } from '../../src/adapters/openai/openai-embeddings.ts'
import { readEmbeddings } from '../../src/adapters/openai/read-embeddings.ts'
import { openWorkspace } from '../../src/adapters/sqlite/open-workspace.ts'
import { contentId } from '../../src/core/identity.ts'
import { packVectors } from '../../src/core/packed-vectors.ts'
import type { BudgetCaps } from '../../src/pipeline/calling/budget.ts'
import { spentBefore } from '../../src/pipeline/calling/request-record.ts'
import { createRecordedEmbedder } from '../../src/pipeline/recorded-embedder.ts'
import { recordModel } from '../../src/pipeline/recorded-model.ts'
import { createHashedEmbedder } from '../../src/steps/seeds/hashed-embedding.ts'
import { type FakeModelServer, startFakeModelServer } from '../fake-model-server/start.ts'
import { systemClock } from '../fake-model-server/system-clock.ts'
import { describeEmbedder, type FreshEmbedder } from './embedder.ts'

let server: FakeModelServer
let folder: string
beforeAll(async () => {
  server = await startFakeModelServer()
  folder = mkdtempSync(path.join(tmpdir(), 'conceptloom-embedder-'))
})
afterAll(async () => {
  await server.stop()
  rmSync(folder, { recursive: true })
})
beforeEach(() => server.reset())

const runId = contentId('embeddings', 'fake@here')
const key = 'sk-embedder-secret'

async function open(place: string, caps: BudgetCaps = {}): Promise<FreshEmbedder> {
  const workspace = await openWorkspace(path.join(folder, place))
  const endpoint = openAiEmbeddings({
    name: 'fake@here',
    model: 'fake',
    baseUrl: server.baseUrl,
    key,
    timeout: 5000,
    maxResponseBytes: 100_000,
    connections: 4,
    parameters: {},
    reasoningTokens: 0,
    seed: true,
  })
  const options = {
    limits: { concurrency: 4 },
    caps,
    spent: await spentBefore(workspace.ledger, runId),
    price: { input: 1, output: 0 },
    patience: { attempts: 10, firstWait: 5, longestWait: 20, longestPause: 1000, silence: 5000, grace: 1000 },
  }
  const model = recordModel(endpoint, { ledger: workspace.ledger, clock: systemClock }, options)
  return {
    embedder: createRecordedEmbedder(model, { runId, signal: new AbortController().signal, batch: 20 }),
    async remove() {
      await model.close()
      await endpoint.close()
      await workspace.close()
    },
  }
}

describeEmbedder('hashed', async () => ({ embedder: createHashedEmbedder(), remove: async () => {} }))
let opened = 0
describeEmbedder('recorded openai', () => open(`contract-${opened++}`))

describe('recorded embeddings', () => {
  const texts = Array.from({ length: 100 }, (_, at) => `Question number ${at} of the set`)

  test('are paid for once, in whatever order they are asked for', async () => {
    const first = await open('once')
    await first.embedder.embed(texts)
    await first.remove()
    expect((await server.stats()).answered).toBe(5)
    const second = await open('once')
    await second.embedder.embed(texts.toReversed())
    await second.remove()
    expect((await server.stats()).answered).toBe(5)
  })

  test('come as numbers where base64 is refused', async () => {
    const packed = await open('packed')
    const expected = await packed.embedder.embed(texts)
    await packed.remove()
    await server.control({ unsupported: ['base64'] })
    const numbers = await open('numbers')
    expect(await numbers.embedder.embed(texts)).toEqual(expected)
    await numbers.remove()
    // The four that were under way, and no more: it is remembered.
    expect((await server.stats()).statuses[400]).toBeLessThanOrEqual(4)
  })

  test('survive faults of the endpoint', async () => {
    await server.control({
      faults: { 'rate-limit': 0.1, 'server-error': 0.1, malformed: 0.1, 'null-choices': 0 },
    })
    const { embedder, remove } = await open('faults')
    const { vectors, dimension } = await embedder.embed(texts)
    await remove()
    await server.reset()
    const clean = await open('clean')
    expect(vectors).toEqual((await clean.embedder.embed(texts)).vectors)
    expect(dimension).toBe(64)
    await clean.remove()
  })

  test('stop at the budget and go on from there', async () => {
    const poor = await open('budget', { requests: 2 })
    await expect(poor.embedder.embed(texts)).rejects.toThrow('--max-requests')
    await poor.remove()
    expect((await server.stats()).answered).toBe(2)
    const rich = await open('budget', { requests: 5 })
    await rich.embedder.embed(texts)
    await rich.remove()
    expect((await server.stats()).answered).toBe(5)
  })

  test('end with the endpoint’s words and without the key where it is refused', async () => {
    await server.control({ status: 401 })
    const { embedder, remove } = await open('locked')
    const failure = await embedder.embed(texts).catch((error: unknown) => error)
    await remove()
    expect(failure).toMatchObject({ name: 'ProviderError', exitCode: 4 })
    expect(String(failure)).toContain('unauthorised')
    expect(String(failure)).not.toContain(key)
  })

  test('name the text that cannot be embedded, after trying without it', async () => {
    const sent: number[] = []
    const model = {
      name: 'picky',
      complete: async (request: { readonly messages: readonly { readonly content: string }[] }) => {
        sent.push(request.messages.length)
        const bad = request.messages.some(({ content }) => content.startsWith('bad'))
        const vectors = new Float32Array(request.messages.length * 2).fill(1)
        return {
          outcome: bad ? 'refused' : 'answered', text: bad ? 'too long' : packVectors({ vectors, dimension: 2 }), key: runId, model: 'picky',
          promptTokens: 0, completionTokens: 0, cost: 0, recalled: false,
        } as const // prettier-ignore
      },
    }
    const embedder = createRecordedEmbedder(model, { runId, signal: new AbortController().signal })
    await expect(embedder.embed(['a', 'b', 'bad egg', 'c'])).rejects.toThrow(
      'too long; the text begins: "bad egg"',
    )
    expect(sent).toContain(1)
    expect((await embedder.embed(['a', 'b'])).dimension).toBe(2)
  })

  test.each([
    ['too few', { data: [] }],
    ['no numbers', { data: [{ index: 0, embedding: ['x'] }] }],
    ['nothing', null],
    ['torn base64', { data: [{ index: 0, embedding: 'AAAA' }] }],
  ])('are malformed: %s', (_, body) => {
    expect(() => readEmbeddings(body, ['x'])).toThrow(/embedding/)
  })
})

test('seeds select asks the endpoint that is named, and not twice', { timeout: 30_000 }, async () => {
  const seeds = path.join(folder, 'seeds.jsonl')
  const rows = Array.from({ length: 30 }, (_, at) => ({
    question: `What is ${at} plus ${at * at}?`,
    license: 'MIT',
  }))
  writeFileSync(seeds, rows.map((row) => JSON.stringify(row)).join('\n'))
  const config = path.join(folder, 'config.yaml')
  writeFileSync(config, `model:\n  endpoints:\n    here:\n      baseUrl: ${server.baseUrl}\n`)
  const flags = ['--seeds', seeds, '--size', '5', '--embedder', 'fake@here', '--config', config]
  flags.push('--max-tokens', '100000', '--workspace', path.join(folder, 'select'))
  const run = async (): Promise<{ stdout: string; stderr: string }> =>
    promisify(execFile)(process.execPath, [
      path.resolve(import.meta.dirname, '../../src/surfaces/cli/main.ts'),
      'seeds',
      'select',
      ...flags,
    ])
  const { stdout, stderr } = await run()
  expect(stdout.trim().split('\n')).toHaveLength(5)
  expect(stderr).toContain('(fake@here)')
  expect((await run()).stdout).toBe(stdout)
  expect((await server.stats()).answered).toBe(1)
})
