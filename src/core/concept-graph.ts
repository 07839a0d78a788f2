import type { Concept } from './concept.ts'
import type { ContentId } from './identity.ts'

/** TT joins two topics, TK a topic and a knowledge point, KK two knowledge points (MathScale §3.2). */
export type EdgeKind = 'TT' | 'TK' | 'KK'

/** An undirected edge, stored once with the lower id first; `count` = seeds whose labels contain both ends, each seed once. */
export interface ConceptEdge {
  readonly a: ContentId
  readonly b: ContentId
  readonly kind: EdgeKind
  readonly count: number
}

/** Nodes ascend by id, edges by (a, b). `version` is the content id of both, so equal graphs have equal versions. */
export interface ConceptGraph {
  readonly version: ContentId
  readonly nodes: readonly Concept[]
  readonly edges: readonly ConceptEdge[]
  /** Number of seeds that contribute. */
  readonly seedCount: number
}
