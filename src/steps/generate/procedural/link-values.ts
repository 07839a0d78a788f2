import { randomAt, randomKey } from '../../../core/random.ts'
import { integerValue } from './answer.ts'
import type { FamilyNode } from './composition.ts'
import { drawValues } from './draw-values.ts'
import type { Family, Given } from './family.ts'
import { everyGivenMoves } from './other-results.ts'

/** A given of a family that a result may stand for. */
export interface Slot {
  readonly family: Family
  readonly name: string
  readonly given: Given
}

const slots = new WeakMap<Family, readonly Slot[]>()

/** The slots of a family; always the same objects, so that what is known of them is found by them. */
export function slotsOf(family: Family): readonly Slot[] {
  const held =
    slots.get(family) ??
    Object.entries(family.givens).flatMap(([name, given]) =>
      given.link === undefined ? [] : [{ family, name, given }],
    )
  slots.set(family, held)
  return held
}

const admitted = new WeakMap<Slot, Map<number, boolean>>()

/**
 * Whether a family has values with this one in the slot, by a bounded search. The search has random numbers of its own, so the answer
 * is a function of (slot, value) and can be kept: most values that are tried again and again are ones that never fit.
 */
export function admits(slot: Slot, value: number): boolean {
  const { family, name, given } = slot
  if (value < given.minimum || value > given.maximum) return false
  const known = admitted.get(slot) ?? new Map<number, boolean>()
  admitted.set(slot, known)
  const held = known.get(value)
  if (held !== undefined) return held
  const random = randomAt(randomKey('admits', family.id, name, value), 0)
  const found = drawValues(family, random, { [name]: value }) !== undefined
  known.set(value, found)
  return found
}

const working = new WeakMap<Slot, Map<Family, boolean>>()
const samples = 24

/**
 * Whether a result of a family can stand in the slot so that every number of the text still matters: tried on a fixed sample of
 * draws, once for each pair, so that hopeless links are not tried whenever the two meet.
 */
export function linkWorks(source: Family, slot: Slot): boolean {
  const known = working.get(slot) ?? new Map<Family, boolean>()
  working.set(slot, known)
  const held = known.get(source) ?? findLink(source, slot)
  known.set(source, held)
  return held
}

function findLink(source: Family, slot: Slot): boolean {
  const random = randomAt(randomKey('link', source.id, slot.family.id, slot.name), 0)
  for (let sample = 0; sample < samples; sample++) {
    const values = drawValues(source, random)
    const result = values === undefined ? undefined : integerValue(source.solve(values))
    if (values === undefined || result === undefined || !admits(slot, result)) continue
    const fed = drawValues(slot.family, random, { [slot.name]: result })
    if (fed === undefined) continue
    const leaf: FamilyNode = { node: 'family', family: source.id, wording: 0, values, inputs: [] }
    const inputs = [{ given: slot.name, source: leaf }]
    if (everyGivenMoves({ node: 'family', family: slot.family.id, wording: 0, values: fed, inputs }))
      return true
  }
  return false
}
