import { z } from 'zod'
import { conceptPathSchema, type ConceptPath } from './concept-path.ts'
import { draftSchema, type Draft } from './draft.ts'
import { contentId, type ContentId } from './identity.ts'
import { verdictSchema, type Verdict } from './verdict.ts'

/** Why a stored pair is kept out of an export. Marks are decisions on pairs, not deletions. */
export const pairMarks = [
  'near-duplicate',
  'skeleton-cap',
  'solutions-cap',
  'answer-conflict',
  'contaminated',
  'protected-twin',
  'over-quota',
  'rejected',
  'review',
] as const
export type PairMark = (typeof pairMarks)[number]

/** A question, its solution and everything it came from. `index` is its place in the run: (walk index, variant) in draw order. */
export const pairSchema = z.strictObject({
  id: z.string(),
  /** Hash of the canonical question; many solutions may share it. */
  questionId: z.string(),
  /** Hash of the question with numbers, names, units and context nouns masked. */
  skeletonId: z.string(),
  runId: z.string(),
  index: z.int().min(0),
  split: z.string(),
  draft: draftSchema,
  verdict: verdictSchema,
  path: conceptPathSchema,
  /** Seeds behind the walked edges, ascending. */
  supportingSeeds: z.array(z.string()),
  marks: z.array(z.enum(pairMarks)),
})

export interface Pair {
  readonly id: ContentId
  readonly questionId: ContentId
  readonly skeletonId: ContentId
  readonly runId: ContentId
  readonly index: number
  readonly split: string
  readonly draft: Draft
  readonly verdict: Verdict
  readonly path: ConceptPath
  readonly supportingSeeds: readonly ContentId[]
  readonly marks: readonly PairMark[]
}

export function questionId(question: string): ContentId {
  return contentId('question', question.normalize('NFC').trim().replaceAll(/\s+/g, ' '))
}

export function pairId(question: string, solution: string): ContentId {
  return contentId('pair', [question, solution])
}
