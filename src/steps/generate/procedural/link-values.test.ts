import { expect, test } from 'vitest'
import { randomAt, randomKey } from '../../../core/random.ts'
import { drawValues } from './draw-values.ts'
import { families } from './families.ts'
import { admits, linkWorks, slotsOf } from './link-values.ts'

const slots = families.flatMap((family) => slotsOf(family))

test('a value that a family draws itself is admitted, one outside its range is not', () => {
  expect(slots.length).toBeGreaterThan(100)
  let [drawn, refused] = [0, 0]
  for (const [place, slot] of slots.entries()) {
    const values = drawValues(slot.family, randomAt(randomKey('slot test'), place))
    const value = values?.[slot.name]
    if (value === undefined) continue
    drawn++
    if (!admits(slot, value)) refused++
    expect(admits(slot, slot.given.minimum - 1)).toBe(false)
    expect(admits(slot, slot.given.maximum + 1)).toBe(false)
  }
  // The search is bounded: a value that suits few of the other givens may be missed.
  expect(refused / drawn).toBeLessThan(0.06)
})

test('links are neither all taken to work nor all refused', () => {
  const random = randomAt(randomKey('link test'), 0)
  const asked = Array.from({ length: 300 }, () => linkWorks(random.pick(families), random.pick(slots)))
  const share = asked.filter(Boolean).length / asked.length
  expect(share).toBeGreaterThan(0.2)
  expect(share).toBeLessThan(0.95)
})
