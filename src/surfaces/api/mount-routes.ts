import type { Express, Request, RequestHandler, Response } from 'express'
import { sha256 } from '../../core/identity.ts'
import { routes, type RouteReply, type Route } from './contract/routes.ts'
import type { AnyHandler, Handlers } from './handler-types.ts'
import { readJson } from './middleware/read-json.ts'
import { ApiProblem } from './problems.ts'
import { readBody, readParams, readQuery } from './read-request.ts'
import type { ReplyMemory } from './reply-memory.ts'
import { writeReply } from './write-reply.ts'

export interface Mounting {
  readonly handlers: Handlers
  readonly replies: ReplyMemory
  /** Lets pass who may; none where everyone may. */
  readonly guard: RequestHandler | undefined
  /** Asked before a stream of events is opened. */
  readonly streams: RequestHandler
  /** Aborted when the service stops: streams end, and nothing new is begun. */
  readonly stopping: AbortSignal
}

const defaultBodyLimit = 65_536

/** Routes every entry of the table to its handler. Other methods of its paths are answered with 405. */
export function mountRoutes(app: Express, mounting: Mounting): void {
  const methods = new Map<string, string[]>()
  for (const [name, route] of Object.entries(routes) as [keyof Handlers, Route][]) {
    const path = expressPath(route.path)
    methods.set(path, [
      ...(methods.get(path) ?? []),
      ...(route.method === 'get' ? ['GET', 'HEAD'] : ['POST']),
    ])
    const before: RequestHandler[] = [nameRoute(route.path)]
    if (mounting.guard !== undefined && route.open !== true) before.push(mounting.guard)
    const replies: readonly RouteReply<unknown>[] = Object.values(route.replies)
    if (replies.some(({ media }) => media === 'events')) before.push(mounting.streams)
    if (route.body !== undefined) before.push(readJson(route.bodyLimit ?? defaultBodyLimit))
    app[route.method](path, ...before, answer(route, mounting.handlers[name] as AnyHandler, mounting))
  }
  for (const [path, allowed] of methods) {
    app.all(path, () => {
      const allow = allowed.join(', ')
      throw new ApiProblem('method-not-allowed', `use ${allow}`, { headers: { Allow: allow } })
    })
  }
}

/** `{id}` is `:id`; a file's path may have slashes. */
export function expressPath(path: string): string {
  return path.replace('{path}', '*path').replaceAll(/\{(\w+)\}/g, ':$1')
}

function nameRoute(path: string): RequestHandler {
  return (_, response, next) => {
    response.locals['route'] = path
    next()
  }
}

function answer(route: Route, handler: AnyHandler, { replies, stopping }: Mounting): RequestHandler {
  return async (request, response) => {
    if (stopping.aborted && route.method === 'post')
      throw new ApiProblem('unavailable', 'the service is stopping', { headers: { 'Retry-After': '5' } })
    const gone = new AbortController()
    response.once('close', () => gone.abort())
    const read = {
      params: readParams(route, joined(request.params)),
      query: readQuery(route, request.originalUrl),
      body: readBody(route, request.body),
      signal: AbortSignal.any([gone.signal, stopping]),
      lastEventId: request.get('last-event-id')?.slice(0, 200),
    }
    const key = route.idempotent === true ? idempotencyKey(request) : undefined
    if (key === undefined) {
      const reply = await handler(read)
      const { media } = (route.replies as Readonly<Record<number, RouteReply<unknown>>>)[
        reply.status
      ] as RouteReply<unknown>
      return writeReply({ request, response, media }, reply)
    }
    const fingerprint = sha256(JSON.stringify([request.method, request.originalUrl, read.body]))
    const { again, ...kept } = await replies.answer({ key, fingerprint }, async () => {
      const { body, ...reply } = await handler(read)
      return { ...reply, body: JSON.stringify(body) }
    })
    if (again) response.set('Idempotency-Replayed', 'true')
    giveAgain(response, kept)
  }
}

function giveAgain(
  response: Response,
  { status, body, location }: { readonly status: number; readonly body: string; readonly location?: string },
): void {
  if (location !== undefined) response.set('Location', location)
  response.status(status).set('Cache-Control', 'no-store').type('application/json').send(body)
}

/** A wildcard comes as the list of its parts. */
function joined(params: Request['params']): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, Array.isArray(value) ? value.join('/') : value]),
  )
}

function idempotencyKey(request: Request): string | undefined {
  const key = request.get('idempotency-key')
  if (key === undefined) return undefined
  if (/^[A-Za-z0-9_-]{8,200}$/.test(key)) return key
  throw new ApiProblem('invalid-request', 'Idempotency-Key: give 8 to 200 letters, digits, - and _', {
    errors: [{ pointer: '/header/Idempotency-Key', detail: 'give 8 to 200 letters, digits, - and _' }],
  })
}
