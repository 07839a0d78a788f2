import { basename } from 'node:path'
import { UsageError } from '../core/errors.ts'
import type { Reference } from '../steps/curate/decontaminate/reference-index.ts'
import type { BadRow } from '../steps/seeds/admit-seeds.ts'
import { readSeeds } from '../steps/seeds/read-seeds.ts'

export interface ProtectedProblems {
  /** In the order of the files; the id is the row's own, otherwise `file:line`. */
  readonly references: readonly Reference[]
  readonly badRows: readonly BadRow[]
}

/**
 * The questions of protected files, in any format that seeds are read in. A bad row is reported and left out.
 *
 * @throws UsageError when a file does not exist or nothing in the files can be read
 */
export async function loadProtectedProblems(files: readonly string[]): Promise<ProtectedProblems> {
  const references: Reference[] = []
  const badRows: BadRow[] = []
  for await (const row of readSeeds(files)) {
    const { place } = row
    if (row.kind === 'bad') badRows.push({ place, reason: row.reason })
    else
      references.push({
        id: row.seed.sourceId ?? `${basename(place.file)}:${place.line}`,
        text: row.seed.question,
      })
  }
  if (references.length === 0) throw new UsageError(`no protected problem could be read: ${files.join(', ')}`)
  return { references, badRows }
}
