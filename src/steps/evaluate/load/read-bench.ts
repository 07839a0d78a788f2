import { contentId } from '../../../core/identity.ts'
import { benchSets, type BenchItem, type BenchSet } from '../bench-item.ts'
import { readBenchFile, type SetPlace } from './bench-file.ts'
import { publishedSets } from './published-sets.ts'
import { readRow, type ReadRow } from './read-row.ts'
import { readSourceRows, type PlacedRow } from './read-source-rows.ts'

/** A row that is not evaluated, by a rule: `reason` is short and counted. */
export interface ExcludedRow {
  readonly place: number
  readonly question: string
  readonly number?: string
  readonly reason: string
}

/** A row that could not be read; `line` counts from 1. */
export interface BadRow {
  readonly file: string
  readonly line: number
  readonly reason: string
}

/** One set as its copy holds it. */
export interface LoadedSet {
  readonly set: BenchSet
  readonly items: readonly BenchItem[]
  /** Of each item: which row of the copy it was, counted from 0 and with the excluded ones. */
  readonly places: readonly number[]
  readonly excluded: readonly ExcludedRow[]
  readonly bad: readonly BadRow[]
}

export interface Bench {
  /** Sets that have rows, in the order of the paper's table. */
  readonly sets: readonly LoadedSet[]
  /** Rows of no set. */
  readonly bad: readonly BadRow[]
}

/**
 * Reads the copies a bench file names. Sets that it names itself are not taken from `mwpbench` files. A row that cannot be read is
 * among the bad ones and stops nothing.
 *
 * @throws UsageError, ConfigurationError as {@link readBenchFile}
 */
export function readBench(file: string): Bench {
  const { sets, mwpbench } = readBenchFile(file)
  const gatherers = new Map<BenchSet, Gatherer>()
  const gatherer = (set: BenchSet): Gatherer => {
    const known = gatherers.get(set) ?? openGatherer(set)
    gatherers.set(set, known)
    return known
  }
  const bad: BadRow[] = []
  for (const [set, place] of Object.entries(sets) as [BenchSet, SetPlace][])
    for (const { placed, read } of rowsOf(place)) {
      const named = 'set' in read ? read.set : undefined
      gatherer(set).add(
        placed,
        named === undefined || named === set
          ? read
          : {
              reason: `a row of ${named} among those of ${set}; name the file under mwpbench, or under sets.${named}`,
            },
        place,
      )
    }
  for (const { placed, read } of rowsOf(mwpbench)) {
    if ('set' in read && read.set !== undefined) {
      if (sets[read.set] === undefined) gatherer(read.set).add(placed, read, mwpbench)
    } else {
      const reason =
        'reason' in read ? read.reason : 'no data_topic; rows of one set go under sets, not under mwpbench'
      bad.push({ file: placed.file, line: placed.line, reason })
    }
  }
  return {
    sets: benchSets.flatMap((set) => {
      const loaded = gatherers.get(set)?.loaded
      return loaded === undefined ? [] : [loaded]
    }),
    bad,
  }
}

function* rowsOf({ files }: SetPlace): Generator<{ readonly placed: PlacedRow; readonly read: ReadRow }> {
  for (const file of files)
    for (const placed of readSourceRows(file))
      yield { placed, read: 'row' in placed ? readRow(placed.row) : { reason: placed.reason } }
}

interface Gatherer {
  readonly loaded: LoadedSet
  add(placed: PlacedRow, read: ReadRow, place: SetPlace): void
}

function openGatherer(set: BenchSet): Gatherer {
  const items: BenchItem[] = []
  const places: number[] = []
  const excluded: ExcludedRow[] = []
  const bad: BadRow[] = []
  const times = new Map<string, number>()
  let rows = 0
  return {
    loaded: { set, items, places, excluded, bad },
    add({ file, line }, read, { license }) {
      const place = rows++
      if ('reason' in read) {
        bad.push({ file, line, reason: read.reason })
        return
      }
      if ('dropped' in read) {
        const { dropped, question, number } = read
        excluded.push({ place, question, reason: dropped, ...(number === undefined ? {} : { number }) })
        return
      }
      const { question } = read.fields
      const time = times.get(question) ?? 0
      times.set(question, time + 1)
      items.push({
        // A question that a set has twice counts twice, as in the published averages.
        id: contentId('bench-item', time === 0 ? [set, question] : [set, question, time]),
        set,
        ...read.fields,
        language: /\p{Script=Han}/u.test(question) ? 'zh' : 'en',
        license: read.fields.license ?? license ?? publishedSets[set].license,
      })
      places.push(place)
    },
  }
}
