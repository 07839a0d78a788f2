import {
  add,
  compare,
  divide,
  isInteger,
  multiply,
  rational,
  subtract,
  type Rational,
} from '../../../foundations/exact-number/rational.ts'
import { integerValue, rationalAnswer, type Answer } from './answer.ts'
import { hasNode, type CombinationForm, type CompositionNode, type FamilyNode } from './composition.ts'
import { familyById } from './families.ts'
import type { Family, Given, Quantity, Values } from './family.ts'

/** The family of a node. Throws RangeError for an id that no family has. */
export function familyOf(node: FamilyNode): Family {
  const family = familyById(node.family)
  if (family === undefined) throw new RangeError(`unknown family: ${node.family}`)
  return family
}

/** A given replaced by another value, to see what changes. */
export interface Replacement {
  readonly node: FamilyNode
  readonly given: string
  readonly value: number
}

/**
 * The values of a family node after a replacement further down: linked givens take their source's new result. `undefined` when a
 * source has no whole-number result in the given's range, or the values make no sense.
 */
export function valuesOf(node: FamilyNode, replacement?: Replacement): Values | undefined {
  const values: Record<string, number> = { ...node.values }
  if (replacement?.node === node) values[replacement.given] = replacement.value
  for (const input of node.inputs) {
    const answer = evaluate(input.source, replacement)
    const value = answer === undefined ? undefined : integerValue(answer)
    const given = familyOf(node).givens[input.given] as Given
    if (value === undefined || value < given.minimum || value > given.maximum) return undefined
    values[input.given] = value
  }
  return familyOf(node).possible(values) ? values : undefined
}

/** Results of nodes as they are: nodes never change, and arranging asks for them again and again. */
const results = new WeakMap<CompositionNode, { readonly answer: Answer | undefined }>()

/** The exact result of a node, or `undefined` when its values make no sense. */
export function evaluate(node: CompositionNode, replacement?: Replacement): Answer | undefined {
  // What is replaced elsewhere changes nothing here.
  if (replacement !== undefined && hasNode(node, replacement.node)) return compute(node, replacement)
  const held = results.get(node) ?? { answer: compute(node, undefined) }
  results.set(node, held)
  return held.answer
}

function compute(node: CompositionNode, replacement: Replacement | undefined): Answer | undefined {
  if (node.node === 'family') {
    const values = valuesOf(node, replacement)
    return values === undefined ? undefined : familyOf(node).solve(values)
  }
  const left = evaluate(node.left, replacement)
  const right = evaluate(node.right, replacement)
  if (left?.kind !== 'rational' || right?.kind !== 'rational') return undefined
  const value = combine(node.form, left.value, right.value)
  return value === undefined ? undefined : rationalAnswer(value)
}

/** Products beyond this are arithmetic for its own sake. */
const largestProduct: Rational = rational(2000)

/** The combined value, or `undefined` where the form does not fit the two. */
export function combine(form: CombinationForm, left: Rational, right: Rational): Rational | undefined {
  switch (form) {
    case 'difference':
      return compare(left, right) > 0 ? subtract(left, right) : undefined
    case 'ratio': {
      if (right.numerator <= 0n || !isInteger(left) || !isInteger(right)) return undefined
      const quotient = divide(left, right)
      return isInteger(quotient) && compare(quotient, rational(2)) >= 0 ? quotient : undefined
    }
    case 'total':
      return add(left, right)
    case 'product': {
      const product = multiply(left, right)
      return compare(product, largestProduct) <= 0 ? product : undefined
    }
  }
}

/** What kind of quantity a node yields. */
export function quantityOf(node: CompositionNode): Quantity {
  if (node.node === 'family') return familyOf(node).result
  const left = quantityOf(node.left)
  if (node.form === 'ratio' || node.form === 'product') return { kind: 'number' }
  return left.kind === 'count' ? { kind: 'number' } : left
}

/** Two quantities that may be compared or added: the same kind in the same unit. */
export function comparable(a: Quantity, b: Quantity): boolean {
  return a.kind === b.kind && a.unit === b.unit
}
