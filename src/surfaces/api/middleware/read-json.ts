import express, { type RequestHandler } from 'express'
import { ApiProblem } from '../problems.ts'

/** Reads a body of JSON. @throws ApiProblem 415 for any other body, and the parser's errors for too large or broken ones */
export function readJson(limit: number): RequestHandler {
  const parse = express.json({ limit, strict: false, type: 'application/json' })
  return (request, response, next) => {
    if (request.is('application/json') === false)
      throw new ApiProblem('unsupported-media-type', 'send the body as `Content-Type: application/json`')
    parse(request, response, next)
  }
}
