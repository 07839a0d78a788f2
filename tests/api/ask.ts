import { once } from 'node:events'
import {
  createServer,
  request,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type RequestListener,
} from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Asked {
  readonly method?: string
  readonly path?: string
  readonly headers?: Readonly<Record<string, string | readonly string[]>>
  readonly body?: string | Uint8Array
}

export interface Answered {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly text: string
  /** The body read as JSON. */
  readonly json: () => unknown
}

/** One request on a connection of its own, sent as it is given: `fetch` would mend or refuse what a test is about. */
export async function ask(
  port: number,
  { method = 'GET', path = '/', headers = {}, body }: Asked,
): Promise<Answered> {
  const call = request({
    port,
    host: '127.0.0.1',
    method,
    path,
    agent: false,
    headers: { ...headers } as Record<string, string | string[]>,
  })
  const answered = once(call, 'response') as Promise<[IncomingMessage]>
  call.end(body)
  const [response] = await answered
  const chunks: Buffer[] = []
  for await (const chunk of response) chunks.push(chunk as Buffer)
  const text = Buffer.concat(chunks).toString('utf8')
  return {
    status: response.statusCode ?? 0,
    headers: response.headers,
    text,
    json: () => JSON.parse(text) as unknown,
  }
}

/** Listens with an application while `work` asks it. */
export async function withServer<Value>(
  listener: RequestListener,
  work: (port: number) => Promise<Value>,
): Promise<Value> {
  const server = createServer(listener)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  try {
    return await work((server.address() as AddressInfo).port)
  } finally {
    server.closeAllConnections()
    server.close()
    await once(server, 'close')
  }
}
