import { maximumLineBytes } from '../steps/seeds/read-lines.ts'

const newline = 0x0a

/**
 * Cuts a stream into parts that end where a line ends, the last one excepted, each with memory of its own. A line longer than
 * {@link maximumLineBytes} is not kept: `undefined` stands for it.
 */
export async function* cutAtLines(
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array<ArrayBuffer> | undefined, void> {
  let carried: Uint8Array[] = []
  let bytes = 0
  let overlong = false
  for await (const chunk of chunks) {
    let rest = chunk
    if (overlong) {
      const end = rest.indexOf(newline)
      if (end < 0) continue
      overlong = false
      yield undefined
      rest = rest.subarray(end + 1)
    }
    const end = rest.lastIndexOf(newline) + 1
    if (end > 0) {
      yield joined([...carried, rest.subarray(0, end)], bytes + end)
      carried = []
      bytes = 0
    }
    if (end < rest.length) {
      carried.push(rest.subarray(end))
      bytes += rest.length - end
    }
    if (bytes <= maximumLineBytes) continue
    overlong = true
    carried = []
    bytes = 0
  }
  if (overlong) yield undefined
  else if (bytes > 0) yield joined(carried, bytes)
}

function joined(parts: readonly Uint8Array[], bytes: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(bytes)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
