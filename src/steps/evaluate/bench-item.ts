import { z } from 'zod'
import type { ContentId } from '../../core/identity.ts'

/** The ten sets of MwpBench (MathScale, Table 1) and the thirty fresh problems beside them, in the order of the paper's table. */
export const benchSets = [
  'gsm8k',
  'math',
  'tal-scq',
  'math23k',
  'ape210k',
  'gaokaobench-math',
  'agieval-gaokao-math',
  'agieval-sat-math',
  'agieval-math',
  'college-math',
  'fresh-gaokao-2023',
] as const
export type BenchSet = (typeof benchSets)[number]

/** One problem of a benchmark, as every loader gives it. */
export interface BenchItem {
  /** Hash of set and question. */
  readonly id: ContentId
  readonly set: BenchSet
  /** The source's own number or id of the problem, where it has one. */
  readonly number?: string
  /** As it is asked: choice questions already turned into word problems. */
  readonly question: string
  /** The gold answer, as its source writes it. */
  readonly answer: string
  /** The gold solution, where its source has one. */
  readonly solution?: string
  readonly language: 'en' | 'zh'
  readonly license: string
  /** The part of a set that is averaged on its own before it is pooled: `algebra` of MATH, `calculus` of CollegeMath. */
  readonly subject?: string
  /** The source's own level, for example 1 to 5 in MATH. */
  readonly level?: string
}

export const benchItemSchema: z.ZodType<BenchItem> = z.strictObject({
  id: z.string(),
  set: z.enum(benchSets),
  number: z.string().exactOptional(),
  question: z.string(),
  answer: z.string(),
  solution: z.string().exactOptional(),
  language: z.enum(['en', 'zh']),
  license: z.string(),
  subject: z.string().exactOptional(),
  level: z.string().exactOptional(),
})
