import { UsageError } from '../../core/errors.ts'
import { randomKey } from '../../core/random.ts'
import { hashShare } from '../../foundations/text/hash-share.ts'
import { nestByPlace } from '../../steps/curate/balance/nest-subsets.ts'
import { parseRow, rowLines } from './row-lines.ts'
import { uniformLine, type UniformForm } from './uniform-line.ts'
import { writeRouted } from './write-routed.ts'

/** A file of rows and its share of the mixture. */
export interface MixturePart {
  /** What rows and manifest call it: paths are of one machine. */
  readonly name: string
  readonly file: string
  /** > 0; shares need not sum to 1. */
  readonly share: number
}

export interface MixtureJob {
  readonly parts: readonly MixturePart[]
  readonly folder: string
  /** Rows in all. @default as many as the shares allow */
  readonly size?: number
  readonly seed: number
  /** Write question and solution of every row in this form, and its set; otherwise rows are copied as they are. */
  readonly as?: UniformForm
}

/** What the manifest says of a part. */
export interface MixedPart {
  readonly name: string
  readonly share: number
  readonly available: number
  readonly rows: number
}

/**
 * Rows of several sets by share, for example real beside synthetic ones, in `mixed.jsonl`. From each file those of lowest seeded hash are
 * taken: with one seed a larger share holds the rows of every smaller one, so that a series of mixtures differs by its shares alone.
 *
 * @throws UsageError where a file has too few rows, or files of different shapes are to be copied as they are
 */
export async function writeMixture(job: MixtureJob): Promise<readonly MixedPart[]> {
  const sets: (MixturePart & PlacedRows)[] = []
  for (const part of job.parts) sets.push({ ...part, ...(await placeRows(part.file, job.seed)) })
  const shapes = new Set(sets.map(({ shape }) => shape))
  if (shapes.size > 1 && job.as === undefined)
    throw new UsageError(
      `different rows: ${sets.map(({ file, shape }) => `${file} has ${shape}`).join('; ')}. Write all in one form with --as messages`,
    )
  const shares = sets.reduce((sum, { share }) => sum + share, 0)
  const most = Math.floor(
    Math.min(...sets.map(({ places, share }) => (places.length * shares) / share)) + 1e-9,
  )
  const counts = divide(
    job.size ?? most,
    sets.map(({ share }) => share / shares),
  )
  const short = sets.find(({ places }, place) => places.length < (counts[place] as number))
  if (short !== undefined)
    throw new UsageError(
      `size: ${job.size}; ${short.file} has only ${short.places.length} rows, so at most ${most} in all`,
    )
  const chosen = sets.map(({ places }, place) =>
    counts[place] === 0 ? undefined : nestByPlace(places, [counts[place] as number]),
  )
  const starts = sets.map((_, place) =>
    sets.slice(0, place).reduce((sum, { places }) => sum + places.length, 0),
  )
  const mixed = sets.map(({ name, share, places }, place) => ({
    name,
    share: share / shares,
    available: places.length,
    rows: counts[place] as number,
  }))
  let set = 0
  await writeRouted({
    folder: job.folder,
    kind: 'mixture',
    from: sets.map(({ file }) => file),
    to: ['mixed.jsonl'],
    route: ({ index }) => {
      while (index >= (starts[set + 1] ?? Infinity)) set++
      return chosen[set]?.[index - (starts[set] as number)] === 0 ? 0 : undefined
    },
    ...(job.as === undefined ? {} : { write: uniformLine(job.as, () => sets[set]?.name ?? '') }),
    about: { seed: job.seed, parts: mixed },
  })
  return mixed
}

interface PlacedRows {
  /** A seeded hash of each row. */
  readonly places: Float64Array
  readonly shape: string
}

async function placeRows(file: string, seed: number): Promise<PlacedRows> {
  const key = randomKey('mixture', seed)
  const places: number[] = []
  let shape = 'no rows'
  for await (const line of rowLines([file])) {
    if (line.index === 0) shape = shapeOf(parseRow(line).fields)
    places.push(hashShare(key, line.text))
  }
  return { places: Float64Array.from(places), shape }
}

const shapes = ['messages', 'conversations', 'instruction', 'prompt', 'problem', 'question'] as const

/** The field that tells one format from another. */
function shapeOf(fields: Readonly<Record<string, unknown>>): string {
  return shapes.find((shape) => fields[shape] !== undefined) ?? 'other fields'
}

/** Whole numbers by share that add up to the total: largest remainders. */
function divide(total: number, shares: readonly number[]): readonly number[] {
  const exact = shares.map((share) => share * total)
  const counts = exact.map((value) => Math.floor(value + 1e-9))
  const rest = total - counts.reduce((sum, count) => sum + count, 0)
  const order = exact
    .map((value, place) => ({ place, remainder: value - (counts[place] as number) }))
    .sort((left, right) => right.remainder - left.remainder || left.place - right.place)
  for (const { place } of order.slice(0, rest)) counts[place] = (counts[place] as number) + 1
  return counts
}
