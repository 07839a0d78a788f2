import { contentId } from '../../core/identity.ts'
import { UsageError } from '../../core/errors.ts'
import { randomKey } from '../../core/random.ts'
import { countSteps } from '../../foundations/answers/count-steps.ts'
import { hashShare } from '../../foundations/text/hash-share.ts'
import { skeletonId } from '../../foundations/text/skeleton.ts'
import { createBalancePool, type BalanceRow } from '../../steps/curate/balance/balance-pool.ts'
import { nestBalanced, nestByPlace, outside } from '../../steps/curate/balance/nest-subsets.ts'
import { parseRow, rowLines, type RowLine } from './row-lines.ts'
import { writeRouted } from './write-routed.ts'

export const subsetOrders = ['random', 'balanced'] as const
export type SubsetOrder = (typeof subsetOrders)[number]

export interface SubsetJob {
  /** JSON lines. */
  readonly files: readonly string[]
  readonly folder: string
  /** Ascending; default 7,500 doubled as long as there are rows, then all of them. */
  readonly sizes?: readonly number[]
  readonly order: SubsetOrder
  readonly seed: number
}

/** A subset: the rows of its files together. */
export interface Subset {
  readonly size: number
  readonly files: readonly string[]
}

/**
 * Nested subsets of a dataset by size (MathScale §5.1, Xwin-Math §4): every row stands in one file, and a subset is the first so many of the
 * files. Which rows a subset holds depends on their text and the seed alone, not on their order.
 *
 * @throws UsageError where there are fewer rows than the largest size
 */
export async function writeSubsets(job: SubsetJob): Promise<readonly Subset[]> {
  const { order, seed } = job
  const { sizes, parts } = order === 'random' ? await placeAtRandom(job) : await placeBalanced(job)
  const digits = String(sizes.length - 1).length
  const names = sizes.map((_, part) => `part-${String(part).padStart(digits, '0')}.jsonl`)
  const subsets = sizes.map((size, part) => ({ size, files: names.slice(0, part + 1) }))
  await writeRouted({
    folder: job.folder,
    kind: 'subsets',
    from: job.files,
    to: names,
    route: ({ index }) => (parts[index] === outside ? undefined : parts[index]),
    about: { order, seed, subsets },
    texts: Object.fromEntries(
      subsets.map(({ size, files }) => [`size-${size}.txt`, `${files.join('\n')}\n`]),
    ),
  })
  return subsets
}

interface Placed {
  readonly sizes: readonly number[]
  readonly parts: Uint8Array
}

async function placeAtRandom({ files, sizes: asked, seed }: SubsetJob): Promise<Placed> {
  const key = randomKey('subsets', seed)
  let places = new Float64Array(1 << 16)
  let rows = 0
  for await (const { text } of rowLines(files)) {
    if (rows === places.length) places = growTwice(places)
    places[rows++] = hashShare(key, text)
  }
  const sizes = sizesFor(rows, asked)
  return { sizes, parts: nestByPlace(places.subarray(0, rows), sizes) }
}

function growTwice(values: Float64Array<ArrayBuffer>): Float64Array<ArrayBuffer> {
  const wider = new Float64Array(values.length * 2)
  wider.set(values)
  return wider
}

async function placeBalanced({ files, sizes: asked, seed }: SubsetJob): Promise<Placed> {
  const builder = createBalancePool()
  let labelled = 0
  for await (const line of rowLines(files)) {
    const row = balanceRow(line)
    if (row.concepts.length > 0) labelled++
    builder.add(row)
  }
  if (labelled === 0)
    throw new UsageError(
      `no concepts: ${files.join(', ')}; balanced subsets need rows of --format messages, or use --order random`,
    )
  const pool = builder.finish()
  const sizes = sizesFor(pool.rows, asked)
  return { sizes, parts: nestBalanced(pool, sizes, seed) }
}

/** A row of one of our datasets as balance sees it; what it does not say counts as middling. */
function balanceRow(line: RowLine): BalanceRow {
  const { fields, row } = parseRow(line)
  const { concepts, difficulty } = fields
  const names = Array.isArray(concepts) ? concepts.filter((name) => typeof name === 'string') : []
  return {
    id: contentId('row', line.text),
    concepts: [...new Set(names)],
    questionLength: row.question.length,
    difficulty: typeof difficulty === 'number' ? difficulty : 3,
    finalAnswer: row.answer ?? '',
    skeletonId: skeletonId(row.question),
    steps: countSteps(row.solution),
  }
}

function sizesFor(rows: number, asked: readonly number[] | undefined): readonly number[] {
  if (rows === 0) throw new UsageError('no rows: the files are empty')
  const sizes = asked ?? doubling(rows)
  const largest = sizes.at(-1) ?? 0
  if (largest > rows) throw new UsageError(`size: ${largest}; there are only ${rows} rows`)
  return sizes
}

const smallest = 7500

function doubling(rows: number): readonly number[] {
  const sizes: number[] = []
  for (let size = smallest; size < rows; size *= 2) sizes.push(size)
  return [...sizes, rows]
}
