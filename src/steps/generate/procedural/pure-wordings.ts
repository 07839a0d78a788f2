import { randomAt, randomKey } from '../../../core/random.ts'
import { drawValues } from './draw-values.ts'
import type { Family, ShownGiven } from './family.ts'
import { showGiven } from './show-given.ts'
import { tellStory, type Story } from './story.ts'

const known = new Map<string, readonly number[]>()

/**
 * The wordings of a family that tell no story: no people, things or places, only numbers and letters ("the number of positive
 * divisors of 36"). Such a quantity may stand for anything in another text, and anything may stand in such a text; a number of
 * loaves may not become a number of minutes. Found by telling each wording once to a story that notices who is asked for.
 */
export function pureWordings(family: Family): readonly number[] {
  const held = known.get(family.id)
  if (held !== undefined) return held
  const values = drawValues(family, randomAt(randomKey('pure wordings', family.id), 0))
  const found =
    values === undefined
      ? []
      : family.wordings.flatMap((write, index) => {
          const shown = Object.entries(family.givens).map(([name, given]): readonly [string, ShownGiven] => [
            name,
            showGiven(given, values[name] as number),
          ])
          const text = Object.fromEntries(shown.map(([name, one]) => [name, one.text]))
          const math = Object.fromEntries(shown.map(([name, one]) => [name, one.math]))
          const { story, isAsked } = noticingStory()
          write({ value: values, text, math, story })
          return isAsked() ? [] : [index]
        })
  known.set(family.id, found)
  return found
}

function noticingStory(): { readonly story: Story; readonly isAsked: () => boolean } {
  const plain = tellStory(0, 0, { used: new Set() })
  let asked = false
  const story: Story = {
    get hero() {
      asked = true
      return plain.hero
    },
    person: () => {
      asked = true
      return plain.person()
    },
    pick: (items) => {
      asked = true
      return plain.pick(items)
    },
    variable: () => plain.variable(),
    functionName: () => plain.functionName(),
    letters: (groups) => plain.letters(groups),
  }
  return { story, isAsked: () => asked }
}
