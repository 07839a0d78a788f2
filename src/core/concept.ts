import { z } from 'zod'
import { contentId, type ContentId } from './identity.ts'

export const conceptKinds = ['topic', 'knowledge-point'] as const

/** MathScale §3.1: a topic is chapter-like, a knowledge point is a finer concept, theorem or skill. */
export type ConceptKind = (typeof conceptKinds)[number]

export const conceptSchema = z.strictObject({
  id: z.string(),
  kind: z.enum(conceptKinds),
  /** Canonical form; identity is (kind, key). */
  key: z.string().min(1),
  /** Most frequent surface form. */
  name: z.string().min(1),
  definition: z.string().optional(),
  aliases: z.array(z.strictObject({ name: z.string(), count: z.int().min(1) })),
  /** Number of seeds labelled with it. */
  count: z.int().min(0),
  /** Id in the curated taxonomy, when the concept is aligned to it. */
  taxonomyId: z.string().optional(),
})

export type Concept = Readonly<z.infer<typeof conceptSchema>>

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
