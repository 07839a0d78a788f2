import {
  isArticle,
  isDigit,
  isIdeograph,
  isSpacedThousands,
  isThousands,
  isWordLetter,
  lowerLetters,
} from './character-classes.ts'
import { operatorCode } from './latex-commands.ts'
import { stopKind, WordColumns, wordKind } from './word-columns.ts'

/** Reads one word of a text, of any kind but LaTeX structure, into the columns. Each method returns the place behind what it read. */
export class WordReader extends WordColumns {
  protected letters(from: number, to: number): number {
    const { text } = this
    this.breakComma()
    let { wholeHigh, wholeLow } = this
    let high = 0x9e3779b9
    let low = 0x7f4a7c15
    let at = from
    let code = text.charCodeAt(at)
    if (code < 97 && (isWordLetter(text.charCodeAt(at + 1)) || isArticle(text, at))) code |= 32
    for (;;) {
      high = Math.imul(high ^ code, 0x85ebca6b)
      low = (Math.imul(low, 31) + code) | 0
      wholeHigh = Math.imul(wholeHigh ^ code, 0x01000193)
      wholeLow = Math.imul((wholeLow + code) | 0, 0x9e3779b1)
      if (++at >= to) break
      code = text.charCodeAt(at)
      if (code === 39 && at - from > 1 && at + 1 < to) code = text.charCodeAt(++at)
      if (code < 128) {
        code = lowerLetters[code] as number
        if (code === 0) break
      } else if (!isWordLetter(code)) break
    }
    this.wholeHigh = wholeHigh
    this.wholeLow = wholeLow
    this.afterNumber = false
    this.wordHigh = high
    this.wordLow = low
    this.push(wordKind.word, from)
    if (at === from + 1 && at < to && text.charCodeAt(at) === 39) {
      this.postfix(operatorCode.prime)
      at++
    }
    return at
  }

  protected number(from: number, to: number): number {
    const { text } = this
    let at = from
    let high = 0x51ed270b
    let low = 0x2c1b3c6d
    this.breakComma()
    if (this.afterNumber) this.emit(operatorCode.separator)
    let { wholeHigh, wholeLow } = this
    let point = false
    // A number that starts with its point has a nought before it.
    let code = text.charCodeAt(at) === 46 ? 48 : 0
    let groupStart = from
    while (at < to) {
      if (code === 0) {
        code = text.charCodeAt(at)
        if (code < 48 || code > 57) {
          if (point) break
          if (code === 46 && at + 1 < to && isDigit(text.charCodeAt(at + 1))) point = true
          else if (at - groupStart > 3) break
          else if (code === 44 && isThousands(text, at + 1, to)) code = text.charCodeAt((groupStart = ++at))
          else if (isSpacedThousands(text, at, to)) code = text.charCodeAt((groupStart = at += 3))
          else break
        }
        at++
      }
      high = Math.imul(high ^ code, 0x85ebca6b)
      low = (Math.imul(low, 31) + code) | 0
      wholeHigh = Math.imul(wholeHigh ^ code, 0x01000193)
      wholeLow = Math.imul((wholeLow + code) | 0, 0x9e3779b1)
      code = 0
    }
    this.wholeHigh = wholeHigh
    this.wholeLow = wholeLow
    this.wordHigh = high
    this.wordLow = low
    this.push(wordKind.number, from)
    this.afterNumber = true
    return at
  }

  protected character(code: number, from: number, to: number): number {
    if (code === 0x3002) {
      this.settle(stopKind.sentence)
      return from + 1
    }
    if (code === 0x3001) return this.comma(from)
    if (!isIdeograph(code)) {
      // Quotes and other marks of punctuation say nothing; what else is no letter is a sign.
      if (!((code >= 0x2010 && code <= 0x2027) || (code >= 0x3003 && code <= 0x3030) || code < 0xa2))
        this.operator(code)
      return from + 1
    }
    this.breakComma()
    const end = code >= 0xd800 && code < 0xdc00 && from + 1 < to ? from + 2 : from + 1
    let high = Math.imul(0x165667b1 ^ code, 0x85ebca6b)
    let low = Math.imul(0x27d4eb2f ^ code, 0xc2b2ae35)
    if (end - from === 2) {
      high = Math.imul(high ^ this.text.charCodeAt(from + 1), 0x85ebca6b)
      low = Math.imul(low ^ this.text.charCodeAt(from + 1), 0xc2b2ae35)
    }
    this.emit(high)
    this.afterNumber = false
    this.wordHigh = high
    this.wordLow = low
    this.push(wordKind.character, from)
    return end
  }

  protected commandWord(from: number, to: number): void {
    let high = 0x9e3779b9
    let low = 0x7f4a7c15
    this.breakComma()
    for (let at = from + 1; at < to; at++) {
      const code = this.text.charCodeAt(at)
      high = Math.imul(high ^ code, 0x85ebca6b)
      low = (Math.imul(low, 31) + code) | 0
      this.emit(code)
    }
    this.afterNumber = false
    this.wordHigh = high
    this.wordLow = low
    this.push(wordKind.word, from)
  }

  /** A comma counts in the whole text, unless that ends with it; among the words it only marks the end of a clause. */
  protected comma(at: number): number {
    this.settle(stopKind.clause)
    this.pendingComma = true
    return at + 1
  }
}
