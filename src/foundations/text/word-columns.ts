/** Kinds of canonical words. */
export const wordKind = { word: 0, number: 1, character: 2 } as const
/** Added to the kind of a word inside `[asy] … [/asy]`: source of a drawing. */
export const codeKind = 4
/** What stands behind a word: nothing, punctuation within a sentence, or the end of one. */
export const stopKind = { none: 0, clause: 1, sentence: 2 } as const

/** The masked hash of a number without operators. */
export const numberMask = 0x3c6ef372

/** Columns of canonical words, one place a word, and the hash of the whole text. Reused: a text takes no new memory unless it is longer. */
export class WordColumns {
  /** The text as scanned; `start` and `end` are places in it. */
  text = ''
  count = 0
  /** Two independent hashes of a word with its operators. */
  high: Int32Array = new Int32Array(512)
  low: Int32Array = new Int32Array(512)
  /** Hash of the word without its operators. */
  bare: Int32Array = new Int32Array(512)
  /** Hash with a number's digits left out. */
  masked: Int32Array = new Int32Array(512)
  kind: Uint8Array = new Uint8Array(512)
  stop: Uint8Array = new Uint8Array(512)
  start: Int32Array = new Int32Array(512)
  end: Int32Array = new Int32Array(512)
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
    this.wholeLow = Math.imul(this.wholeLow + code, 0x9e3779b1)
  }

  protected operator(code: number): void {
    this.breakComma()
    this.emit(code)
    this.afterNumber = false
    this.afterScript = false
    const mixed = Math.imul(this.pending ^ code, 0x2c1b3c6d)
    this.pending = (mixed ^ (mixed >>> 12)) + 1
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
    this.low[last] = mix((this.low[last] as number) + added)
    this.masked[last] = mix((this.masked[last] as number) ^ added)
    this.pending = 0
  }

  protected settle(stop: number): void {
    this.attachPending()
    this.afterScript = false
    const last = this.count - 1
    if (last >= 0 && (this.stop[last] as number) < stop) this.stop[last] = stop
  }

  /** Appends the word whose hashes are in `wordHigh` and `wordLow`. */
  protected push(kind: number, start: number, end: number): void {
    const place = this.count
    if (place === this.high.length) this.#grow()
    const pending = this.pending
    this.high[place] = mix(pending === 0 ? this.wordHigh : Math.imul(this.wordHigh ^ pending, 0x9e3779b1))
    this.low[place] = mix(pending === 0 ? this.wordLow : Math.imul(this.wordLow + pending, 0x85ebca77))
    this.bare[place] = mix(this.wordHigh)
    this.masked[place] =
      kind === wordKind.number
        ? pending === 0
          ? numberMask
          : mix(Math.imul(numberMask ^ pending, 0x9e3779b1))
        : (this.high[place] as number)
    this.kind[place] = kind | this.code
    this.stop[place] = stopKind.none
    this.start[place] = start
    this.end[place] = end
    this.pending = 0
    this.afterScript = false
    this.count = place + 1
  }

  #grow(): void {
    const size = this.high.length * 2
    const larger = (column: Int32Array): Int32Array => {
      const wider = new Int32Array(size)
      wider.set(column)
      return wider
    }
    this.high = larger(this.high)
    this.low = larger(this.low)
    this.bare = larger(this.bare)
    this.masked = larger(this.masked)
    this.start = larger(this.start)
    this.end = larger(this.end)
    const kind = new Uint8Array(size)
    kind.set(this.kind)
    this.kind = kind
    const stop = new Uint8Array(size)
    stop.set(this.stop)
    this.stop = stop
  }
}

function mix(word: number): number {
  const x = Math.imul(word ^ (word >>> 16), 0x21f0aaad)
  const y = Math.imul(x ^ (x >>> 15), 0x735a2d97)
  return y ^ (y >>> 15)
}
