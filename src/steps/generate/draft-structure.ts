import type { Draft } from '../../core/draft.ts'
import {
  familyNodes,
  shapeOf,
  type CompositionNode,
  type CompositionShape,
} from './procedural/composition.ts'
import { decodeComposition } from './procedural/composition-code.ts'

/** How a draft was made, without its numbers and words: what splits and variety are counted by. */
export interface DraftStructure {
  /** The operation graph: families and how they feed each other; method and concepts of a draft that no family made. */
  readonly signature: string
  /** Distinct ids, ascending; none for a draft that no family made. */
  readonly families: readonly string[]
  readonly shape: CompositionShape
}

/** The structure of a draft, read from its evidence. */
export function structureOf(draft: Pick<Draft, 'method' | 'evidence' | 'realised'>): DraftStructure {
  const composition = draft.method === 'procedural' ? decodeComposition(draft.evidence) : undefined
  if (composition === undefined) {
    return { signature: [draft.method, ...draft.realised].join(' '), families: [], shape: 'single' }
  }
  const families = [...new Set(familyNodes(composition.root).map((node) => node.family))].sort()
  return { signature: signatureOf(composition.root), families, shape: shapeOf(composition.root) }
}

function signatureOf(node: CompositionNode): string {
  if (node.node === 'combine') return `${node.form}(${signatureOf(node.left)},${signatureOf(node.right)})`
  if (node.inputs.length === 0) return node.family
  return `${node.family}(${node.inputs.map(({ given, source }) => `${given}=${signatureOf(source)}`).join(',')})`
}
