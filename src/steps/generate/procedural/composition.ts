import type { Values } from './family.ts'

/**
 * How two results become one quantity. `difference`: left − right > 0; `ratio`: left ÷ right, a whole number ≥ 2; `total`: left +
 * right; `product`: left · right (pure numbers and counts only).
 */
export const combinationForms = ['difference', 'ratio', 'total', 'product'] as const
export type CombinationForm = (typeof combinationForms)[number]

/** A problem of one family inside a composition. */
export interface FamilyNode {
  readonly node: 'family'
  readonly family: string
  readonly wording: number
  readonly values: Values
  /** Givens whose value is another node's result. */
  readonly inputs: readonly Input[]
}

/** Two results that together give one: neither feeds the other. */
export interface CombineNode {
  readonly node: 'combine'
  readonly form: CombinationForm
  /** Which of the form's sentences is used. */
  readonly wording: number
  readonly left: CompositionNode
  readonly right: CompositionNode
}

export interface Input {
  readonly given: string
  readonly source: CompositionNode
}

export type CompositionNode = FamilyNode | CombineNode

/**
 * One problem made of one or more families: a tree whose root is asked for. `storySeed` fixes all words, so (root, storySeed)
 * is the whole text.
 */
export interface Composition {
  readonly storySeed: number
  readonly root: CompositionNode
}

/** `single` has one family; `sequential` is a chain, each feeding the next; `branching` joins at least two results in one place. */
export type CompositionShape = 'single' | 'sequential' | 'branching'

export function shapeOf(root: CompositionNode): CompositionShape {
  if (root.node === 'family' && root.inputs.length === 0) return 'single'
  return hasJoin(root) ? 'branching' : 'sequential'
}

function hasJoin(node: CompositionNode): boolean {
  if (node.node === 'combine') return true
  return node.inputs.length > 1 || node.inputs.some((input) => hasJoin(input.source))
}

/** The family nodes, sources before what they feed. */
export function familyNodes(root: CompositionNode): readonly FamilyNode[] {
  if (root.node === 'combine') return [...familyNodes(root.left), ...familyNodes(root.right)]
  return [...root.inputs.flatMap((input) => familyNodes(input.source)), root]
}

/** Whether a family node is part of a tree. */
export function hasNode(root: CompositionNode, part: FamilyNode): boolean {
  if (root.node === 'combine') return hasNode(root.left, part) || hasNode(root.right, part)
  return root === part || root.inputs.some(({ source }) => hasNode(source, part))
}
