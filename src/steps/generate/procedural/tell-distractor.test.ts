import { expect, it } from 'vitest'
import { randomAt, randomKey } from '../../../core/random.ts'
import { people } from './people.ts'
import { namesIn, tellDistractor } from './tell-distractor.ts'

it('tells a sentence with numbers about someone whose name is free, the same for the same draw', () => {
  const families = new Set<string>()
  const taken = new Set(people.slice(0, 50).map(({ name }) => name))
  for (let index = 0; index < 150; index++) {
    const told = tellDistractor(taken, randomAt(randomKey('test'), index))
    if (told === undefined) throw new Error(`nothing told at ${index}`)
    expect(told.text).toMatch(/^\p{Lu}[^?!\\]*\d[^?!\\]*\.$/u)
    expect(namesIn(told.text).filter((name) => taken.has(name))).toEqual([])
    expect(tellDistractor(taken, randomAt(randomKey('test'), index))).toEqual(told)
    families.add(told.family)
  }
  expect(families.size).toBeGreaterThan(25)
  expect(
    tellDistractor(new Set(people.map(({ name }) => name)), randomAt(randomKey('test'), 0)),
  ).toBeUndefined()
})
