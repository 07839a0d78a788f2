import { ConceptloomError } from '../../core/errors.ts'
import { hidePlaces } from '../../core/hide-places.ts'
import type { Problem } from './contract/problem.ts'

export type ProblemKind =
  | 'invalid-request'
  | 'unauthorized'
  | 'foreign-origin'
  | 'not-found'
  | 'method-not-allowed'
  | 'conflict'
  | 'in-progress'
  | 'body-too-large'
  | 'unsupported-media-type'
  | 'wrong-host'
  | 'idempotency-mismatch'
  | 'too-many-requests'
  | 'internal'
  | 'provider'
  | 'unavailable'

/** Every problem the service answers with. `docs/api.md` lists them; `type` is {@link problemType} of the name. */
export const problemKinds: Readonly<
  Record<ProblemKind, { readonly status: number; readonly title: string }>
> = {
  'invalid-request': { status: 400, title: 'The request does not fit the documentation' },
  unauthorized: { status: 401, title: 'A valid bearer token is needed' },
  'foreign-origin': { status: 403, title: 'Requests from pages of other origins are refused' },
  'not-found': { status: 404, title: 'There is no such thing' },
  'method-not-allowed': { status: 405, title: 'The resource has no such method' },
  conflict: { status: 409, title: 'The state of things does not allow it' },
  'in-progress': { status: 409, title: 'A request with this Idempotency-Key is being answered' },
  'body-too-large': { status: 413, title: 'The body is too large' },
  'unsupported-media-type': { status: 415, title: 'The body must be JSON' },
  'wrong-host': { status: 421, title: 'The service is not meant by this Host' },
  'idempotency-mismatch': { status: 422, title: 'The Idempotency-Key was used for another request' },
  'too-many-requests': { status: 429, title: 'Too many requests' },
  internal: { status: 500, title: 'The service is at fault' },
  provider: { status: 502, title: 'A model endpoint failed' },
  unavailable: { status: 503, title: 'The service cannot work now' },
}

/** The stable URI of a problem. */
export function problemType(kind: ProblemKind): string {
  return `urn:problem-type:conceptloom:${kind}`
}

interface ProblemParts {
  readonly errors?: Problem['errors'] & {}
  readonly headers?: Readonly<Record<string, string>>
}

/** What a handler or middleware throws to be answered with a problem. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem'
  readonly kind: ProblemKind
  readonly errors: Problem['errors']
  readonly headers: Readonly<Record<string, string>>
  constructor(kind: ProblemKind, detail: string, { errors, headers = {} }: ProblemParts = {}) {
    super(detail)
    this.kind = kind
    this.errors = errors
    this.headers = headers
  }
}

/** The problem that an error is answered with. What is not thrown on purpose tells nothing of itself. */
export function problemOf(error: unknown): ApiProblem {
  if (error instanceof ApiProblem) return error
  if (error instanceof ConceptloomError) {
    const kind = kindsByName[error.name] ?? 'internal'
    return new ApiProblem(
      kind,
      hidePlaces(error.message),
      retriable.has(kind) ? { headers: { 'Retry-After': '5' } } : {},
    )
  }
  return (
    ofParser(error) ?? new ApiProblem('internal', 'an unexpected fault; the log has it under this requestId')
  )
}

const retriable: ReadonlySet<ProblemKind> = new Set(['too-many-requests', 'unavailable'])

/** By name, so that an error of any floor is known: what is missing is 404 however it was asked for. */
const kindsByName: Readonly<Record<string, ProblemKind>> = {
  NotFoundError: 'not-found',
  UsageError: 'not-found',
  ConflictError: 'conflict',
  ConfigurationError: 'conflict',
  BudgetError: 'conflict',
  BusyError: 'too-many-requests',
  ProviderError: 'provider',
  StoreError: 'unavailable',
  InterruptedError: 'unavailable',
}

/** What reading a body throws. */
function ofParser(error: unknown): ApiProblem | undefined {
  if (!(error instanceof Error) || !('status' in error)) return undefined
  const { status } = error
  if (status === 413) return new ApiProblem('body-too-large', 'send less at once')
  if (status === 415)
    return new ApiProblem('unsupported-media-type', 'send UTF-8, plain or by gzip, deflate or br')
  if (status === 400)
    return new ApiProblem('invalid-request', 'path or body cannot be read: it is cut off or not what it says')
  return undefined
}
