/** One event of a stream, its data as it was sent. */
export interface ServerSentEvent {
  readonly id?: string
  readonly data: string
}

/**
 * Server-sent events of a body, in the bunches they arrive in, for the client and the page. `EventSource` would do in a browser, but it
 * can send no token. A block without data (a comment that keeps the connection) is no event.
 *
 * @see https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation
 */
export async function* readEvents(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
): AsyncGenerator<readonly ServerSentEvent[]> {
  let rest = ''
  const decoder = new TextDecoder()
  const reader = body.getReader()
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      const blocks = (rest + decoder.decode(value, { stream: true })).replaceAll('\r\n', '\n').split('\n\n')
      rest = blocks.pop() ?? ''
      const events = blocks.map(readBlock).filter((event) => event !== undefined)
      if (events.length > 0) yield events
    }
  } finally {
    // Who stops listening early lets the connection go.
    await reader.cancel().catch(() => {})
  }
}

function readBlock(block: string): ServerSentEvent | undefined {
  let id: string | undefined
  const data: string[] = []
  for (const line of block.split('\n')) {
    const [, field, value] = /^(\w+): ?(.*)$/.exec(line) ?? []
    if (field === 'id') id = value
    else if (field === 'data' && value !== undefined) data.push(value)
  }
  if (data.length === 0) return undefined
  return { ...(id === undefined ? {} : { id }), data: data.join('\n') }
}
