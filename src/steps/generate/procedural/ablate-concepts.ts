import { sameAnswer, type Answer } from './answer.ts'
import { familyNodes, type Composition, type CompositionNode, type FamilyNode } from './composition.ts'
import { evaluate, familyOf } from './evaluate.ts'
import { givensMatter } from './givens-matter.ts'
import { tellProblem } from './tell.ts'

/**
 * What becomes of the answer without the part of a knowledge point. `undetermined`: what the part states can be changed so that the
 * answer changes, so without it there are several answers. `changed`: the part states nothing of its own, and handing on what it is
 * given in place of its result gives another answer. `idle`: neither was shown.
 */
export interface Ablation {
  /** Taxonomy id. */
  readonly knowledgePoint: string
  readonly effect: 'undetermined' | 'changed' | 'idle'
}

/** Leaves out the families of each knowledge point in turn; `undefined` for a composition that cannot be told. */
export function ablateConcepts(composition: Composition): readonly Ablation[] | undefined {
  const told = tellProblem(composition)
  if (told === undefined) return undefined
  const nodes = familyNodes(composition.root)
  const points = [...new Set(nodes.flatMap((node) => familyOf(node).knowledgePoints))].sort()
  const effective = new Set(givensMatter(composition, told).effective.map(({ family }) => family))
  return points.map((knowledgePoint) => {
    const parts = nodes.filter((node) => familyOf(node).knowledgePoints.includes(knowledgePoint))
    if (parts.some((node) => effective.has(node.family))) return { knowledgePoint, effect: 'undetermined' }
    const changes = parts.some((node) => changesWithout(composition.root, node, told.answer))
    return { knowledgePoint, effect: changes ? 'changed' : 'idle' }
  })
}

function changesWithout(root: CompositionNode, node: FamilyNode, answer: Answer): boolean {
  return node.inputs.some(({ source }) => {
    const bypassed = evaluate(replaceNode(root, node, source))
    return bypassed === undefined || !sameAnswer(bypassed, answer)
  })
}

/** The tree with one node replaced by another. */
function replaceNode(root: CompositionNode, node: FamilyNode, by: CompositionNode): CompositionNode {
  if (root === node) return by
  if (root.node === 'combine')
    return { ...root, left: replaceNode(root.left, node, by), right: replaceNode(root.right, node, by) }
  return {
    ...root,
    inputs: root.inputs.map(({ given, source }) => ({ given, source: replaceNode(source, node, by) })),
  }
}
