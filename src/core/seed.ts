import { z } from 'zod'
import { contentId, type ContentId } from './identity.ts'

/** A seed problem: the ground on which concepts, graph and pairs stand. `id` is the hash of its question. */
export const seedSchema = z.strictObject({
  id: z.string(),
  question: z.string().min(1),
  solution: z.string().optional(),
  answer: z.string().optional(),
  /** Name of the set it came from, for example `GSM8K`. */
  source: z.string().min(1),
  /** Rows of a `test` split are protected: never a seed unless asked for by name. */
  split: z.string().min(1),
  /** SPDX id, or `unknown`. */
  license: z.string().min(1),
  subject: z.string().optional(),
  /** 1 (easiest) to 5. */
  level: z.int().min(1).max(5).optional(),
  /** BCP 47. */
  language: z.string().min(2),
  /** The id the row had in its own file. */
  sourceId: z.string().optional(),
  /** Fields of the row that the schema does not know. */
  meta: z.record(z.string(), z.unknown()).optional(),
})

export type Seed = Readonly<z.infer<typeof seedSchema>>

/** Same text, same id: surrounding white space and runs of spaces do not count. */
export function seedId(question: string): ContentId {
  return contentId('seed', question.normalize('NFC').trim().replaceAll(/\s+/g, ' '))
}
