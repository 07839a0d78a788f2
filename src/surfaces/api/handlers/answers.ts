import { ApiProblem } from '../problems.ts'

export function ok<Body>(body: Body): { readonly status: 200; readonly body: Body } {
  return { status: 200, body }
}

export function created<Body>(body: Body): { readonly status: 201; readonly body: Body } {
  return { status: 201, body }
}

/** What was asked for by id or name. @throws ApiProblem 404 where it is absent */
export function found<Value>(value: Value | undefined, what: string, name: string): Value {
  if (value === undefined) throw new ApiProblem('not-found', `no such ${what}: ${name}`)
  return value
}
