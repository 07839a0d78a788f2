import { connect, createServer, type Server, type Socket } from 'node:net'
import { randomAt, randomKey } from '../../src/core/random.ts'

/** A TCP proxy that cuts connections after a drawn number of bytes, in either direction. */
export interface CuttingProxy {
  readonly port: number
  /** Connections cut so far. */
  readonly cuts: () => number
  close(): Promise<void>
}

/** Cuts `limit` connections, then leaves all alone. */
export async function startCuttingProxy(
  target: number,
  { limit, least, most, seed }: { limit: number; least: number; most: number; seed: number },
): Promise<CuttingProxy> {
  let cuts = 0
  let opened = 0
  const sockets = new Set<Socket>()
  const server: Server = createServer((client) => {
    const upstream = connect({ port: target, host: '127.0.0.1' })
    let left = randomAt(randomKey('cuts', seed), opened++).integer(least, most)
    const end = (): void => {
      client.destroy()
      upstream.destroy()
    }
    const pass = (to: Socket) => (chunk: Buffer) => {
      if (cuts < limit && chunk.length >= left) {
        cuts += 1
        // What was let through before the cut may be half a message.
        to.write(chunk.subarray(0, left), () => end())
        left = Infinity
        return
      }
      left -= chunk.length
      to.write(chunk)
    }
    client.on('data', pass(upstream))
    upstream.on('data', pass(client))
    for (const socket of [client, upstream]) {
      sockets.add(socket)
      socket.on('error', end)
      socket.on('close', end)
    }
  })
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle))
  const address = server.address()
  return {
    port: typeof address === 'object' ? (address?.port ?? 0) : 0,
    cuts: () => cuts,
    close: () =>
      new Promise((settle) => {
        for (const socket of sockets) socket.destroy()
        server.close(() => settle())
      }),
  }
}
