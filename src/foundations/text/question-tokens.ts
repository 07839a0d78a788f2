import { asciiKindOf, asciiKinds, isMathSign, isSpaceless, isWordBeyondAscii } from './token-characters.ts'
import { normaliseText } from './normalise.ts'

/** What a token is, for a comparison of texts: sentence punctuation and LaTeX dress are `punctuation`. */
export const tokenClasses = { word: 0, operator: 1, punctuation: 2 } as const

/** Hashed tokens of the text read last; the arrays are reused by the next reading. Only the first `count` entries hold. */
export interface QuestionTokens {
  count: number
  hashes: Uint32Array
  /** Values of {@link tokenClasses}. */
  classes: Uint8Array
  operatorCount: number
  punctuationCount: number
  /** Hash of the operators in their order. */
  operatorHash: number
}

export function emptyTokens(): QuestionTokens {
  return {
    count: 0,
    hashes: new Uint32Array(256),
    classes: new Uint8Array(256),
    operatorCount: 0,
    punctuationCount: 0,
    operatorHash: 0,
  }
}

// oxlint-disable-next-line no-control-regex
const beyondAscii = /[^\0-\x7f]/
const offset = 0x811c9dc5
const prime = 0x01000193

/** A text as it is compared: with one spelling for what means the same, and beyond ASCII in lower case. */
export function foldText(text: string): string {
  return beyondAscii.test(text) ? normaliseText(text).toLowerCase() : text
}

/**
 * Reads a folded text into hashed tokens without making a string for any of them. Case is folded; words are runs of letters and digits; in
 * scripts without spaces (Chinese, Japanese, Thai, …) every character is a word, so n-grams of words are n-grams of characters.
 */
export function readTokens(text: string, tokens: QuestionTokens): void {
  const { length } = text
  makeRoom(tokens, length)
  const { hashes, classes } = tokens
  let count = 0
  let operators = offset
  let operatorCount = 0
  let punctuationCount = 0
  let at = 0
  while (at < length) {
    const code = text.charCodeAt(at)
    const kind = code < 128 ? (asciiKindOf[code] as number) : kindBeyondAscii(code)
    if (kind === asciiKinds.space) {
      at++
      continue
    }
    if (kind === asciiKinds.word) {
      const end = endOfWord(text, at)
      let hash = offset
      for (; at < end; at++) hash = Math.imul(hash ^ foldCase(text.charCodeAt(at)), prime)
      classes[count] = tokenClasses.word
      hashes[count++] = hash
      continue
    }
    if (isOperator(text, at, code, kind)) {
      operators = Math.imul(operators ^ code, prime)
      operatorCount++
      classes[count] = tokenClasses.operator
    } else {
      punctuationCount++
      classes[count] = tokenClasses.punctuation
    }
    hashes[count++] = Math.imul(offset ^ code, prime)
    at++
  }
  tokens.count = count
  tokens.operatorCount = operatorCount
  tokens.punctuationCount = punctuationCount
  tokens.operatorHash = operators
}

/**
 * Hashes of what stands between white space in a folded text, and of the same without punctuation and operators (`3.5` is `35`), where
 * what is nothing but punctuation is left out.
 */
export function readRuns(text: string): { readonly runs: Uint32Array; readonly bare: Uint32Array } {
  const runs: number[] = []
  const bare: number[] = []
  let run = offset
  let bareRun = offset
  for (let at = 0; at <= text.length; at++) {
    const code = at < text.length ? foldCase(text.charCodeAt(at)) : 32
    const kind = code < 128 ? (asciiKindOf[code] as number) : kindBeyondAscii(code)
    if (kind === asciiKinds.space) {
      if (run !== offset) runs.push(run)
      if (bareRun !== offset) bare.push(bareRun)
      run = offset
      bareRun = offset
      continue
    }
    run = Math.imul(run ^ code, prime)
    if (kind === asciiKinds.word) bareRun = Math.imul(bareRun ^ code, prime)
  }
  return { runs: Uint32Array.from(runs), bare: Uint32Array.from(bare) }
}

function makeRoom(tokens: QuestionTokens, length: number): void {
  if (tokens.hashes.length >= length) return
  const room = 2 ** Math.ceil(Math.log2(length))
  tokens.hashes = new Uint32Array(room)
  tokens.classes = new Uint8Array(room)
}

function foldCase(code: number): number {
  return code >= 65 && code <= 90 ? code | 32 : code
}

function kindBeyondAscii(code: number): number {
  return isWordBeyondAscii(code) ? asciiKinds.word : asciiKinds.punctuation
}

/** End of the word that begins at `start`: one character, two units where it takes two, in a script without spaces. */
function endOfWord(text: string, start: number): number {
  const { length } = text
  const first = text.charCodeAt(start)
  if (isSpaceless(first)) return Math.min(length, first >= 0xd800 && first < 0xdc00 ? start + 2 : start + 1)
  let at = start + 1
  while (at < length) {
    const code = text.charCodeAt(at)
    if (code < 128 ? asciiKindOf[code] !== asciiKinds.word : !isWordBeyondAscii(code) || isSpaceless(code))
      break
    at++
  }
  return at
}

/** A hyphen inside a compound word is punctuation, and so is a full stop that is not a decimal point. */
function isOperator(text: string, at: number, code: number, kind: number): boolean {
  if (code === 45) return !(isAsciiLetter(text.charCodeAt(at - 1)) && isAsciiLetter(text.charCodeAt(at + 1)))
  if (code === 46) return isDigit(text.charCodeAt(at - 1)) && isDigit(text.charCodeAt(at + 1))
  return kind === asciiKinds.operator || (code >= 128 && isMathSign(code))
}

function isAsciiLetter(code: number): boolean {
  return (code | 32) >= 97 && (code | 32) <= 122
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}
