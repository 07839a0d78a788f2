import { z } from 'zod'
import type { Problem } from './contract/problem.ts'
import type { Route } from './contract/routes.ts'
import { ApiProblem } from './problems.ts'

type Fault = NonNullable<Problem['errors']>[number]

/** The path's parameters. One that cannot be an id is the id of nothing. @throws ApiProblem 404 */
export function readParams(route: Route, given: Readonly<Record<string, unknown>>): object {
  const parsed = route.params.safeParse(given)
  if (parsed.success) return parsed.data
  const faults = faultsOf(parsed.error, '/path')
  throw new ApiProblem('not-found', faults.map(({ detail }) => detail).join('; '), { errors: faults })
}

/** The query string. @throws ApiProblem 400 */
export function readQuery(route: Route, url: string): object {
  const start = url.indexOf('?')
  const given: Record<string, unknown> = {}
  const faults: Fault[] = []
  for (const [name, text] of new URLSearchParams(start === -1 ? '' : url.slice(start + 1))) {
    if (Object.hasOwn(given, name))
      faults.push({ pointer: pointerTo('/query', [name]), detail: 'give it once' })
    Object.defineProperty(given, name, {
      value: typed(route, name, text),
      enumerable: true,
      configurable: true,
    })
  }
  const parsed = route.query.safeParse(given)
  if (!parsed.success) faults.push(...faultsOf(parsed.error, '/query'))
  else if (faults.length === 0) return parsed.data
  throw invalid(faults)
}

/** The body, which JSON was read from. @throws ApiProblem 400 */
export function readBody(route: Route, given: unknown): unknown {
  if (route.body === undefined) return undefined
  if (given === undefined) throw invalid([{ pointer: '/body', detail: 'a body of JSON is missing' }])
  const parsed = route.body.safeParse(given)
  if (parsed.success) return parsed.data
  throw invalid(faultsOf(parsed.error, '/body'))
}

/** Everything is text in a query string: numbers are read where a number is asked for, as JSON writes them. */
function typed(route: Route, name: string, text: string): unknown {
  const shape: Readonly<Record<string, z.core.$ZodType>> = route.query.shape
  const field = Object.hasOwn(shape, name) ? shape[name] : undefined
  if (field === undefined || !isNumeric(field)) return text
  return /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(text) ? Number(text) : text
}

function isNumeric(schema: z.core.$ZodType): boolean {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodExactOptional)
    return isNumeric(schema.def.innerType)
  return schema instanceof z.ZodNumber
}

function invalid(faults: readonly Fault[]): ApiProblem {
  const [first] = faults
  const more = faults.length > 1 ? ` (and ${faults.length - 1} more)` : ''
  return new ApiProblem('invalid-request', `${first?.pointer}: ${first?.detail}${more}`, { errors: faults })
}

const shownFaults = 20

function faultsOf({ issues }: Pick<z.ZodError, 'issues'>, root: string): readonly Fault[] {
  return issues.slice(0, shownFaults).flatMap((issue) => {
    const here = pointerTo(root, issue.path)
    if (issue.code === 'invalid_union') {
      // What comes nearest to a choice is most likely meant by it.
      const [nearest] = issue.errors.toSorted((left, right) => left.length - right.length)
      if (nearest !== undefined) return faultsOf({ issues: nearest }, here)
    }
    const names =
      issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 5).map((key) => key.slice(0, 60)) : []
    const unknown = `unknown: ${names.map((name) => JSON.stringify(name)).join(', ')}`
    return [{ pointer: here, detail: names.length > 0 ? unknown : issue.message }]
  })
}

/** A JSON pointer (RFC 6901). */
function pointerTo(root: string, path: readonly PropertyKey[]): string {
  return [
    root,
    ...path.map((part) => String(part).slice(0, 100).replaceAll('~', '~0').replaceAll('/', '~1')),
  ].join('/')
}
