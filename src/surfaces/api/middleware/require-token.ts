import { timingSafeEqual } from 'node:crypto'
import type { RequestHandler } from 'express'
import { sha256 } from '../../../core/identity.ts'
import { ApiProblem } from '../problems.ts'

/** Lets pass who knows the token. Hashes are compared, in constant time, so neither length nor beginning is told. */
export function requireToken(token: string): RequestHandler {
  const expected = hashOf(token)
  return (request, _, next) => {
    const [, given] = /^Bearer +([^\s]+) *$/i.exec(request.get('authorization') ?? '') ?? []
    if (given !== undefined && timingSafeEqual(hashOf(given), expected)) next()
    else
      throw new ApiProblem('unauthorized', 'send `Authorization: Bearer TOKEN`', {
        headers: { 'WWW-Authenticate': 'Bearer' },
      })
  }
}

function hashOf(token: string): Buffer {
  return Buffer.from(sha256(token), 'hex')
}
