import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { ConceptKind } from '../core/concept.ts'
import { MalformedInputError, UsageError } from '../core/errors.ts'
import { canonicalKey } from '../foundations/taxonomy/canonical-name.ts'

/** A line of a file of concepts that a run leaves out. */
export interface LeftOutConcept {
  readonly kind: ConceptKind
  readonly name: string
  /** Its canonical form. @default that of the name */
  readonly key?: string
}

const lineSchema: z.ZodType<LeftOutConcept> = z.object({
  kind: z.enum(['topic', 'knowledge-point']),
  name: z.string().min(1),
  key: z.string().min(1).exactOptional(),
})

/**
 * The concepts that a file leaves out, as `kind:key`, ascending.
 *
 * @throws UsageError where it cannot be read, MalformedInputError at the first line that is no concept
 */
export function readWithout(file: string): readonly string[] {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (cause) {
    throw new UsageError(`cannot read: ${file}; give JSON lines of kind and name`, { cause })
  }
  const keys = text.split('\n').flatMap((line, place) => {
    if (line.trim() === '') return []
    const { kind, name, key } = parseLine(line, { file, line: place + 1 })
    return [`${kind}:${key ?? canonicalKey(name)}`]
  })
  return [...new Set(keys)].sort((left, right) => (left < right ? -1 : 1))
}

function parseLine(text: string, place: { readonly file: string; readonly line: number }): LeftOutConcept {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (cause) {
    throw new MalformedInputError('not JSON', place, { cause })
  }
  const parsed = lineSchema.safeParse(value)
  if (!parsed.success)
    throw new MalformedInputError(`no concept: ${z.prettifyError(parsed.error)}; give kind and name`, place)
  return parsed.data
}
