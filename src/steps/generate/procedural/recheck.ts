import type { Draft } from '../../../core/draft.ts'
import type { Check, CheckName } from '../../../core/verdict.ts'
import {
  multiply,
  add as addRationals,
  equals,
  subtract,
  type Rational,
} from '../../../foundations/exact-number/rational.ts'
import { familyNodes, type Composition, type CompositionNode } from './composition.ts'
import { decodeComposition } from './composition-code.ts'
import { evaluate, familyOf, valuesOf } from './evaluate.ts'
import { givensMatter } from './givens-matter.ts'
import { numeralsOf } from './show-given.ts'
import { tellProblem, type ToldProblem } from './tell.ts'

/**
 * The rung-5 checks of a procedural draft, from its evidence alone: each family's answer confirmed by its independent check, the
 * question's numbers exactly the givens, each given shown to matter, and the realised concepts those of the families.
 */
export function recheckDraft(
  draft: Draft,
  taxonomyIdsOf: (conceptIds: readonly string[]) => readonly string[],
): readonly Check[] {
  const composition = decodeComposition(draft.evidence)
  if (composition === undefined) return [check('independent-answer', false, 'evidence is no composition')]
  const told = tellProblem(composition)
  if (told === undefined) return [check('independent-answer', false, 'the givens make no sense')]
  return [
    checkAnswer(draft, composition, told),
    checkNumerals(draft, told),
    checkGivens(composition, told),
    checkConcepts(composition, taxonomyIdsOf(draft.realised)),
  ]
}

function check(name: CheckName, passed: boolean, evidence: string): Check {
  return { name, outcome: passed ? 'passed' : 'failed', evidence }
}

function checkAnswer(draft: Draft, composition: Composition, told: ToldProblem): Check {
  const name = 'independent-answer'
  if (draft.question !== told.question)
    return check(name, false, 'the question is not the one the composition tells')
  if (draft.solution !== told.solution)
    return check(name, false, 'the solution is not the one the composition tells')
  if (draft.finalAnswer !== told.finalAnswer) return check(name, false, `final answer: ${draft.finalAnswer}`)
  const fault = firstFault(composition.root)
  if (fault !== undefined) return check(name, false, fault)
  const methods = familyNodes(composition.root).map(
    (node) => `${node.family}: ${familyOf(node).check.method}`,
  )
  return check(name, true, methods.join('; '))
}

/** The first node whose result its own check does not confirm. */
function firstFault(node: CompositionNode): string | undefined {
  if (node.node === 'combine') {
    const fault = firstFault(node.left) ?? firstFault(node.right)
    if (fault !== undefined) return fault
    return combinationHolds(node.form, numberAt(node.left), numberAt(node.right), numberAt(node))
      ? undefined
      : `combination: ${node.form}`
  }
  for (const input of node.inputs) {
    const fault = firstFault(input.source)
    if (fault !== undefined) return fault
  }
  const values = valuesOf(node)
  const answer = evaluate(node)
  if (values === undefined || answer === undefined) return `no answer: ${node.family}`
  return familyOf(node).check.accepts(values, answer) ? undefined : `not confirmed: ${node.family}`
}

/** Undoes the combination: what was subtracted is added back, what was divided is multiplied back. */
function combinationHolds(
  form: string,
  left: Rational | undefined,
  right: Rational | undefined,
  result: Rational | undefined,
): boolean {
  if (left === undefined || right === undefined || result === undefined) return false
  switch (form) {
    case 'difference':
      return equals(addRationals(result, right), left)
    case 'ratio':
      return equals(multiply(result, right), left)
    case 'total':
      return equals(subtract(result, right), left)
    default:
      return (
        result.numerator * left.denominator * right.denominator ===
        left.numerator * right.numerator * result.denominator
      )
  }
}

function numberAt(node: CompositionNode): Rational | undefined {
  const answer = evaluate(node)
  return answer?.kind === 'rational' ? answer.value : undefined
}

function checkNumerals(draft: Draft, told: ToldProblem): Check {
  const shown = [...numeralsOf(draft.question)].sort()
  const same =
    shown.length === told.numerals.length && shown.every((numeral, place) => numeral === told.numerals[place])
  return check(
    'givens-in-text',
    same,
    same ? `${shown.length} numerals` : `text has ${shown.join(' ')}, givens are ${told.numerals.join(' ')}`,
  )
}

function checkGivens(composition: Composition, told: ToldProblem): Check {
  const { effective, idle } = givensMatter(composition, told)
  if (idle.length > 0)
    return check('givens-matter', false, idle.map(({ family, given }) => `${family}.${given}`).join(', '))
  return check(
    'givens-matter',
    true,
    effective.map(({ given, from, to }) => `${given} ${from}→${to}`).join(', '),
  )
}

function checkConcepts(composition: Composition, realised: readonly string[]): Check {
  const needed = [
    ...new Set(familyNodes(composition.root).flatMap((node) => familyOf(node).knowledgePoints)),
  ].sort()
  const claimed = [...realised].sort()
  const same = needed.length === claimed.length && needed.every((point, place) => point === claimed[place])
  return check('concepts-realised', same, needed.join(', '))
}
