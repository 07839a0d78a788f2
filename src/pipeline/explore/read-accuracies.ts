import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { ContentId } from '../../core/identity.ts'

/** What is read of a diagnosis: accuracy by concept, of concepts with at least one item. */
const diagnosisSchema = z.object({
  concepts: z.array(z.object({ id: z.string(), accuracy: z.number().min(0).max(1), items: z.int().min(0) })),
})

export interface Accuracies {
  readonly of: ReadonlyMap<ContentId, number>
  /** Changes with the file. */
  readonly stamp: number
}

/** Accuracies of `diagnosis.json` in a workspace, as `evaluate diagnose` writes it; none where there is no readable one. */
export async function readAccuracies(folder: string, before?: Accuracies): Promise<Accuracies> {
  const file = join(folder, 'diagnosis.json')
  try {
    const { mtimeMs } = await stat(file)
    if (before?.stamp === mtimeMs) return before
    const { concepts } = diagnosisSchema.parse(JSON.parse(await readFile(file, 'utf8')))
    const judged = concepts.filter(({ items }) => items > 0)
    return { of: new Map(judged.map(({ id, accuracy }) => [id, accuracy])), stamp: mtimeMs }
  } catch {
    return { of: new Map(), stamp: 0 }
  }
}
