import type { z } from 'zod'
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiResponseObject } from 'zod-openapi'
import { problemSchema } from './contract/problem.ts'
import { routes, type ReplyMedia, type Route, type RouteReply } from './contract/routes.ts'
import { problemKinds } from './problems.ts'

/** Media types by how a reply is written. */
export const mediaTypes: Readonly<Record<ReplyMedia, string>> = {
  json: 'application/json',
  events: 'text/event-stream',
  text: 'text/plain',
  yaml: 'application/yaml',
  file: 'application/octet-stream',
}

export interface DocumentOptions {
  /** Whether requests need a token. */
  readonly token: boolean
  readonly version: string
}

/** The OpenAPI 3.1 document of the service, made from the schemas that validate. */
export function openApiDocument({ token, version }: DocumentOptions): object {
  const paths: Record<string, Record<string, ZodOpenApiOperationObject>> = {}
  for (const [name, route] of Object.entries(routes) as [string, Route][])
    (paths[route.path] ??= {})[route.method] = operation(name, route, token)
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: 'conceptloom',
      version,
      description:
        'Concept graph, walks, pairs and datasets of a workspace. Errors are `application/problem+json`; lists are paged by cursor.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    tags: [...new Set(Object.values(routes).map(({ tag }) => tag))].map((tag) => ({ name: tag })),
    paths,
    components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
  })
}

function operation(name: string, route: Route, token: boolean): ZodOpenApiOperationObject {
  const replies: Record<`${1 | 2 | 3 | 4 | 5}${string}`, ZodOpenApiResponseObject> = {}
  for (const [status, reply] of Object.entries(route.replies) as [`${2}${string}`, RouteReply<unknown>][])
    replies[status] = success(route, reply)
  for (const status of failures(route, token)) replies[`${status}` as `${4}${string}`] = failure(status)
  return {
    operationId: name,
    summary: route.summary,
    tags: [route.tag],
    security: token && route.open !== true ? [{ token: [] }] : [],
    requestParams: { path: route.params, query: route.query },
    ...(route.idempotent === true ? { parameters: [idempotencyKey] } : {}),
    ...(route.body === undefined
      ? {}
      : { requestBody: { required: true, content: { 'application/json': { schema: route.body } } } }),
    responses: replies,
  }
}

const idempotencyKey = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description:
    'The same key with the same request is given the same reply for 24 hours, and nothing is done twice.',
  schema: { type: 'string', pattern: '^[A-Za-z0-9_-]{8,200}$' },
} as const

function success(
  route: Route,
  { description, media, schema, location }: RouteReply<unknown>,
): ZodOpenApiResponseObject {
  const headers: Record<string, { description: string; schema: { type: 'string' } }> = {}
  if (location === true)
    headers['Location'] = { description: 'Path of what was made or started.', schema: { type: 'string' } }
  if ('cursor' in route.query.shape)
    headers['Link'] = { description: 'The next page, as rel="next".', schema: { type: 'string' } }
  return {
    description,
    headers,
    content: { [mediaTypes[media]]: { schema: contentSchema(media, schema) } },
  }
}

function contentSchema(
  media: ReplyMedia,
  schema: z.ZodType | undefined,
): z.ZodType | { readonly type: 'string' } {
  return media === 'json' && schema !== undefined ? schema : { type: 'string' }
}

function failures(route: Route, token: boolean): readonly number[] {
  const open = route.open === true
  const writes = route.method === 'post'
  return [
    400,
    ...(token && !open ? [401] : []),
    ...(writes ? [403] : []),
    ...(open ? [] : [404, 409]),
    ...(route.body === undefined ? [] : [413, 415]),
    421,
    ...(route.idempotent === true ? [422] : []),
    429,
    500,
    ...(route.path === '/v1/generations' || route.path.endsWith('/resume') ? [502] : []),
    503,
  ]
}

function failure(status: number): ZodOpenApiResponseObject {
  const titles = Object.values(problemKinds)
    .filter((kind) => kind.status === status)
    .map(({ title }) => title)
  return {
    description: `${titles.join('; or: ')}.`,
    content: { 'application/problem+json': { schema: problemSchema } },
  }
}
