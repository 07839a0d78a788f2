import type { Embedder } from '../../core/ports.ts'

/** Components of an embedding. */
export const embeddingDimension: number = 384

const fnvOffset = 0x811c9dc5
const fnvPrime = 0x01000193
const shortestGram = 3
const longestGram = 5

/**
 * A unit vector of a text without any model: words and the character 3- to 5-grams inside them, hashed into 384 places with a
 * hashed sign (Weinberger et al. 2009, feature hashing), counts damped by the square root. Every number counts as the same word,
 * so problems that differ in their numbers alone lie close together. Written to `target` from `offset`; an empty text gives zeros.
 */
export function embedHashed(text: string, target: Float32Array, offset: number = 0): void {
  const counts = new Map<number, number>()
  const add = (hash: number): void => {
    counts.set(hash, (counts.get(hash) ?? 0) + 1)
  }
  for (const word of text.toLowerCase().match(/\p{L}+|\d[\d.,]*|[^\s\p{L}\d]/gu) ?? []) {
    const token = /^\d/.test(word) ? '0' : word
    const padded = `<${token}>`
    add(hashRange(padded, 0, padded.length))
    for (let size = shortestGram; size <= longestGram && size < padded.length; size++)
      for (let start = 0; start + size <= padded.length; start++) add(hashRange(padded, start, start + size))
  }
  target.fill(0, offset, offset + embeddingDimension)
  for (const [hash, count] of counts) {
    const at = offset + ((hash >>> 1) % embeddingDimension)
    target[at] = (target[at] as number) + (hash & 1 ? 1 : -1) * Math.sqrt(count)
  }
  normalise(target, offset)
}

/** Embeds without any model, by {@link embedHashed}. */
export function createHashedEmbedder(): Embedder {
  return {
    name: 'hashed',
    async embed(texts) {
      const vectors = new Float32Array(texts.length * embeddingDimension)
      for (const [row, text] of texts.entries()) embedHashed(text, vectors, row * embeddingDimension)
      return { vectors, dimension: embeddingDimension }
    },
  }
}

function hashRange(text: string, start: number, end: number): number {
  let hash = fnvOffset ^ (end - start)
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ text.charCodeAt(at), fnvPrime)
  hash ^= hash >>> 15
  hash = Math.imul(hash, 0x2c1b3c6d)
  return (hash ^ (hash >>> 13)) >>> 0
}

function normalise(vector: Float32Array, offset: number): void {
  let squares = 0
  for (let at = offset; at < offset + embeddingDimension; at++) squares += (vector[at] as number) ** 2
  if (squares === 0) return
  const scale = 1 / Math.sqrt(squares)
  for (let at = offset; at < offset + embeddingDimension; at++) vector[at] = (vector[at] as number) * scale
}
