import { codeKind } from '../../../foundations/text/word-columns.ts'
import {
  addFingerprint,
  createFingerprintTable,
  replaceFingerprint,
  type Fingerprint,
  type FingerprintTable,
} from '../../../foundations/text/fingerprint-table.ts'
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

/** Shingles of the references, and where the rarest ones of each stand. */
export interface ShingleIndex {
  /** Lowest Jaccard similarity that can be found. */
  readonly similarity: number
  /** Distinct shingles of reference r, ascending: `all` from `offsets[r]` to `offsets[r + 1]`. */
  readonly all: Int32Array
  readonly offsets: Int32Array
  /** Shingle → place in `postings`, where a count and that many references stand. */
  readonly table: FingerprintTable
  readonly postings: Int32Array
  /** Rare shingles that a similar text has in common with reference r, at least. */
  readonly needed: Uint8Array
}

/** Fewer shingles say too little. */
const leastShingles = 6
/** A text similar enough shares this many of the rare shingles that are looked up; more are looked up to make it so. */
const sharedRare = 3

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
  const eights = new Map<number, number>()
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
        const eight = profile.grams.highAt(at, leastWords)
        eights.set(eight, (eights.get(eight) ?? 0) + 1)
      }
  }
  const stock = collectStock(texts)
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
    const offset = rarestEight(profile, eights)
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

function rarestEight({ grams, words }: TextProfile, counts: ReadonlyMap<number, number>): number {
  let rarest = 0
  let least = Infinity
  for (let at = 0; at + leastWords <= words.count; at++) {
    const count = counts.get(grams.highAt(at, leastWords)) ?? 0
    if (count >= least) continue
    least = count
    rarest = at
  }
  return rarest
}

function chain({ table, next }: Chained, key: Fingerprint, place: number): void {
  let held = addFingerprint(table, key, place)
  if (held === place) return
  while (next[held] !== -1) held = next[held] as number
  next[held] = place
}

function distinctShingles(profile: TextProfile): Int32Array {
  const count = profile.readShingles()
  const all = profile.shingles.slice(0, count).sort()
  return all.filter((shingle, place) => place === 0 || shingle !== all[place - 1])
}

function indexShingles(lists: readonly Int32Array[], similarity: number): ShingleIndex {
  const frequency = new Map<number, number>()
  for (const list of lists)
    for (const shingle of list) frequency.set(shingle, (frequency.get(shingle) ?? 0) + 1)
  const needed = new Uint8Array(lists.length)
  const posted = new Map<number, number[]>()
  for (const [place, list] of lists.entries()) {
    if (list.length < leastShingles) continue
    const common = Math.ceil(similarity * list.length)
    needed[place] = Math.min(sharedRare, common)
    const rare = Math.min(list.length, list.length - common + (needed[place] as number))
    const byRarity = list.toSorted(
      (a, b) => (frequency.get(a) as number) - (frequency.get(b) as number) || a - b,
    )
    for (const shingle of byRarity.subarray(0, rare)) {
      const references = posted.get(shingle)
      if (references === undefined) posted.set(shingle, [place])
      else references.push(place)
    }
  }
  const table = createFingerprintTable(posted.size)
  const postings: number[] = []
  for (const [shingle, references] of posted) {
    addFingerprint(table, { high: shingle, low: 0 }, postings.length)
    postings.push(references.length)
    for (const reference of references) postings.push(reference)
  }
  const offsets = new Int32Array(lists.length + 1)
  for (const [place, list] of lists.entries()) offsets[place + 1] = (offsets[place] as number) + list.length
  const all = new Int32Array(offsets.at(-1) ?? 0)
  for (const [place, list] of lists.entries()) all.set(list, offsets[place])
  return { similarity, all, offsets, table, postings: Int32Array.from(postings), needed }
}
