import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { UsageError } from '../../core/errors.ts'

export interface RunningServer {
  readonly host: string
  readonly port: number
  /** Stops accepting, waits for what is being answered, at most `grace` milliseconds, then cuts the rest off. */
  stop(grace: number): Promise<void>
}

export interface Binding {
  readonly host: string
  /** 0 for any free one. */
  readonly port: number
}

/** Connections open at once; what comes beyond them is turned away rather than served badly. */
const mostConnections = 2048

/**
 * Listens, with limits on how slowly a client may speak: one that dribbles its request holds a socket and nothing else, for ten
 * seconds at most.
 *
 * @throws UsageError where the address cannot be listened on
 */
export async function startServer(
  listener: RequestListener,
  { host, port }: Binding,
): Promise<RunningServer> {
  const server = createServer(
    {
      headersTimeout: 10_000,
      requestTimeout: 30_000,
      keepAliveTimeout: 10_000,
      connectionsCheckingInterval: 1000,
      maxHeaderSize: 16_384,
    },
    listener,
  )
  server.maxConnections = mostConnections
  // What else is expected than `100-continue` may be left unheeded (RFC 9110 §10.1.1), and is then answered like any request.
  server.on('checkExpectation', listener)
  server.listen({ host, port })
  try {
    await once(server, 'listening')
  } catch (error) {
    throw new UsageError(
      `cannot listen on ${host}:${port}: ${reasonOf(error)}; choose another --port or --host`,
      {
        cause: error,
      },
    )
  }
  const address = server.address() as AddressInfo
  return {
    host: address.address,
    port: address.port,
    async stop(grace) {
      const closed = once(server, 'close')
      server.close()
      server.closeIdleConnections()
      const cut = setTimeout(() => server.closeAllConnections(), grace)
      await closed
      clearTimeout(cut)
    },
  }
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'EADDRINUSE') return 'something listens there already'
  if (code === 'EACCES') return 'not allowed'
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return 'not an address of this machine'
  return error instanceof Error ? error.message : String(error)
}
