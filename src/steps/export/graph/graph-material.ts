import type { ConceptGraph } from '../../../core/concept-graph.ts'
import type { ContentId } from '../../../core/identity.ts'
import type { Pair } from '../../../core/pair.ts'
import type { LabelledSeed } from '../../../core/ports.ts'

/** Everything the files of a graph export are made of. Lists stand in the order in which they are written. */
export interface GraphMaterial {
  readonly graph: ConceptGraph
  /** Place in the plane of every concept, in the order of the nodes. */
  readonly layout: { readonly x: ArrayLike<number>; readonly y: ArrayLike<number> }
  /** Community of every concept, in the order of the nodes; 0 is the largest. */
  readonly communities: readonly number[]
  /** The topic that a knowledge point is part of, by the point's id. */
  readonly partOf: ReadonlyMap<ContentId, TopicMembership>
  /** Curated prerequisites among the concepts, ascending. */
  readonly prerequisites: readonly Prerequisite[]
  /** Ascending by id. */
  readonly families: readonly ExercisingFamily[]
  /** Ascending by id. */
  readonly seeds: readonly LabelledSeed[]
  readonly run?: DescribedRun
  /** In the order of the run. They may name concepts and seeds that are not exported. */
  readonly pairs: readonly Pair[]
}

/** The run that made the pairs. */
export interface DescribedRun {
  readonly id: ContentId
  readonly engine: string
  readonly preset?: string
  readonly model?: string
}

/** Curated, or the topic that stands with the point in most seeds. */
export interface TopicMembership {
  readonly topicId: ContentId
  readonly by: 'taxonomy' | 'co-occurrence'
}

export interface Prerequisite {
  readonly pointId: ContentId
  readonly requiresId: ContentId
}

/** A problem family and the exported knowledge points it exercises, ascending. */
export interface ExercisingFamily {
  readonly id: string
  readonly conceptIds: readonly ContentId[]
}

/** Takes text in the order of the file. */
export interface TextSink {
  write(text: string): void
}

/** Starts a file of the export at a path relative to it; the file before is complete then. */
export type OpenSink = (path: string) => TextSink

/** Writes one format, file after file. */
export type GraphWriter = (material: GraphMaterial, open: OpenSink) => void
