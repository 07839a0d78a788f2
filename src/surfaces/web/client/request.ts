import { type Signal, signal } from '@preact/signals'
import type { Problem } from '../../api/contract/problem.ts'
import { addressOf, type QueryChanges } from '../router/place.ts'

/** The service refused, or could not be reached (`status` 0). */
export class RequestFailure extends Error {
  readonly problem: Problem

  constructor(problem: Problem) {
    super(problem.detail)
    this.name = 'RequestFailure'
    this.problem = problem
  }
}

export interface Answer<Value> {
  readonly status: number
  /** Of the run or other thing that was made. */
  readonly location: string | undefined
  readonly value: Value
}

/** Whether the service asked for a token that this page does not have. */
export const needsToken: Signal<boolean> = signal(false)

const tokenKey = 'conceptloom.token'

/** Keeps the token until the tab is closed. */
export function useToken(token: string): void {
  sessionStorage.setItem(tokenKey, token)
  needsToken.value = false
}

export function hasToken(): boolean {
  return sessionStorage.getItem(tokenKey) !== null
}

/** Reads a resource. @throws {RequestFailure} */
export async function getJson<Value>(
  path: string,
  query: QueryChanges = {},
  signal?: AbortSignal,
): Promise<Value> {
  const { value } = await send<Value>(addressOf(path, query), signal === undefined ? {} : { signal })
  return value
}

/** Sends a body and gives what came back. @throws {RequestFailure} */
export async function sendJson<Value>(
  method: 'POST' | 'PUT' | 'DELETE',
  path: string,
  body?: unknown,
): Promise<Answer<Value>> {
  return await send<Value>(path, {
    method,
    ...(body === undefined
      ? {}
      : { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
  })
}

/** The body of a resource that goes on and on, behind the event `last` where one is given. @throws {RequestFailure} */
export async function openStream(
  path: string,
  { last, signal }: { readonly last: string | undefined; readonly signal: AbortSignal },
): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
  const headers = new Headers(last === undefined ? {} : { 'Last-Event-ID': last })
  headers.set('Accept', 'text/event-stream')
  const { body } = await reachWithToken(path, { headers, signal })
  return body ?? new ReadableStream({ start: (controller) => controller.close() })
}

/** A file as the service has it. @throws {RequestFailure} */
export async function getFile(path: string): Promise<Blob> {
  return (await reachWithToken(path, {})).blob()
}

async function send<Value>(address: string, options: RequestInit): Promise<Answer<Value>> {
  const headers = new Headers(options.headers)
  headers.set('Accept', 'application/json')
  const response = await reachWithToken(address, { ...options, headers })
  return {
    status: response.status,
    location: response.headers.get('Location') ?? undefined,
    value: (response.status === 204 ? undefined : await response.json()) as Value,
  }
}

async function reachWithToken(address: string, options: RequestInit): Promise<Response> {
  const headers = new Headers(options.headers)
  const token = sessionStorage.getItem(tokenKey)
  if (token !== null) headers.set('Authorization', `Bearer ${token}`)
  const response = await reach(address, { ...options, headers })
  if (response.status === 401) needsToken.value = true
  if (!response.ok) throw new RequestFailure(await problemOf(response))
  return response
}

async function reach(address: string, options: RequestInit): Promise<Response> {
  try {
    return await fetch(address, options)
  } catch (cause) {
    if (options.signal?.aborted === true) throw cause
    throw new RequestFailure({
      type: 'about:blank',
      title: 'The service does not answer',
      status: 0,
      detail: 'Nothing came back. Is `conceptloom serve` still running?',
      requestId: '',
    })
  }
}

async function problemOf(response: Response): Promise<Problem> {
  const text = await response.text()
  try {
    const problem = JSON.parse(text) as Problem
    if (typeof problem.title === 'string' && typeof problem.detail === 'string') return problem
  } catch {
    // Not JSON: something between the page and the service answered.
  }
  return {
    type: 'about:blank',
    title: `The service answered ${response.status}`,
    status: response.status,
    detail: response.statusText,
    requestId: response.headers.get('X-Request-Id') ?? '',
  }
}
