import type { ContentId } from '../../core/identity.ts'
import type { ExportContext } from './export-context.ts'

export interface LicensedSource {
  readonly license: string
  readonly source: string
  readonly seeds: number
  /** Distinct attributions, ascending. */
  readonly attributions: readonly string[]
}

/** Seeds by licence and source, in that order. Seeds that are not known count as source `unknown`, licence `unknown`. */
export function licensedSources(seeds: readonly ContentId[], context: ExportContext): LicensedSource[] {
  const groups = new Map<
    string,
    { license: string; source: string; seeds: number; attributions: Set<string> }
  >()
  for (const id of seeds) {
    const seed = context.seed(id)
    const license = seed?.license ?? 'unknown'
    const source = seed?.source ?? 'unknown'
    const key = `${license}\n${source}`
    const group = groups.get(key) ?? { license, source, seeds: 0, attributions: new Set<string>() }
    groups.set(key, group)
    group.seeds++
    if (seed?.attribution !== undefined) group.attributions.add(seed.attribution)
  }
  return [...groups]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([, group]) => ({ ...group, attributions: [...group.attributions].sort() }))
}

/** The text of `LICENSES.md`. */
export function licenseNotes(
  sources: readonly LicensedSource[],
  rowsByLicense: Readonly<Record<string, number>>,
): string {
  const lines = [
    '# Licences of the seeds behind this dataset',
    '',
    'Every row lists the licences of the seeds it stands on (`licenses`) and their ids (`provenance.seeds`); `seeds.jsonl` gives the',
    'source and licence of each id. A row under several licences has to meet all of them. This page states facts about the inputs; it is',
    'no legal advice.',
    '',
  ]
  if (sources.length === 0) lines.push('No row stands on a seed.', '')
  for (const license of new Set(sources.map((source) => source.license))) {
    lines.push(
      `## ${license}`,
      '',
      `Rows that stand on at least one such seed: ${rowsByLicense[license] ?? 0}`,
      '',
    )
    for (const source of sources.filter((entry) => entry.license === license)) {
      lines.push(`- ${source.source}: ${source.seeds} ${source.seeds === 1 ? 'seed' : 'seeds'}`)
      for (const attribution of source.attributions) lines.push(`  - Attribution: ${attribution}`)
    }
    lines.push('')
  }
  return lines.join('\n')
}
