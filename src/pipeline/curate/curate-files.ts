import { resolve } from 'node:path'
import { contentId, type JsonValue } from '../../core/identity.ts'
import { indexReferences, type Reference } from '../../steps/curate/decontaminate/reference-index.ts'
import { checkTarget } from '../../steps/export/staged-folder.ts'
import { withComparer } from './compare-rows.ts'
import { openCurationState, type CurationState } from './curation-state.ts'
import { decideDuplicates, type DuplicateRules, type RowDecisions } from './decide-duplicates.ts'
import { openRowFiles, type RowFile } from './open-row-files.ts'
import { createRowTable, type RowTable } from './row-table.ts'
import type { ReportCuration } from './dedupe-file.ts'
import { scanFiles } from './scan-files.ts'
import { writeCurated, type CurationCounts } from './write-curated.ts'

export interface CurationJob extends DuplicateRules {
  readonly files: readonly string[]
  /** Protected questions; none are looked for when empty. */
  readonly references: readonly Reference[]
  /** Keep twins and near duplicates of protected questions. */
  readonly allowTwins: boolean
  readonly out: string
  readonly questionField: string | undefined
  /** Threads; 0 works in this one. */
  readonly workers: number
  readonly progress: ReportCuration
  readonly reportBad: (place: { readonly file: string; readonly line: number }, reason: string) => void
}

/**
 * One pass over files of rows: read and check each row, keep out what overlaps with protected questions, keep the best of near
 * duplicates, and write the rest byte for byte. A pass that was killed goes on where it stopped when it is called again with the same
 * inputs and rules, and writes the same bytes.
 */
export async function curateFiles(job: CurationJob): Promise<CurationCounts> {
  checkTarget(job.out, 'curation')
  const opened = await openRowFiles(job.files)
  try {
    const { files } = opened
    const state = openCurationState(job.out, jobOf(job, files))
    try {
      const table = createRowTable(files, job)
      await fillTable(table, { job, files, state })
      for (const { row, reason } of table.bad) job.reportBad(table.place(row), reason)
      const decisions = state.earlierDecisions() ?? (await decide(table, { job, files, state }))
      const counts = writeCurated(table, decisions, {
        out: job.out,
        files,
        settings: settingsOf(job),
        progress: (done, total) => job.progress('write', done, total),
      })
      state.discard()
      return counts
    } finally {
      state.close()
    }
  } finally {
    opened.close()
  }
}

async function fillTable(
  table: RowTable,
  { job, files, state }: { job: CurationJob; files: readonly RowFile[]; state: CurationState },
): Promise<void> {
  const total = files.reduce((sum, { size }) => sum + size, 0)
  const before = files.map((_, place) => files.slice(0, place).reduce((sum, { size }) => sum + size, 0))
  let skip = 0
  for (const part of state.earlierParts()) {
    table.add(part)
    skip++
  }
  const { questionField, references, allowTwins } = job
  const index = references.length === 0 ? undefined : indexReferences(references)
  const settings = { questionField, allowTwins, references: index }
  for await (const part of scanFiles({ files, settings, workers: job.workers, skip })) {
    state.keepPart(part)
    table.add(part)
    job.progress('read', (before[part.file] as number) + part.range.end, total)
  }
}

async function decide(
  table: RowTable,
  { job, files, state }: { job: CurationJob; files: readonly RowFile[]; state: CurationState },
): Promise<RowDecisions> {
  const progress = (done: number, total: number): void => job.progress('compare', done, total)
  const decisions = await withComparer(table, { ...job, files }, (comparer) =>
    decideDuplicates(table, job, { comparer, progress }),
  )
  state.keepDecisions(decisions)
  return decisions
}

function settingsOf(job: CurationJob): JsonValue {
  const { threshold, linkage, solutionsPerQuestion, questionField, references, allowTwins } = job
  return {
    threshold,
    linkage,
    solutionsPerQuestion,
    questionField: questionField ?? null,
    // What is protected, not where it stands.
    references: contentId(
      'references',
      references.map(({ id, text }) => [id, text]),
    ),
    protected: references.length,
    allowTwins,
  }
}

/** What an earlier attempt must have had in common with this one to be gone on with. */
function jobOf(job: CurationJob, files: readonly RowFile[]): JsonValue {
  return {
    version: 1,
    settings: settingsOf(job),
    files: files.map(({ path, size, modified }) => ({ path: resolve(path), size, modified })),
  }
}
