/**
 * One measured client in a process of its own, so that its CPU time and memory are its alone:
 * `node bench/calling/call-loop.ts ours|undici BASE_URL REQUESTS CONCURRENCY`. Prints one JSON line.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { Agent } from 'undici'
import { openAiEndpoint } from '../../src/adapters/openai/openai-endpoint.ts'
import { openWorkspace } from '../../src/adapters/sqlite/open-workspace.ts'
import { contentId } from '../../src/core/identity.ts'
import type { ModelRequest } from '../../src/core/model.ts'
import { recordModel } from '../../src/pipeline/recorded-model.ts'
import { systemClock } from '../../tests/fake-model-server/system-clock.ts'

const [, , client = 'ours', baseUrl = '', countText = '2000', concurrencyText = '256'] = process.argv
const [count, concurrency] = [Number(countText), Number(concurrencyText)]

const schema = {
  type: 'object',
  properties: { question: { type: 'string' }, solution: { type: 'string' }, answer: { type: 'string' } },
  required: ['question', 'solution', 'answer'],
  additionalProperties: false,
}
const runId = contentId('run', 'calling bench')
const instructions =
  'Write one new word problem for grade school that needs every listed knowledge point, then solve it step by step. '.repeat(
    6,
  )

function requestOf(index: number): ModelRequest {
  return {
    runId,
    purpose: 'generate',
    prompt: 'bench@1',
    messages: [
      { role: 'system', content: instructions },
      { role: 'user', content: `Knowledge points: adding whole numbers; equal groups; case ${index}` },
    ],
    temperature: 0.7,
    maxTokens: 512,
    seed: index,
    output: { name: 'pair', schema },
  }
}

interface Figures {
  readonly wall: number
  readonly cpu: number
  /** Milliseconds until the first reply. */
  readonly startup: number
}

/** Calls `each` for 0..count-1 from `concurrency` workers; gives wall and CPU milliseconds. */
async function drive(each: (index: number) => Promise<void>): Promise<{ wall: number; cpu: number }> {
  let next = 0
  const cpu = process.cpuUsage()
  const start = performance.now()
  const worker = async (): Promise<void> => {
    while (next < count) await each(next++)
  }
  await Promise.all(Array.from({ length: concurrency }, worker))
  const used = process.cpuUsage(cpu)
  return { wall: performance.now() - start, cpu: (used.user + used.system) / 1000 }
}

async function measureOurs(): Promise<Figures> {
  const folder = mkdtempSync(path.join(tmpdir(), 'conceptloom-calling-'))
  const workspace = await openWorkspace(folder)
  const endpoint = openAiEndpoint({
    name: 'fake',
    model: 'fake',
    baseUrl,
    key: undefined,
    timeout: 30_000,
    maxResponseBytes: 1_048_576,
    connections: concurrency,
    parameters: {},
    reasoningTokens: 0,
    seed: true,
  })
  const model = recordModel(
    endpoint,
    { ledger: workspace.ledger, clock: systemClock },
    {
      limits: { concurrency },
      caps: { tokens: 1e9, requests: 1e9 },
      spent: { requests: 0, tokens: 0, cost: 0 },
      price: { input: 1, output: 2 },
    },
  )
  const { signal } = new AbortController()
  // Loads the packages and learns what the endpoint understands: once per run, whatever its length.
  const start = performance.now()
  await model.complete(requestOf(count), { signal })
  const startup = performance.now() - start
  const figures = await drive(async (index) => {
    const reply = await model.complete(requestOf(index), { signal })
    const pair = JSON.parse(reply.text) as { readonly question: string }
    if (reply.outcome !== 'answered' || pair.question === '') throw new Error(`no answer: ${index}`)
  })
  const { answered } = await workspace.ledger.totals(runId)
  if (answered !== count + 1) throw new Error(`ledger holds ${answered} of ${count}`)
  await endpoint.close()
  await workspace.close()
  rmSync(folder, { recursive: true })
  return { ...figures, startup }
}

async function measureUndici(): Promise<Figures> {
  const agent = new Agent({ connections: concurrency, pipelining: 1 })
  const target = new URL(`${baseUrl}/chat/completions`)
  const figures = await drive(async (index) => {
    const { messages, temperature, maxTokens, seed, output } = requestOf(index)
    const reply = await agent.request({
      origin: target.origin,
      path: target.pathname,
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        model: 'fake',
        messages,
        temperature,
        max_tokens: maxTokens,
        seed,
        response_format: { type: 'json_schema', json_schema: output },
      }),
    })
    const body = (await reply.body.json()) as { choices: [{ message: { content: string } }] }
    JSON.parse(body.choices[0].message.content)
  })
  await agent.close()
  return { ...figures, startup: 0 }
}

const { wall, cpu, startup } = client === 'ours' ? await measureOurs() : await measureUndici()
const rss = process.resourceUsage().maxRSS / 1024
process.stdout.write(`${JSON.stringify({ client, wall, cpu, startup, rss })}\n`)
