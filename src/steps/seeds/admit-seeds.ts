import type { InputPlace } from '../../core/errors.ts'
import type { ContentId } from '../../core/identity.ts'
import type { Seed } from '../../core/seed.ts'
import type { SeedRow } from './read-seeds.ts'

/** Sets that exist to measure models: their rows are protected whatever split they name. Compared without case and punctuation, by prefix. */
export const protectedSources: readonly string[] = [
  'agieval',
  'aime',
  'amc23',
  'freshgaokao',
  'gaokaobench',
  'math500',
  'minervamath',
  'mwpbench',
  'olympiadbench',
]

export interface AdmitSeedsOptions {
  /** Keeps rows of a test split or a protected source, marked `meta.protected`; default false. */
  readonly allowTestSeeds?: boolean
  /** Names added to {@link protectedSources}. */
  readonly protectedSources?: readonly string[]
}

export interface BadRow {
  readonly place: InputPlace
  readonly reason: string
}

export interface DuplicateSeed {
  readonly id: ContentId
  readonly first: InputPlace
  readonly again: InputPlace
  /** Both have an answer and the answers are different text; the first is kept. */
  readonly conflict: boolean
}

/** What happened to every row: read = seeds + bad + duplicates + excludedBySplit. Lists hold the first 1,000 entries. */
export interface AdmissionReport {
  readonly read: number
  readonly bad: number
  readonly duplicates: number
  readonly excludedBySplit: number
  readonly seeds: number
  /** Protected rows that were let in by `allowTestSeeds`. */
  readonly protectedSeeds: number
  /** Rows with something repaired, such as invalid UTF-8. */
  readonly repaired: number
  readonly excludedBySource: Readonly<Record<string, number>>
  readonly badRows: readonly BadRow[]
  readonly duplicateSeeds: readonly DuplicateSeed[]
}

export interface AdmittedSeeds {
  /** In order of first appearance, ids unique. */
  readonly seeds: readonly Seed[]
  /** Questions of protected rows, let in or not: what is made must not come back to them. */
  readonly protectedQuestions: readonly string[]
  readonly report: AdmissionReport
}

const listLimit = 1_000

interface Candidate {
  seed: Seed
  readonly place: InputPlace
  isProtected: boolean
}

/**
 * Decides which rows become seeds. Rows of one question are one seed: the first wins and takes what it lacks from the others, and
 * it is protected when any of them is, so a copy of a benchmark row under another name does not slip in.
 */
export async function admitSeeds(
  rows: AsyncIterable<SeedRow> | Iterable<SeedRow>,
  options: AdmitSeedsOptions = {},
): Promise<AdmittedSeeds> {
  const shield = [...protectedSources, ...(options.protectedSources ?? [])].map(plainName)
  const candidates = new Map<ContentId, Candidate>()
  const badRows: BadRow[] = []
  const duplicateSeeds: DuplicateSeed[] = []
  let read = 0
  let bad = 0
  let duplicates = 0
  let repaired = 0
  for await (const row of rows) {
    read++
    if (row.kind === 'bad') {
      bad++
      if (badRows.length < listLimit) badRows.push({ place: row.place, reason: row.reason })
      continue
    }
    if (row.notes.length > 0) repaired++
    const isProtected = isProtectedSeed(row.seed, shield)
    const held = candidates.get(row.seed.id)
    if (held === undefined) {
      candidates.set(row.seed.id, { seed: row.seed, place: row.place, isProtected })
      continue
    }
    duplicates++
    const conflict =
      held.seed.answer !== undefined && row.seed.answer !== undefined && held.seed.answer !== row.seed.answer
    if (duplicateSeeds.length < listLimit)
      duplicateSeeds.push({ id: row.seed.id, first: held.place, again: row.place, conflict })
    held.isProtected ||= isProtected
    held.seed = completed(held.seed, row.seed)
  }

  const seeds: Seed[] = []
  const excludedBySource: Record<string, number> = {}
  const protectedQuestions: string[] = []
  let excludedBySplit = 0
  let protectedSeeds = 0
  for (const { seed, isProtected } of candidates.values()) {
    if (isProtected) protectedQuestions.push(seed.question)
    if (!isProtected) seeds.push(seed)
    else if (options.allowTestSeeds === true) {
      protectedSeeds++
      seeds.push({ ...seed, meta: { ...seed.meta, protected: true } })
    } else {
      excludedBySplit++
      excludedBySource[seed.source] = (excludedBySource[seed.source] ?? 0) + 1
    }
  }
  return {
    seeds,
    protectedQuestions,
    report: {
      read,
      bad,
      duplicates,
      excludedBySplit,
      seeds: seeds.length,
      protectedSeeds,
      repaired,
      excludedBySource,
      badRows,
      duplicateSeeds,
    },
  }
}

function isProtectedSeed(seed: Seed, shield: readonly string[]): boolean {
  if (/^test(?:$|[^a-z])/i.test(seed.split)) return true
  const source = plainName(seed.source)
  return shield.some((name) => source.startsWith(name))
}

function plainName(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]/g, '')
}

/** The first seed with what only a later copy has. */
function completed(first: Seed, later: Seed): Seed {
  const { solution, answer, subject, level } = later
  return {
    ...(solution === undefined ? {} : { solution }),
    ...(answer === undefined ? {} : { answer }),
    ...(subject === undefined ? {} : { subject }),
    ...(level === undefined ? {} : { level }),
    ...first,
  }
}
