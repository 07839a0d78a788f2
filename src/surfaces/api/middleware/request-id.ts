import { randomUUID } from 'node:crypto'
import type { RequestHandler, Response } from 'express'

/** Gives every request an id, its own where it brings a plain one, and says it in `X-Request-Id`. */
export function requestId(): RequestHandler {
  return (request, response, next) => {
    const given = request.get('x-request-id')
    const id = given !== undefined && /^[\w.-]{1,64}$/.test(given) ? given : randomUUID()
    response.locals['requestId'] = id
    response.set('X-Request-Id', id)
    next()
  }
}

/** The id of the request that is being answered. */
export function requestIdOf(response: Response): string {
  return String(response.locals['requestId'] ?? 'unknown')
}
