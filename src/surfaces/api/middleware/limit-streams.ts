import type { RequestHandler } from 'express'
import { ipKeyGenerator } from 'express-rate-limit'
import { ApiProblem } from '../problems.ts'

/** At most so many streams open at once to one address; each holds a socket and reads the store for as long as its client likes. */
export function limitStreams(most: number): RequestHandler {
  const open = new Map<string, number>()
  return (request, response, next) => {
    // Only its headers are answered.
    if (request.method === 'HEAD') return next()
    const address = ipKeyGenerator(request.ip ?? '')
    const held = open.get(address) ?? 0
    if (held >= most)
      throw new ApiProblem('too-many-requests', `at most ${most} streams of events at once; close one`, {
        headers: { 'Retry-After': '5' },
      })
    open.set(address, held + 1)
    response.once('close', () => {
      const left = (open.get(address) ?? 1) - 1
      if (left > 0) open.set(address, left)
      else open.delete(address)
    })
    next()
  }
}
