import type { CandidatePairs } from '../../foundations/text/near-duplicate-finder.ts'
import { questionSimilarity } from '../../foundations/text/question-similarity.ts'
import { recentQuestions } from '../../foundations/text/recent-questions.ts'
import { readPart } from '../../steps/curate/rows/line-ranges.ts'
import { readLine } from '../../steps/curate/rows/scan-range.ts'
import type { RowFile } from './open-row-files.ts'
import { openThread } from '../open-thread.ts'
import type { RowTable } from './row-table.ts'

/** Pairs of rows by their places in the files: two entries a pair. */
export interface ComparisonRequest {
  readonly rows: Uint32Array
  readonly files: Uint16Array
  readonly starts: Float64Array
  readonly lengths: Uint32Array
}

export interface RowComparer {
  compare(pairs: CandidatePairs): Promise<ArrayLike<number>>
  close(): Promise<void>
}

/** Lends a comparer to some work. */
export async function withComparer<Result>(
  table: RowTable,
  { files, questionField, workers }: ComparerParts,
  work: (comparer: RowComparer) => Promise<Result>,
): Promise<Result> {
  const paths = files.map(({ path }) => path)
  const comparer = openRowComparer(table, { paths, questionField, workers })
  try {
    return await work(comparer)
  } finally {
    await comparer.close()
  }
}

export interface ComparerParts {
  readonly files: readonly RowFile[]
  readonly questionField: string | undefined
  /** Threads; 0 compares in this one. */
  readonly workers: number
}

/** Compares rows in threads, which read them from the files themselves; without threads in this one. */
function openRowComparer(
  table: RowTable,
  { paths, questionField, workers }: ComparerSettings & { readonly workers: number },
): RowComparer {
  if (workers === 0) {
    return {
      compare: async ({ firsts, seconds }) =>
        firsts.map((first, place) => table.similarity(first, seconds[place] as number)),
      close: async () => {},
    }
  }
  const settings: ComparerSettings = { paths, questionField }
  const threads = Array.from({ length: workers }, () =>
    openThread<ComparisonRequest, Float64Array>('compare-worker', settings),
  )
  return {
    async compare(pairs) {
      const share = Math.ceil(pairs.firsts.length / workers)
      const replies = await Promise.all(
        threads.map((thread, place) => thread.ask(requestFor(table, pairs, place * share, share))),
      )
      return replies.flatMap((reply) => [...reply])
    },
    async close() {
      await Promise.all(threads.map((thread) => thread.stop()))
    },
  }
}

function requestFor(
  table: RowTable,
  { firsts, seconds }: CandidatePairs,
  from: number,
  share: number,
): ComparisonRequest {
  const count = Math.max(0, Math.min(share, firsts.length - from))
  const request: ComparisonRequest = {
    rows: new Uint32Array(count * 2),
    files: new Uint16Array(count * 2),
    starts: new Float64Array(count * 2),
    lengths: new Uint32Array(count * 2),
  }
  for (let place = 0; place < count * 2; place++) {
    const row = (place % 2 === 0 ? firsts : seconds)[from + (place >>> 1)] as number
    const { file, start, length } = table.bytesOf(row)
    request.rows[place] = row
    request.files[place] = file
    request.starts[place] = start
    request.lengths[place] = length
  }
  return request
}

/** Plain data, so that a thread can be given it. */
export interface ComparerSettings {
  readonly paths: readonly string[]
  readonly questionField: string | undefined
}

/** The similarities of the pairs of a request. @param descriptors  open files, in the order of the table's */
export function openComparison(
  descriptors: readonly number[],
  questionField: string | undefined,
): (request: ComparisonRequest) => Float64Array {
  let current: ComparisonRequest
  let at = 0
  const questions = recentQuestions(() => {
    const descriptor = descriptors[current.files[at] as number] as number
    const bytes = readPart(descriptor, current.starts[at] as number, current.lengths[at] as number)
    const reading = readLine(bytes, questionField)
    if ('reason' in reading) throw new Error(`a row has changed while it was read: ${reading.reason}`)
    return reading.row.question
  })
  const questionAt = (place: number): ReturnType<typeof questions> => {
    at = place
    return questions(current.rows[place] as number)
  }
  return (request) => {
    current = request
    return Float64Array.from({ length: request.rows.length / 2 }, (_, pair) =>
      questionSimilarity(questionAt(pair * 2), questionAt(pair * 2 + 1)),
    )
  }
}
