import type { Random } from '../../../core/random.ts'
import { drawValues } from './draw-values.ts'
import type { Values } from './family.ts'
import { everydayFamilies } from './families/everyday.ts'
import { people } from './people.ts'
import { showGiven } from './show-given.ts'
import { OutOfLetters, tellStory } from './story.ts'

/** A sentence about someone who has nothing to do with a problem, and what it was told from. */
export interface Distractor {
  readonly text: string
  readonly family: string
  readonly wording: number
  readonly values: Values
  readonly storySeed: number
}

const attempts = 400
const longest = 180

/**
 * One sentence with numbers, from the situation of an everyday family, about a person whose name is not in `taken`; a pure function of
 * (taken, random). It says what that person has or does and asks nothing, so what is asked about others stays as it was.
 */
export function tellDistractor(taken: ReadonlySet<string>, random: Random): Distractor | undefined {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const family = random.pick(everydayFamilies)
    const wording = random.integer(0, family.wordings.length - 1)
    const storySeed = random.uint32()
    const values = drawValues(family, random)
    if (values === undefined) continue
    const setup = setupOf({ family, wording, storySeed, values })
    if (setup === undefined) continue
    const text = plainMoney(setup)
    if (standsAlone(text, taken)) return { text, family: family.id, wording, values, storySeed }
  }
  return undefined
}

function setupOf({
  family,
  wording,
  storySeed,
  values,
}: {
  readonly family: (typeof everydayFamilies)[number]
  readonly wording: number
  readonly storySeed: number
  readonly values: Values
}): string | undefined {
  const shown = Object.entries(family.givens).map(
    ([name, given]) => [name, showGiven(given, values[name] as number)] as const,
  )
  try {
    return family.wordings[wording]?.({
      value: values,
      text: Object.fromEntries(shown.map(([name, { text }]) => [name, text])),
      math: Object.fromEntries(shown.map(([name, { math }]) => [name, math])),
      story: tellStory(storySeed, 0, { used: new Set() }),
    }).setup
  } catch (error) {
    if (error instanceof OutOfLetters) return undefined
    throw error
  }
}

/** `\$4.50` as prose without mathematics writes it. */
function plainMoney(text: string): string {
  return text.replaceAll(String.raw`\$`, '$$')
}

const names: ReadonlySet<string> = new Set(people.map(({ name }) => name))

/** One whole sentence that begins with its own person, has a number, and points to nothing outside. */
function standsAlone(text: string, taken: ReadonlySet<string>): boolean {
  const [first = ''] = text.split(' ')
  return (
    names.has(first.replace(/'s$/, '')) &&
    text.length <= longest &&
    /\d/.test(text) &&
    /^[^.?!:]*(?:\d\.\d[^.?!:]*)*\.$/.test(text) &&
    !/[\\{}^=]|\$(?!\d)/.test(text) &&
    !namesIn(text).some((name) => taken.has(name))
  )
}

/** Words with a capital, without the ending of a possessive: every name is among them. */
export function namesIn(text: string): readonly string[] {
  return text
    .split(/[^\p{L}\p{N}'’-]+/u)
    .filter((word) => /^\p{Lu}/u.test(word))
    .map((word) => word.replace(/['’]s?$/, ''))
}
