import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runCommand } from '../cli/run-command.ts'
import { makeRun, type ExploredPlace } from '../explore/explored-place.ts'
import { startFakeModelServer, type FakeModelServer } from '../fake-model-server/start.ts'
import { startMcpClient, type McpClient, type ToolResult } from './mcp-client.ts'

let place: ExploredPlace
let client: McpClient

beforeAll(async () => {
  place = await makeRun(60)
  client = await startMcpClient(['--workspace', place.folder])
}, 60_000)

afterAll(async () => {
  await place.stores.close()
})

interface Described {
  readonly name: string
  readonly inputSchema: { readonly additionalProperties?: boolean; readonly properties: object }
  readonly annotations: { readonly readOnlyHint: boolean }
}

// What a tool is known to give is named where it is read.
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters
function dataOf<Data>(result: ToolResult): Data {
  expect(result.isError, result.content[0]?.text).not.toBe(true)
  expect(result.content[0]?.text.length).toBeGreaterThan(0)
  return result.structuredContent as unknown as Data
}

interface Proposed {
  readonly pairs: readonly {
    readonly question: string
    readonly finalAnswer: string
    readonly rung: number
    readonly realised: readonly { readonly name: string }[]
  }[]
}

describe('conceptloom mcp', () => {
  it('lists five tools that only read and take no unknown fields', async () => {
    const { tools } = (await client.request('tools/list')) as { readonly tools: readonly Described[] }
    expect(tools.map(({ name }) => name)).toEqual([
      'search_concepts',
      'get_concept',
      'sample_walk',
      'get_pair_provenance',
      'propose_pairs',
    ])
    expect(tools.every(({ annotations }) => annotations.readOnlyHint)).toBe(true)
    expect(tools.every(({ inputSchema }) => inputSchema.additionalProperties === false)).toBe(true)
    expect(tools.at(-1)?.inputSchema.properties).not.toHaveProperty('engine')
  })

  it('finds a concept and describes it', async () => {
    const found = dataOf<{ readonly concepts: readonly { readonly id: string; readonly name: string }[] }>(
      await client.call('search_concepts', { text: 'simple intrest', limit: 3 }),
    )
    const [{ id, name }] = found.concepts as [{ id: string; name: string }]
    expect(name).toBe('Simple interest')
    const byName = await client.call('get_concept', { concept: 'simple interest' })
    expect(byName).toEqual(await client.call('get_concept', { concept: id }))
    const { concept, neighbours } = dataOf<{
      readonly concept: { readonly name: string; readonly requires: readonly object[] }
      readonly neighbours: readonly object[]
    }>(byName)
    expect(concept.name).toBe('Simple interest')
    expect(concept.requires.length).toBeGreaterThan(0)
    expect(neighbours.length).toBeGreaterThan(0)
  })

  it('samples the walks that the command line draws', async () => {
    const { walks, command } = dataOf<{
      readonly walks: readonly { readonly path: object; readonly steps: readonly Step[] }[]
      readonly command: string
    }>(await client.call('sample_walk', { count: 3, seed: 4, mode: 'mathscale' }))
    interface Step {
      readonly candidates: readonly { readonly probability: number; readonly taken: boolean }[]
      readonly others: { readonly probability: number }
    }
    const printed = await runCommand([...command.split(' ').slice(1), '--json', '--workspace', place.folder])
    const lines = printed.stdout.trim().split('\n')
    for (const [at, { path, steps }] of walks.entries()) {
      expect(JSON.parse(lines[at] as string)).toMatchObject(path)
      for (const { candidates, others } of steps) {
        const sum = candidates.reduce((total, { probability }) => total + probability, others.probability)
        expect(Math.abs(sum - 1)).toBeLessThan(1e-9)
        expect(candidates.filter(({ taken }) => taken)).toHaveLength(1)
      }
    }
  })

  it('proposes pairs on given concepts, the same ones for the same seed', async () => {
    const input = { concepts: ['Simple interest'], count: 3, seed: 11 }
    const first = await client.call('propose_pairs', input)
    const { pairs } = dataOf<Proposed>(first)
    expect(pairs).toHaveLength(3)
    for (const { rung, realised } of pairs) {
      expect(rung).toBe(5)
      expect(realised.map(({ name }) => name)).toContain('Simple interest')
    }
    expect(await client.call('propose_pairs', input)).toEqual(first)
  })

  it('traces a pair back as explain does', async () => {
    for await (const [pair] of place.stores.pairs.range(place.runId, { from: 0, to: Infinity })) {
      if (pair === undefined) throw new Error('no pair')
      const provenance = dataOf<object>(await client.call('get_pair_provenance', { pair: pair.id }))
      const printed = await runCommand(['explain', pair.id, '--json', '--workspace', place.folder])
      expect(provenance).toEqual(JSON.parse(printed.stdout))
      break
    }
  })

  it.each([
    ['get_concept', { concept: 'no such thing at all' }, /no such concept/],
    ['get_concept', { concept: '0'.repeat(32) }, /no such concept/],
    ['get_pair_provenance', { pair: 'ffffffff' }, /no such pair/],
    ['search_concepts', { text: 'x', run: 'ffffffff' }, /no such run/],
    ['sample_walk', { start: 'Percentages', mode: 'coverage' }, /start/],
    ['propose_pairs', { concepts: ['no such thing'] }, /no such knowledge point/],
    ['search_concepts', { text: 'x', path: '/etc/passwd' }, /[Uu]nrecognized/],
    ['search_concepts', { text: 'x', limit: 1000 }, /limit/],
    ['propose_pairs', { engine: 'model' }, /[Uu]nrecognized/],
  ])('answers %s %j with an error that says what to do', async (tool, input, message) => {
    const result = await client.call(tool, input)
    expect(result.isError).toBe(true)
    const text = result.content.map((part) => part.text).join()
    expect(text).toMatch(message)
    expect(text).not.toMatch(/\bat \w+ \(|node_modules|\.ts:|conceptloom-explore/)
  })

  it('survives a line that is no message, and ends with its input; its output is protocol alone', async () => {
    client.write('this is not JSON')
    dataOf(await client.call('search_concepts', { text: 'fractions' }))
    const { code, lines } = await client.end()
    expect(code).toBe(0)
    for (const line of lines) expect(JSON.parse(line)).toMatchObject({ jsonrpc: '2.0' })
  })

  it('needs a limit beside a model, and a workspace', async () => {
    const open = await runCommand(['mcp', '--workspace', place.folder, '--allow-model', 'fake'])
    expect([open.code, open.stdout]).toEqual([2, ''])
    const nowhere = await runCommand(['mcp', '--workspace', `${place.folder}/none`])
    expect([nowhere.code, nowhere.stdout]).toEqual([2, ''])
  })
})

describe('conceptloom mcp with a model', { timeout: 60_000 }, () => {
  let server: FakeModelServer
  beforeAll(async () => {
    server = await startFakeModelServer()
  })
  afterAll(() => server.stop())

  it('asks it up to the limit, pays nothing twice, and counts what was spent before', async () => {
    const env = { OPENAI_BASE_URL: server.baseUrl, OPENAI_API_KEY: 'sk-secret-key' }
    const prices = join(place.folder, 'prices.yaml')
    writeFileSync(
      prices,
      'currency: USD\nasOf: 2026-01-01\nmodels:\n  fake: { input: 1, output: 1, asOf: 2026-01-01, source: none }\n',
    )
    const args = ['--workspace', place.folder, '--allow-model', 'fake', '--prices', prices, '--max-cost']
    const asking = await startMcpClient([...args, '0.5'], env)
    const { tools } = (await asking.request('tools/list')) as { readonly tools: readonly Described[] }
    expect(tools.at(-1)).toMatchObject({ annotations: { readOnlyHint: false, openWorldHint: true } })
    const free = dataOf<Proposed>(await asking.call('propose_pairs', { count: 1 }))
    expect(free.pairs).toHaveLength(1)
    expect((await server.stats()).requests).toBe(0)
    const result = await asking.call('propose_pairs', { count: 2, engine: 'model' })
    const first = dataOf<Proposed>(result)
    expect(first.pairs.length).toBeGreaterThan(0)
    const { requests } = await server.stats()
    expect(requests).toBeGreaterThan(0)
    expect(dataOf<Proposed>(await asking.call('propose_pairs', { count: 2, engine: 'model' })).pairs).toEqual(
      first.pairs,
    )
    expect((await server.stats()).requests).toBe(requests)
    const { code, stderr, lines } = await asking.end()
    expect(code).toBe(0)
    expect(stderr + lines.join()).not.toContain('sk-secret-key')
    // What was spent before is counted: a smaller limit is reached already.
    const bounded = await startMcpClient([...args, '0.000001'], env)
    const refused = await bounded.call('propose_pairs', { count: 1, engine: 'model', seed: 8 })
    expect(refused.isError).toBe(true)
    expect(refused.content[0]?.text).toMatch(/budget|cost/)
    expect((await server.stats()).requests).toBe(requests)
    await bounded.end()
  })
})
