import { codeKind } from '../../../foundations/text/word-columns.ts'
import {
  addFingerprint,
  createFingerprintTable,
  replaceFingerprint,
  type Fingerprint,
  type FingerprintTable,
} from '../../../foundations/text/fingerprint-table.ts'
import { countOccurrences, distinctShingles, indexShingles, type ShingleIndex } from './shingle-index.ts'
import { blockingWords, leastWords, strictWords, TextProfile } from './text-profile.ts'

/** A protected problem. */
export interface Reference {
  readonly id: string
  readonly text: string
}

/** Entries that share a key, as a chain; `next` is -1 at its end. */
interface Chained {
  readonly table: FingerprintTable
  readonly next: Int32Array
}

/**
 * What the rules look up of the protected problems. Plain typed arrays and strings, so it can be cloned to a worker thread, where
 * `openDecontaminator` takes it in place of the problems.
 */
export interface ReferenceIndex {
  readonly ids: readonly string[]
  readonly whole: FingerprintTable
  readonly words: FingerprintTable
  readonly grams: FingerprintTable
  /** Runs of thirteen words; empty unless asked for. */
  readonly strict: FingerprintTable
  readonly skeletons: FingerprintTable
  readonly sentences: FingerprintTable
  /** Texts shorter than a gram, by their rarest eight words; entry = reference. */
  readonly short: Chained & {
    readonly offset: Int32Array
    readonly length: Int32Array
    readonly high: Int32Array
    readonly low: Int32Array
  }
  /** By the words that carry the problem; entry = reference. */
  readonly settings: Chained & { readonly texts: readonly string[] }
  readonly shingles: ShingleIndex
}

/** Lowest Jaccard similarity of a near duplicate: unrelated problems of the same sets stay below it, reordered and reworded ones above. */
const defaultSimilarity = 0.6

/**
 * Reads the protected problems once. Of equal ones the first is named. Problems without words are never matched.
 *
 * @param similarity  lowest Jaccard similarity that can be found; default 0.6
 * @param strict      index runs of thirteen words as well; default false
 */
export function indexReferences(
  references: readonly Reference[],
  similarity: number = defaultSimilarity,
  strict = false,
): ReferenceIndex {
  const profile = new TextProfile()
  const count = references.length
  const tables = {
    whole: createFingerprintTable(count),
    words: createFingerprintTable(count),
    skeletons: createFingerprintTable(count),
    sentences: createFingerprintTable(count),
  }
  const settings = {
    table: createFingerprintTable(count),
    next: new Int32Array(count).fill(-1),
    texts: references.map(({ text }) => text),
  }
  const shingleLists: Int32Array[] = []
  const texts = new Int32Array(count)
  const eights: number[] = []
  let grams = 0
  let strictGrams = 0
  for (const [place, { text }] of references.entries()) {
    profile.read(text)
    const { words } = profile
    shingleLists.push(distinctShingles(profile))
    grams += Math.max(0, words.count - blockingWords + 1)
    if (strict) strictGrams += Math.max(0, words.count - strictWords + 1)
    texts[place] = profile.wordsHigh
    if (words.count === 0) continue
    addFingerprint(tables.whole, { high: words.wholeHigh, low: words.wholeLow }, place)
    addFingerprint(tables.words, { high: profile.wordsHigh, low: profile.wordsLow }, place)
    addFingerprint(tables.skeletons, { high: profile.skeletonHigh, low: profile.skeletonLow }, place)
    if (profile.hasSentences)
      addFingerprint(tables.sentences, { high: profile.sentencesHigh, low: profile.sentencesLow }, place)
    if (profile.hasSenses) {
      chain(settings, { high: profile.sensesHigh, low: profile.sensesLow }, place)
    }
    if (isShort(profile))
      for (let at = 0; at + leastWords <= words.count; at++) {
        eights.push(profile.grams.highAt(at, leastWords))
      }
  }
  const stock = collectStock(texts)
  const countOfEight = countOccurrences(Int32Array.from(eights))
  const gramTable = createFingerprintTable(grams)
  const strictTable = createFingerprintTable(strictGrams)
  const short = {
    table: createFingerprintTable(count),
    next: new Int32Array(count).fill(-1),
    offset: new Int32Array(count),
    length: new Int32Array(count),
    high: new Int32Array(count),
    low: new Int32Array(count),
  }
  for (const [place, { text }] of references.entries()) {
    profile.read(text)
    addGrams(profile, blockingWords, { table: gramTable, place, stock })
    if (strict) addGrams(profile, strictWords, { table: strictTable, place })
    if (!isShort(profile)) continue
    const offset = rarestEight(profile, countOfEight)
    short.offset[place] = offset
    short.length[place] = profile.words.count
    short.high[place] = profile.wordsHigh
    short.low[place] = profile.wordsLow
    chain(short, gramAt(profile, offset, leastWords), place)
  }
  return {
    ids: references.map(({ id }) => id),
    ...tables,
    grams: gramTable,
    strict: strictTable,
    short,
    settings,
    shingles: indexShingles(shingleLists, similarity),
  }
}

/** Whether a protected text is looked for whole. */
function isShort({ length, words }: TextProfile): boolean {
  return length >= leastWords && words.count < blockingWords
}

function gramAt({ grams }: TextProfile, from: number, length: number): Fingerprint {
  return { high: grams.highAt(from, length), low: grams.lowAt(from, length) }
}

interface GramTarget {
  readonly table: FingerprintTable
  readonly place: number
  readonly stock?: StockPhrases
}

function addGrams(profile: TextProfile, length: number, { table, place, stock }: GramTarget): void {
  const { words } = profile
  let prose = 0
  for (let end = 0; end < words.count; end++) {
    prose = ((words.traits[end] as number) & codeKind) === 0 ? prose + 1 : 0
    if (prose < length) continue
    const key = gramAt(profile, end - length + 1, length)
    const first = addFingerprint(table, key, place)
    if (first === place || stock === undefined || first === stock.value) continue
    if (stock.add(key, first, place)) replaceFingerprint(table, key, stock.value)
  }
}

/** Passages that several protected problems share are stock phrases: they prove nothing of any of them. */
interface StockPhrases {
  /** What a table holds for a stock phrase. */
  readonly value: number
  /** Notes that two references share a passage; true once enough different texts do. */
  add(key: Fingerprint, first: number, place: number): boolean
}

/** As many different protected texts make a passage a stock phrase. */
const stockTexts = 3

function collectStock(texts: Int32Array): StockPhrases {
  const seen = new Map<number, Set<number>>()
  return {
    value: texts.length,
    add({ high, low }, first, place) {
      if (texts[first] === texts[place]) return false
      const held = seen.get(high ^ low) ?? new Set([texts[first] as number])
      seen.set(high ^ low, held.add(texts[place] as number))
      return held.size >= stockTexts
    },
  }
}

function rarestEight({ grams, words }: TextProfile, countOf: (eight: number) => number): number {
  let rarest = 0
  let least = Infinity
  for (let at = 0; at + leastWords <= words.count; at++) {
    const count = countOf(grams.highAt(at, leastWords))
    if (count >= least) continue
    least = count
    rarest = at
  }
  return rarest
}

function chain({ table, next }: Chained, key: Fingerprint, place: number): void {
  const held = addFingerprint(table, key, place)
  if (held === place) return
  next[place] = next[held] as number
  next[held] = place
}
