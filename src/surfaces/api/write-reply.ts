import { once } from 'node:events'
import { basename } from 'node:path'
import { createSession } from 'better-sse'
import type { Request, Response } from 'express'
import type { Download, EventStream } from './contract/route-types.ts'
import type { ReplyMedia } from './contract/routes.ts'
import { mediaTypes } from './openapi-document.ts'

interface Reply {
  readonly status: number
  readonly body: unknown
  readonly location?: string
}

/** Writes what a handler gave, in the way of its route. Resolves when all of it is handed over. */
export async function writeReply(
  {
    request,
    response,
    media,
  }: { readonly request: Request; readonly response: Response; readonly media: ReplyMedia },
  { status, body, location }: Reply,
): Promise<void> {
  response.status(status)
  if (location !== undefined) response.set('Location', location)
  response.set('Cache-Control', request.method === 'POST' ? 'no-store' : 'no-cache')
  if (media === 'events')
    return writeEvents(request, response, body as EventStream<{ readonly type: string }>)
  if (media === 'file') return sendFile(response, body as Download)
  if (media === 'json') {
    linkNext(request, response, body)
    response.json(body)
    return
  }
  response.type(mediaTypes[media]).send(body)
}

/** The next page, as RFC 8288 names it. */
function linkNext(request: Request, response: Response, body: unknown): void {
  if (typeof body !== 'object' || body === null || !('next' in body) || typeof body.next !== 'string') return
  const address = new URL(request.originalUrl, 'http://here')
  address.searchParams.set('cursor', body.next)
  response.set('Link', `<${address.pathname}${address.search}>; rel="next"`)
}

/** A comment goes out this often, so that what stands between does not take a quiet stream for a dead one. */
const heartbeat = 15_000

async function writeEvents(
  request: Request,
  response: Response,
  events: EventStream<{ readonly type: string }>,
): Promise<void> {
  if (request.method === 'HEAD') {
    response.type(mediaTypes.events).end()
    return
  }
  const gone = new AbortController()
  response.once('close', () => gone.abort())
  const session = await createSession(request, response, {
    keepAlive: heartbeat,
    headers: { 'Cache-Control': 'no-cache, no-transform', 'X-Accel-Buffering': 'no' },
  })
  for await (const { id, event } of events) {
    if (!session.isConnected) return
    session.push(event, event.type, id)
    if (response.writableNeedDrain) await once(response, 'drain', { signal: gone.signal }).catch(() => {})
  }
  response.end()
}

async function sendFile(response: Response, { file, contentType }: Download): Promise<void> {
  response.attachment(basename(file)).set('Content-Type', contentType)
  await new Promise<void>((resolve, reject) => {
    response.sendFile(file, { cacheControl: false, dotfiles: 'allow' }, (error) => {
      // Who asked may have gone: there is nobody to tell.
      if (error === undefined || error === null || response.headersSent) resolve()
      else reject(error)
    })
  })
}
