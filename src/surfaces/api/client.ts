import type { Problem } from './contract/problem.ts'
import type { Download, EventStream, RouteName, RouteReplies, RouteTypes } from './contract/route-types.ts'
import { routes, type Route } from './contract/routes.ts'
import { readEvents } from './read-events.ts'

export interface ClientOptions {
  /** @default 'http://127.0.0.1:4747' */
  readonly baseUrl?: string
  readonly token?: string
  /** @default the global one */
  readonly fetch?: typeof fetch
}

export interface CallOptions {
  readonly signal?: AbortSignal
  /** The same key with the same request gets the same reply, and nothing is done twice. */
  readonly idempotencyKey?: string
  /** For streams of events: go on after this one. */
  readonly lastEventId?: string
}

type Given<Name extends RouteName> = RouteTypes[Name]['params'] &
  RouteTypes[Name]['query'] &
  ([RouteTypes[Name]['body']] extends [undefined] ? unknown : { readonly body: RouteTypes[Name]['body'] }) &
  CallOptions

type Arguments<Name extends RouteName> =
  Partial<Given<Name>> extends Given<Name> ? [given?: Given<Name>] : [given: Given<Name>]

type Received<Body> = Body extends Download ? Response : Body
type Reply<Name extends RouteName> = Received<RouteReplies<Name>[keyof RouteReplies<Name>]>

/** A method for every route. A file comes as the `Response` it stands in, events as they arrive. */
export type Client = { readonly [Name in RouteName]: (...given: Arguments<Name>) => Promise<Reply<Name>> }

/** The service refused or failed; `problem` says why. */
export class ServiceError extends Error {
  override readonly name = 'ServiceError'
  readonly problem: Problem
  constructor(problem: Problem) {
    super(`${problem.title}: ${problem.detail}`)
    this.problem = problem
  }
}

/**
 * A typed client of a running service: `createClient().listConcepts({ text: 'ratio' })`. Parameters of path and query stand side by
 * side, a body under `body`. Methods reject with ServiceError where the service answers with a problem.
 */
export function createClient(options: ClientOptions = {}): Client {
  const methods = Object.entries(routes).map(([name, route]) => [
    name,
    (given: Readonly<Record<string, unknown>> = {}) => call(options, route as Route, given),
  ])
  return Object.fromEntries(methods) as Client
}

async function call(
  { baseUrl = 'http://127.0.0.1:4747', token, fetch: send = fetch }: ClientOptions,
  route: Route,
  given: Readonly<Record<string, unknown>>,
): Promise<unknown> {
  const { body, signal, idempotencyKey, lastEventId } = given
  const headers = {
    ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
    ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
    ...(idempotencyKey === undefined ? {} : { 'Idempotency-Key': idempotencyKey as string }),
    ...(lastEventId === undefined ? {} : { 'Last-Event-ID': lastEventId as string }),
  }
  const response = await send(addressOf(baseUrl, route, given), {
    method: route.method.toUpperCase(),
    headers,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(signal === undefined ? {} : { signal: signal as AbortSignal }),
  })
  if (!response.ok) throw new ServiceError(await problemIn(response))
  const { media } = (route.replies as Readonly<Record<number, { readonly media: string }>>)[
    response.status
  ] ?? {
    media: 'json',
  }
  if (media === 'file') return response
  if (media === 'events') return eventsOf(response) satisfies EventStream<unknown>
  return media === 'json' ? response.json() : response.text()
}

/** The events of a stream as they arrive, their data read as JSON. */
async function* eventsOf({ body }: Response): EventStream<never> {
  if (body === null) return
  for await (const bunch of readEvents(body as ReadableStream<Uint8Array<ArrayBuffer>>))
    for (const { id = '', data } of bunch) yield { id, event: JSON.parse(data) as never }
}

function addressOf(baseUrl: string, route: Route, given: Readonly<Record<string, unknown>>): URL {
  const path = route.path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String(given[name])),
  )
  const address = new URL(baseUrl.replace(/\/$/, '') + path)
  for (const name of Object.keys(route.query.shape))
    if (given[name] !== undefined) address.searchParams.set(name, String(given[name] as string | number))
  return address
}

/** A proxy on the way may answer with something else than a problem. */
async function problemIn(response: Response): Promise<Problem> {
  const text = await response.text()
  if (response.headers.get('content-type')?.startsWith('application/problem+json') === true)
    return JSON.parse(text) as Problem
  const { status, statusText } = response
  return { type: 'about:blank', title: statusText, status, detail: text.slice(0, 200), requestId: 'unknown' }
}
