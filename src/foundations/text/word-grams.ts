import type { CanonicalWords } from './canonical-words.ts'

const highFactor = 0x01000193
const lowFactor = 0x9e3779b1
/** Most words of a run whose fingerprint can be asked for. */
const longest = 64
const highPowers = powersOf(highFactor)
const lowPowers = powersOf(lowFactor)

/** Fingerprints of all runs of words of a text, any length in constant time after one pass over the words. */
export class WordGrams {
  private highSums: Int32Array = new Int32Array(513)
  private lowSums: Int32Array = new Int32Array(513)
  private count = 0

  read(words: CanonicalWords): void {
    const { count, high, low } = words
    if (this.highSums.length <= count) {
      this.highSums = new Int32Array(high.length + 1)
      this.lowSums = new Int32Array(high.length + 1)
    }
    const { highSums, lowSums } = this
    let highSum = 0
    let lowSum = 0
    for (let place = 0; place < count; place++) {
      highSum = (Math.imul(highSum, highFactor) + (high[place] as number)) | 0
      lowSum = (Math.imul(lowSum, lowFactor) + (low[place] as number)) | 0
      highSums[place + 1] = highSum
      lowSums[place + 1] = lowSum
    }
    this.count = count
  }

  /** One half of the fingerprint of the `length` words from `from`, at most 64; the other is {@link lowAt}. */
  highAt(from: number, length: number): number {
    const before = Math.imul(this.highSums[from] as number, highPowers[length] as number)
    return spread(((this.highSums[from + length] as number) - before) ^ length)
  }

  lowAt(from: number, length: number): number {
    const before = Math.imul(this.lowSums[from] as number, lowPowers[length] as number)
    return spread(((this.lowSums[from + length] as number) - before + length) | 0)
  }

  /** The halves of the fingerprint of all words. For up to 64 words they are those of {@link highAt} and {@link lowAt}. */
  wholeHigh(): number {
    return spread((this.highSums[this.count] as number) ^ this.count)
  }

  wholeLow(): number {
    return spread(((this.lowSums[this.count] as number) + this.count) | 0)
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
