import express, { type RequestHandler } from 'express'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { describe, expect, it } from 'vitest'
import { ask, withServer, type Answered, type Asked } from '../../../tests/api/ask.ts'
import { ConflictError } from '../../core/errors.ts'
import type { RouteName } from './contract/route-types.ts'
import { routes } from './contract/routes.ts'
import type { AnyHandler, Handlers } from './handler-types.ts'
import { reportProblem } from './middleware/report-problem.ts'
import { requireToken } from './middleware/require-token.ts'
import { expressPath, mountRoutes } from './mount-routes.ts'
import { openApiDocument } from './openapi-document.ts'
import { ApiProblem } from './problems.ts'
import { openReplyMemory } from './reply-memory.ts'

type Called = Parameters<AnyHandler>[0] & { readonly name: string }

interface Mounted {
  readonly calls: Called[]
  readonly ask: (asked: Asked) => Promise<Answered>
}

interface MountedOptions {
  readonly handler?: AnyHandler
  readonly token?: string
  readonly streams?: RequestHandler
  readonly stopping?: AbortSignal
}

/** The routes with handlers that write down what they are given. */
async function mounted(
  {
    handler,
    token,
    streams = (_request, _response, next) => next(),
    stopping = new AbortController().signal,
  }: MountedOptions,
  work: (app: Mounted) => Promise<void>,
): Promise<void> {
  const calls: Called[] = []
  const names = Object.keys(routes) as RouteName[]
  const handlers = Object.fromEntries(
    names.map((name) => [
      name,
      async (request: Parameters<AnyHandler>[0]) => {
        calls.push({ ...request, name })
        if (handler === undefined) throw new ConflictError('not here')
        return handler(request)
      },
    ]),
  ) as unknown as Handlers
  const app = express().enable('strict routing').set('query parser', false)
  mountRoutes(app, {
    handlers,
    replies: openReplyMemory(join(mkdtempSync(join(tmpdir(), 'replies-')), 'replies.jsonl')),
    guard: token === undefined ? undefined : requireToken(token),
    streams,
    stopping,
  })
  app.use(() => {
    throw new ApiProblem('not-found', 'no such address')
  })
  app.use(reportProblem(pino({ enabled: false })))
  await withServer(app, (port) => work({ calls, ask: (asked) => ask(port, asked) }))
}

const id = 'b5f1d6f3f5c9440cb8d0e3d1a9c5f7e2'
const json = { 'content-type': 'application/json' }

interface Documented {
  readonly operationId: string
  readonly requestBody?: object
}
type Paths = Readonly<Record<string, Readonly<Record<string, Documented>>>>
const { paths, components } = openApiDocument({ token: false, version: '0' }) as {
  paths: Paths
  components: { schemas: Record<string, { examples?: unknown[] }> }
}

/** A body that the route takes: the first example of its schema. */
function exampleBody(operation: Documented): string {
  const reference =
    /"\$ref":"#\/components\/schemas\/(\w+)"/.exec(JSON.stringify(operation.requestBody))?.[1] ?? ''
  return JSON.stringify(components.schemas[reference]?.examples?.[0])
}

function addressOf(path: string): string {
  return path.replace('{id}', id).replace('{name}', 'spring').replace('{path}', 'jsonl/train.jsonl')
}

describe('mountRoutes', () => {
  it('routes every operation that is documented to its own handler, and none besides', async () => {
    await mounted({}, async ({ calls, ask: send }) => {
      const documented: string[] = []
      for (const [path, operations] of Object.entries(paths)) {
        for (const [method, operation] of Object.entries(operations)) {
          documented.push(operation.operationId)
          const body =
            operation.requestBody === undefined ? {} : { body: exampleBody(operation), headers: json }
          const { status, text } = await send({
            method: method.toUpperCase(),
            path: addressOf(path),
            ...body,
          })
          expect([method, path, status, text]).toEqual([
            method,
            path,
            409,
            expect.stringContaining('not here'),
          ])
          expect(calls.at(-1)?.name).toBe(operation.operationId)
        }
      }
      expect(documented.sort()).toEqual(Object.keys(routes).sort())
    })
    const app = express()
    mountRoutes(app, {
      handlers: {} as Handlers,
      replies: {} as never,
      guard: undefined,
      streams: (_request, _response, next) => next(),
      stopping: new AbortController().signal,
    })
    const stack = app.router.stack as readonly { readonly route?: { readonly path: string } }[]
    const routed = new Set(stack.map(({ route }) => route?.path))
    expect(routed).toEqual(new Set(Object.keys(paths).map(expressPath)))
  })

  it('answers other methods with 405 and those it has', async () => {
    await mounted({}, async ({ ask: send }) => {
      for (const [path, operations] of Object.entries(paths)) {
        const allowed = Object.keys(operations).flatMap((method) =>
          method === 'get' ? ['GET', 'HEAD'] : ['POST'],
        )
        for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'GET', 'POST'].filter(
          (name) => !allowed.includes(name),
        )) {
          const { status, headers } = await send({ method, path: addressOf(path) })
          expect([method, path, status, headers['allow']]).toEqual([method, path, 405, allowed.join(', ')])
        }
      }
    })
  })

  it('reads parameters by their schemas', async () => {
    await mounted({}, async ({ calls, ask: send }) => {
      await send({ path: '/v1/pairs?limit=20&minimumDifficulty=2.5&split=train' })
      expect(calls.at(-1)?.query).toEqual({ limit: 20, minimumDifficulty: 2.5, split: 'train' })
      await send({ path: '/v1/datasets/spring/files/jsonl%2Ftrain.jsonl' })
      expect(calls.at(-1)?.params).toEqual({ name: 'spring', path: 'jsonl/train.jsonl' })
    })
  })

  it('refuses what no schema knows, and points to it', async () => {
    await mounted({}, async ({ calls, ask: send }) => {
      const pointersOf = async (path: string): Promise<unknown> => {
        const { status, json: read } = await send({ path })
        const { errors } = read() as { errors: { pointer: string }[] }
        return [status, ...errors.map(({ pointer }) => pointer)]
      }
      expect(await pointersOf('/v1/pairs?limit=0')).toEqual([400, '/query/limit'])
      expect(await pointersOf('/v1/pairs?limit=1e9')).toEqual([400, '/query/limit'])
      expect(await pointersOf('/v1/pairs?limit=')).toEqual([400, '/query/limit'])
      expect(await pointersOf('/v1/pairs?limit=0x10')).toEqual([400, '/query/limit'])
      expect(await pointersOf('/v1/pairs?limit=2&limit=3')).toEqual([400, '/query/limit'])
      expect(await pointersOf('/v1/pairs?lim=2')).toEqual([400, '/query'])
      expect(await pointersOf('/v1/pairs?__proto__=2')).toEqual([400, '/query'])
      expect(await pointersOf('/v1/concepts/nonsense')).toEqual([404, '/path/id'])
      expect(await pointersOf('/v1/datasets/..%2F..%2Fetc')).toEqual([404, '/path/name'])
      const post = async (body: unknown): Promise<unknown> => {
        const { status, json: read } = await send({
          method: 'POST',
          path: `/v1/pairs/${id}/reviews`,
          headers: json,
          body: typeof body === 'string' ? body : JSON.stringify(body),
        })
        return [
          status,
          ...((read() as { errors?: { pointer: string }[] }).errors ?? []).map(({ pointer }) => pointer),
        ]
      }
      expect(await post({ decision: 'accept' })).toEqual([400, '/body/reviewer'])
      expect(await post({ decision: 'accept', reviewer: 'ada', baseUrl: 'http://x' })).toEqual([400, '/body'])
      expect(await post({ decision: 'edit', reviewer: 'ada' })).toEqual([400, '/body'])
      expect(await post({ decision: 'accept', reviewer: 'a\u0000b' })).toEqual([400, '/body/reviewer'])
      expect(await post('{"decision":"accept","reviewer":"ada","__proto__":{"x":1}}')).toEqual([400, '/body'])
      const generate = async (body: object): Promise<unknown> => {
        const { status, json: read } = await send({
          method: 'POST',
          path: '/v1/generations',
          headers: json,
          body: JSON.stringify(body),
        })
        return [
          status,
          ...((read() as { errors?: { pointer: string }[] }).errors ?? []).map(({ pointer }) => pointer),
        ]
      }
      expect(await generate({ concepts: ['a'], walk: {} })).toEqual([400, '/body'])
      expect(await generate({ count: 0 })).toEqual([400, '/body/count'])
      expect(await generate({ walk: { temperature: 0 } })).toEqual([400, '/body'])
      expect(await post('')).toEqual([400, '/body/decision'])
      expect(await post('[')).toEqual([400])
      expect(calls).toEqual([])
    })
  })

  it('asks for the token everywhere but where the table says it is open', async () => {
    await mounted({ token: 'correct-horse-battery' }, async ({ ask: send }) => {
      for (const [path, operations] of Object.entries(paths)) {
        for (const [method, { operationId }] of Object.entries(operations)) {
          const { status } = await send({ method: method.toUpperCase(), path: addressOf(path) })
          const open = ['health', 'readiness', 'openApi'].includes(operationId)
          expect([operationId, status]).toEqual([operationId, open ? 409 : 401])
        }
      }
    })
  })

  it('gives a kept reply again by its key, does nothing twice, and knows another request', async () => {
    let made = 0
    const handler: AnyHandler = async () => ({ status: 201, body: { id: String(++made) } })
    await mounted({ handler }, async ({ ask: send }) => {
      const post = (body: object, key: string): Promise<Answered> =>
        send({
          method: 'POST',
          path: `/v1/pairs/${id}/reviews`,
          headers: { ...json, 'idempotency-key': key },
          body: JSON.stringify(body),
        })
      const review = { decision: 'accept', reviewer: 'ada' }
      const first = await post(review, 'key-number-1')
      const again = await post(review, 'key-number-1')
      expect([first.status, again.status, made]).toEqual([201, 201, 1])
      expect(again.text).toBe(first.text)
      expect([first.headers['idempotency-replayed'], again.headers['idempotency-replayed']]).toEqual([
        undefined,
        'true',
      ])
      expect((await post({ ...review, reviewer: 'bob' }, 'key-number-1')).status).toBe(422)
      expect((await post(review, 'key-number-2')).json()).toEqual({ id: '2' })
      expect((await post(review, 'bad key')).status).toBe(400)
    })
  })

  it('names the next page, answers 304 to who has a list already, and takes no new work while it stops', async () => {
    const controller = new AbortController()
    const handler: AnyHandler = async () => ({ status: 200, body: { items: [], next: 'abc' } })
    await mounted({ handler, stopping: controller.signal }, async ({ ask: send }) => {
      const list = await send({ path: '/v1/pairs?limit=2' })
      expect(list.headers['link']).toBe('</v1/pairs?limit=2&cursor=abc>; rel="next"')
      const etag = String(list.headers['etag'])
      expect((await send({ path: '/v1/pairs?limit=2', headers: { 'if-none-match': etag } })).status).toBe(304)
      controller.abort()
      expect((await send({ path: '/v1/pairs' })).status).toBe(200)
      const refused = await send({ method: 'POST', path: `/v1/runs/${id}/resume` })
      expect([refused.status, refused.headers['retry-after']]).toEqual([503, '5'])
    })
  })

  it('asks whether there is room for a stream of events, and for nothing else', async () => {
    const streams: RequestHandler = () => {
      throw new ApiProblem('too-many-requests', 'no room')
    }
    await mounted({ streams }, async ({ ask: send }) => {
      expect((await send({ path: `/v1/runs/${id}/events` })).status).toBe(429)
      expect((await send({ path: `/v1/runs/${id}` })).status).toBe(409)
    })
  })

  it('sends events with their ids, goes on after the last one a client had, and ends when the service stops', async () => {
    const controller = new AbortController()
    const handler: AnyHandler = async ({ lastEventId, signal }) => ({
      status: 200,
      body: (async function* () {
        yield { id: `${lastEventId}+1`, event: { type: 'progress', stage: 'draw', done: 1, total: 2 } }
        setTimeout(() => controller.abort(), 20)
        await new Promise((resolve) => signal.addEventListener('abort', resolve))
      })(),
    })
    await mounted({ handler, stopping: controller.signal }, async ({ ask: send }) => {
      const { text, headers } = await send({
        path: `/v1/runs/${id}/events`,
        headers: { 'last-event-id': '41' },
      })
      expect(headers['content-type']).toMatch(/^text\/event-stream/)
      expect(text).toContain('event:progress\n')
      expect(text).toContain('id:41+1\n')
      expect(text).toContain('data:{"type":"progress","stage":"draw","done":1,"total":2}\n')
    })
  })
})
