import type { PreparedRun } from './prepare-run.ts'
import type { SeedSummary } from './stored-run.ts'

/** What became of the rows of a run's seeds, in figures. */
export function seedSummary({ admission, seeds, contributions }: PreparedRun): SeedSummary {
  return {
    read: admission?.read ?? seeds.length,
    admitted: admission?.seeds ?? seeds.length,
    bad: admission?.bad ?? 0,
    duplicates: admission?.duplicates ?? 0,
    excludedBySplit: admission?.excludedBySplit ?? 0,
    excludedAsProtected: admission?.excludedAsProtected ?? 0,
    withoutConcepts: seeds.length - contributions.filter((entry) => entry.conceptIds.length > 0).length,
  }
}
