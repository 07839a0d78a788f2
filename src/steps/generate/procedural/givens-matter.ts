import type { Composition } from './composition.ts'
import type { Replacement } from './evaluate.ts'
import { otherResults, statedGivens, type StatedGiven } from './other-results.ts'
import { tellQuestion, type ToldProblem } from './tell.ts'

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
  for (const stated of statedGivens(composition.root)) {
    const { family } = stated.node
    const effect = findEffect(composition, told, stated)
    if (effect === undefined) idle.push({ family, given: stated.name })
    else effective.push(effect)
  }
  return { effective, idle }
}

function findEffect(
  composition: Composition,
  told: ToldProblem,
  stated: StatedGiven,
): GivenEffect | undefined {
  const { node, name } = stated
  const [other] = otherResults(composition.root, stated)
  if (other === undefined) return undefined
  const replacement: Replacement = { node, given: name, value: other.value }
  if (tellQuestion(composition, replacement) === told.question) return undefined
  return { family: node.family, given: name, from: node.values[name] as number, to: other.value }
}
