import type { Random } from '../../../core/random.ts'
import { integerValue } from './answer.ts'
import type { CombinationForm, CombineNode, CompositionNode, FamilyNode, Input } from './composition.ts'
import { drawValues, shareWithin } from './draw-values.ts'
import { combine, evaluate, quantityOf } from './evaluate.ts'
import { mayFeed, type Family, type Given } from './family.ts'
import { mayEverFeed, sensibleForms, sensibleWordings } from './link-sense.ts'

/** Smallest share of a family's results that must fit a given before a link is tried. */
const minimumShare = 0.04
const tries = 24

/** What a result is for; nothing when it is what the text asks. */
export interface Aim {
  /** The given that it feeds and must fit. */
  readonly goal?: Given
  /** It is brought together with another result. */
  readonly joined?: boolean
}

/**
 * Weaves families into one tree that needs them all: one feeds a given of another, two feed two givens of a third, or two results
 * are compared. `undefined` when the drawn arrangement does not work out; draw again.
 *
 * @param aim  what the root's result is for
 */
export function arrange(
  parts: readonly Family[],
  random: Random,
  aim: Aim = {},
): CompositionNode | undefined {
  const [only] = parts
  if (only === undefined) return undefined
  if (parts.length === 1) return drawLeaf(only, random, aim)
  // Chains read as the least woven, so joins are tried first more often than not.
  const combineFirst = random.chance(parts.length === 2 ? 0.68 : 0.45)
  return combineFirst
    ? (arrangeCombination(parts, random, aim) ?? arrangeFeeding(parts, random, aim))
    : (arrangeFeeding(parts, random, aim) ?? arrangeCombination(parts, random, aim))
}

function drawLeaf(family: Family, random: Random, { goal, joined = false }: Aim): FamilyNode | undefined {
  if (goal !== undefined && !fits(family, goal)) return undefined
  for (let attempt = 0; attempt < tries; attempt++) {
    const node = drawNode(family, random, { inputs: [], passesOn: goal !== undefined || joined })
    if (node === undefined) return undefined
    if (goal === undefined || reaches(node, goal)) return node
  }
  return undefined
}

interface Use {
  readonly inputs: readonly Input[]
  /** The result feeds or joins another. */
  readonly passesOn: boolean
}

function drawNode(family: Family, random: Random, { inputs, passesOn }: Use): FamilyNode | undefined {
  const fixed: Record<string, number> = {}
  for (const input of inputs) {
    const answer = evaluate(input.source)
    const value = answer === undefined ? undefined : integerValue(answer)
    if (value === undefined) return undefined
    fixed[input.given] = value
  }
  const wordings = sensibleWordings(family, inputs, passesOn)
  if (wordings.length === 0) return undefined
  const values = drawValues(family, random, fixed)
  if (values === undefined) return undefined
  return { node: 'family', family: family.id, wording: random.pick(wordings), values, inputs }
}

function fits(family: Family, goal: Given): boolean {
  return (
    goal.link !== undefined &&
    mayFeed(family.result, goal.link) &&
    mayEverFeed(family, goal) &&
    shareWithin(family, goal) >= minimumShare
  )
}

function reaches(node: CompositionNode, goal: Given): boolean {
  if (goal.link === undefined || !mayFeed(quantityOf(node), goal.link)) return false
  const answer = evaluate(node)
  const value = answer === undefined ? undefined : integerValue(answer)
  return value !== undefined && value >= goal.minimum && value <= goal.maximum
}

/** One of the parts last, fed by the others through one or two of its givens. */
function arrangeFeeding(parts: readonly Family[], random: Random, aim: Aim): FamilyNode | undefined {
  const { goal } = aim
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
    const node = feed({ root, groups, slots, passesOn: goal !== undefined || aim.joined === true }, random)
    if (node !== undefined && (goal === undefined || reaches(node, goal))) return node
  }
  return undefined
}

interface Feeding {
  readonly root: Family
  readonly groups: readonly (readonly Family[])[]
  readonly slots: readonly (readonly [string, Given])[]
  readonly passesOn: boolean
}

function feed({ root, groups, slots, passesOn }: Feeding, random: Random): FamilyNode | undefined {
  for (let attempt = 0; attempt < 3; attempt++) {
    const inputs: Input[] = []
    for (const group of groups) {
      const free = slots.filter(([name]) => inputs.every((input) => input.given !== name))
      const filled = fillSlot(group, free, random)
      if (filled === undefined) break
      inputs.push(filled)
    }
    if (inputs.length < groups.length) return undefined
    const node = drawNode(root, random, { inputs, passesOn })
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
    const source = arrange(group, random, { goal })
    if (source !== undefined) return { given, source }
  }
  return undefined
}

/** The parts in two groups whose results are brought together. */
function arrangeCombination(
  parts: readonly Family[],
  random: Random,
  { goal }: Aim,
): CompositionNode | undefined {
  const order = random.shuffle(parts)
  const split = random.integer(1, order.length - 1)
  for (let attempt = 0; attempt < 4; attempt++) {
    const left = arrange(order.slice(0, split), random, { joined: true })
    const right = arrange(order.slice(split), random, { joined: true })
    if (left === undefined || right === undefined) return undefined
    // A comparison of comparisons is a sentence nobody can follow.
    if (left.node === 'combine' || right.node === 'combine') return undefined
    const forms = sensibleForms(left, right)
    if (forms.length === 0) return undefined
    const node = join(left, right, orderForms(forms, random))
    if (node === undefined) continue
    const seeded: CompositionNode = { ...node, wording: random.integer(0, 1_000_000) }
    if (goal === undefined || reaches(seeded, goal)) return seeded
  }
  return undefined
}

function join(
  left: CompositionNode,
  right: CompositionNode,
  forms: readonly CombinationForm[],
): CombineNode | undefined {
  const a = evaluate(left)
  const b = evaluate(right)
  if (a?.kind !== 'rational' || b?.kind !== 'rational') return undefined
  for (const form of forms) {
    if (combine(form, a.value, b.value) !== undefined)
      return { node: 'combine', form, wording: 0, left, right }
    if (combine(form, b.value, a.value) !== undefined) {
      return { node: 'combine', form, wording: 0, left: right, right: left }
    }
  }
  return undefined
}

/** Comparing reads better than adding unlike things, so it is tried first more often than not. */
function orderForms(forms: readonly CombinationForm[], random: Random): readonly CombinationForm[] {
  const isComparing = (form: CombinationForm): boolean => form === 'difference' || form === 'ratio'
  const comparing = random.shuffle(forms.filter(isComparing))
  const adding = random.shuffle(forms.filter((form) => !isComparing(form)))
  return random.chance(0.7) ? [...comparing, ...adding] : [...adding, ...comparing]
}
