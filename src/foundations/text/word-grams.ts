import type { CanonicalWords } from './canonical-words.ts'

const highFactor = 0x01000193
const lowFactor = 0x9e3779b1
const longest = 64
const highPowers = powersOf(highFactor)
const lowPowers = powersOf(lowFactor)

/** Fingerprints of all runs of words of a text, any length in constant time from one pass over the words. */
export class WordGrams {
  /** The fingerprint that {@link at} found last. */
  high = 0
  low = 0
  #high: Int32Array = new Int32Array(513)
  #low: Int32Array = new Int32Array(513)

  read(words: CanonicalWords): void {
    const { count, high, low } = words
    if (this.#high.length <= count) {
      this.#high = new Int32Array(high.length + 1)
      this.#low = new Int32Array(high.length + 1)
    }
    const highSums = this.#high
    const lowSums = this.#low
    let highSum = 0
    let lowSum = 0
    for (let place = 0; place < count; place++) {
      highSum = (Math.imul(highSum, highFactor) + (high[place] as number)) | 0
      lowSum = (Math.imul(lowSum, lowFactor) + (low[place] as number)) | 0
      highSums[place + 1] = highSum
      lowSums[place + 1] = lowSum
    }
  }

  /** Sets the fingerprint of the `length` words from `from`; at most 64 words, unless they start the text. */
  at(from: number, length: number): void {
    const highSum = this.#high[from + length] as number
    const lowSum = this.#low[from + length] as number
    if (from === 0) {
      this.high = spread(highSum ^ length)
      this.low = spread(lowSum + length)
      return
    }
    const high = (highSum - Math.imul(this.#high[from] as number, highPowers[length] as number)) | 0
    const low = (lowSum - Math.imul(this.#low[from] as number, lowPowers[length] as number)) | 0
    this.high = spread(high ^ length)
    this.low = spread(low + length)
  }
}

function powersOf(factor: number): Int32Array {
  const powers = new Int32Array(longest + 1)
  powers[0] = 1
  for (let power = 1; power <= longest; power++)
    powers[power] = Math.imul(powers[power - 1] as number, factor)
  return powers
}

function spread(sum: number): number {
  const x = Math.imul(sum ^ (sum >>> 15), 0x2c1b3c6d)
  return x ^ (x >>> 13)
}
