import { randomAt, randomKey, type Random } from '../../../core/random.ts'
import { people, type Person } from './people.ts'

/**
 * The words of one text: who acts, which things, which letters. A pure function of its seed, so the same seed tells the same story
 * with other numbers.
 */
export interface Story {
  /** The person the text is about; the same in all parts of a linked text. */
  readonly hero: Person
  /** Another person, a new one at each call. */
  person(): Person
  /** One of the author's own words or phrases. */
  pick<T>(items: readonly T[]): T
  /** A letter for an unknown (x, y, z, …), a new one at each call. */
  variable(): string
  /** A name for a function (f, g, h, …), a new one at each call. */
  functionName(): string
}

/** Letters used so far in a text; shared by its parts so that no letter means two things. */
export interface LetterPool {
  readonly used: Set<string>
}

const variableLetters: readonly string[] = ['x', 'y', 'z', 't', 'u', 'w', 'v']
const functionLetters: readonly string[] = ['f', 'g', 'h', 'p', 'q']

/** @param part  number of the part in its text: parts share the hero and the letters, and differ in everything else */
export function tellStory(storySeed: number, part: number, letters: LetterPool): Story {
  const cast: Random = randomAt(randomKey('cast'), storySeed)
  const names = cast.shuffle(people)
  const random = randomAt(randomKey('story', part), storySeed)
  const hero = names[0] as Person
  let nextPerson = 1 + part * 6
  return {
    hero,
    person: () => names[nextPerson++ % names.length] as Person,
    pick: (items) => random.pick(items),
    variable: () => takeLetter(variableLetters, letters),
    functionName: () => takeLetter(functionLetters, letters),
  }
}

/** A text needs more letters than there are; draw another arrangement. */
export class OutOfLetters extends Error {
  override readonly name = 'OutOfLetters'
}

/** The first free letter, marked as used. Throws {@link OutOfLetters} when none is left. */
export function takeLetter(candidates: readonly string[], letters: LetterPool): string {
  const letter = candidates.find((candidate) => !letters.used.has(candidate))
  if (letter === undefined) throw new OutOfLetters(`no letter left of ${candidates.join('')}`)
  letters.used.add(letter)
  return letter
}
