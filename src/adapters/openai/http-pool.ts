import { createInterface } from 'node:readline'
import type { Dispatcher } from 'undici'

/** The reply is longer than the cap; its connection was closed. */
class ResponseTooLargeError extends Error {
  override readonly name = 'ResponseTooLargeError'
}

export interface HttpPoolOptions {
  /** Most open connections to the endpoint. */
  readonly connections: number
  /** Most bytes of one reply. */
  readonly maxResponseBytes: number
}

/** Pooled connections to one endpoint. */
export interface HttpPool {
  /** As the global `fetch`, but it resolves when the whole body is here, never follows a redirect, and stops at the cap. */
  readonly fetch: typeof globalThis.fetch
  /** Lines of a file of any length; a single line is capped. */
  lines(url: string, headers: Readonly<Record<string, string>>): AsyncIterable<string>
  close(): Promise<void>
}

/** Opens a pool; `undici` is loaded here and not before. */
export async function openHttpPool({ connections, maxResponseBytes }: HttpPoolOptions): Promise<HttpPool> {
  const { Agent } = await import('undici')
  const agent = new Agent({
    connections,
    pipelining: 1,
    keepAliveTimeout: 30_000,
    // Time limits are the caller's: a reasoning model may think for many minutes before its first byte.
    headersTimeout: 0,
    bodyTimeout: 0,
    maxHeaderSize: 65_536,
  })

  async function cappedFetch(input: string | URL | Request, init: RequestInit = {}): Promise<Response> {
    const url = input instanceof Request ? input.url : input.toString()
    const target = new URL(url)
    const headers = new Headers(init.headers)
    const reply = await agent.request({
      origin: target.origin,
      path: target.pathname + target.search,
      method: (init.method ?? 'GET') as Dispatcher.HttpMethod,
      body: await bodyOf(init.body, headers),
      headers,
      signal: init.signal ?? null,
    })
    const text = await readCapped(reply.body, maxResponseBytes)
    return wholeResponse(reply, text)
  }

  return {
    fetch: cappedFetch as typeof globalThis.fetch,
    async *lines(url, headers) {
      const target = new URL(url)
      const reply = await agent.request({
        origin: target.origin,
        path: target.pathname + target.search,
        method: 'GET',
        headers,
      })
      if (reply.statusCode !== 200) {
        await reply.body.dump()
        throw new Error(`download failed: status ${reply.statusCode}`)
      }
      for await (const line of createInterface({ input: reply.body, crlfDelay: Number.POSITIVE_INFINITY })) {
        if (line.length > maxResponseBytes) throw new ResponseTooLargeError(`line too long: ${line.length}`)
        if (line !== '') yield line
      }
    },
    close: () => agent.destroy(),
  }
}

/**
 * What the client reads of a response, over a body that is here already. A `Response` would wrap the text in a stream and sort its
 * headers for each reply, which costs as much as sending the request.
 */
function wholeResponse({ statusCode, headers }: Dispatcher.ResponseData, text: string): Response {
  const held = new Map<string, string>()
  for (const [name, value] of Object.entries(headers))
    if (value !== undefined) held.set(name.toLowerCase(), Array.isArray(value) ? value.join(', ') : value)
  const response: Pick<Response, 'status' | 'statusText' | 'ok' | 'body' | 'text' | 'json'> = {
    status: statusCode,
    statusText: '',
    ok: statusCode >= 200 && statusCode < 300,
    body: null,
    text: async () => text,
    json: async () => JSON.parse(text) as unknown,
  }
  const lookUp = {
    get: (name: string): string | null => held.get(name.toLowerCase()) ?? null,
    has: (name: string): boolean => held.has(name.toLowerCase()),
    entries: () => held.entries(),
    [Symbol.iterator]: () => held.entries(),
  }
  return { ...response, headers: lookUp } as unknown as Response
}

/** A form (an upload) is encoded here, and the headers are told its boundary. */
async function bodyOf(body: RequestInit['body'], headers: Headers): Promise<string | Uint8Array | null> {
  if (!(body instanceof FormData)) return (body ?? null) as string | null
  const encoded = new Response(body)
  headers.set('content-type', encoded.headers.get('content-type') ?? '')
  return new Uint8Array(await encoded.arrayBuffer())
}

function readCapped(body: Dispatcher.ResponseData['body'], cap: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    body.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size > cap) body.destroy(new ResponseTooLargeError(`reply too large: more than ${cap} bytes`))
      else chunks.push(chunk)
    })
    body.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')))
    body.on('error', reject)
    body.on('close', () => reject(new Error('connection closed within the reply')))
  })
}
