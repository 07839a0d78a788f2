/** Bins of a signature: {@link bandCount} bands of {@link rowsPerBand} bins. */
export const signatureLength = 120
/** Two texts of Jaccard index J share a band with probability 1 - (1 - J^5)^24: 0.9999 at 0.8, 0.98 at 0.69, 0.06 at 0.3. */
export const bandCount = 24
export const rowsPerBand = 5

const open = 255
const rounds = 8
const seeds: Uint32Array = Uint32Array.from({ length: rounds + signatureLength }, (_, place) =>
  scramble(Math.imul(place + 1, 0x9e3779b9)),
)

export interface MinHasher {
  /** Signs a set of hashed shingles; repeats do not count. `signature` holds {@link signatureLength} values. */
  sign(shingles: Uint32Array, signature: Uint32Array): void
}

/**
 * One-permutation MinHash: one hash puts each shingle in a bin and ranks it there. Bins that stay empty, as most do for short texts,
 * are filled by further permutations, and what eight of them leave empty by a MinHash of its own, so that the bins of two texts agree
 * with exactly the probability of their Jaccard index and as good as independently (Dahlgaard, Knudsen, Thorup 2017, "Fast similarity
 * sketching"; one-permutation hashing: Li, Owen, Zhang 2012).
 */
export function createMinHasher(): MinHasher {
  const filledIn = new Uint8Array(signatureLength)
  return {
    sign(shingles, signature) {
      filledIn.fill(open)
      let empty = signatureLength
      for (let round = 0; round < rounds && empty > 0; round++) {
        const seed = seeds[round] as number
        for (let place = 0; place < shingles.length; place++) {
          // Shingles are well mixed already: one multiplication by round is enough.
          const product = Math.imul((shingles[place] as number) ^ seed, 0x9e3779b1)
          const hash = product ^ (product >>> 15)
          const bin = ((hash >>> 16) * signatureLength) >>> 16
          const rank = ((hash << 16) | (hash >>> 16)) >>> 0
          const filled = filledIn[bin] as number
          if (filled === open) {
            filledIn[bin] = round
            signature[bin] = rank
            empty--
          } else if (filled === round && rank < (signature[bin] as number)) signature[bin] = rank
        }
      }
      for (let bin = 0; bin < signatureLength && empty > 0; bin++) {
        if (filledIn[bin] !== open) continue
        empty--
        signature[bin] = minimumOf(shingles, seeds[rounds + bin] as number)
      }
    },
  }
}

function minimumOf(shingles: Uint32Array, seed: number): number {
  let least = 0xffff_ffff
  for (let place = 0; place < shingles.length; place++)
    least = Math.min(least, scramble((shingles[place] as number) ^ seed))
  return least
}

/** One 32-bit key for each band of a signature, written to `keys` from `at`. */
export function bandKeys(signature: Uint32Array, keys: Uint32Array, at: number): void {
  for (let band = 0; band < bandCount; band++) {
    let key = band
    for (let row = 0; row < rowsPerBand; row++)
      key = Math.imul(key ^ (signature[band * rowsPerBand + row] as number), 0x9e3779b1) ^ (key >>> 13)
    keys[at + band] = scramble(key)
  }
}

/** The signature by one byte a bin, written to `bytes` from `at`: enough to estimate a Jaccard index by {@link estimateJaccard}. */
export function shortSignature(signature: Uint32Array, bytes: Uint8Array, at: number): void {
  for (let bin = 0; bin < signatureLength; bin++)
    bytes[at + bin] = Math.imul(signature[bin] as number, 0x9e3779b1) >>> 24
}

/** Share of equal bins of the short signatures at two places, less what chance alone makes equal. */
export function estimateJaccard(first: Uint8Array, at: number, second: Uint8Array, from: number): number {
  let equal = 0
  for (let bin = 0; bin < signatureLength; bin++) if (first[at + bin] === second[from + bin]) equal++
  const share = equal / signatureLength
  return Math.max(0, (share - 1 / 256) / (1 - 1 / 256))
}

function scramble(word: number): number {
  let x = Math.imul(word ^ (word >>> 16), 0x21f0aaad)
  x = Math.imul(x ^ (x >>> 15), 0x735a2d97)
  return (x ^ (x >>> 15)) >>> 0
}
