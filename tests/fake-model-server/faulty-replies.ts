import type { ServerResponse } from 'node:http'
import type { FaultName, FakeSettings } from './settings.ts'

/**
 * Answers a chat request wrongly. `true` when a provider would charge for it: the whole reply was given, though it is of no use.
 *
 * @param good  the reply without the fault
 */
export function replyWrongly(
  fault: FaultName,
  response: ServerResponse,
  { good, settings }: { readonly good: Readonly<Record<string, unknown>>; readonly settings: FakeSettings },
): boolean {
  const json = { 'content-type': 'application/json' }
  const send = (status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): void => {
    response
      .writeHead(status, { ...json, ...headers })
      .end(typeof body === 'string' ? body : JSON.stringify(body))
  }
  const message = (content: string | null, more: object = {}, finish = 'stop'): object => ({
    ...good,
    choices: [{ index: 0, message: { role: 'assistant', content, ...more }, finish_reason: finish }],
  })
  const text = JSON.stringify(good)
  switch (fault) {
    case 'rate-limit': {
      const headers: Record<string, string> =
        settings.retryAfter === undefined ? {} : { 'retry-after': String(settings.retryAfter) }
      send(
        429,
        { error: { message: 'Rate limit reached', type: 'requests', code: 'rate_limit_exceeded' } },
        headers,
      )
      return false
    }
    case 'server-error':
      send(500, { error: { message: 'The server had an error', type: 'server_error' } })
      return false
    case 'hang':
      return false
    case 'reset':
      response.socket?.resetAndDestroy()
      return false
    case 'malformed':
      send(200, `${text.slice(0, text.length / 2)}\u0000}}`)
      return true
    case 'truncated':
      send(200, message('We begin with', {}, 'length'))
      return true
    case 'huge':
      response.on('error', () => undefined)
      send(200, `{"junk":"${'x'.repeat(20_000_000)}"}`)
      return true
    case 'slow-loris': {
      response.writeHead(200, json)
      let at = 0
      const drip = setInterval(() => {
        if (response.destroyed) clearInterval(drip)
        else response.write(text[at++ % text.length])
      }, 50)
      return false
    }
    case 'refusal':
      send(200, message(null, { refusal: 'I cannot help with that.' }))
      return true
    case 'empty':
      send(200, message(''))
      return true
    case 'null-choices':
      send(200, { ...good, choices: null })
      return true
    case 'cut-body':
      response.writeHead(200, { ...json, 'content-length': String(Buffer.byteLength(text)) })
      response.write(text.slice(0, text.length / 2))
      setTimeout(() => response.socket?.destroy(), 5)
      return false
  }
}
