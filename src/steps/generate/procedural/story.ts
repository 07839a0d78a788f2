import { randomAt, randomKey, type RandomKey } from '../../../core/random.ts'
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
  /** Names for points, matrices or vectors that belong together: one of the groups, none of whose letters has been used. */
  letters<Group extends readonly string[]>(groups: readonly Group[]): Group
}

/** Letters used so far in a text; shared by its parts so that no letter means two things. */
export interface LetterPool {
  readonly used: Set<string>
}

const variableLetters: readonly string[] = ['x', 'y', 'z', 't', 'u', 'w', 'v']
const functionLetters: readonly string[] = ['f', 'g', 'h', 'p', 'q']

const castKey = randomKey('cast')
const partKeys: RandomKey[] = []

/** The key of a part's words, hashed once. */
function partKey(part: number): RandomKey {
  partKeys[part] ??= randomKey('story', part)
  return partKeys[part]
}

/** Steps without a common factor with the number of people, so that a walk by them meets everyone once. */
const strides: readonly number[] = [1, 3, 7, 9, 11, 13, 17, 19, 21, 23, 27, 29, 31, 33, 37, 39]

/** People that one part may call for. */
const peoplePerPart = 6

/** @param part  number of the part in its text: parts share the hero and the letters, and differ in everything else */
export function tellStory(storySeed: number, part: number, letters: LetterPool): Story {
  const cast = randomAt(castKey, storySeed)
  const first = cast.integer(0, people.length - 1)
  const stride = cast.pick(strides)
  const personAt = (place: number): Person => people[(first + place * stride) % people.length] as Person
  const random = randomAt(partKey(part), storySeed)
  let nextPerson = 1 + part * peoplePerPart
  return {
    hero: personAt(0),
    person: () => personAt(nextPerson++),
    pick: (items) => random.pick(items),
    variable: () => takeLetter(variableLetters, letters),
    functionName: () => takeLetter(functionLetters, letters),
    letters: (groups) => takeGroup(groups, random.integer(0, groups.length - 1), letters),
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

/** The first group from `start` on without a used letter, marked as used. Throws {@link OutOfLetters} when there is none. */
function takeGroup<Group extends readonly string[]>(
  groups: readonly Group[],
  start: number,
  letters: LetterPool,
): Group {
  const free = [...groups.slice(start), ...groups.slice(0, start)].find((group) =>
    group.every((letter) => !letters.used.has(letter)),
  )
  if (free === undefined) throw new OutOfLetters(`no group left of ${groups.join(' ')}`)
  for (const letter of free) letters.used.add(letter)
  return free
}
