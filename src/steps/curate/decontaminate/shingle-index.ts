import {
  addFingerprint,
  createFingerprintTable,
  findFingerprint,
  type FingerprintTable,
} from '../../../foundations/text/fingerprint-table.ts'
import type { TextProfile } from './text-profile.ts'

/** Shingles of the references, and where the rarest ones of each stand. */
export interface ShingleIndex {
  /** Lowest Jaccard similarity that can be found. */
  readonly similarity: number
  /** Distinct shingles of reference r, ascending: `all` from `offsets[r]` to `offsets[r + 1]`. */
  readonly all: Int32Array
  readonly offsets: Int32Array
  /** Shingle → its number; the references it is looked up for are `postings` from `starts[number]` to `starts[number + 1]`. */
  readonly table: FingerprintTable
  readonly starts: Int32Array
  readonly postings: Int32Array
  /** Rare shingles that a similar text has in common with reference r, at least. */
  readonly needed: Uint8Array
}

/** Fewer shingles say too little. */
const leastShingles = 6
/** A text similar enough shares this many of the rare shingles that are looked up; more are looked up to make it so. */
const sharedRare = 3
/** Most references that one shingle leads to: where more are alike, they are twins and found as such. */
const mostPostings = 1000

/** The distinct shingles of the text that the profile has read, ascending. */
export function distinctShingles(profile: TextProfile): Int32Array {
  const count = profile.readShingles()
  const all = profile.shingles.slice(0, count).sort()
  return all.filter((shingle, place) => place === 0 || shingle !== all[place - 1])
}

/** @param lists  distinct shingles by reference */
export function indexShingles(lists: readonly Int32Array[], similarity: number): ShingleIndex {
  const offsets = new Int32Array(lists.length + 1)
  for (const [place, list] of lists.entries()) offsets[place + 1] = (offsets[place] as number) + list.length
  const all = new Int32Array(offsets.at(-1) ?? 0)
  for (const [place, list] of lists.entries()) all.set(list, offsets[place])

  const frequency = countOccurrences(all)
  const needed = new Uint8Array(lists.length)
  const rareOf = lists.map((list, place) => {
    if (list.length < leastShingles) return list.subarray(0, 0)
    const common = Math.ceil(similarity * list.length)
    needed[place] = Math.min(sharedRare, common)
    const rare = Math.min(list.length, list.length - common + (needed[place] as number))
    return list.toSorted((a, b) => frequency(a) - frequency(b) || a - b).subarray(0, rare)
  })
  return { similarity, all, offsets, needed, ...postShingles(rareOf) }
}

/** How often each hash occurs among all. */
export function countOccurrences(all: Int32Array): (hash: number) => number {
  const table = createFingerprintTable(all.length)
  const counts = new Int32Array(all.length)
  for (const [place, hash] of all.entries()) {
    const first = addFingerprint(table, { high: hash, low: 0 }, place)
    counts[first] = (counts[first] as number) + 1
  }
  return (hash) => counts[findFingerprint(table, hash, 0)] ?? 0
}

function postShingles(lists: readonly Int32Array[]): Pick<ShingleIndex, 'table' | 'starts' | 'postings'> {
  const total = lists.reduce((sum, list) => sum + list.length, 0)
  const table = createFingerprintTable(total)
  const sizes = new Int32Array(total)
  let numbers = 0
  for (const list of lists) {
    for (const shingle of list) {
      const number = addFingerprint(table, { high: shingle, low: 0 }, numbers)
      if (number === numbers) numbers++
      sizes[number] = Math.min(mostPostings, (sizes[number] as number) + 1)
    }
  }
  const starts = new Int32Array(numbers + 1)
  for (let number = 0; number < numbers; number++)
    starts[number + 1] = (starts[number] as number) + (sizes[number] as number)
  const postings = new Int32Array(starts[numbers] as number)
  const filled = starts.slice()
  for (const [place, list] of lists.entries()) {
    for (const shingle of list) {
      const number = findFingerprint(table, shingle, 0)
      const at = filled[number] as number
      if (at === starts[number + 1]) continue
      postings[at] = place
      filled[number] = at + 1
    }
  }
  return { table, starts, postings }
}
