/**
 * An OpenAI-compatible server in a process of its own: `node tests/fake-model-server/server.ts [settings as JSON]`. Prints its base
 * URL. `POST /control` changes its settings, `GET /stats` tells what it saw, `POST /reset` forgets it.
 */
import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import process from 'node:process'
import { randomAt, randomKey } from '../../src/core/random.ts'
import { answerText, type ChatBody } from './answer.ts'
import { batchRoutes } from './batches.ts'
import { embed } from './embed.ts'
import { replyWrongly } from './faulty-replies.ts'
import { defaultSettings, type FakeSettings, type FakeStats, faultNames, type FaultName } from './settings.ts'

let settings: FakeSettings = { ...defaultSettings, ...(JSON.parse(process.argv[2] ?? '{}') as object) }
let answers = new Map<string, number>()
let stats = freshStats()
let started: number | undefined
let window = { second: -1, used: 0 }
let refusedUntil = 0
const faultKey = randomKey('fake faults')
const latencyKey = randomKey('fake latency')

function freshStats(): FakeStats {
  return {
    requests: 0,
    answered: 0,
    inFlight: 0,
    mostInFlight: 0,
    distinct: 0,
    answeredTwice: 0,
    faults: {},
    seconds: [],
    early: 0,
    cut: 0,
    statuses: {},
    keys: [],
    cpu: 0,
  }
}

const json = { 'content-type': 'application/json' }

function send(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  stats.statuses[status] = (stats.statuses[status] ?? 0) + 1
  response.writeHead(status, { ...json, ...headers }).end(JSON.stringify(body))
}

function failure(message: string, more: object = {}): object {
  return { error: { message, type: 'invalid_request_error', ...more } }
}

async function read(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

/** The reply of a chat completion, without any fault. */
function completion(body: ChatBody & { readonly model?: string }, number: number): Record<string, unknown> {
  const random = randomAt(randomKey('fake mischief'), number)
  const mischief = random.chance(settings.mischiefShare) ? settings.mischief : 'none'
  const texts = Array.from({ length: body.n ?? 1 }, (_, place) => answerText(body, mischief, place))
  const characters = body.messages.reduce((sum, { content }) => sum + content.length, 0)
  const [prompt, answer] = [Math.ceil(characters / 4), Math.ceil(texts.join('').length / 4)]
  return {
    id: `chatcmpl-${number}`,
    object: 'chat.completion',
    created: 1_700_000_000,
    model: body.model ?? 'fake',
    system_fingerprint: 'fp_fake',
    choices: texts.map((content, index) => ({
      index,
      message: { role: 'assistant', content, refusal: null },
      finish_reason: 'stop',
    })),
    ...(settings.silentUsage
      ? {}
      : { usage: { prompt_tokens: prompt, completion_tokens: answer, total_tokens: prompt + answer } }),
  }
}

/** Counts a charged reply. Retries of one request have the same body: a body answered twice was paid twice. */
function charge(body: string): void {
  const hash = createHash('sha256').update(body).digest('base64')
  const before = answers.get(hash) ?? 0
  answers.set(hash, before + 1)
  stats.answered += 1
  stats.distinct = answers.size
  if (before > 0) stats.answeredTwice += 1
}

function isBroken(body: string): boolean {
  return createHash('sha256').update(body).digest().readUInt32BE() < settings.broken * 2 ** 32
}

function second(): { sent: number; refused: number } {
  started ??= performance.now()
  const at = Math.floor((performance.now() - started) / 1000)
  while (stats.seconds.length <= at) stats.seconds.push({ sent: 0, refused: 0 })
  return stats.seconds[at] as { sent: number; refused: number }
}

/** Seconds to wait, when this second's share is used up. */
function overLimit(perSecond: number): number | undefined {
  const now = performance.now()
  const current = Math.floor(now / 1000)
  if (window.second !== current) window = { second: current, used: 0 }
  window.used += 1
  if (window.used <= perSecond) return undefined
  refusedUntil = (current + 1) * 1000
  return (refusedUntil - now) / 1000
}

async function chat(text: string, key: string, response: ServerResponse): Promise<void> {
  const number = stats.requests++
  const counter = second()
  counter.sent += 1
  if (performance.now() < refusedUntil - 1) stats.early += 1
  const wait = settings.perSecond === undefined ? undefined : overLimit(settings.perSecond)
  if (wait !== undefined) {
    counter.refused += 1
    return send(response, 429, failure('Rate limit reached'), { 'retry-after': wait.toFixed(3) })
  }
  const { latency, spread } = settings
  const delay = latency * (1 + spread * (2 * randomAt(latencyKey, number).float() - 1))
  if (delay > 0) await new Promise((resolve) => setTimeout(resolve, delay))
  if (settings.status !== undefined)
    return send(response, settings.status, failure(`status ${settings.status} for ${key}`), settings.headers)
  if (isBroken(text)) return send(response, 500, failure('cannot do this one'))
  const body = JSON.parse(text) as ChatBody & Record<string, unknown>
  const refused = settings.unsupported.find((name) =>
    name === 'json_schema' ? body.response_format?.type === 'json_schema' : name in body,
  )
  if (refused !== undefined) return complain(refused, response)
  const good = completion(body, number)
  const fault = pickFault(number)
  if (fault === undefined) {
    charge(text)
    return send(response, 200, good)
  }
  stats.faults[fault] = (stats.faults[fault] ?? 0) + 1
  if (replyWrongly(fault, response, { good, settings })) stats.answered += 1
}

function complain(name: string, response: ServerResponse): void {
  const param = name === 'json_schema' ? 'response_format' : name
  const hint = name === 'max_tokens' ? " Use 'max_completion_tokens' instead." : ''
  send(
    response,
    400,
    failure(`Unsupported parameter: '${param}' is not supported with this model.${hint}`, {
      param,
      code: 'unsupported_parameter',
    }),
  )
}

function pickFault(number: number): FaultName | undefined {
  let left = randomAt(faultKey, number).float()
  return faultNames.find((name) => (left -= settings.faults[name] ?? 0) < 0)
}

async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const bytes = await read(request)
  const route = `${request.method} ${request.url?.split('?')[0]}`
  if (route === 'POST /control') {
    settings = { ...settings, ...(JSON.parse(bytes.toString()) as object) }
    return void response.end('{}')
  }
  if (route === 'POST /reset') {
    settings = { ...defaultSettings }
    answers = new Map()
    stats = freshStats()
    started = undefined
    refusedUntil = 0
    return void response.end('{}')
  }
  if (route === 'GET /stats') {
    const used = process.cpuUsage()
    return void response.end(JSON.stringify({ ...stats, cpu: (used.user + used.system) / 1e6 }))
  }
  const key = request.headers.authorization ?? ''
  if (!stats.keys.includes(key)) stats.keys.push(key)
  if (route === 'POST /v1/chat/completions') {
    stats.inFlight += 1
    stats.mostInFlight = Math.max(stats.mostInFlight, stats.inFlight)
    response.on('close', () => {
      stats.inFlight -= 1
      if (!response.writableFinished) stats.cut += 1
    })
    return chat(bytes.toString(), key, response)
  }
  if (route === 'POST /v1/embeddings') return send(response, 200, embed(bytes.toString()))
  if (route === 'GET /v1/models')
    return send(response, 200, { object: 'list', data: [{ id: 'fake', object: 'model' }] })
  const batch = await batchRoutes(route, { bytes, request, answering: { charge, completion } })
  if (batch === undefined) return send(response, 404, failure(`no such route: ${route}`))
  if (typeof batch === 'string') return void response.writeHead(200).end(batch)
  return send(response, 200, batch)
}

const server = createServer((request, response) => {
  response.on('error', () => undefined)
  handle(request, response).catch((error: unknown) => {
    if (!response.headersSent) send(response, 400, failure(String(error)))
  })
})
server.keepAliveTimeout = 60_000
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`http://127.0.0.1:${(server.address() as AddressInfo).port}/v1\n`)
})
// The server ends with whoever started it.
process.stdin.resume().on('end', () => process.exit())
