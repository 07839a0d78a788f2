import { createServer } from 'node:net'
import { UsageError } from '../../../core/errors.ts'

/**
 * The port that was asked for, or the first free one of those preferred, or any free one.
 *
 * @throws UsageError when the port that was asked for is taken
 */
export async function freePort(
  asked: number | undefined,
  preferred: readonly (number | undefined)[],
): Promise<number> {
  if (asked !== undefined) {
    if (await isFree(asked)) return asked
    throw new UsageError(`port taken: ${asked}; name another one, or leave the flag out and one is chosen`)
  }
  for (const port of preferred) if (port !== undefined && (await isFree(port))) return port
  return listen(0)
}

async function isFree(port: number): Promise<boolean> {
  return listen(port).then(
    () => true,
    () => false,
  )
}

/** Listens for a moment; gives the port. */
function listen(port: number): Promise<number> {
  const server = createServer()
  return new Promise((settle, refuse) => {
    server.once('error', refuse)
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      const address = server.address()
      server.close(() => settle(typeof address === 'object' ? (address?.port ?? 0) : 0))
    })
  })
}
