import type { CombinationForm, CompositionNode, Input } from './composition.ts'
import { comparable, familyOf, quantityOf } from './evaluate.ts'
import { mayFeed, type Family, type Given, type Quantity } from './family.ts'
import { pureWordings } from './pure-wordings.ts'

/** A quantity without a unit of its own; it depends on the wording whether it counts things of a story. */
function isUnitless({ kind }: Quantity): boolean {
  return kind === 'number' || kind === 'count'
}

/** A node whose result belongs to no story. */
function isPure(node: CompositionNode): boolean {
  if (node.node === 'combine') return isPure(node.left) && isPure(node.right)
  const family = familyOf(node)
  return isUnitless(family.result) && pureWordings(family).includes(node.wording % family.wordings.length)
}

/**
 * The wordings in which a family may be told with these inputs: a number of loaves may not become a number of minutes. A link means
 * something when its source belongs to no story, or the text it stands in tells none, or both are the same kind in the same unit.
 *
 * @param passesOn  the result feeds or joins another: then a wording without a story is taken where there is one
 */
export function sensibleWordings(
  family: Family,
  inputs: readonly Input[],
  passesOn: boolean,
): readonly number[] {
  const pure = pureWordings(family)
  const needsPure = inputs.some(
    ({ source, given }) => !isPure(source) && !sameUnit(source, family.givens[given]),
  )
  const all = family.wordings.map((_, index) => index)
  const open = needsPure ? pure : all
  const preferred =
    passesOn && isUnitless(family.result) ? open.filter((index) => pure.includes(index)) : open
  return preferred.length > 0 ? preferred : open
}

function sameUnit(source: CompositionNode, given: Given | undefined): boolean {
  const quantity = quantityOf(source)
  return given?.link !== undefined && !isUnitless(quantity) && comparable(quantity, given.link)
}

/** Whether a family could ever feed a given sensibly: judged before anything is drawn. */
export function mayEverFeed(family: Family, goal: Given): boolean {
  if (goal.link === undefined || !mayFeed(family.result, goal.link)) return false
  if (!isUnitless(family.result) || pureWordings(family).length > 0) return true
  return goal.link.kind === 'number'
}

/** Whether two families' results could be brought together, whatever their values: judged before anything is drawn. */
export function mayBeCompared(left: Family, right: Family): boolean {
  if (!comparable(left.result, right.result)) return false
  // Where a result is to be joined, a wording without a story is taken where there is one.
  const [a, b] = [left, right].map((family) => isUnitless(family.result) && pureWordings(family).length > 0)
  return a === b
}

/**
 * How two results may be brought together: numbers without a story in every way; two amounts of the same kind are compared, not
 * added, since a sum of unlike things means nothing; a bare number and a number of things not at all.
 */
export function sensibleForms(left: CompositionNode, right: CompositionNode): readonly CombinationForm[] {
  if (!comparable(quantityOf(left), quantityOf(right))) return []
  if (isPure(left) && isPure(right)) return ['difference', 'ratio', 'total', 'product']
  return isPure(left) || isPure(right) ? [] : ['difference', 'ratio']
}
