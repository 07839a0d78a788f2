import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { openWorkspace } from '../../src/adapters/sqlite/open-workspace.ts'
import { contentId } from '../../src/core/identity.ts'
import type { Pair } from '../../src/core/pair.ts'
import { runCommand, type CommandResult } from '../cli/run-command.ts'
import { startLlmServer } from './start-llm-server.ts'

const started = await startLlmServer()
const missing = 'missing' in started ? started.missing : undefined
if (missing !== undefined) {
  if (process.env['CI'] === 'true') throw new Error(`no real model in CI: ${missing}`)
  process.stderr.write(`SKIPPED, no real model here: ${missing}\n`)
}
const baseUrl = 'missing' in started ? '' : started.baseUrl
afterAll(async () => {
  if (!('missing' in started)) await started.stop()
})

const model = 'smollm2@local'

interface Summary {
  readonly run: string
  readonly end: string
  readonly calls: {
    readonly answered: number
    readonly truncated: number
    readonly recalled: number
    readonly promptTokens: number
    readonly completionTokens: number
  }
  readonly seeds: { readonly admitted: number }
  readonly graph: { readonly version: string; readonly topics: number; readonly knowledgePoints: number }
  readonly walks: { readonly drawn: number }
  readonly pairs: { readonly stored: number; readonly skipped: Readonly<Record<string, number>> }
}

/** A folder with five seeds of five subjects and a configuration for the server. */
function prepare(parameters: object): string {
  const place = mkdtempSync(join(tmpdir(), 'conceptloom-llm-'))
  const subjects = ['algebra', 'arithmetic', 'money', 'rates', 'number-theory']
  const folder = resolve(import.meta.dirname, '../../seeds')
  const rows = subjects.map((name) => readFileSync(join(folder, `${name}.jsonl`), 'utf8').split('\n')[0])
  writeFileSync(join(place, 'five.jsonl'), `${rows.join('\n')}\n`)
  // `n_predict` and `repeat_penalty` are llama.cpp's own: no reply of whatever purpose runs on for minutes.
  const local = { baseUrl, timeout: 300_000, parameters: { n_predict: 160, repeat_penalty: 1.15 } }
  const config = { engine: { parameters }, model: { concurrency: 2, endpoints: { local } } }
  writeFileSync(join(place, 'config.yaml'), JSON.stringify(config))
  return place
}

async function run(place: string, more: readonly string[]): Promise<CommandResult & { summary: Summary }> {
  const files = ['--config', join(place, 'config.yaml'), '--seeds', join(place, 'five.jsonl')]
  const limits = ['--count', '3', '--samples', '2', '--max-tokens', '60000']
  const where = ['--workspace', join(place, 'work'), '--model', model, '--json']
  const result = await runCommand(['run', ...files, ...limits, ...where, ...more])
  process.stderr.write(`exit code ${result.code}\n${result.stdout}${result.stderr}`)
  // Complete, fewer pairs than asked for, or a cap reached.
  expect([0, 5, 6], result.stderr).toContain(result.code)
  return { ...result, summary: JSON.parse(result.stdout) as Summary }
}

async function storedPairs(place: string, { run: id, walks }: Summary): Promise<readonly Pair[]> {
  const stores = await openWorkspace(join(place, 'work'))
  try {
    const pairs: Pair[] = []
    for await (const batch of stores.pairs.range(id, { from: 0, to: walks.drawn + 1000 }))
      pairs.push(...batch)
    return pairs
  } finally {
    await stores.close()
  }
}

/** Tokens that the ledger holds for a run and for its labels. */
async function tokensInLedger(place: string, runId: string): Promise<number> {
  const stores = await openWorkspace(join(place, 'work'))
  try {
    const totals = await Promise.all(
      [runId, contentId('extraction', model)].map((id) => stores.ledger.totals(id)),
    )
    return totals.reduce((sum, total) => sum + total.promptTokens + total.completionTokens, 0)
  } finally {
    await stores.close()
  }
}

/** Every draw is a stored pair, marked or not, or is counted under a reason; a stored pair explains itself. */
async function checkPairs(place: string, summary: Summary, prompt: RegExp): Promise<void> {
  const { stored, skipped } = summary.pairs
  const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0)
  expect(stored + sum(Object.values(skipped))).toBe(summary.walks.drawn)
  const pairs = await storedPairs(place, summary)
  const marked = Object.entries(skipped).filter(([reason]) => reason.startsWith('marked: '))
  expect(pairs.length).toBe(stored + sum(marked.map(([, count]) => count)))
  for (const pair of pairs) {
    expect(pair.verdict.checks.find(({ name }) => name === 'schema')?.outcome).toBe('passed')
    expect(pair.path.steps.length).toBeGreaterThan(0)
    // Votes are asked for wherever the text itself stands.
    expect(pair.verdict.agreement?.of).toBe(pair.marks.includes('rejected') ? undefined : 2)
    const explained = await runCommand(['explain', pair.id, '--workspace', join(place, 'work'), '--json'])
    expect(explained.code, explained.stderr).toBe(0)
    const explanation = JSON.parse(explained.stdout) as { parents: { kind: string; id: string }[] }
    expect(explanation).toMatchObject({ model, prompt: expect.stringMatching(prompt) as string })
    expect(explanation.parents.length).toBeGreaterThan(0)
  }
}

describe.skipIf(missing !== undefined)('conceptloom run with a real model', () => {
  it('labels five seeds and weaves problems, and pays for no reply twice', async () => {
    const place = prepare({ maxTokens: 256, exemplars: 1, validation: 'flag' })
    const flags = ['--engine', 'model', '--preset', 'mathscale', '--max-requests', '16']
    const { summary, code } = await run(place, flags)
    expect(summary.seeds.admitted).toBe(5)
    expect(summary.graph.topics).toBeGreaterThan(0)
    expect(summary.graph.knowledgePoints).toBeGreaterThan(0)
    const stores = await openWorkspace(join(place, 'work'))
    const graph = await stores.graph.graph(summary.graph.version)
    await stores.close()
    expect(graph?.nodes.length).toBe(summary.graph.topics + summary.graph.knowledgePoints)
    expect(graph?.nodes.every(({ name }) => /^.{2,120}$/u.test(name))).toBe(true)

    await checkPairs(place, summary, /^weave-problem@\d+$/)
    const { answered, truncated, promptTokens, completionTokens } = summary.calls
    expect(answered + truncated).toBeGreaterThanOrEqual(5)
    expect(promptTokens + completionTokens).toBe(await tokensInLedger(place, summary.run))
    expect(promptTokens + completionTokens).toBeLessThanOrEqual(60_000)

    // The same cap leaves nothing to pay for, and what was answered is used again.
    const again = await run(place, flags)
    expect(again).toMatchObject({ code, summary: { run: summary.run, calls: { promptTokens: 0 } } })
    expect(again.summary.calls.recalled).toBeGreaterThanOrEqual(5)
  })

  it('solves seeds anew, each reply a pair with a verdict or a counted reason', async () => {
    const others = { rephrase: 0, fobar: 0, selfVerify: 0, evolve: 0, xwin: 0, fuse: 0 }
    const place = prepare({ maxTokens: 256, mix: { answer: 1, ...others } })
    const { summary } = await run(place, [
      '--generator',
      'model',
      '--preset',
      'skywork',
      '--max-requests',
      '6',
    ])
    expect(summary.calls.completionTokens).toBeGreaterThan(0)
    await checkPairs(place, summary, /^solve-problem@\d+$/)
    expect(await tokensInLedger(place, summary.run)).toBe(
      summary.calls.promptTokens + summary.calls.completionTokens,
    )
  })
})
