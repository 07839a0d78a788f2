import { codeKind, stopKind } from '../../../foundations/text/word-columns.ts'
import {
  findFingerprint,
  mayHold,
  type FingerprintTable,
} from '../../../foundations/text/fingerprint-table.ts'
import { skeletonOf } from '../../../foundations/text/skeleton.ts'
import { indexReferences, type Reference, type ReferenceIndex } from './reference-index.ts'
import { createSimilaritySearch, type SimilaritySearch } from './similarity-search.ts'
import { blockingWords, leastWords, strictWords, TextProfile } from './text-profile.ts'

/** The first rule that holds, in this order; the first three block, the others flag. */
export const contaminationRules = [
  'canonical_equality',
  'whole_text',
  'ngram_30',
  'template_twin',
  'near_duplicate',
  'ngram_13',
] as const
export type ContaminationRule = (typeof contaminationRules)[number]

/** What was decided on a text, and on what ground. */
export interface Contamination {
  readonly decision: 'keep' | 'flag' | 'block'
  readonly rule: ContaminationRule | null
  readonly referenceId: string | null
  readonly evidence: ContaminationEvidence | null
}

export interface ContaminationEvidence {
  /** The passage that the rule is about, at most 240 characters. */
  readonly text: string
  /** Jaccard similarity of three-word shingles, where that decided. */
  readonly similarity?: number
}

export interface DecontaminationOptions {
  /** Lowest Jaccard similarity of three-word shingles that is a near duplicate. @default 0.6 */
  readonly similarity?: number
  /** Flags thirteen words in common as well. @default false */
  readonly strict?: boolean
}

export interface Decontaminator {
  readonly references: number
  check(text: string): Contamination
}

/** Nothing protected was found. */
export const uncontaminated: Contamination = Object.freeze({
  decision: 'keep',
  rule: null,
  referenceId: null,
  evidence: null,
})

/**
 * Compares texts with protected problems, layer by layer:
 *
 * blocked — `canonical_equality`: the same text but for spelling (white space, `$`, `\left`, fraction style, braces around one token,
 * final stop), operators, signs, decimal points and digits kept; `whole_text`: a protected text of 8 to 29 words stands in the text up
 * to the end of a clause; `ngram_30`: thirty words in a row, outside drawings, are protected (Llemma; Skywork-Math, table 9), unless
 * three or more protected problems have them.
 *
 * flagged — `template_twin`: equal when numbers, or names, things and units, are masked; `near_duplicate`: the same sentences in
 * another order, or three-word shingles of enough Jaccard similarity; `ngram_13` on request.
 *
 * CJK text counts by characters. One text at a time; a check allocates only where something is found.
 *
 * @param references  the protected problems, or their index made by `indexReferences` (in another thread, say), which then decides the similarity
 */
export function openDecontaminator(
  references: readonly Reference[] | ReferenceIndex,
  options: DecontaminationOptions = {},
): Decontaminator {
  const strict = options.strict === true
  const index =
    'shingles' in references ? references : indexReferences(references, options.similarity, strict)
  const profile = new TextProfile()
  const similar = createSimilaritySearch(index.shingles)
  const flagging = { profile, index, similar, settings: new Map<number, string>(), strict }
  return {
    references: index.ids.length,
    check(text) {
      profile.read(text)
      if (profile.words.count === 0) return uncontaminated
      return blocked(profile, index) ?? flagged(flagging, text) ?? uncontaminated
    },
  }
}

interface Finding {
  readonly decision: 'flag' | 'block'
  readonly rule: ContaminationRule
  readonly reference: number
  readonly from: number
  readonly length: number
  readonly similarity?: number
}

const longestEvidence = 240

function found({ words }: TextProfile, index: ReferenceIndex, finding: Finding): Contamination {
  const { decision, rule, reference, from, length, similarity } = finding
  const next = from + length < words.count ? words.start[from + length] : words.text.length
  const text = words.text.slice(words.start[from], next).trimEnd().slice(0, longestEvidence)
  return {
    decision,
    rule,
    referenceId: index.ids[reference] as string,
    evidence: similarity === undefined ? { text } : { text, similarity: Math.round(similarity * 1e4) / 1e4 },
  }
}

function blocked(profile: TextProfile, index: ReferenceIndex): Contamination | undefined {
  const { words, wordsHigh, wordsLow } = profile
  const { count } = words
  let equal = findFingerprint(index.whole, words.wholeHigh, words.wholeLow)
  if (equal < 0) equal = findFingerprint(index.words, wordsHigh, wordsLow)
  if (equal >= 0)
    return found(profile, index, {
      decision: 'block',
      rule: 'canonical_equality',
      reference: equal,
      from: 0,
      length: count,
    })
  const whole = findWholeText(profile, index)
  if (whole !== undefined) return found(profile, index, { decision: 'block', rule: 'whole_text', ...whole })
  const gram = findGram(profile, { table: index.grams, references: index.ids.length }, blockingWords)
  if (gram !== undefined) return found(profile, index, { decision: 'block', rule: 'ngram_30', ...gram })
  return undefined
}

interface GramTable {
  readonly table: FingerprintTable
  /** A stock phrase has no reference below this number. */
  readonly references: number
}

interface Place {
  readonly reference: number
  readonly from: number
  readonly length: number
}

function findGram(
  { grams, words }: TextProfile,
  { table, references }: GramTable,
  length: number,
): Place | undefined {
  const { count, traits } = words
  let prose = 0
  for (let end = 0; end < count; end++) {
    prose = ((traits[end] as number) & codeKind) === 0 ? prose + 1 : 0
    if (prose < length) continue
    const from = end - length + 1
    const high = grams.highAt(from, length)
    if (!mayHold(table, high)) continue
    const reference = findFingerprint(table, high, grams.lowAt(from, length))
    if (reference >= 0 && reference < references) return { reference, from, length }
  }
  return undefined
}

const anyStop = stopKind.clause | stopKind.sentence

/** A short protected text, whole, up to where a clause ends: `3 + 4` inside `3 + 4x` is another problem. */
function findWholeText({ grams, words }: TextProfile, { short }: ReferenceIndex): Place | undefined {
  const last = words.count - leastWords
  for (let at = 0; at <= last; at++) {
    const high = grams.highAt(at, leastWords)
    if (!mayHold(short.table, high)) continue
    let reference = findFingerprint(short.table, high, grams.lowAt(at, leastWords))
    while (reference >= 0) {
      const from = at - (short.offset[reference] as number)
      const length = short.length[reference] as number
      if (
        from >= 0 &&
        from + length <= words.count &&
        ((words.traits[from + length - 1] as number) & anyStop) !== 0 &&
        grams.highAt(from, length) === short.high[reference] &&
        grams.lowAt(from, length) === short.low[reference]
      )
        return { reference, from, length }
      reference = short.next[reference] as number
    }
  }
  return undefined
}

interface Flagging {
  readonly profile: TextProfile
  readonly index: ReferenceIndex
  readonly similar: SimilaritySearch
  /** Skeletons of references, as they are needed. */
  readonly settings: Map<number, string>
  readonly strict: boolean
}

function flagged(flagging: Flagging, text: string): Contamination | undefined {
  const { profile, index, similar, strict } = flagging
  const all = { decision: 'flag', from: 0, length: profile.words.count } as const
  const twin = findTwin(flagging, text)
  if (twin >= 0) return found(profile, index, { ...all, rule: 'template_twin', reference: twin })
  const near = similar.find(profile)
  if (near !== undefined) return found(profile, index, { ...all, rule: 'near_duplicate', ...near })
  if (profile.hasSentences) {
    const reordered = findFingerprint(index.sentences, profile.sentencesHigh, profile.sentencesLow)
    if (reordered >= 0) return found(profile, index, { ...all, rule: 'near_duplicate', reference: reordered })
  }
  if (!strict) return undefined
  const gram = findGram(profile, { table: index.strict, references: index.ids.length }, strictWords)
  return gram && found(profile, index, { decision: 'flag', rule: 'ngram_13', ...gram })
}

/** The reference that is equal with its numbers masked, or with its whole setting masked; -1 where there is none. */
function findTwin({ profile, index, settings }: Flagging, text: string): number {
  const twin = findFingerprint(index.skeletons, profile.skeletonHigh, profile.skeletonLow)
  if (twin >= 0 || !profile.hasSenses) return twin
  const { table, next, texts } = index.settings
  let reference = findFingerprint(table, profile.sensesHigh, profile.sensesLow)
  if (reference < 0) return -1
  const skeleton = skeletonOf(text)
  while (reference >= 0) {
    const held = settings.get(reference) ?? skeletonOf(texts[reference] as string)
    settings.set(reference, held)
    if (held === skeleton) return reference
    reference = next[reference] as number
  }
  return -1
}
