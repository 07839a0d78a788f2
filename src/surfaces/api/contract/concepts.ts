import type { ConceptKind } from '../../../core/concept.ts'
import type { EdgeKind } from '../../../core/concept-graph.ts'
import type { PageQuery, RunQuery } from './page.ts'

/** A concept as lists and pictures show it. */
export interface ConceptSummary {
  readonly id: string
  readonly kind: ConceptKind
  readonly name: string
  /** Seeds labelled with it. */
  readonly count: number
  /** Number of its community in the graph; equal numbers belong together. */
  readonly community: number
  /** Stored, unmarked pairs of the run that realise it. */
  readonly pairs: number
  /** Edges at it. */
  readonly degree: number
  /** Share of evaluated items on it that a model got right, 0 to 1, where a diagnosis was loaded. */
  readonly accuracy?: number
}

/** `GET /v1/concepts`. */
export interface ConceptsQuery extends PageQuery, RunQuery {
  /** Words of names and aliases, beginnings and small misspellings included; without it all concepts are listed. */
  readonly text?: string
  readonly kind?: ConceptKind
  readonly community?: number
  /** `relevance` needs `text` and is its default; otherwise `count`. */
  readonly sort?: 'relevance' | 'count' | 'name' | 'pairs'
}

/** `GET /v1/concepts/{id}`. */
export interface ConceptDetail extends ConceptSummary {
  readonly key: string
  readonly definition?: string
  readonly aliases: readonly { readonly name: string; readonly count: number }[]
  readonly taxonomyId?: string
  /** Names it needs first, from the taxonomy. */
  readonly requires: readonly { readonly id?: string; readonly name: string }[]
  readonly usage: {
    /** Pairs that asked for it and pairs that realise it. */
    readonly requested: number
    readonly realised: number
    /** Its share in a balanced set of as many pairs; the quota it is measured against. */
    readonly target: number
  }
  /** Edits that changed it, latest first. */
  readonly edits: readonly ConceptEdit[]
}

/** `GET /v1/concepts/{id}/neighbours`, strongest first. */
export interface NeighboursQuery extends PageQuery, RunQuery {
  readonly kind?: ConceptKind
}

export interface Neighbour {
  readonly concept: ConceptSummary
  readonly edge: EdgeKind
  /** Seeds whose labels contain both. */
  readonly count: number
  /** Co-occurrence over expectation. */
  readonly lift: number
}

/** `GET /v1/concepts/{id}/seeds`. */
export interface SeedSummary {
  readonly id: string
  readonly source: string
  readonly sourceId?: string
  readonly license: string
  readonly question: string
  readonly concepts: readonly { readonly id: string; readonly name: string }[]
}

/** `POST /v1/concepts/{id}/edits`. */
export type ConceptEditRequest =
  | { readonly kind: 'rename'; readonly name: string; readonly editor: string }
  | { readonly kind: 'merge'; readonly into: string; readonly editor: string }

/** A rename or merge, undone or not. Pictures, lists and walks of this service apply those that hold; stored graphs are not changed. */
export interface ConceptEdit {
  readonly id: string
  readonly conceptId: string
  readonly kind: 'rename' | 'merge'
  /** The new name, or the id of the concept it was merged into. */
  readonly to: string
  readonly editor: string
  /** ISO 8601. */
  readonly time: string
  readonly undone: boolean
}
