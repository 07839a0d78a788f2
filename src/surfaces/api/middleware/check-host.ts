import { isIP } from 'node:net'
import { hostname } from 'node:os'
import type { RequestHandler } from 'express'
import { ApiProblem } from '../problems.ts'

/** True for the names and addresses by which only this machine is reached. */
export function isLoopback(host: string): boolean {
  const name = unbracketed(host.toLowerCase())
  return name === 'localhost' || name === '::1' || /^127(?:\.\d{1,3}){3}$/.test(name)
}

export interface HostRules {
  /** What the service is bound to. */
  readonly bound: string
  /** Further names that it is known by. */
  readonly names: readonly string[]
}

/**
 * Refuses a `Host` that is not the service's: a page whose name was bound anew to this machine (DNS rebinding) must not reach it.
 * Addresses are let pass where the service is bound to more than this machine, for rebinding needs a name.
 */
export function checkHost({ bound, names }: HostRules): RequestHandler {
  const known = new Set([bound, hostname(), ...names].map((name) => name.toLowerCase()))
  const open = !isLoopback(bound)
  return (request, _, next) => {
    const name = nameOf(request.headers.host)
    if (
      name !== undefined &&
      (isLoopback(name) || known.has(name) || (open && isIP(unbracketed(name)) !== 0))
    )
      next()
    else
      throw new ApiProblem(
        'wrong-host',
        'ask by the address the service printed, or name the host with --allow-host',
      )
  }
}

/** The origin that a page of this service has, whatever brought the request here. */
export function checkOrigin(): RequestHandler {
  return (request, _, next) => {
    if (['GET', 'HEAD'].includes(request.method)) return next()
    const { origin, host } = request.headers
    const site = request.get('sec-fetch-site')
    const foreign =
      (origin !== undefined && hostOfOrigin(origin) !== host?.toLowerCase()) ||
      (site !== undefined && site !== 'same-origin' && site !== 'none')
    if (foreign)
      throw new ApiProblem('foreign-origin', 'only pages of this service may write through a browser')
    next()
  }
}

function hostOfOrigin(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined
}

/** The name before the port. */
function nameOf(host: string | undefined): string | undefined {
  return /^(\[[0-9a-f:.]+\]|[a-z0-9._-]+)(?::\d{1,5})?$/.exec(host?.toLowerCase() ?? '')?.[1]
}

function unbracketed(host: string): string {
  return host.startsWith('[') ? host.slice(1, -1) : host
}
