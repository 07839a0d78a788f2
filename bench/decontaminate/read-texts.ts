import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Reference } from '../../src/steps/curate/decontaminate/reference-index.ts'
import { loadProtectedProblems } from '../../src/pipeline/protected-problems.ts'

/** Public sets beside the checkout; every measure that needs them says so where they are absent. */
export const publicData: string = join(import.meta.dirname, '../../../shared/data')
export const hasPublicData: boolean = existsSync(publicData)

export async function readTexts(...names: readonly string[]): Promise<readonly Reference[]> {
  return (await loadProtectedProblems(names.map((name) => join(publicData, name)))).references
}
