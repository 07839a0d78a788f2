import type { Draft } from '../../../core/draft.ts'
import type { ContentId } from '../../../core/identity.ts'
import { countSteps } from '../../../foundations/answers/count-steps.ts'

/** What balance needs to know of a pair. Only concepts the text really needs (realised) belong in `concepts`. */
export interface BalanceRow {
  /** Content id; its first digits break ties, so the choice does not depend on the order of rows. */
  readonly id: ContentId
  /** Distinct realised concept ids. */
  readonly concepts: readonly ContentId[]
  /** UTF-16 units of the question. */
  readonly questionLength: number
  /** 1 to 5. */
  readonly difficulty: number
  readonly finalAnswer: string
  readonly skeletonId: ContentId
  /** Steps of the solution. */
  readonly steps: number
}

/** The fields of a pair that balance needs; concepts are the realised ones. */
export function balanceRowOf(pair: {
  readonly id: ContentId
  readonly skeletonId: ContentId
  readonly draft: Pick<Draft, 'question' | 'solution' | 'realised' | 'difficulty' | 'finalAnswer'>
}): BalanceRow {
  const { question, solution, realised, difficulty, finalAnswer } = pair.draft
  const { id, skeletonId } = pair
  const steps = countSteps(solution)
  return {
    id,
    concepts: realised,
    questionLength: question.length,
    difficulty,
    finalAnswer,
    skeletonId,
    steps,
  }
}

/**
 * Rows as columns: row r has the concept numbers `concepts[offsets[r]]` up to `concepts[offsets[r + 1]]`, ascending. About 35 bytes a
 * row, so millions fit in memory while the texts stay in the store.
 */
export interface BalancePool {
  readonly rows: number
  /** Concept number → id, in order of id. */
  readonly conceptIds: readonly ContentId[]
  readonly offsets: Uint32Array
  readonly concepts: Uint32Array
  readonly lengthBuckets: Uint8Array
  /** 1 to 5. */
  readonly difficulties: Uint8Array
  readonly answerTypes: Uint8Array
  readonly stepBuckets: Uint8Array
  /** First 32 bits of the skeleton id. */
  readonly skeletons: Uint32Array
  /** First 32 bits of the pair id. */
  readonly ties: Uint32Array
}

/** Upper ends (exclusive) of the question length buckets, in UTF-16 units; the last bucket is open. */
export const lengthBucketEnds: readonly number[] = [80, 160, 320, 640]

export function lengthBucketOf(length: number): number {
  const bucket = lengthBucketEnds.findIndex((end) => length < end)
  return bucket === -1 ? lengthBucketEnds.length : bucket
}

/** Upper ends (exclusive) of the buckets of solution steps; the last bucket is open. */
export const stepBucketEnds: readonly number[] = [3, 5, 7, 10]

export function stepBucketOf(steps: number): number {
  const bucket = stepBucketEnds.findIndex((end) => steps < end)
  return bucket === -1 ? stepBucketEnds.length : bucket
}

/** Names of buckets by their ends: `0-79`, …, `640+`. */
export function bucketNames(ends: readonly number[]): readonly string[] {
  const ranges = ends.map((end, place) => `${place === 0 ? 0 : ends[place - 1]}-${end - 1}`)
  return [...ranges, `${ends.at(-1)}+`]
}

export const answerTypes = [
  'integer',
  'decimal',
  'fraction',
  'percentage',
  'list',
  'expression',
  'text',
] as const
export type AnswerType = (typeof answerTypes)[number]

/** Coarse shape of a final answer, for histograms. */
export function answerTypeOf(answer: string): AnswerType {
  const text = answer.replaceAll(/[$\s]|\\(?:left|right|,|!)/g, '')
  if (/^-?\d+(?:,\d{3})*$/.test(text)) return 'integer'
  if (/^-?\d*(?:,\d{3})*\.\d+$/.test(text)) return 'decimal'
  if (/^-?(?:\d+\/\d+|\\[dt]?frac\{?-?\d+\}?\{?\d+\}?)$/.test(text)) return 'fraction'
  if (/^-?[\d.,]+\\?%$/.test(text)) return 'percentage'
  if (/^[([{]?[^()]*[,;][^()]*[)\]}]?$/.test(text) && /\d/.test(text)) return 'list'
  if (/\d|\\[a-z]+|[=+^*<>]/i.test(text) || /^[a-z]$/i.test(text)) return 'expression'
  return 'text'
}

export interface BalancePoolBuilder {
  add(row: BalanceRow): void
  readonly rows: number
  /** The columns, with concepts numbered in order of id. The builder must not be used afterwards. */
  finish(): BalancePool
}

/** Collects rows one by one into columns that grow. */
export function createBalancePool(): BalancePoolBuilder {
  const numbers = new Map<ContentId, number>()
  const offsets = growing(Uint32Array)
  const concepts = growing(Uint32Array)
  const lengthBuckets = growing(Uint8Array)
  const difficulties = growing(Uint8Array)
  const types = growing(Uint8Array)
  const steps = growing(Uint8Array)
  const skeletons = growing(Uint32Array)
  const ties = growing(Uint32Array)
  offsets.push(0)
  return {
    add(row) {
      for (const id of row.concepts) {
        let number = numbers.get(id)
        if (number === undefined) numbers.set(id, (number = numbers.size))
        concepts.push(number)
      }
      offsets.push(concepts.length)
      lengthBuckets.push(lengthBucketOf(row.questionLength))
      difficulties.push(Math.min(5, Math.max(1, Math.round(row.difficulty))))
      types.push(answerTypes.indexOf(answerTypeOf(row.finalAnswer)))
      steps.push(stepBucketOf(row.steps))
      skeletons.push(Number.parseInt(row.skeletonId.slice(0, 8), 16))
      ties.push(Number.parseInt(row.id.slice(0, 8), 16))
    },
    get rows() {
      return ties.length
    },
    finish() {
      const conceptIds = [...numbers.keys()].sort()
      const places = new Uint32Array(conceptIds.length)
      conceptIds.forEach((id, place) => (places[numbers.get(id) as number] = place))
      const pool: BalancePool = {
        rows: ties.length,
        conceptIds,
        offsets: offsets.finish(),
        concepts: concepts.finish(),
        lengthBuckets: lengthBuckets.finish(),
        difficulties: difficulties.finish(),
        answerTypes: types.finish(),
        stepBuckets: steps.finish(),
        skeletons: skeletons.finish(),
        ties: ties.finish(),
      }
      renumber(pool, places)
      return pool
    },
  }
}

function renumber({ rows, offsets, concepts }: BalancePool, places: Uint32Array): void {
  for (let row = 0; row < rows; row++) {
    const own = concepts.subarray(offsets[row], offsets[row + 1])
    for (let place = 0; place < own.length; place++) own[place] = places[own[place] as number] as number
    own.sort()
  }
}

type Column = Uint8Array<ArrayBuffer> | Uint32Array<ArrayBuffer>

interface GrowingColumn<C extends Column> {
  push(value: number): void
  readonly length: number
  finish(): C
}

function growing<C extends Column>(Kind: { new (length: number): C }): GrowingColumn<C> {
  let column = new Kind(1024)
  let length = 0
  return {
    push(value) {
      if (length === column.length) {
        const wider = new Kind(column.length * 2)
        wider.set(column)
        column = wider
      }
      column[length++] = value
    },
    get length() {
      return length
    },
    finish: () => column.slice(0, length) as C,
  }
}

/** Times each concept occurs in the given rows, or in all of them. */
export function countConcepts(pool: BalancePool, chosen?: Uint32Array): Uint32Array {
  const { offsets, concepts } = pool
  const counts = new Uint32Array(pool.conceptIds.length)
  if (chosen === undefined) {
    for (const concept of concepts) counts[concept] = (counts[concept] as number) + 1
    return counts
  }
  for (const row of chosen) {
    const end = offsets[row + 1] as number
    for (let at = offsets[row] as number; at < end; at++) {
      const concept = concepts[at] as number
      counts[concept] = (counts[concept] as number) + 1
    }
  }
  return counts
}
