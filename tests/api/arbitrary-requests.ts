import fc from 'fast-check'

/** A request, and whether the OpenAPI document accepts it. */
export interface DrawnRequest {
  readonly operation: string
  readonly method: string
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array
  readonly accepted: boolean
}

type Schema = Readonly<Record<string, unknown>>

interface Parameter {
  readonly name: string
  readonly in: 'path' | 'query' | 'header'
  readonly required?: boolean
  readonly schema: Schema
}

interface Operation {
  readonly operationId: string
  readonly parameters?: readonly Parameter[]
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> }
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> }
}

export interface RequestOptions {
  /** Ids and names that exist, so that requests get beyond the look-up. */
  readonly known: readonly string[]
  /** Most of a number by the name of its field, where the document's own would start long work. */
  readonly caps: Readonly<Record<string, number>>
  readonly leaveOut: readonly string[]
}

/** Requests drawn from the schemas of an OpenAPI document, whole ones and spoiled ones. */
export function arbitraryRequests(document: object, options: RequestOptions): fc.Arbitrary<DrawnRequest> {
  const { paths, components } = document as Document
  const drawn = Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations)
      .filter(([, { operationId }]) => !options.leaveOut.includes(operationId))
      .map(([method, operation]) =>
        requestOf({ path, method, operation }, valuesOf(components.schemas, options)),
      ),
  )
  return fc.oneof(...drawn)
}

interface Place {
  readonly path: string
  readonly method: string
  readonly operation: Operation
}

type Values = (schema: Schema, name?: string) => fc.Arbitrary<unknown>

function requestOf({ path, method, operation }: Place, values: Values): fc.Arbitrary<DrawnRequest> {
  const parameters = operation.parameters ?? []
  const bodySchema = operation.requestBody?.content['application/json']?.schema
  const given = (place: Parameter['in']): fc.Arbitrary<Record<string, unknown>> => {
    const here = parameters.filter((parameter) => parameter.in === place)
    return fc.record(Object.fromEntries(here.map(({ name, schema }) => [name, values(schema, name)])), {
      requiredKeys: here.filter(({ required }) => required === true).map(({ name }) => name),
    })
  }
  const whole = fc.record({
    params: given('path'),
    query: given('query'),
    headers: given('header'),
    body: bodySchema === undefined ? fc.constant(undefined) : values(bodySchema),
  })
  return whole.chain(({ params, query, headers, body }) => {
    const request: DrawnRequest = {
      operation: operation.operationId,
      method: method.toUpperCase(),
      path:
        path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(params[name]))) +
        queryOf(query),
      headers: {
        ...(headers as Record<string, string>),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      accepted: true,
    }
    return fc.oneof(
      { weight: 2, arbitrary: fc.constant(request) },
      { weight: 3, arbitrary: spoiled(request, body) },
    )
  })
}

function queryOf(query: Readonly<Record<string, unknown>>): string {
  const entries = Object.entries(query).map(([name, value]): [string, string] => [name, String(value)])
  return entries.length === 0 ? '' : `?${new URLSearchParams(entries).toString()}`
}

/** The same request with something wrong in it, or something that may be. */
function spoiled(request: DrawnRequest, body: unknown): fc.Arbitrary<DrawnRequest> {
  const change = (part: fc.Arbitrary<Partial<DrawnRequest>>): fc.Arbitrary<DrawnRequest> =>
    part.map((changed) => ({ ...request, ...changed, accepted: false }))
  const join = request.path.includes('?') ? '&' : '?'
  const anyText = fc.string({ unit: 'binary', maxLength: 200 })
  const changes = [
    change(fc.webQueryParameters().map((text) => ({ path: `${request.path}${join}${text}` }))),
    change(
      fc
        .tuple(
          fc.constantFrom('limit', 'cursor', 'run', 'text', 'nodes', '__proto__', 'constructor'),
          anyText,
        )
        .map(([name, text]) => ({ path: `${request.path}${join}${name}=${encodeText(text)}` })),
    ),
    change(fc.webPath().map((path) => ({ path: encodeURI(`/v1${path}`) }))),
    change(anyText.map((text) => ({ path: `${request.path.split('?', 1)[0]}/${encodeText(text)}` }))),
    change(
      fc.constantFrom('PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD').map((method) => ({ method, body: '' })),
    ),
    change(
      fc
        .tuple(
          fc.constantFrom(
            'range',
            'if-none-match',
            'last-event-id',
            'accept',
            'cookie',
            'expect',
            'authorization',
          ),
          headerText,
        )
        .map(([name, text]) => ({ headers: { ...request.headers, [name]: name === 'expect' ? 'x' : text } })),
    ),
  ]
  if (body !== undefined) {
    const json = { ...request.headers, 'content-type': 'application/json' }
    changes.push(
      change(fc.uint8Array({ maxLength: 400 }).map((bytes) => ({ body: bytes, headers: json }))),
      change(fc.json({ maxDepth: 4 }).map((text) => ({ body: text, headers: json }))),
      change(headerText.map((text) => ({ headers: { ...request.headers, 'content-type': text } }))),
      change(
        fc.tuple(anyText, fc.jsonValue()).map(([name, value]) => ({
          body: JSON.stringify({ ...(body as object), [name]: value }),
          headers: json,
        })),
      ),
      change(
        fc
          .tuple(fc.constantFrom(...Object.keys(body as object), '__proto__'), fc.jsonValue())
          .map(([name, value]) => ({
            body: JSON.stringify(
              Object.defineProperty({ ...(body as object) }, name, { value, enumerable: true }),
            ),
            headers: json,
          })),
      ),
      change(
        fc
          .integer({ min: 1, max: 20_000 })
          .map((depth) => ({ body: '['.repeat(depth) + ']'.repeat(depth), headers: json })),
      ),
    )
  }
  return fc.oneof(...changes)
}

const headerText = fc.stringMatching(/^[\x21-\x7e]([\x20-\x7e]{0,60}[\x21-\x7e])?$/)

function encodeText(text: string): string {
  return encodeURIComponent(text.toWellFormed())
}

/** Values that a schema accepts. Covers what the document uses of JSON Schema; anything else is an error of this file. */
function valuesOf(components: Readonly<Record<string, Schema>>, { known, caps }: RequestOptions): Values {
  const values: Values = (schema, name = '') => {
    const reference = schema['$ref']
    if (typeof reference === 'string')
      return values(components[reference.slice(reference.lastIndexOf('/') + 1)] as Schema, name)
    if ('const' in schema) return fc.constant(schema['const'])
    if (Array.isArray(schema['enum'])) return fc.constantFrom(...(schema['enum'] as unknown[]))
    const choices = (schema['oneOf'] ?? ('type' in schema ? undefined : schema['anyOf'])) as
      | readonly Schema[]
      | undefined
    if (choices !== undefined) return fc.oneof(...choices.map((choice) => values(choice, name)))
    const type = schema['type']
    if (type === 'string') return stringsOf(schema, known)
    if (type === 'integer' || type === 'number') return numbersOf(schema, caps[name])
    if (type === 'array')
      return fc.array(values(schema['items'] as Schema), {
        minLength: (schema['minItems'] as number | undefined) ?? 0,
        maxLength: Math.min((schema['maxItems'] as number | undefined) ?? 5, 5),
      })
    if (type === 'object') return objectsOf(schema, values)
    throw new Error(`no values for ${JSON.stringify(schema)}`)
  }
  return values
}

function stringsOf(schema: Schema, known: readonly string[]): fc.Arbitrary<string> {
  const { minLength = 0, maxLength = 60 } = schema as { minLength?: number; maxLength?: number }
  if (typeof schema['pattern'] !== 'string')
    return fc.string({ unit: 'binary', minLength, maxLength: Math.min(maxLength, 60) })
  const pattern = new RegExp(schema['pattern'], 'u')
  const fits = known.filter((text) => pattern.test(text))
  const any = fc
    .stringMatching(pattern, { maxLength: Math.min(maxLength, 60) })
    .filter((text) => Array.from(text).length <= maxLength)
  return fits.length === 0
    ? any
    : fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...fits) }, { weight: 1, arbitrary: any })
}

function numbersOf(schema: Schema, cap: number | undefined): fc.Arbitrary<number> {
  const {
    minimum = 0,
    maximum = 1000,
    exclusiveMinimum,
  } = schema as Readonly<Record<string, number | undefined>>
  const max = Math.min(maximum, cap ?? maximum)
  if (schema['type'] === 'integer') return fc.integer({ min: minimum, max: Math.min(max, 2 ** 31 - 1) })
  return fc.double({
    min: exclusiveMinimum ?? minimum,
    max,
    noNaN: true,
    minExcluded: exclusiveMinimum !== undefined,
  })
}

function objectsOf(schema: Schema, values: Values): fc.Arbitrary<unknown> {
  const properties = schema['properties'] as Readonly<Record<string, Schema>>
  const required = (schema['required'] ?? []) as readonly string[]
  const object = fc.record(
    Object.fromEntries(Object.entries(properties).map(([name, held]) => [name, values(held, name)])),
    { requiredKeys: [...required], noNullPrototype: true },
  )
  return object.filter((value) => {
    const has = (part: Schema): boolean =>
      ((part['required'] ?? []) as string[]).every((name) => name in value)
    const { anyOf } = schema as { readonly anyOf?: readonly Schema[] }
    return anyOf === undefined || anyOf.some(has)
  })
}
