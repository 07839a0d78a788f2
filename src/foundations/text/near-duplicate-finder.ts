import { createDisjointSets, type DisjointSets } from './disjoint-sets.ts'
import { bandCount, estimateJaccard, signatureLength } from './min-hash.ts'
import type { SignedBatch } from './signed-batch.ts'

/** Pairs of rows that may be near duplicates, the lower row first. */
export interface CandidatePairs {
  readonly firsts: readonly number[]
  readonly seconds: readonly number[]
}

export interface NearDuplicateOptions {
  /** Two texts of at least this similarity are near duplicates. */
  readonly threshold: number
  /** The exact similarities of some pairs of rows, each in [0, 1], in their order. */
  readonly compare: (pairs: CandidatePairs) => ArrayLike<number> | Promise<ArrayLike<number>>
  readonly progress?: (done: number, total: number) => void
}

/** Which rows belong together; every link was verified by {@link NearDuplicateOptions.compare}. */
export interface NearDuplicateLinks {
  readonly rows: number
  readonly sets: DisjointSets
  /** Largest verified similarity of each row to another, 0 where none was found. */
  readonly closest: Float32Array
  /** The first row of the same words and operators, by row. */
  readonly firstAlike: Int32Array
  /** Pairs that were compared exactly. */
  readonly compared: number
}

export interface NearDuplicateFinder {
  readonly rows: number
  add(batch: SignedBatch): void
  link(options: NearDuplicateOptions): Promise<NearDuplicateLinks>
}

/** Rows of one block of short signatures. */
const blockRows = 1 << 15
/** Members of one bucket that a row is compared with, latest first: a bucket of thousands must not cost its square. */
const longestWalk = 64
/** How far the estimate may lie below the threshold: three standard errors, and what the readings of a text differ by. */
const estimateSlack = 0.25
const rejectedSlots = 1 << 20
/** Candidates that are compared together: rows that a comparison has linked are not compared again by the next. */
const comparedTogether = 2048

/**
 * Finds the near duplicates of millions of texts by banded locality-sensitive hashing over typed arrays: no object stands for a row. Rows that share a
 * band are candidates; those whose short signatures are alike are compared exactly. Rows that are linked already are not compared again.
 */
export function createNearDuplicateFinder(): NearDuplicateFinder {
  const batches: Pick<SignedBatch, 'rows' | 'keys' | 'identities' | 'present'>[] = []
  const blocks: Uint8Array[] = []
  let rows = 0
  return {
    get rows() {
      return rows
    },
    add(batch) {
      const { keys, identities, present } = batch
      batches.push({ rows: batch.rows, keys, identities, present })
      for (let taken = 0; taken < batch.rows;) {
        const place = (rows + taken) % blockRows
        const part = Math.min(blockRows - place, batch.rows - taken)
        if (place === 0) blocks.push(new Uint8Array(blockRows * signatureLength))
        const from = taken * signatureLength
        blocks.at(-1)?.set(batch.short.subarray(from, from + part * signatureLength), place * signatureLength)
        taken += part
      }
      rows += batch.rows
    },
    async link(options) {
      const linking = startLinking(rows, blocks, options)
      const column = new Uint32Array(rows)
      const { taking, firstAlike } = await joinAlike(rows, batches, linking)
      for (let band = 0; band < bandCount; band++) {
        let at = 0
        for (const { keys, rows: count } of batches) {
          column.set(keys.subarray(band * count, (band + 1) * count), at)
          at += count
        }
        await linkBand(column, taking, linking)
        options.progress?.(band + 1, bandCount)
      }
      const { sets, closest } = linking
      return { rows, sets, closest, firstAlike, compared: linking.compared }
    },
  }
}

interface Linking {
  readonly sets: DisjointSets
  readonly closest: Float32Array
  compared: number
  readonly table: Int32Array
  readonly next: Int32Array
  /** Whether two rows are worth comparing: their signatures are alike and they were not found different. */
  readonly mayBeAlike: (first: number, second: number) => boolean
  /** Compares pairs and links those that are near duplicates; 1 for each of these. */
  readonly verify: (pairs: CandidatePairs) => Promise<Uint8Array>
}

function startLinking(
  rows: number,
  blocks: readonly Uint8Array[],
  { threshold, compare }: NearDuplicateOptions,
): Linking {
  const sets = createDisjointSets(rows)
  const closest = new Float32Array(rows)
  // Pairs found different, in a table that forgets: the same two rows meet in several bands.
  const rejected = new Int32Array(rejectedSlots * 2).fill(-1)
  const slotOf = (first: number, second: number): number =>
    ((Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b)) >>> 12) * 2
  const reject = (first: number, second: number): void => {
    const slot = slotOf(first, second)
    rejected[slot] = first
    rejected[slot + 1] = second
  }
  const least = threshold - estimateSlack
  const linking: Linking = {
    sets,
    closest,
    compared: 0,
    table: new Int32Array(2 ** Math.ceil(Math.log2(Math.max(2, rows * 2)))),
    next: new Int32Array(rows),
    async verify(pairs) {
      const { firsts, seconds } = pairs
      const similarities = firsts.length === 0 ? [] : await compare(pairs)
      linking.compared += firsts.length
      return Uint8Array.from(firsts, (first, place) => {
        const second = seconds[place] as number
        const similar = similarities[place] as number
        if (similar < threshold) {
          reject(first, second)
          return 0
        }
        sets.unite(first, second)
        if (similar > (closest[first] as number)) closest[first] = similar
        if (similar > (closest[second] as number)) closest[second] = similar
        return 1
      })
    },
    mayBeAlike(first, second) {
      const slot = slotOf(first, second)
      if (rejected[slot] === first && rejected[slot + 1] === second) return false
      const estimate = estimateJaccard(
        blocks[Math.floor(first / blockRows)] as Uint8Array,
        (first % blockRows) * signatureLength,
        blocks[Math.floor(second / blockRows)] as Uint8Array,
        (second % blockRows) * signatureLength,
      )
      if (estimate < least) reject(first, second)
      return estimate >= least
    },
  }
  return linking
}

/**
 * Links rows of the same words and operators to the first of them, which alone takes part in what follows: a set with ten thousand
 * copies of one question has no bucket of ten thousand. `taking` is 1 for rows that take part.
 */
async function joinAlike(
  rows: number,
  batches: readonly Pick<SignedBatch, 'rows' | 'identities' | 'present'>[],
  { table, verify }: Linking,
): Promise<{ readonly taking: Uint8Array; readonly firstAlike: Int32Array }> {
  const firstAlike = Int32Array.from({ length: rows }, (_, row) => row)
  const taking = new Uint8Array(rows)
  const identities = new Uint32Array(rows * 2)
  let at = 0
  for (const batch of batches) {
    taking.set(batch.present, at)
    identities.set(batch.identities, at * 2)
    at += batch.rows
  }
  table.fill(-1)
  const mask = table.length - 1
  const firsts: number[] = []
  const seconds: number[] = []
  for (let row = 0; row < rows; row++) {
    if (taking[row] === 0) continue
    const high = identities[row * 2] as number
    const low = identities[row * 2 + 1] as number
    let slot = high & mask
    let held = table[slot] as number
    while (held >= 0 && (identities[held * 2] !== high || identities[held * 2 + 1] !== low)) {
      slot = (slot + 1) & mask
      held = table[slot] as number
    }
    if (held < 0) table[slot] = row
    else {
      firsts.push(held)
      seconds.push(row)
    }
  }
  for (let from = 0; from < firsts.length; from += comparedTogether) {
    const pairs = {
      firsts: firsts.slice(from, from + comparedTogether),
      seconds: seconds.slice(from, from + comparedTogether),
    }
    for (const [place, isAlike] of (await verify(pairs)).entries()) {
      if (isAlike === 0) continue
      const row = pairs.seconds[place] as number
      taking[row] = 0
      firstAlike[row] = pairs.firsts[place] as number
    }
  }
  return { taking, firstAlike }
}

/** Buckets of one band as chains through `next`, latest row first. */
async function linkBand(
  column: Uint32Array,
  taking: Uint8Array,
  { table, next, sets, mayBeAlike, verify }: Linking,
): Promise<void> {
  table.fill(-1)
  const mask = table.length - 1
  let firsts: number[] = []
  let seconds: number[] = []
  for (let row = 0; row < column.length; row++) {
    if (taking[row] === 0) continue
    const key = column[row] as number
    const slot = key & mask
    const head = table[slot] as number
    next[row] = head
    table[slot] = row
    let steps = 0
    for (let other = head; other >= 0 && steps < longestWalk; other = next[other] as number) {
      if (column[other] !== key) continue
      steps++
      if (sets.find(other) === sets.find(row) || !mayBeAlike(other, row)) continue
      firsts.push(other)
      seconds.push(row)
    }
    if (firsts.length < comparedTogether) continue
    await verify({ firsts, seconds })
    firsts = []
    seconds = []
  }
  await verify({ firsts, seconds })
}
