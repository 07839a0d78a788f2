import { findFingerprint, mayHold } from '../../../foundations/text/fingerprint-table.ts'
import type { ShingleIndex } from './shingle-index.ts'
import type { TextProfile } from './text-profile.ts'

/** A protected problem that is similar enough. */
export interface Similar {
  readonly reference: number
  readonly similarity: number
}

export interface SimilaritySearch {
  /** The most similar reference at or above the index's similarity; of equal ones the first. */
  find(profile: TextProfile): Similar | undefined
}

/**
 * Exact search by Jaccard similarity of distinct three-word shingles. A reference is looked at only where the text has several of
 * its rarest shingles, which every text that is similar enough has (prefix filtering, Bayardo et al. 2007).
 */
export function createSimilaritySearch(index: ShingleIndex): SimilaritySearch {
  const { table, starts, postings, needed, similarity, offsets, all } = index
  const hits = new Uint8Array(needed.length)
  let touched: number[] = []

  /** Sorts the shingles that the profile has read and drops repeated ones; how many are left. */
  function sortShingles(shingles: Int32Array, count: number): number {
    shingles.subarray(0, count).sort()
    let kept = 0
    for (let place = 0; place < count; place++) {
      const shingle = shingles[place] as number
      if (kept === 0 || shingle !== shingles[kept - 1]) shingles[kept++] = shingle
    }
    return kept
  }

  function similarityTo(reference: number, shingles: Int32Array, count: number): number {
    const end = offsets[reference + 1] as number
    let at = offsets[reference] as number
    const size = end - at
    if (Math.min(size, count) < similarity * Math.max(size, count)) return 0
    let common = 0
    for (let place = 0; place < count && at < end;) {
      const mine = shingles[place] as number
      const theirs = all[at] as number
      if (mine === theirs) common++
      if (mine <= theirs) place++
      if (theirs <= mine) at++
    }
    return common / (size + count - common)
  }

  function best(shingles: Int32Array, read: number): Similar | undefined {
    const count = sortShingles(shingles, read)
    let found: Similar | undefined
    for (const reference of touched) {
      if ((hits[reference] as number) < (needed[reference] as number)) continue
      const reached = similarityTo(reference, shingles, count)
      if (reached < similarity || reached < (found?.similarity ?? 0)) continue
      if (reached === found?.similarity && reference > found.reference) continue
      found = { reference, similarity: reached }
    }
    return found
  }

  return {
    find(profile) {
      const count = profile.readShingles()
      const { shingles } = profile
      let enough = false
      for (let place = 0; place < count; place++) {
        const shingle = shingles[place] as number
        if (!mayHold(table, shingle)) continue
        const number = findFingerprint(table, shingle, 0)
        if (number < 0) continue
        const end = starts[number + 1] as number
        for (let at = starts[number] as number; at < end; at++) {
          const reference = postings[at] as number
          const seen = hits[reference] as number
          if (seen === 0) touched.push(reference)
          if (seen < 255) hits[reference] = seen + 1
          if (seen + 1 >= (needed[reference] as number)) enough = true
        }
      }
      const found = enough ? best(shingles, count) : undefined
      if (touched.length > 0) {
        for (const reference of touched) hits[reference] = 0
        touched = []
      }
      return found
    },
  }
}
