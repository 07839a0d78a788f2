import type { RequestHandler } from 'express'
import type { Logger } from 'pino'
import { pinoHttp } from 'pino-http'
import { requestIdOf } from './request-id.ts'

/** One line a request: method, path, status and time. No header, no query, no body: what is secret cannot slip in. */
export function logRequests(logger: Logger): RequestHandler {
  return pinoHttp({
    logger,
    genReqId: (_, response) => requestIdOf(response as never),
    serializers: {
      req: (request: { readonly id: unknown; readonly method: string; readonly url: string }) => ({
        id: request.id,
        method: request.method,
        path: request.url.split('?', 1)[0]?.slice(0, 300),
      }),
      res: ({ statusCode }: { readonly statusCode: number }) => ({ statusCode }),
    },
    customLogLevel: (_, response, error) =>
      error !== undefined || response.statusCode >= 500 ? 'error' : 'info',
  }) as unknown as RequestHandler
}
