import { contextWords, personalNames } from './context-words.ts'
import { keptWords, numberWords } from './kept-words.ts'

/** What a word is to the skeleton; `undefined` in the lookup means that no list holds it. */
export const wordClass = { kept: 1, masked: 2, number: 3, name: 4, article: 5, spelled: 6 } as const
export type WordClass = (typeof wordClass)[keyof typeof wordClass]

export interface WordEntry {
  readonly class: WordClass
  /** How the word is written in a skeleton. */
  readonly form: string
}

/** Words whose forms follow number or person in the sentence, written as one. */
const spelledForms: Readonly<Record<string, string>> = {
  is: 'be',
  are: 'be',
  was: 'was',
  were: 'was',
  has: 'have',
  have: 'have',
  had: 'have',
  does: 'do',
  do: 'do',
  he: 'they',
  she: 'they',
  they: 'they',
  him: 'they',
  her: 'they',
  hers: 'they',
  his: 'they',
  them: 'they',
  their: 'they',
  theirs: 'they',
  percent: '%',
}

const doubledEnding = /(?:s|x|z|ch|sh)$/

/** Lookup from a lower-case word, plurals included, to its entry. Earlier groups win: a word that carries mathematics is never masked. */
export const wordEntries: ReadonlyMap<string, WordEntry> = buildEntries()

function buildEntries(): Map<string, WordEntry> {
  const entries = new Map<string, WordEntry>()
  const add = (word: string, wordClassOf: WordClass, form: string): void => {
    if (!entries.has(word)) entries.set(word, { class: wordClassOf, form })
  }
  for (const article of ['a', 'an', 'the']) add(article, wordClass.article, 'a')
  for (const [word, form] of Object.entries(spelledForms)) add(word, wordClass.spelled, form)
  for (const word of listed(numberWords)) add(word, wordClass.number, '#')
  const kept = new Set(listed(keptWords))
  const derived = new Map([...kept].map((word) => [pluralOf(word), word]))
  for (const word of kept) add(word, wordClass.kept, derived.get(word) ?? word)
  for (const [plural, word] of derived) add(plural, wordClass.kept, word)
  for (const group of Object.values(contextWords)) {
    for (const word of listed(group)) {
      add(word, wordClass.masked, '@')
      add(pluralOf(word), wordClass.masked, '@')
    }
  }
  for (const name of listed(personalNames)) add(name, wordClass.name, '@')
  return entries
}

function listed(words: string): string[] {
  return words.trim().split(/\s+/)
}

function pluralOf(word: string): string {
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`
  return doubledEnding.test(word) ? `${word}es` : `${word}s`
}

/** The singular of an unlisted word by its ending. */
export function singularOf(word: string): string {
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`
  if (word.length > 4 && word.endsWith('es') && doubledEnding.test(word.slice(0, -2)))
    return word.slice(0, -2)
  return word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word
}
