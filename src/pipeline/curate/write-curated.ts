import { basename } from 'node:path'
import type { JsonValue } from '../../core/identity.ts'
import { readPart } from '../../steps/curate/rows/line-ranges.ts'
import { openCheckedFile, type CheckedFile } from '../../steps/export/checked-file.ts'
import { stageFolder } from '../../steps/export/staged-folder.ts'
import type { RowDecisions } from './decide-duplicates.ts'
import type { RowFile } from './open-row-files.ts'
import type { RowTable, TablePart } from './row-table.ts'

/** What became of the rows of a pass. */
export interface CurationCounts {
  readonly rows: number
  readonly kept: number
  readonly nearDuplicates: number
  /** Rows of questions with different answers: none of them is kept. */
  readonly review: number
  /** By the rule that kept them out. */
  readonly blocked: Readonly<Record<string, number>>
  readonly bad: number
  /** Rows by rung, `none` where they state none. */
  readonly rungsBefore: Readonly<Record<string, number>>
  readonly rungsAfter: Readonly<Record<string, number>>
}

export interface CuratedOutput {
  readonly out: string
  readonly files: readonly RowFile[]
  readonly settings: JsonValue
  readonly progress: (done: number, total: number) => void
}

type Fate = 'kept' | 'review' | 'near-duplicate' | 'blocked' | 'bad'

/**
 * Writes the folder of a pass, whole or not at all: `kept.jsonl` and `review.jsonl` hold the rows byte for byte as they came, `dropped.jsonl` one line
 * for each other row with the rule that kept it out, `manifest.json` counts and checksums.
 */
export function writeCurated(
  table: RowTable,
  decisions: RowDecisions,
  { out, files, settings, progress }: CuratedOutput,
): CurationCounts {
  const staged = stageFolder(out, 'curation')
  const names = ['kept.jsonl', 'review.jsonl', 'dropped.jsonl'] as const
  const [kept, review, dropped] = names.map((name) => openCheckedFile(staged.path, name)) as [
    CheckedFile,
    CheckedFile,
    CheckedFile,
  ]
  try {
    const tally = openTally()
    const outOfOrder = gatherExceptions(table)
    for (const part of table.parts) {
      const ids = Buffer.from(part.scanned.ids).toString('utf8').split('\n')
      const copy = openCopy(part, files[part.file] as RowFile)
      for (let place = 0; place < part.scanned.rows; place++) {
        const row = part.firstRow + place
        const exception = outOfOrder.get(row)
        const fate = exception?.fate ?? fateOf(row, decisions)
        tally.add(fate, part.scanned.rungs[place] as number, exception?.reason)
        if (fate === 'kept') copy.add(place, kept)
        else if (fate === 'review') copy.add(place, review)
        else {
          const where = placeOf(table, row)
          const found = exception?.note ?? duplicateNote(table, row, decisions)
          dropped.write(`${JSON.stringify({ ...where, id: JSON.parse(ids[place] as string), ...found })}\n`)
        }
      }
      copy.flush()
      progress(part.firstRow + part.scanned.rows, table.rows)
    }
    const written = [kept.finish(), review.finish(), dropped.finish()]
    const counts = tally.counts()
    const manifest = openCheckedFile(staged.path, 'manifest.json')
    const inputs = files.map(({ name, size }) => ({ name: basename(name), bytes: size }))
    manifest.write(
      `${JSON.stringify({ tool: 'conceptloom', kind: 'curation', inputs, settings, counts, files: written }, null, 2)}\n`,
    )
    manifest.finish()
    staged.commit()
    return counts
  } catch (error) {
    for (const file of [kept, review, dropped]) file.abandon()
    staged.discard()
    throw error
  }
}

function fateOf(row: number, { keep, conflicts }: RowDecisions): Fate {
  if (conflicts[row] === 1) return 'review'
  return keep[row] === 1 ? 'kept' : 'near-duplicate'
}

interface Exception {
  readonly fate: Fate
  readonly reason?: string
  readonly note: Readonly<Record<string, JsonValue>>
}

/** Rows that never came to a comparison. */
function gatherExceptions(table: RowTable): ReadonlyMap<number, Exception> {
  const exceptions = new Map<number, Exception>()
  for (const { row, reason } of table.bad)
    exceptions.set(row, { fate: 'bad', note: { reason: 'bad', error: reason } })
  for (const { row, reason, evidence } of table.blocked)
    exceptions.set(row, { fate: 'blocked', reason, note: { reason, evidence } })
  return exceptions
}

function duplicateNote(
  table: RowTable,
  row: number,
  { clusters, similarities }: RowDecisions,
): Readonly<Record<string, JsonValue>> {
  const similarity = Math.round((similarities[row] as number) * 1e4) / 1e4
  return { reason: 'near-duplicate', kept: placeOf(table, clusters[row] as number), similarity }
}

function placeOf(table: RowTable, row: number): { readonly file: string; readonly line: number } {
  const { file, line } = table.place(row)
  return { file: basename(file), line }
}

interface Copy {
  add(place: number, target: CheckedFile): void
  flush(): void
}

/** Copies lines of a part as they stand; neighbours that go to one file go in one piece. */
function openCopy({ scanned }: TablePart, { descriptor }: RowFile): Copy {
  const { starts, lengths, rows } = scanned
  const base = starts[0] ?? 0
  const end = rows === 0 ? 0 : (starts[rows - 1] as number) + (lengths[rows - 1] as number)
  const bytes = readPart(descriptor, base, end - base + 1)
  let from = 0
  let to = 0
  let open: CheckedFile | undefined
  const flush = (): void => {
    if (open === undefined) return
    open.write(bytes.subarray(from, to))
    open.write('\n')
    open = undefined
  }
  return {
    add(place, target) {
      const start = (starts[place] as number) - base
      // Only a line feed between the two: with it they are one piece.
      if (open !== target || start !== to + 1) {
        flush()
        open = target
        from = start
      }
      to = start + (lengths[place] as number)
    },
    flush,
  }
}

function openTally(): {
  add(fate: Fate, rung: number, reason: string | undefined): void
  counts(): CurationCounts
} {
  const fates = new Map<Fate, number>()
  const reasons = new Map<string, number>()
  const before = new Map<string, number>()
  const after = new Map<string, number>()
  return {
    add(fate, rung, reason) {
      bump(fates, fate)
      if (reason !== undefined) bump(reasons, reason)
      if (fate === 'bad') return
      const name = rung < 0 ? 'none' : `${rung}`
      bump(before, name)
      if (fate === 'kept') bump(after, name)
    },
    counts: () => ({
      rows: [...fates.values()].reduce((sum, count) => sum + count, 0),
      kept: fates.get('kept') ?? 0,
      nearDuplicates: fates.get('near-duplicate') ?? 0,
      review: fates.get('review') ?? 0,
      blocked: sorted(reasons),
      bad: fates.get('bad') ?? 0,
      rungsBefore: sorted(before),
      rungsAfter: sorted(after),
    }),
  }
}

function bump<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

function sorted(counts: ReadonlyMap<string, number>): Readonly<Record<string, number>> {
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)))
}
