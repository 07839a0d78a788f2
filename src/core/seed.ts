import { z } from 'zod'
import { contentId, type ContentId } from './identity.ts'

/** A seed problem: the ground on which concepts, graph and pairs stand. */
export interface Seed {
  /** Hash of the question. */
  readonly id: ContentId
  readonly question: string
  readonly solution?: string
  readonly answer?: string
  /** Name of the set it came from, for example `GSM8K`. */
  readonly source: string
  /** Rows of a `test` split are protected: never a seed unless asked for by name. */
  readonly split: string
  /** SPDX id, or `unknown`. */
  readonly license: string
  readonly subject?: string
  /** 1 (easiest) to 5. */
  readonly level?: number
  /** BCP 47. */
  readonly language: string
  /** The id the row had in its own file. */
  readonly sourceId?: string
  /** Fields of the row that the schema does not know. */
  readonly meta?: Readonly<Record<string, unknown>>
}

export const seedSchema: z.ZodType<Seed> = z.strictObject({
  id: z.string().min(1),
  question: z.string().min(1),
  solution: z.string().exactOptional(),
  answer: z.string().exactOptional(),
  source: z.string().min(1),
  split: z.string().min(1),
  license: z.string().min(1),
  subject: z.string().exactOptional(),
  level: z.int().min(1).max(5).exactOptional(),
  language: z.string().min(2),
  sourceId: z.string().exactOptional(),
  meta: z.record(z.string(), z.unknown()).exactOptional(),
})

/** Same text, same id: surrounding white space and runs of spaces do not count. */
export function seedId(question: string): ContentId {
  return contentId('seed', question.normalize('NFC').trim().replaceAll(/\s+/g, ' '))
}
