import { sameAnswer } from './answer.ts'
import { familyNodes, type Composition, type FamilyNode } from './composition.ts'
import { evaluate, familyOf, type Replacement } from './evaluate.ts'
import type { Given } from './family.ts'
import { tellProblem, type ToldProblem } from './tell.ts'

/** How a change of one given showed. */
export interface GivenEffect {
  readonly family: string
  readonly given: string
  readonly from: number
  readonly to: number
}

/** Every free given of a composition: those whose change was shown to change text and answer, and those that were not. */
export interface GivenEffects {
  readonly effective: readonly GivenEffect[]
  readonly idle: readonly { readonly family: string; readonly given: string }[]
}

/**
 * Changes each given that the question states, one at a time, to another sensible value, and looks for one that changes the text
 * and the answer together. Two values of a given with different answers also show that without it the answer is undetermined.
 */
export function givensMatter(composition: Composition, told: ToldProblem): GivenEffects {
  const effective: GivenEffect[] = []
  const idle: { family: string; given: string }[] = []
  for (const node of familyNodes(composition.root)) {
    const family = familyOf(node)
    for (const [name, given] of Object.entries(family.givens)) {
      if (node.inputs.some((input) => input.given === name)) continue
      const effect = findEffect({ composition, told, node, name, given })
      if (effect === undefined) idle.push({ family: family.id, given: name })
      else effective.push(effect)
    }
  }
  return { effective, idle }
}

interface Question {
  readonly composition: Composition
  readonly told: ToldProblem
  readonly node: FamilyNode
  readonly name: string
  readonly given: Given
}

function findEffect({ composition, told, node, name, given }: Question): GivenEffect | undefined {
  const from = node.values[name] as number
  for (const to of otherValues(given, from)) {
    const replacement: Replacement = { node, given: name, value: to }
    const answer = evaluate(composition.root, replacement)
    if (answer === undefined || sameAnswer(answer, told.answer)) continue
    if (tellProblem(composition, replacement)?.question === told.question) return undefined
    return { family: node.family, given: name, from, to }
  }
  return undefined
}

const distances = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 24, 30, 36, 40, 50, 60, 100]
const factors = [2, 3, 1 / 2, 1 / 3]

/** Values near the given one first, then simple multiples, all inside its range. */
function otherValues(given: Given, from: number): readonly number[] {
  const step = given.step ?? 1
  const near = distances.flatMap((distance) => [from + distance * step, from - distance * step])
  const multiples = factors
    .map((factor) => from * factor)
    .filter((value) => Number.isInteger((value - given.minimum) / step))
  return [...near, ...multiples].filter(
    (value) => value !== from && value >= given.minimum && value <= given.maximum,
  )
}
