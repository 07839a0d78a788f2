import { join } from 'node:path'
import { pino, type Logger } from 'pino'
import { ConfigurationError } from '../../core/errors.ts'
import type { Explorer } from '../../pipeline/explore/explorer.ts'
import type { Service } from '../../pipeline/serving/service.ts'
import { createApp } from './create-app.ts'
import { pageFolder, swaggerFolder } from './find-assets.ts'
import { createHandlers } from './handlers/create-handlers.ts'
import { isLoopback } from './middleware/check-host.ts'
import { createMetrics } from './middleware/count-requests.ts'
import { openReplyMemory } from './reply-memory.ts'
import { startServer } from './start-server.ts'

export interface ServeOptions {
  readonly host: string
  /** 0 for any free one. */
  readonly port: number
  readonly token: string | undefined
  /** Further names in `Host` that are let pass. */
  readonly allowedHosts: readonly string[]
  /** Requests a minute from one address, 0 for any number; by default 60,000 on loopback and 1,200 elsewhere. */
  readonly requestsPerMinute: number | undefined
  readonly version: string
  readonly logger: Logger
  /** Models that generations may name. */
  readonly models: readonly string[]
  /** Folder of the workspace: kept replies stand there. */
  readonly workspace: string
}

export interface Serving {
  /** The address, as a browser takes it. */
  readonly url: string
  /** Stops accepting, answers what was asked, stores what is in flight, and closes all. */
  stop(): Promise<void>
}

/** Milliseconds that requests have to be answered in when the service stops. */
const grace = 20_000

/** Shortest token: 16 characters of 64 kinds are 96 bits. */
const shortestToken = 16

/**
 * Serves a workspace over HTTP. The service and the explorer are closed when it stops.
 *
 * @throws ConfigurationError for a bind beyond this machine without a token, or a token that can be guessed
 * @throws UsageError where the address cannot be listened on
 */
export async function serve(
  { service, explorer }: { readonly service: Service; readonly explorer: Explorer },
  options: ServeOptions,
): Promise<Serving> {
  checkToken(options)
  const { host, port, token, version, models, logger } = options
  const stopping = new AbortController()
  const metrics = createMetrics(() => service.runs.load())
  const folders = { page: pageFolder(), swagger: swaggerFolder() }
  const app = createApp({
    handlers: createHandlers({
      service,
      explorer,
      version,
      models,
      token: token !== undefined,
      page: folders.page !== undefined,
      registry: metrics.registry,
      stopping: stopping.signal,
      probe: () => service.runs.list(),
    }),
    replies: openReplyMemory(join(options.workspace, 'replies.jsonl')),
    logger,
    metrics,
    host: { bound: host, names: options.allowedHosts },
    token,
    requestsPerMinute: options.requestsPerMinute ?? (isLoopback(host) ? 60_000 : 1200),
    stopping: stopping.signal,
    folders,
  })
  const server = await startServer(app, { host, port })
  let stopped: Promise<void> | undefined
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${server.port}/`,
    stop() {
      stopped ??= (async () => {
        stopping.abort()
        await server.stop(grace)
        await explorer.close()
        await service.close()
      })()
      return stopped
    },
  }
}

/** @throws ConfigurationError */
function checkToken({ host, token }: ServeOptions): void {
  if (token === undefined && !isLoopback(host)) {
    throw new ConfigurationError(
      `host: ${host} is reached from other machines, so a token is needed: give --token-file FILE, or set API_TOKEN`,
    )
  }
  if (token !== undefined && !new RegExp(String.raw`^[\x21-\x7e]{${shortestToken},}$`).test(token)) {
    throw new ConfigurationError(
      `token: give ${shortestToken} or more printable characters without spaces, for example \`openssl rand -hex 24\``,
    )
  }
}

/** The log of a service: JSON lines on standard error. What could be secret is left out of it once more here. */
export function serviceLogger(level: string): Logger {
  return pino(
    {
      level,
      redact: {
        paths: ['*.authorization', '*.cookie', '*.token', '*.headers', '*.body', 'req.headers', 'err.config'],
        remove: true,
      },
    },
    pino.destination(2),
  )
}
