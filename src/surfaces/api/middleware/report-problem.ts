import type { ErrorRequestHandler, Request, Response } from 'express'
import type { Logger } from 'pino'
import type { Problem } from '../contract/problem.ts'
import { problemKinds, problemOf, problemType, type ApiProblem } from '../problems.ts'
import { requestIdOf } from './request-id.ts'

/** Answers with the problem that an error is; the log keeps what the answer does not tell. */
export function reportProblem(logger: Logger): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    const problem = problemOf(error)
    const { status } = problemKinds[problem.kind]
    if (status >= 500) logger.error({ requestId: requestIdOf(response), err: error }, 'request failed')
    if (response.headersSent) {
      // A reply that was begun cannot be taken back: cutting it off tells that it is not whole.
      response.destroy()
      return
    }
    // A body that was not read would stand before the next request of this connection.
    if (hasBody(request) && !request.readableEnded) response.set('Connection', 'close')
    sendProblem(response, problem)
    void next
  }
}

function sendProblem(response: Response, problem: ApiProblem): void {
  const { status, title } = problemKinds[problem.kind]
  const body: Problem = {
    type: problemType(problem.kind),
    title,
    status,
    detail: problem.message,
    requestId: requestIdOf(response),
    ...(problem.errors === undefined ? {} : { errors: problem.errors }),
  }
  response.status(status).set(problem.headers).set('Cache-Control', 'no-store')
  response.type('application/problem+json').send(JSON.stringify(body))
}

function hasBody({ headers }: Request): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0
}
