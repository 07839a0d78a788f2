import type { Random } from '../../../core/random.ts'
import type { Family } from './family.ts'
import { mayBeCompared, mayEverFeed } from './link-sense.ts'
import { linkWorks, slotsOf, type Slot } from './link-values.ts'

/** Which family feeds which, before anything has a value. */
export type Plan = FamilyPlan | CombinationPlan

export interface FamilyPlan {
  readonly node: 'family'
  readonly family: Family
  readonly inputs: readonly { readonly slot: Slot; readonly source: Plan }[]
}

/** Two results that are brought together. Neither is a combination: a comparison of comparisons is a sentence nobody can follow. */
export interface CombinationPlan {
  readonly node: 'combine'
  readonly left: FamilyPlan
  readonly right: FamilyPlan
}

/**
 * A random tree that needs all the families: one feeds a given of another, two feed two givens of a third, or two results are
 * compared. Only links that mean something and that are known to work are planned. `undefined` when the drawn tree has none for a
 * place; draw again.
 *
 * @param goal  the given that the tree's result is to stand for; nothing when it is what the text asks
 */
export function planTree(parts: readonly Family[], random: Random, goal?: Slot): Plan | undefined {
  if (parts.length === 1) return planFeeding(parts, random, goal)
  // Chains read as the least woven, so joins are tried first more often than not.
  const combineFirst = random.chance(parts.length === 2 ? 0.68 : 0.45)
  return combineFirst
    ? (planCombination(parts, random) ?? planFeeding(parts, random, goal))
    : (planFeeding(parts, random, goal) ?? planCombination(parts, random))
}

/** One of the parts last, fed by the others through one or two of its givens. */
function planFeeding(parts: readonly Family[], random: Random, goal?: Slot): FamilyPlan | undefined {
  const family = random.pick(parts)
  if (goal !== undefined && !(mayEverFeed(family, goal.given) && linkWorks(family, goal))) return undefined
  const others = random.shuffle(parts.filter((part) => part !== family))
  if (others.length === 0) return { node: 'family', family, inputs: [] }
  const slots = random.shuffle(slotsOf(family))
  const split =
    slots.length > 1 && others.length > 1 && random.chance(0.75)
      ? random.integer(1, others.length - 1)
      : others.length
  const groups = split === others.length ? [others] : [others.slice(0, split), others.slice(split)]
  const inputs: FamilyPlan['inputs'][number][] = []
  for (const group of groups) {
    const input = planInput(
      group,
      slots.filter((slot) => inputs.every((held) => held.slot !== slot)),
      random,
    )
    if (input === undefined) return undefined
    inputs.push(input)
  }
  return { node: 'family', family, inputs }
}

function planInput(
  group: readonly Family[],
  slots: readonly Slot[],
  random: Random,
): FamilyPlan['inputs'][number] | undefined {
  for (const slot of slots) {
    const source = planTree(group, random, slot)
    if (source !== undefined) return { slot, source }
  }
  return undefined
}

/** The parts in two groups whose results are brought together. */
function planCombination(parts: readonly Family[], random: Random): CombinationPlan | undefined {
  const order = random.shuffle(parts)
  const split = random.integer(1, order.length - 1)
  const left = planFeeding(order.slice(0, split), random)
  const right = left === undefined ? undefined : planFeeding(order.slice(split), random)
  if (left === undefined || right === undefined || !mayBeCompared(left.family, right.family)) return undefined
  return { node: 'combine', left, right }
}
