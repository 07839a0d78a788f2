/** Kinds of canonical words. */
export const wordKind = { word: 0, number: 1, character: 2 } as const
const kindMask = 3
/** Set for a word inside `[asy] … [/asy]`: source of a drawing. */
export const codeKind = 4
/** Set for what stands behind a word: punctuation within a sentence, or the end of one. */
export const stopKind = { clause: 8, sentence: 16 } as const

/** The kind among a word's traits. */
export function kindOf(traits: number): number {
  return traits & kindMask
}

/** The masked hash of a number without operators. */
export const numberMask = 0x3c6ef372

/** Columns of canonical words, one place a word, and the hash of the whole text. Reused: a text takes no new memory unless it is longer. */
export class WordColumns {
  /** The text as scanned; `start` is a place in it. */
  text = ''
  count = 0
  /** Two independent hashes of a word with its operators. */
  high: Int32Array = new Int32Array(512)
  low: Int32Array = new Int32Array(512)
  /** Of a number, the hash of the operators before it alone ({@link numberMask} without any); otherwise the hash of the word without them. */
  bare: Int32Array = new Int32Array(512)
  /** A {@link wordKind}, {@link codeKind} and a {@link stopKind} in one. */
  traits: Uint8Array = new Uint8Array(512)
  start: Int32Array = new Int32Array(512)
  /** Hashes of all letters, digits, operators and commas in order, without white space and sentence punctuation. */
  wholeHigh = 0
  wholeLow = 0

  /** The hashes of the word that is being read. */
  protected wordHigh = 0
  protected wordLow = 0
  protected pending = 0
  /** The last thing emitted was a number: another number right behind it must stay apart. */
  protected afterNumber = false
  protected pendingComma = false
  protected afterScript = false
  /** {@link codeKind} inside a drawing, otherwise 0. */
  protected code = 0

  protected reset(text: string): void {
    this.text = text
    this.count = 0
    this.wholeHigh = 0x2545f491
    this.wholeLow = 0x1b873593
    this.pending = 0
    this.afterNumber = false
    this.pendingComma = false
    this.afterScript = false
    this.code = 0
  }

  protected breakComma(): void {
    if (!this.pendingComma) return
    this.pendingComma = false
    this.emit(44)
    this.afterNumber = false
  }

  protected emit(code: number): void {
    this.wholeHigh = Math.imul(this.wholeHigh ^ code, 0x01000193)
    this.wholeLow = Math.imul((this.wholeLow + code) | 0, 0x9e3779b1)
  }

  protected operator(code: number): void {
    this.breakComma()
    this.emit(code)
    this.afterNumber = false
    this.afterScript = false
    const mixed = Math.imul(this.pending ^ code, 0x2c1b3c6d)
    this.pending = ((mixed ^ (mixed >>> 12)) + 1) | 0
  }

  protected postfix(code: number): void {
    this.operator(code)
    this.attachPending()
  }

  /** Operators that nothing follows belong to the word before them. */
  protected attachPending(): void {
    const last = this.count - 1
    if (this.pending === 0 || last < 0) return
    const added = Math.imul(this.pending ^ 0x68bc21eb, 0x297a2d39)
    this.high[last] = mix((this.high[last] as number) ^ added)
    this.low[last] = mix(((this.low[last] as number) + added) | 0)
    this.pending = 0
  }

  protected settle(stop: number): void {
    this.attachPending()
    this.afterScript = false
    const last = this.count - 1
    if (last >= 0) this.traits[last] = (this.traits[last] as number) | stop
  }

  /** Appends the word whose hashes are in `wordHigh` and `wordLow`. */
  protected push(kind: number, start: number): void {
    const place = this.count
    if (place === this.start.length) this.grow()
    const { pending, wordHigh, wordLow } = this
    this.start[place] = start
    this.traits[place] = kind | this.code
    if (pending === 0) {
      this.high[place] = mix(wordHigh)
      this.low[place] = mix(wordLow)
      this.bare[place] = kind === wordKind.number ? numberMask : wordHigh
    } else {
      this.high[place] = mix(Math.imul(wordHigh ^ pending, 0x9e3779b1))
      this.low[place] = mix(Math.imul((wordLow + pending) | 0, 0x85ebca77))
      this.bare[place] =
        kind === wordKind.number ? mix(Math.imul(numberMask ^ pending, 0x9e3779b1)) : wordHigh
      this.pending = 0
    }
    this.afterScript = false
    this.count = place + 1
  }

  private grow(): void {
    const size = this.start.length * 2
    const larger = (column: Int32Array): Int32Array => {
      const wider = new Int32Array(size)
      wider.set(column)
      return wider
    }
    this.high = larger(this.high)
    this.low = larger(this.low)
    this.bare = larger(this.bare)
    this.start = larger(this.start)
    const traits = new Uint8Array(size)
    traits.set(this.traits)
    this.traits = traits
  }
}

function mix(word: number): number {
  const x = Math.imul(word ^ (word >>> 16), 0x21f0aaad)
  const y = Math.imul(x ^ (x >>> 15), 0x735a2d97)
  return y ^ (y >>> 15)
}
