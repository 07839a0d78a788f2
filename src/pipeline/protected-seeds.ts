import { openDecontaminator, type Contamination } from '../steps/curate/decontaminate/open-decontaminator.ts'
import type { AdmissionReport, AdmittedSeeds, BadRow } from '../steps/seeds/admit-seeds.ts'
import type { Seed } from '../core/seed.ts'
import { loadProtectedProblems } from './protected-problems.ts'

/** What happened to every row, the comparison with protected problems included. */
export interface SeedsReport extends AdmissionReport {
  /** Seeds left out because a rule blocked them; read = seeds + bad + duplicates + excludedBySplit + these. */
  readonly excludedAsProtected: number
  /** Seeds that were kept and are twins of protected problems. */
  readonly twinsOfProtected: number
  readonly protectedMatches: readonly SeedMatch[]
  /** Rows of the protected files that could not be read. */
  readonly badProtectedRows: readonly BadRow[]
}

/** A seed that one of the rules found. */
export interface SeedMatch extends Contamination {
  readonly id: string
  readonly sourceId?: string
}

/** Leaves out the seeds that are protected problems and names those that are twins of one. */
export async function withoutProtected(
  { seeds, report }: AdmittedSeeds,
  files: readonly string[],
): Promise<{ readonly seeds: readonly Seed[]; readonly report: SeedsReport }> {
  const none = { excludedAsProtected: 0, twinsOfProtected: 0, protectedMatches: [], badProtectedRows: [] }
  if (files.length === 0) return { seeds, report: { ...report, ...none } }
  const { references, badRows } = await loadProtectedProblems(files)
  const decontaminator = openDecontaminator(references)
  const protectedMatches: SeedMatch[] = []
  const kept = seeds.filter(({ id, sourceId, question }) => {
    const found = decontaminator.check(question)
    if (found.decision !== 'keep')
      protectedMatches.push({ id, ...(sourceId === undefined ? {} : { sourceId }), ...found })
    return found.decision !== 'block'
  })
  const excludedAsProtected = seeds.length - kept.length
  return {
    seeds: kept,
    report: {
      ...report,
      seeds: kept.length,
      excludedAsProtected,
      twinsOfProtected: protectedMatches.length - excludedAsProtected,
      protectedMatches,
      badProtectedRows: badRows,
    },
  }
}
