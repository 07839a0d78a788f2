import type { Random } from '../../../core/random.ts'
import { integerValue } from './answer.ts'
import type { CombinationForm, CombineNode, CompositionNode, FamilyNode, Input } from './composition.ts'
import { drawValues } from './draw-values.ts'
import { evaluate, quantityOf } from './evaluate.ts'
import { mayFeed, type Family } from './family.ts'
import { sensibleForms, sensibleWordings } from './link-sense.ts'
import { admits, type Slot } from './link-values.ts'
import { everyGivenMoves } from './other-results.ts'
import { planTree, type CombinationPlan, type FamilyPlan, type Plan } from './plan-tree.ts'

/** Times that values are drawn for a family without inputs, and with them. */
const [draws, redraws] = [12, 4]

/** What a result is for; nothing when it is what the text asks. */
interface Aim {
  /** The given that it feeds and must fit. */
  readonly goal?: Slot
  /** It is brought together with another result. */
  readonly joined?: boolean
}

/**
 * Weaves families into one tree that needs them all: a plan of what feeds what, then values from the sources upwards. `undefined` when
 * the drawn arrangement does not work out; draw again.
 */
export function arrange(parts: readonly Family[], random: Random): CompositionNode | undefined {
  const plan = planTree(parts, random)
  return plan === undefined ? undefined : fill(plan, random, {})
}

function fill(plan: Plan, random: Random, aim: Aim): CompositionNode | undefined {
  return plan.node === 'family' ? fillFamily(plan, random, aim) : fillCombination(plan, random, aim)
}

function fillFamily(
  { family, inputs: planned }: FamilyPlan,
  random: Random,
  aim: Aim,
): FamilyNode | undefined {
  const inputs: Input[] = []
  const fixed: Record<string, number> = {}
  for (const { slot, source: plan } of planned) {
    const source = fill(plan, random, { goal: slot })
    const value = source === undefined ? undefined : wholeResult(source)
    if (source === undefined || value === undefined) return undefined
    inputs.push({ given: slot.name, source })
    fixed[slot.name] = value
  }
  const wordings = sensibleWordings(family, inputs, aim.goal !== undefined || aim.joined === true)
  if (wordings.length === 0) return undefined
  for (let attempt = 0; attempt < (inputs.length === 0 ? draws : redraws); attempt++) {
    const values = drawValues(family, random, fixed)
    if (values === undefined) return undefined
    const wording = random.pick(wordings)
    const node: FamilyNode = { node: 'family', family: family.id, wording, values, inputs }
    if (suits(node, aim)) return node
  }
  return undefined
}

function fillCombination(plan: CombinationPlan, random: Random, aim: Aim): CombineNode | undefined {
  const left = fillFamily(plan.left, random, { joined: true })
  const right = left === undefined ? undefined : fillFamily(plan.right, random, { joined: true })
  if (left === undefined || right === undefined) return undefined
  const wording = random.integer(0, 1_000_000)
  for (const form of orderForms(sensibleForms(left, right), random)) {
    const node = join(form, [left, right], wording)
    if (node !== undefined && suits(node, aim)) return node
  }
  return undefined
}

/** The two in the order in which the form fits them. */
function join(
  form: CombinationForm,
  [a, b]: readonly [CompositionNode, CompositionNode],
  wording: number,
): CombineNode | undefined {
  const node: CombineNode = { node: 'combine', form, wording, left: a, right: b }
  if (evaluate(node) !== undefined) return node
  const turned: CombineNode = { ...node, left: b, right: a }
  return evaluate(turned) === undefined ? undefined : turned
}

/** Comparing reads better than adding unlike things, so it is tried first more often than not. */
function orderForms(forms: readonly CombinationForm[], random: Random): readonly CombinationForm[] {
  const isComparing = (form: CombinationForm): boolean => form === 'difference' || form === 'ratio'
  const comparing = random.shuffle(forms.filter(isComparing))
  const adding = random.shuffle(forms.filter((form) => !isComparing(form)))
  return random.chance(0.7) ? [...comparing, ...adding] : [...adding, ...comparing]
}

/**
 * The result can stand where it is wanted, and every number of the text moves it. A number that changes nothing is found here, where
 * other values cost little, rather than when all is woven.
 */
function suits(node: CompositionNode, { goal }: Aim): boolean {
  return (goal === undefined || reaches(node, goal)) && everyGivenMoves(node)
}

function reaches(node: CompositionNode, goal: Slot): boolean {
  const { link } = goal.given
  const value = wholeResult(node)
  return link !== undefined && mayFeed(quantityOf(node), link) && value !== undefined && admits(goal, value)
}

function wholeResult(node: CompositionNode): number | undefined {
  const answer = evaluate(node)
  return answer === undefined ? undefined : integerValue(answer)
}
