import {
  emptyTokens,
  foldText,
  readRuns,
  readTokens,
  tokenClasses,
  type QuestionTokens,
} from './question-tokens.ts'

/** Tokens in one shingle. */
const width = 3

/** A text cut into tokens, from which shingles are taken. Reused for text after text. */
export interface QuestionReader {
  read(text: string): void
  /**
   * Hashes of the 3-grams of the tokens up to a class of {@link tokenClasses}, with repeats, in order; a view that the next call overwrites. Never
   * empty: a shorter text is one shingle, and one of punctuation alone is taken by its punctuation.
   */
  shingles(highest: number): Uint32Array
  /** Of the text read last. */
  readonly signs: Pick<QuestionTokens, 'operatorCount' | 'operatorHash' | 'punctuationCount'>
  /** Hash of the words and operators in their order, in two 32-bit halves: equal for texts that differ in case, spaces and punctuation. */
  identity(): readonly [high: number, low: number]
}

export function createQuestionReader(): QuestionReader {
  const tokens: QuestionTokens = emptyTokens()
  let chosen = new Uint32Array(256)
  let out = new Uint32Array(256)
  const choose = (highest: number): number => {
    const { classes, hashes, count } = tokens
    let kept = 0
    for (let place = 0; place < count; place++)
      if ((classes[place] as number) <= highest) chosen[kept++] = hashes[place] as number
    return kept
  }
  return {
    read(text) {
      readTokens(foldText(text), tokens)
      if (chosen.length < tokens.hashes.length) {
        chosen = new Uint32Array(tokens.hashes.length)
        out = new Uint32Array(tokens.hashes.length)
      }
    },
    shingles(highest) {
      const kept = choose(highest) || choose(tokenClasses.punctuation)
      return shinglesOf(chosen.subarray(0, kept), out)
    },
    signs: tokens,
    identity() {
      const kept = choose(tokenClasses.operator) || choose(tokenClasses.punctuation)
      let high = kept
      let low = ~kept
      for (let place = 0; place < kept; place++) {
        const hash = chosen[place] as number
        high = Math.imul((high << 13) | (high >>> 19), 0x9e3779b1) ^ hash
        low = Math.imul(low ^ hash, 0x85ebca6b) + (low >>> 15)
      }
      return [scramble(high), scramble(low)]
    },
  }
}

/** Shingles of what stands between white space, as it is and without punctuation; empty where nothing is left. */
export function runShingles(text: string): { readonly runs: Uint32Array; readonly bare: Uint32Array } {
  const { runs, bare } = readRuns(foldText(text))
  return {
    runs: shinglesOf(runs, new Uint32Array(runs.length)),
    bare: shinglesOf(bare, new Uint32Array(bare.length)),
  }
}

/** Order matters: (a, b, c) and (a, c, b) are two shingles. */
function shinglesOf(hashes: Uint32Array, out: Uint32Array): Uint32Array {
  const { length } = hashes
  if (length < width) {
    if (length === 0) return out.subarray(0, 0)
    out[0] = scramble(
      Math.imul(hashes[0] as number, 0x9e3779b1) ^ Math.imul((hashes[1] ?? 0) + length, 0x85ebca6b),
    )
    return out.subarray(0, 1)
  }
  let first = hashes[0] as number
  let second = hashes[1] as number
  for (let place = 2; place < length; place++) {
    const third = hashes[place] as number
    const mixed = Math.imul(Math.imul(first, 0x9e3779b1) ^ second, 0x85ebca6b)
    out[place - 2] = scramble((mixed ^ (mixed >>> 15)) + third)
    first = second
    second = third
  }
  return out.subarray(0, length - 2)
}

function scramble(word: number): number {
  let x = Math.imul(word ^ (word >>> 16), 0x21f0aaad)
  x = Math.imul(x ^ (x >>> 15), 0x735a2d97)
  return (x ^ (x >>> 15)) >>> 0
}
