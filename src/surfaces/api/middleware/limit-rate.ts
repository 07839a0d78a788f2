import type { RequestHandler } from 'express'
import { rateLimit } from 'express-rate-limit'
import { ApiProblem } from '../problems.ts'

/** At most so many requests a minute from one address, told by `RateLimit` headers. */
export function limitRate(perMinute: number): RequestHandler {
  return rateLimit({
    windowMs: 60_000,
    limit: perMinute,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    handler: (_request, _response, next, { limit }) => {
      next(
        new ApiProblem('too-many-requests', `at most ${String(limit)} requests a minute`, {
          headers: { 'Retry-After': '60' },
        }),
      )
    },
  })
}
