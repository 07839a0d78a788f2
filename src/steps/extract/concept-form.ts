import { canonicalKey } from '../../foundations/taxonomy/canonical-name.ts'
import { alikeWords, deedStems, fillerStems, joiningWords, ofWords, sameWords } from './merge-vocabulary.ts'
import { stemOf } from './name-stem.ts'

/** What a name says, apart from how it says it. */
export interface ConceptForm {
  /** Stems in the order of a compound: `area of a circle` and `circle area` are both `circle area`. Each once. */
  readonly sequence: readonly string[]
  /** The same in order of the alphabet, as one text. */
  readonly bag: string
  /** The bag without fillers and with words that are merely alike made equal; names that may be merged have the same one. */
  readonly core: string
  /** Fillers of the sequence. */
  readonly fillers: readonly string[]
  /** What stands before and after `to`: fractions to decimals is not decimals to fractions. */
  readonly direction: Direction | undefined
  /** Says several things beside each other, whose order is free. */
  readonly listed: boolean
  /** Other words for the same were put in their place. */
  readonly renamed: boolean
  /** The bag of the words before the first `of`, `for` or `in`, with the last stem of them, where there are any after it. */
  readonly base: { readonly bag: string; readonly head: string } | undefined
}

/** What is done says little at the end, where a deed stands; inside a name it is part of what it says: `sum of the solutions`. */
function isFiller(stem: string, at: number, sequence: readonly string[]): boolean {
  return fillerStems.has(stem) && (!deedStems.has(stem) || at === sequence.length - 1)
}

interface Direction {
  readonly from: readonly string[]
  readonly to: readonly string[]
}

/** Whether one goes the other way round. */
export function areOpposite(a: Direction | undefined, b: Direction | undefined): boolean {
  if (a === undefined || b === undefined) return false
  const shared = (one: readonly string[], other: readonly string[]): number =>
    one.filter((stem) => other.includes(stem)).length
  return shared(a.from, b.to) + shared(a.to, b.from) > shared(a.from, b.from) + shared(a.to, b.to)
}

/** What is known of single words. */
export interface WordKnowledge {
  /** Puts a known stem in the place of a misspelt one. */
  readonly correct: (stem: string) => string
  /** Whether two words are one when written together: `mid point`, `midpoint`. */
  readonly isKnown: (stem: string) => boolean
}

const nothingKnown: WordKnowledge = { correct: (stem) => stem, isKnown: () => false }

/** The form of a canonical key. */
export function formOf(key: string, { correct, isKnown }: WordKnowledge = nothingKnown): ConceptForm {
  const words = joinWords(splitWords(key.replace(/^solution (?:of|to|for) /, 'solving ')), isKnown).map(
    (word) => (joiningWords.has(word) ? word : correct(stemOf(word))),
  )
  const phrases = replacePhrases(words, samePhrases)
  const order = replacePhrases(compound(phrases.words), sameCompounds)
  const sequence = unique(order.words)
  const alike = unique(replacePhrases(order.words, alikeCompounds).words)
  const fillers = sequence.filter(isFiller)
  const core = alike.filter((stem, at) => !isFiller(stem, at, alike))
  const place = phrases.words.findIndex((word, at) => at > 0 && ofWords.has(word))
  const before = place < 0 ? [] : content(phrases.words.slice(0, place))
  return {
    sequence,
    bag: sequence.toSorted().join(' '),
    core: (core.length === 0 ? alike : core).toSorted().join(' '),
    fillers,
    direction: directionOf(phrases.words),
    listed: /\b(?:and|or)\b|[,/&]/.test(key),
    renamed: phrases.replaced || order.replaced,
    base:
      before.length < 2
        ? undefined
        : { bag: unique(before).toSorted().join(' '), head: before.at(-1) as string },
  }
}

/** Words, numbers and the few signs that tell names apart. Accents and possessives go. */
function splitWords(key: string): readonly string[] {
  const plain = key
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/'s?(?![\p{L}])/gu, '')
  return plain.match(/\p{L}+|\d+(?:\.\d+)?|[+*^=<>]/gu) ?? []
}

function joinWords(words: readonly string[], isKnown: WordKnowledge['isKnown']): readonly string[] {
  const joined: string[] = []
  for (let at = 0; at < words.length; at++) {
    const [word, next] = [words[at] as string, words[at + 1]]
    const pair = next === undefined || joiningWords.has(word) || joiningWords.has(next) ? '' : word + next
    if (pair.length > 5 && isKnown(stemOf(pair))) {
      joined.push(pair)
      at++
    } else joined.push(word)
  }
  return joined
}

function content(words: readonly string[]): readonly string[] {
  return words.filter((word) => !joiningWords.has(word))
}

function unique(words: readonly string[]): readonly string[] {
  return [...new Set(words)]
}

/** `deed x of y` → `y x deed`. */
function compound(words: readonly string[]): readonly string[] {
  const [first = ''] = words
  if (deedStems.has(first) && words.length > 1 && !ofWords.has(words[1] as string))
    return [...compound(words.slice(1)), first]
  const place = words.findIndex((word, at) => at > 0 && ofWords.has(word))
  if (place < 0) return content(words)
  return [...compound(words.slice(place + 1)), ...content(words.slice(0, place))]
}

function directionOf(words: readonly string[]): Direction | undefined {
  const place = words.findIndex((word) => word === 'to' || word === 'into')
  if (place < 1) return undefined
  const named = (part: readonly string[]): readonly string[] =>
    content(part).filter((stem) => !deedStems.has(stem))
  const [from, to] = [named(words.slice(0, place)), named(words.slice(place + 1))]
  return from.length === 0 || to.length === 0 ? undefined : { from, to }
}

/** Phrases by their first word, longest first, with what stands for them. */
type Phrases = ReadonlyMap<
  string,
  readonly { readonly from: readonly string[]; readonly to: readonly string[] }[]
>

function readPhrases(
  groups: readonly (readonly string[])[],
  arrange: (words: readonly string[]) => readonly string[],
): Phrases {
  const phrases = new Map<string, { from: readonly string[]; to: readonly string[] }[]>()
  const read = (text: string): readonly string[] =>
    arrange(splitWords(canonicalKey(text)).map((word) => (joiningWords.has(word) ? word : stemOf(word))))
  for (const [kept = '', ...others] of groups) {
    for (const other of others) {
      const from = read(other)
      const list = phrases.get(from[0] as string) ?? []
      list.push({ from, to: read(kept) })
      phrases.set(from[0] as string, list)
    }
  }
  for (const list of phrases.values()) list.sort((a, b) => b.from.length - a.from.length)
  return phrases
}

const samePhrases = readPhrases(sameWords, (words) => words)
const sameCompounds = readPhrases(sameWords, compound)
const alikeCompounds = readPhrases(alikeWords, compound)

/** Articles do not part the words of a phrase. */
function replacePhrases(
  words: readonly string[],
  phrases: Phrases,
): { readonly words: readonly string[]; readonly replaced: boolean } {
  const read = words.filter((word) => word !== 'a' && word !== 'an' && word !== 'the')
  const written: string[] = []
  let replaced = false
  for (let at = 0; at < read.length;) {
    const found = phrases
      .get(read[at] as string)
      ?.find(({ from }) => from.every((word, on) => read[at + on] === word))
    if (found === undefined) written.push(read[at++] as string)
    else {
      written.push(...found.to)
      at += found.from.length
      replaced = true
    }
  }
  return { words: written, replaced }
}
