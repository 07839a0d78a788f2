import { emptyTokens, readQuestionTokens, tokenClasses, type QuestionTokens } from './question-tokens.ts'

/** Tokens in one shingle. */
const width = 3

/**
 * How a text is cut into tokens before n-grams are made. Tools differ in what a word is, and so does the Jaccard index of one pair of
 * texts: `words` letters and digits alone (`\w+`), `formula` words and operators, `symbols` every punctuation mark a token of its own,
 * `runs` what stands between white space, `bare` the same without its punctuation.
 */
export type ShingleReading = 'words' | 'formula' | 'symbols' | 'runs' | 'bare'

/** A text cut into tokens once, from which the shingles of every reading can be taken. Reused for text after text. */
export interface QuestionReader {
  read(text: string): void
  /** Hashes of the 3-grams of tokens, with repeats, in order; a view that the next call overwrites. Never empty. */
  shingles(reading: ShingleReading): Uint32Array
  readonly operatorCount: number
  readonly operatorHash: number
  /** Hash of the words and operators in their order, in two 32-bit halves: equal for texts that differ in case, spaces and punctuation. */
  identity(): readonly [high: number, low: number]
}

export function createQuestionReader(): QuestionReader {
  const tokens: QuestionTokens = emptyTokens()
  let chosen = new Uint32Array(256)
  let out = new Uint32Array(256)
  const choose = (highest: number): number => {
    let kept = 0
    for (let place = 0; place < tokens.count; place++)
      if ((tokens.classes[place] as number) <= highest) chosen[kept++] = tokens.hashes[place] as number
    return kept
  }
  const choosing = (reading: ShingleReading): number => {
    if (reading === 'words') return choose(tokenClasses.word)
    if (reading === 'formula') return choose(tokenClasses.operator)
    if (reading === 'symbols') return choose(tokenClasses.punctuation)
    const count = reading === 'runs' ? tokens.runCount : tokens.bareCount
    chosen.set((reading === 'runs' ? tokens.runs : tokens.bare).subarray(0, count))
    return count
  }
  return {
    read(text) {
      readQuestionTokens(text, tokens)
      if (chosen.length < tokens.hashes.length) {
        chosen = new Uint32Array(tokens.hashes.length)
        out = new Uint32Array(tokens.hashes.length)
      }
    },
    shingles(reading) {
      // A text of punctuation alone has no words: it is compared by its symbols.
      const kept = choosing(reading) || choose(tokenClasses.punctuation)
      const count = Math.max(1, kept - width + 1)
      for (let place = 0; place < count; place++) {
        out[place] = shingle(chosen, place, Math.min(width, kept))
      }
      return out.subarray(0, count)
    },
    get operatorCount() {
      return tokens.operatorCount
    },
    get operatorHash() {
      return tokens.operatorHash
    },
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

/** Order matters: each token is multiplied by a power of its place. */
function shingle(hashes: Uint32Array, from: number, tokens: number): number {
  let hash = tokens
  for (let place = from; place < from + tokens; place++)
    hash = Math.imul(hash ^ (hashes[place] as number), 0x9e3779b1) ^ (hash >>> 15)
  return scramble(hash)
}

function scramble(word: number): number {
  let x = Math.imul(word ^ (word >>> 16), 0x21f0aaad)
  x = Math.imul(x ^ (x >>> 15), 0x735a2d97)
  return (x ^ (x >>> 15)) >>> 0
}
