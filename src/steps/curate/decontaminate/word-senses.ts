import { CanonicalWords } from '../../../foundations/text/canonical-words.ts'
import { wordClass, wordEntries } from '../../../foundations/text/word-classes.ts'

/** What the lookup says of a word that no list holds, and of a number word. Any other answer is the sense of a word that carries the problem. */
export const unknownSense = 0
export const numberSense = 1

const size = 16_384
/** The hash of a word and its sense, side by side. */
const entries = new Int32Array(2 * size)
/** Forms that follow a person or a number in the sentence: they change with a name. */
const bentForms: ReadonlySet<string> = new Set(['they', 'be', 'was', 'have', 'do'])

fill()

/** The sense of a word by the hash of its letters: forms of one word have one sense. */
export function senseOf(bare: number): number {
  for (let place = placeOf(bare); ; place = (place + 2) & (2 * size - 1)) {
    const sense = entries[place + 1] as number
    if (sense === unknownSense || entries[place] === bare) return sense
  }
}

function placeOf(bare: number): number {
  return ((bare ^ (bare >>> 15)) & (size - 1)) << 1
}

function fill(): void {
  const words = new CanonicalWords()
  const bareOf = (word: string): number | undefined => {
    words.scan(word)
    return words.count === 1 ? words.bare[0] : undefined
  }
  for (const [word, entry] of wordEntries) {
    const bare = bareOf(word)
    if (bare === undefined || word.length < 2) continue
    if (entry.class === wordClass.number) store(bare, numberSense)
    else if (entry.class === wordClass.kept || entry.class === wordClass.spelled) {
      if (!bentForms.has(entry.form)) store(bare, (bareOf(entry.form) ?? bare) | 2)
    }
  }
}

function store(bare: number, sense: number): void {
  let place = placeOf(bare)
  while (entries[place + 1] !== unknownSense && entries[place] !== bare) place = (place + 2) & (2 * size - 1)
  entries[place] = bare
  entries[place + 1] = sense
}
