import { z } from 'zod'
import { contentId, type ContentId } from './identity.ts'

/** MathScale §3.1: a topic is chapter-like, a knowledge point is a finer concept, theorem or skill. */
export type ConceptKind = 'topic' | 'knowledge-point'

export interface Concept {
  readonly id: ContentId
  readonly kind: ConceptKind
  /** Canonical form; identity is (kind, key). */
  readonly key: string
  /** Most frequent surface form. */
  readonly name: string
  readonly definition?: string
  readonly aliases: readonly ConceptAlias[]
  /** Number of seeds labelled with it. */
  readonly count: number
  /** Id in the curated taxonomy, when the concept is aligned to it. */
  readonly taxonomyId?: string
}

export interface ConceptAlias {
  readonly name: string
  readonly count: number
}

/** @public */
export const conceptSchema: z.ZodType<Concept> = z.strictObject({
  id: z.string().min(1),
  kind: z.enum(['topic', 'knowledge-point']),
  key: z.string().min(1),
  name: z.string().min(1),
  definition: z.string().exactOptional(),
  aliases: z.array(z.strictObject({ name: z.string(), count: z.int().min(1) })),
  count: z.int().min(0),
  taxonomyId: z.string().exactOptional(),
})

export function conceptId(kind: ConceptKind, key: string): ContentId {
  return contentId('concept', [kind, key])
}

/** What an extractor says of one seed. Names are surface forms; `evidence` quotes the seed. */
export interface Extraction {
  readonly seedId: ContentId
  readonly topics: readonly LabelledName[]
  readonly knowledgePoints: readonly LabelledName[]
  /** Labels beyond the caps, in order, kept for the report. */
  readonly overflow: readonly string[]
}

export interface LabelledName {
  readonly name: string
  readonly taxonomyId?: string
  readonly evidence: readonly EvidenceSpan[]
}

/** Half-open range of UTF-16 units in the question. */
export interface EvidenceSpan {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** A seed and the concepts it contributes to the graph, each once. */
export interface SeedContribution {
  readonly seedId: ContentId
  readonly conceptIds: readonly ContentId[]
}
