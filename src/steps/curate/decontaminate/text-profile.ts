import { CanonicalWords } from '../../../foundations/text/canonical-words.ts'
import { codeKind, kindOf, numberMask, stopKind, wordKind } from '../../../foundations/text/word-columns.ts'
import { WordGrams } from '../../../foundations/text/word-grams.ts'
import { numberSense, senseOf, unknownSense } from './word-senses.ts'

/** Words of a protected problem that make a block by themselves (Llemma, Skywork-Math table 9). */
export const blockingWords = 30
/** A shorter protected text counts whole, from this many words up. */
export const leastWords = 8
/** Words of the optional stricter flag. */
export const strictWords = 13
export const shingleWords = 3
/** Senses that a text must have before its setting is looked through. */
const leastSenses = 8
/** Words that a text needs before the order of its sentences is looked through. */
const leastSentenceWords = 12

/** What the rules compare of a text; filled anew by each `read`. References and rows are read by the same code. */
export class TextProfile {
  readonly words: CanonicalWords = new CanonicalWords()
  readonly grams: WordGrams = new WordGrams()
  shingles: Int32Array = new Int32Array(512)
  /** Words, where two CJK characters count as one. */
  length = 0
  /** All words in order. */
  wordsHigh = 0
  wordsLow = 0
  /** All words with numbers masked. */
  skeletonHigh = 0
  skeletonLow = 0
  /** The words that carry the problem, in order; {@link hasSenses} says whether there are enough of them. */
  sensesHigh = 0
  sensesLow = 0
  hasSenses = false
  /** The sentences, in any order; {@link hasSentences} says whether there are several. */
  sentencesHigh = 0
  sentencesLow = 0
  hasSentences = false

  read(text: string): void {
    const { words, grams } = this
    words.scan(text)
    grams.read(words)
    this.wordsHigh = grams.wholeHigh()
    this.wordsLow = grams.wholeLow()
    this.mask()
    this.sum()
  }

  /** Fills {@link shingles} with the hashes of three words in a row, drawings left out; returns how many there are. */
  readShingles(): number {
    const { grams } = this
    const { count, traits } = this.words
    if (this.shingles.length < count) this.shingles = new Int32Array(traits.length)
    const { shingles } = this
    let filled = 0
    let prose = 0
    for (let end = 0; end < count; end++) {
      prose = ((traits[end] as number) & codeKind) === 0 ? prose + 1 : 0
      if (prose < shingleWords) continue
      shingles[filled++] = grams.highAt(end - shingleWords + 1, shingleWords)
    }
    return filled
  }

  private mask(): void {
    const { count, high, traits, bare } = this.words
    let skeletonHigh = 0x1234567
    let skeletonLow = 0x7654321
    let sensesHigh = 0x2468ace
    let sensesLow = 0xeca8642
    let senses = 0
    let characters = 0
    let afterNumber = false
    for (let place = 0; place < count; place++) {
      const kind = kindOf(traits[place] as number)
      let mask = kind === wordKind.number ? (bare[place] as number) : (high[place] as number)
      let number = kind === wordKind.number
      if (kind === wordKind.word) {
        const sense = senseOf(bare[place] as number)
        if (sense === numberSense) {
          mask = numberMask
          number = true
        } else if (sense !== unknownSense) {
          senses++
          sensesHigh = (Math.imul(sensesHigh, 0x01000193) + sense) | 0
          sensesLow = Math.imul(sensesLow ^ sense, 0x9e3779b1)
          sensesLow ^= sensesLow >>> 15
        }
      } else if (kind === wordKind.character) characters++
      // A list of numbers is masked whole: a template varies its length too.
      if (mask === numberMask && afterNumber) continue
      afterNumber = number
      skeletonHigh = (Math.imul(skeletonHigh, 0x01000193) + mask) | 0
      skeletonLow = Math.imul(skeletonLow ^ mask, 0x9e3779b1)
      skeletonLow ^= skeletonLow >>> 15
    }
    this.skeletonHigh = skeletonHigh
    this.skeletonLow = skeletonLow
    this.sensesHigh = sensesHigh
    this.sensesLow = sensesLow
    this.hasSenses = senses >= leastSenses
    this.length = count - (characters >> 1)
  }

  private sum(): void {
    const { count, traits, high, low } = this.words
    let sumHigh = 0
    let sumLow = 0
    let sentences = 0
    let sentenceHigh = 0
    let sentenceLow = 0
    for (let place = 0; place < count; place++) {
      sentenceHigh = (Math.imul(sentenceHigh, 0x01000193) + (high[place] as number)) | 0
      sentenceLow = (Math.imul(sentenceLow, 0x9e3779b1) + (low[place] as number)) | 0
      if (((traits[place] as number) & stopKind.sentence) === 0) continue
      sumHigh = (sumHigh + Math.imul(sentenceHigh ^ (sentenceHigh >>> 15), 0x2c1b3c6d)) | 0
      sumLow = (sumLow + Math.imul(sentenceLow ^ (sentenceLow >>> 13), 0x297a2d39)) | 0
      sentenceHigh = 0
      sentenceLow = 0
      sentences++
    }
    this.sentencesHigh = sumHigh
    this.sentencesLow = sumLow
    this.hasSentences = sentences > 1 && count >= leastSentenceWords
  }
}
