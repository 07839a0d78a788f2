import express, { type Express } from 'express'
import type { Logger } from 'pino'
import type { Handlers } from './handler-types.ts'
import { checkHost, checkOrigin, type HostRules } from './middleware/check-host.ts'
import type { Metrics } from './middleware/count-requests.ts'
import { limitRate } from './middleware/limit-rate.ts'
import { limitStreams } from './middleware/limit-streams.ts'
import { logRequests } from './middleware/log-requests.ts'
import { reportProblem } from './middleware/report-problem.ts'
import { requestId } from './middleware/request-id.ts'
import { requireToken } from './middleware/require-token.ts'
import { secureHeaders } from './middleware/secure-headers.ts'
import { mountRoutes } from './mount-routes.ts'
import { ApiProblem } from './problems.ts'
import type { ReplyMemory } from './reply-memory.ts'
import { serveDocs } from './serve-docs.ts'
import { servePage } from './serve-page.ts'

export interface AppParts {
  readonly handlers: Handlers
  readonly replies: ReplyMemory
  readonly logger: Logger
  readonly metrics: Metrics
  readonly host: HostRules
  /** Asked of every request to `/v1` and `/metrics`; anyone may ask where it is absent. */
  readonly token: string | undefined
  /** Requests a minute from one address; 0 for any number. */
  readonly requestsPerMinute: number
  readonly stopping: AbortSignal
  /** Built files, where there are any. */
  readonly folders: { readonly page: string | undefined; readonly swagger: string | undefined }
}

/** Streams of events that one address may have open: a page opens one for each run it shows. */
const mostStreams = 32

/** The service as an Express application: what is asked first of a request stands first. */
export function createApp(parts: AppParts): Express {
  const { logger, token, stopping } = parts
  const app = express()
  app.disable('x-powered-by').enable('strict routing').enable('case sensitive routing')
  // Queries are read by schema, from the address itself.
  app.set('query parser', false)
  app.use(requestId(), parts.metrics.count, logRequests(logger), secureHeaders())
  app.use((_, response, next) => {
    if (stopping.aborted) response.set('Connection', 'close')
    next()
  })
  app.use(checkHost(parts.host), checkOrigin())
  if (parts.requestsPerMinute > 0) app.use(limitRate(parts.requestsPerMinute))
  const guard = token === undefined ? undefined : requireToken(token)
  const streams = limitStreams(mostStreams)
  mountRoutes(app, { handlers: parts.handlers, replies: parts.replies, guard, streams, stopping })
  serveDocs(app, parts.folders.swagger)
  servePage(app, parts.folders.page)
  app.use(() => {
    throw new ApiProblem('not-found', 'no such address; /docs lists all')
  })
  app.use(reportProblem(logger))
  return app
}
