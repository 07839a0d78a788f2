import { describe, expect, it } from 'vitest'
import { readEvents, type ServerSentEvent } from './read-events.ts'

async function eventsOf(...chunks: readonly string[]): Promise<readonly ServerSentEvent[]> {
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(encoder.encode(chunk))
      controller.close()
    },
  })
  const events: ServerSentEvent[] = []
  for await (const bunch of readEvents(body)) events.push(...bunch)
  return events
}

describe('readEvents', () => {
  it('reads events with and without an id', async () => {
    expect(await eventsOf('id: 1\nevent: state\ndata: {"a":1}\n\ndata: two\ndata: lines\n\n')).toEqual([
      { id: '1', data: '{"a":1}' },
      { data: 'two\nlines' },
    ])
  })

  it('joins what the network cut, at any place', async () => {
    const text = 'id: 7\ndata: {"question":"x²"}\n\n: still here\n\nid: 8\ndata: last\n\n'
    for (let cut = 0; cut <= text.length; cut++)
      expect(await eventsOf(text.slice(0, cut), text.slice(cut)), `cut at ${cut}`).toEqual([
        { id: '7', data: '{"question":"x²"}' },
        { id: '8', data: 'last' },
      ])
  })

  it('drops an event that did not come to its end', async () => {
    expect(await eventsOf('data: whole\n\ndata: hal')).toEqual([{ data: 'whole' }])
  })
})
