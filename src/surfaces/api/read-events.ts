import type { EventStream } from './contract/route-types.ts'

/** The events of a stream as they arrive (HTML Living Standard §9.2.6), their data read as JSON. Comments are left out. */
export async function* readEvents(response: Response): EventStream<never> {
  if (response.body === null) return
  let rest = ''
  for await (const text of response.body.pipeThrough(
    new TextDecoderStream() as never,
  ) as AsyncIterable<string>) {
    const blocks = (rest + text).replaceAll('\r\n', '\n').split('\n\n')
    rest = blocks.pop() ?? ''
    for (const block of blocks) {
      const fields = fieldsOf(block)
      const data = fields.get('data')
      if (data !== undefined) yield { id: fields.get('id') ?? '', event: JSON.parse(data) as never }
    }
  }
}

function fieldsOf(block: string): ReadonlyMap<string, string> {
  const fields = new Map<string, string>()
  for (const line of block.split('\n')) {
    const [, name, value] = /^([a-z]+): ?(.*)$/s.exec(line) ?? []
    if (name === undefined || value === undefined) continue
    const before = fields.get(name)
    fields.set(name, name === 'data' && before !== undefined ? `${before}\n${value}` : value)
  }
  return fields
}
