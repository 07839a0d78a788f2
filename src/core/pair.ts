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

/** A question, its solution and everything it came from. */
export interface Pair {
  readonly id: ContentId
  /** Hash of the canonical question; many solutions may share it. */
  readonly questionId: ContentId
  /** Hash of the question with numbers, names, units and context nouns masked. */
  readonly skeletonId: ContentId
  readonly runId: ContentId
  /** Place in the run, in draw order. */
  readonly index: number
  readonly split: string
  readonly draft: Draft
  readonly verdict: Verdict
  readonly path: ConceptPath
  /** Seeds behind the walked edges, ascending. */
  readonly supportingSeeds: readonly ContentId[]
  readonly marks: readonly PairMark[]
  /** The texts as they were generated, where a person has edited them; never stored. */
  readonly original?: PairTexts
}

export type PairTexts = Pick<Draft, 'question' | 'solution' | 'finalAnswer'>

/** @public */
export const pairSchema: z.ZodType<Pair> = z.strictObject({
  id: z.string(),
  questionId: z.string(),
  skeletonId: z.string(),
  runId: z.string(),
  index: z.int().min(0),
  split: z.string(),
  draft: draftSchema,
  verdict: verdictSchema,
  path: conceptPathSchema,
  supportingSeeds: z.array(z.string()),
  marks: z.array(z.enum(pairMarks)),
  original: z
    .strictObject({ question: z.string(), solution: z.string(), finalAnswer: z.string() })
    .exactOptional(),
})

export function questionId(question: string): ContentId {
  return contentId('question', question.normalize('NFC').trim().replaceAll(/\s+/g, ' '))
}

export function pairId(question: string, solution: string): ContentId {
  return contentId('pair', [question, solution])
}
