import type { Random } from '../../../core/random.ts'
import { integerValue } from './answer.ts'
import type { CombinationForm, CompositionNode, FamilyNode, Input } from './composition.ts'
import { drawValues, shareWithin } from './draw-values.ts'
import { combine, comparable, evaluate, quantityOf } from './evaluate.ts'
import { mayFeed, type Family, type Given } from './family.ts'

/** Smallest share of a family's results that must fit a given before a link is tried. */
const minimumShare = 0.04
const tries = 24

/**
 * Weaves families into one tree that needs them all: one feeds a given of another, two feed two givens of a third, or two results
 * are compared. `undefined` when the drawn arrangement does not work out; draw again.
 *
 * @param goal  the given that the root's result must fit, when it feeds another family
 */
export function arrange(parts: readonly Family[], random: Random, goal?: Given): CompositionNode | undefined {
  const [only] = parts
  if (only === undefined) return undefined
  if (parts.length === 1) return drawLeaf(only, random, goal)
  // Chains read as the least woven, so joins are tried first more often than not.
  const combineFirst = random.chance(parts.length === 2 ? 0.68 : 0.45)
  return combineFirst
    ? (arrangeCombination(parts, random, goal) ?? arrangeFeeding(parts, random, goal))
    : (arrangeFeeding(parts, random, goal) ?? arrangeCombination(parts, random, goal))
}

function drawLeaf(family: Family, random: Random, goal: Given | undefined): FamilyNode | undefined {
  if (goal !== undefined && !fits(family, goal)) return undefined
  for (let attempt = 0; attempt < tries; attempt++) {
    const node = drawNode(family, random, [])
    if (node === undefined) return undefined
    if (goal === undefined || reaches(node, goal)) return node
  }
  return undefined
}

function drawNode(family: Family, random: Random, inputs: readonly Input[]): FamilyNode | undefined {
  const fixed: Record<string, number> = {}
  for (const input of inputs) {
    const answer = evaluate(input.source)
    const value = answer === undefined ? undefined : integerValue(answer)
    if (value === undefined) return undefined
    fixed[input.given] = value
  }
  const values = drawValues(family, random, fixed)
  if (values === undefined) return undefined
  return {
    node: 'family',
    family: family.id,
    wording: random.integer(0, family.wordings.length - 1),
    values,
    inputs,
  }
}

function fits(family: Family, goal: Given): boolean {
  return (
    goal.link !== undefined && mayFeed(family.result, goal.link) && shareWithin(family, goal) >= minimumShare
  )
}

function reaches(node: CompositionNode, goal: Given): boolean {
  if (goal.link === undefined || !mayFeed(quantityOf(node), goal.link)) return false
  const answer = evaluate(node)
  const value = answer === undefined ? undefined : integerValue(answer)
  return value !== undefined && value >= goal.minimum && value <= goal.maximum
}

/** One of the parts last, fed by the others through one or two of its givens. */
function arrangeFeeding(
  parts: readonly Family[],
  random: Random,
  goal: Given | undefined,
): FamilyNode | undefined {
  for (const root of random.shuffle(parts)) {
    if (goal !== undefined && (goal.link === undefined || !mayFeed(root.result, goal.link))) continue
    const others = random.shuffle(parts.filter((part) => part !== root))
    const slots = random.shuffle(Object.entries(root.givens).filter(([, given]) => given.link !== undefined))
    if (slots.length === 0) continue
    const split =
      slots.length > 1 && others.length > 1 && random.chance(0.75)
        ? random.integer(1, others.length - 1)
        : others.length
    const groups = split === others.length ? [others] : [others.slice(0, split), others.slice(split)]
    const node = feed(root, groups, slots, random)
    if (node !== undefined && (goal === undefined || reaches(node, goal))) return node
  }
  return undefined
}

function feed(
  root: Family,
  groups: readonly (readonly Family[])[],
  slots: readonly (readonly [string, Given])[],
  random: Random,
): FamilyNode | undefined {
  for (let attempt = 0; attempt < 3; attempt++) {
    const inputs: Input[] = []
    for (const group of groups) {
      const free = slots.filter(([name]) => inputs.every((input) => input.given !== name))
      const filled = fillSlot(group, free, random)
      if (filled === undefined) break
      inputs.push(filled)
    }
    if (inputs.length < groups.length) return undefined
    const node = drawNode(root, random, inputs)
    if (node !== undefined) return node
  }
  return undefined
}

function fillSlot(
  group: readonly Family[],
  slots: readonly (readonly [string, Given])[],
  random: Random,
): Input | undefined {
  for (const [given, goal] of slots) {
    const source = arrange(group, random, goal)
    if (source !== undefined) return { given, naming: random.integer(0, 1_000_000), source }
  }
  return undefined
}

/** The parts in two groups whose results are brought together. */
function arrangeCombination(
  parts: readonly Family[],
  random: Random,
  goal: Given | undefined,
): CompositionNode | undefined {
  const order = random.shuffle(parts)
  const split = random.integer(1, order.length - 1)
  for (let attempt = 0; attempt < 4; attempt++) {
    const left = arrange(order.slice(0, split), random)
    const right = arrange(order.slice(split), random)
    if (left === undefined || right === undefined) return undefined
    // A comparison of comparisons is a sentence nobody can follow.
    if (left.node === 'combine' || right.node === 'combine') return undefined
    if (!comparable(quantityOf(left), quantityOf(right))) return undefined
    const node = join(left, right, random)
    if (node !== undefined && (goal === undefined || reaches(node, goal))) return node
  }
  return undefined
}

function join(left: CompositionNode, right: CompositionNode, random: Random): CompositionNode | undefined {
  for (const form of formsFor(left, random)) {
    for (const [first, second] of [
      [left, right],
      [right, left],
    ] as const) {
      const a = evaluate(first)
      const b = evaluate(second)
      if (a?.kind !== 'rational' || b?.kind !== 'rational') return undefined
      if (combine(form, a.value, b.value) === undefined) continue
      return { node: 'combine', form, wording: random.integer(0, 1_000_000), left: first, right: second }
    }
  }
  return undefined
}

/** Comparing reads better than adding unlike things, so it is tried first more often than not; products are for pure numbers. */
function formsFor(node: CompositionNode, random: Random): readonly CombinationForm[] {
  const adding: readonly CombinationForm[] =
    quantityOf(node).kind === 'number' ? random.shuffle(['total', 'product']) : ['total']
  const comparing: readonly CombinationForm[] = random.shuffle(['difference', 'ratio'])
  return random.chance(0.7) ? [...comparing, ...adding] : [...adding, ...comparing]
}
