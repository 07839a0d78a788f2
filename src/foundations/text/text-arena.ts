/** Many texts in a few large blocks of bytes instead of one string each. */
export interface TextArena {
  readonly count: number
  add(text: string): void
  /** The text that was added at a place, from 0; lone surrogates come back as U+FFFD. */
  at(place: number): string
}

const blockBytes = 1 << 22

export function createTextArena(): TextArena {
  const blocks: Buffer[] = []
  let filled = blockBytes
  let count = 0
  /** Block, first byte and length of each text. */
  let places = new Uint32Array(3 * 1024)
  return {
    get count() {
      return count
    },
    add(text) {
      const length = Buffer.byteLength(text)
      if (filled + length > blockBytes) {
        // A text that is longer than a block has one of its own.
        blocks.push(Buffer.allocUnsafeSlow(Math.max(blockBytes, length)))
        filled = 0
      }
      if (count * 3 === places.length) {
        const larger = new Uint32Array(places.length * 2)
        larger.set(places)
        places = larger
      }
      blocks.at(-1)?.write(text, filled)
      places[count * 3] = blocks.length - 1
      places[count * 3 + 1] = filled
      places[count * 3 + 2] = length
      filled += length
      count++
    },
    at(place) {
      const block = blocks[places[place * 3] as number]
      const from = places[place * 3 + 1] as number
      return block === undefined ? '' : block.toString('utf8', from, from + (places[place * 3 + 2] as number))
    },
  }
}
