import type { z } from 'zod'
import {
  createDocument,
  type oas31,
  type ZodOpenApiContentObject,
  type ZodOpenApiOperationObject,
  type ZodOpenApiResponseObject,
  type ZodOpenApiResponsesObject,
} from 'zod-openapi'
import { problemSchema } from './contract/problem.ts'
import { routes, type ReplyMedia, type Route, type RouteReply } from './contract/routes.ts'
import { runEventSchema } from './contract/runs.ts'
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
    components: {
      schemas: { RunEvent: runEventSchema },
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
    },
  })
}

type StatusText = keyof ZodOpenApiResponsesObject & `${number}`

function operation(name: string, route: Route, token: boolean): ZodOpenApiOperationObject {
  const replies: Record<StatusText, ZodOpenApiResponseObject> = {}
  for (const [status, reply] of Object.entries(route.replies) as [StatusText, RouteReply<unknown>][])
    replies[status] = success(route, reply)
  for (const status of failures(route, token)) replies[`${status}` as StatusText] = failure(status)
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

const idempotencyKey: oas31.ParameterObject = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description:
    'The same key with the same request is given the same reply for 24 hours, and nothing is done twice.',
  schema: { type: 'string', pattern: '^[A-Za-z0-9_-]{8,200}$' },
}

function success(
  route: Route,
  { description, media, schema, location }: RouteReply<unknown>,
): ZodOpenApiResponseObject {
  const headers: Record<string, { description: string; schema: { type: 'string' } }> = {}
  if (location === true)
    headers['Location'] = { description: 'Path of what was made or started.', schema: { type: 'string' } }
  if ('cursor' in route.query.shape)
    headers['Link'] = { description: 'The next page, as rel="next".', schema: { type: 'string' } }
  return { description, headers, content: contentOf(media, schema) }
}

function contentOf(media: ReplyMedia, schema: z.ZodType | undefined): ZodOpenApiContentObject {
  if (media === 'json' && schema !== undefined) return { [mediaTypes.json]: { schema } }
  // A schema of a stream is that of each of its events, as OpenAPI 3.2 says for `itemSchema`.
  if (media === 'events') return { [mediaTypes.events]: { schema: eventSchema } }
  // The type of a file is that of its name.
  if (media === 'file') return { '*/*': { schema: {} } }
  return { [mediaTypes[media]]: { schema: media === 'text' ? { type: 'string' } : {} } }
}

/** `contentSchema` is of JSON Schema 2020-12; the types of OpenAPI leave it out. */
const eventSchema = {
  type: 'object',
  properties: {
    id: { type: 'string', description: 'Goes back as `Last-Event-ID` to go on after this event.' },
    event: { type: 'string', enum: ['state', 'progress', 'pair'] },
    data: {
      type: 'string',
      contentMediaType: 'application/json',
      contentSchema: { $ref: '#/components/schemas/RunEvent' },
    },
    retry: { type: 'integer' },
  },
} as oas31.SchemaObject

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
