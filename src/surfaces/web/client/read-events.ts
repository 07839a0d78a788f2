export interface ServerSentEvent {
  readonly id?: string
  readonly data: string
}

/**
 * Server-sent events of a body, in the bunches they arrive in. `EventSource` would do, but it can send no token.
 *
 * @see https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation
 */
export async function* readEvents(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
): AsyncGenerator<readonly ServerSentEvent[]> {
  let rest = ''
  const reader = body.pipeThrough(new TextDecoderStream()).getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return
    const blocks = (rest + value).replaceAll('\r\n', '\n').split('\n\n')
    rest = blocks.pop() ?? ''
    const events = blocks.map(readBlock).filter((event) => event !== undefined)
    if (events.length > 0) yield events
  }
}

/** A block without data (a comment that keeps the connection) is no event. */
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
