import { withComparer } from './compare-rows.ts'
import { decideDuplicates, type DuplicateRules, type RowDecisions } from './decide-duplicates.ts'
import { openRowFiles } from './open-row-files.ts'
import { createRowTable, type RowTable } from './row-table.ts'
import { scanFiles } from './scan-files.ts'

export type CurationStage = 'read' | 'compare' | 'write'
export type ReportCuration = (stage: CurationStage, done: number, total: number) => void

export interface DedupeJob extends DuplicateRules {
  /** A file of JSON lines, or `-`. */
  readonly file: string
  readonly questionField: string | undefined
  /** Threads; 0 works in this one. */
  readonly workers: number
  readonly progress: ReportCuration
  /** Takes the lines of the result in order, many in one text. */
  readonly write: (lines: string) => Promise<void>
  /** Takes each row that could not be read. */
  readonly reportBad: (place: { readonly file: string; readonly line: number }, reason: string) => void
}

export interface DedupeSummary {
  readonly rows: number
  readonly kept: number
  /** Rows that give way to a near duplicate. */
  readonly dropped: number
  /** Clusters of at least two rows. */
  readonly clusters: number
  /** Rows of questions with different answers. */
  readonly conflicts: number
  readonly bad: number
  readonly compared: number
}

/**
 * Writes `{id, cluster, keep, similarity}` for every line of a file, in order. `id` is the row's own, otherwise its line number; `cluster` the line
 * number of the row that is kept of the cluster; `similarity` the row's largest verified Jaccard index to another row, null for a row
 * alone. Rows of one question with different answers have `review: "answer-conflict"` as well, bad rows `error`.
 */
export async function dedupeFile(job: DedupeJob): Promise<DedupeSummary> {
  const opened = await openRowFiles([job.file])
  try {
    const { files } = opened
    const table = createRowTable(files, job)
    const settings = { questionField: job.questionField }
    const total = files.reduce((sum, { size }) => sum + size, 0)
    for await (const part of scanFiles({ files, settings, workers: job.workers })) {
      table.add(part)
      job.progress('read', part.range.end, total)
    }
    for (const { row, reason } of table.bad) job.reportBad(table.place(row), reason)
    const decisions = await withComparer(table, { ...job, files }, (comparer) =>
      decideDuplicates(table, job, {
        comparer,
        progress: (done, bands) => job.progress('compare', done, bands),
      }),
    )
    const summary = await writeDecisions(table, decisions, job)
    job.progress('write', table.rows, table.rows)
    return summary
  } finally {
    opened.close()
  }
}

async function writeDecisions(
  table: RowTable,
  decisions: RowDecisions,
  { write }: DedupeJob,
): Promise<DedupeSummary> {
  const errors = new Map(table.bad.map(({ row, reason }) => [row, reason]))
  const heads = new Set<number>()
  let kept = 0
  let conflicts = 0
  for (const part of table.parts) {
    const ids = Buffer.from(part.scanned.ids).toString('utf8').split('\n')
    let lines = ''
    for (let place = 0; place < part.scanned.rows; place++) {
      const row = part.firstRow + place
      const error = errors.get(row)
      lines += error === undefined ? decided(row, ids[place], decisions) : failed(row, error)
      if (error !== undefined) continue
      const head = decisions.clusters[row] as number
      if (head !== row) heads.add(head)
      kept += decisions.keep[row] as number
      conflicts += decisions.conflicts[row] as number
    }
    if (lines !== '') await write(lines)
  }
  const { rows, bad } = table
  const dropped = rows - bad.length - kept
  return {
    rows,
    kept,
    dropped,
    clusters: heads.size,
    conflicts,
    bad: bad.length,
    compared: decisions.compared,
  }
}

function decided(
  row: number,
  id: string | undefined,
  { clusters, keep, similarities, conflicts }: RowDecisions,
): string {
  const similarity = similarities[row] as number
  const shown = similarity === 0 ? 'null' : `${Math.round(similarity * 1e4) / 1e4}`
  const review = conflicts[row] === 1 ? ',"review":"answer-conflict"' : ''
  const own = id === 'null' ? row + 1 : id
  return `{"id":${own},"cluster":${(clusters[row] as number) + 1},"keep":${keep[row] === 1},"similarity":${shown}${review}}\n`
}

function failed(row: number, error: string): string {
  return `${JSON.stringify({ id: row + 1, cluster: null, keep: false, similarity: null, error })}\n`
}
