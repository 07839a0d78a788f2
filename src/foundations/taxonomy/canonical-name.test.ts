import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalKey } from './canonical-name.ts'

describe('canonicalKey', () => {
  it.each([
    ['Problem-solving strategies', 'problem solving strategy'],
    ['Ability to calculate percentages.', 'calculate percentage'],
    ['Understanding of the concept of fractions', 'fraction'],
    ['Pythagoras’ theorem', "pythagoras' theorem"],
    ['  Volumes   of prisms ', 'volume of prism'],
    ['Series', 'series'],
    ['Ｍａｔｒｉｃｅｓ', 'matrix'],
    ['Introduction to probability', 'probability'],
  ])('%s → %s', (name, key) => {
    expect(canonicalKey(name)).toBe(key)
  })

  it('keeps the order of words', () => {
    expect(canonicalKey('ratio of areas')).not.toBe(canonicalKey('area of ratios'))
  })

  it('is the same for its own result', () => {
    fc.assert(
      fc.property(
        fc.lorem({ maxCount: 6 }),
        (name) => canonicalKey(canonicalKey(name)) === canonicalKey(name),
      ),
    )
  })
})
