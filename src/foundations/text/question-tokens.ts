import { isSpaceless, isWordCode, operatorCodes } from './character-classes.ts'
import { normaliseText } from './normalise.ts'

/** What a token is, for a comparison of texts: sentence punctuation and LaTeX dress are `punctuation`. */
export const tokenClasses = { word: 0, operator: 1, punctuation: 2 } as const

/** Hashed tokens of the text read last; the arrays are reused by the next reading. Only the first `count` entries hold. */
export interface QuestionTokens {
  count: number
  hashes: Uint32Array
  /** Values of {@link tokenClasses}. */
  classes: Uint8Array
  /** Hashes of what stands between white space. */
  runCount: number
  runs: Uint32Array
  /** The same with punctuation and operators taken out (`3.5` is `35`); what is nothing but punctuation is left out. */
  bareCount: number
  bare: Uint32Array
  operatorCount: number
  /** Hash of the operators in their order. */
  operatorHash: number
}

export function emptyTokens(): QuestionTokens {
  return {
    count: 0,
    hashes: new Uint32Array(256),
    classes: new Uint8Array(256),
    runCount: 0,
    runs: new Uint32Array(256),
    bareCount: 0,
    bare: new Uint32Array(256),
    operatorCount: 0,
    operatorHash: 0,
  }
}

// oxlint-disable-next-line no-control-regex
const beyondAscii = /[^\0-\x7f]/
const offset = 0x811c9dc5
const prime = 0x01000193

/**
 * Reads a text into hashed tokens without making a string for any of them. Case is folded; words are runs of letters and digits; in
 * scripts without spaces (Chinese, Japanese, Thai, …) every character is a word, so n-grams of words are n-grams of characters.
 */
export function readQuestionTokens(text: string, tokens: QuestionTokens): void {
  const plain = beyondAscii.test(text) ? normaliseText(text).toLowerCase() : text
  const { length } = plain
  makeRoom(tokens, length)
  const { hashes, classes, runs, bare } = tokens
  let count = 0
  let runCount = 0
  let bareCount = 0
  let run = offset
  let bareRun = offset
  let operators = offset
  let operatorCount = 0
  let at = 0
  while (at < length) {
    let code = fold(plain.charCodeAt(at))
    if (code <= 32) {
      if (run !== offset) runs[runCount++] = run
      if (bareRun !== offset) bare[bareCount++] = bareRun
      run = offset
      bareRun = offset
      at++
      continue
    }
    if (isWordCode(code)) {
      let hash = offset
      if (isSpaceless(code)) {
        const wide = code >= 0xd800 && code < 0xdc00
        hash = Math.imul(hash ^ code, prime)
        run = Math.imul(run ^ code, prime)
        bareRun = Math.imul(bareRun ^ code, prime)
        at++
        if (wide && at < length) {
          const low = plain.charCodeAt(at++)
          hash = Math.imul(hash ^ low, prime)
          run = Math.imul(run ^ low, prime)
          bareRun = Math.imul(bareRun ^ low, prime)
        }
      } else {
        do {
          hash = Math.imul(hash ^ code, prime)
          run = Math.imul(run ^ code, prime)
          bareRun = Math.imul(bareRun ^ code, prime)
          code = fold(plain.charCodeAt(++at))
        } while (at < length && isWordCode(code) && !isSpaceless(code))
      }
      classes[count] = tokenClasses.word
      hashes[count++] = hash
      continue
    }
    const hash = Math.imul(offset ^ code, prime)
    run = Math.imul(run ^ code, prime)
    if (isOperator(plain, at, code)) {
      operators = Math.imul(operators ^ code, prime)
      operatorCount++
      classes[count] = tokenClasses.operator
    } else classes[count] = tokenClasses.punctuation
    hashes[count++] = hash
    at++
  }
  if (run !== offset) runs[runCount++] = run
  if (bareRun !== offset) bare[bareCount++] = bareRun
  tokens.count = count
  tokens.runCount = runCount
  tokens.bareCount = bareCount
  tokens.operatorCount = operatorCount
  tokens.operatorHash = operators
}

function makeRoom(tokens: QuestionTokens, length: number): void {
  if (tokens.hashes.length >= length) return
  const room = 2 ** Math.ceil(Math.log2(length))
  tokens.hashes = new Uint32Array(room)
  tokens.classes = new Uint8Array(room)
  tokens.runs = new Uint32Array(room)
  tokens.bare = new Uint32Array(room)
}

function fold(code: number): number {
  return code >= 65 && code <= 90 ? code | 32 : code
}

/** A hyphen inside a compound word is punctuation, and so is a full stop that is not a decimal point. */
function isOperator(text: string, at: number, code: number): boolean {
  if (code === 45) return !(isAsciiLetter(text.charCodeAt(at - 1)) && isAsciiLetter(text.charCodeAt(at + 1)))
  if (code === 46) return isDigit(text.charCodeAt(at - 1)) && isDigit(text.charCodeAt(at + 1))
  return code < 128
    ? operatorCodes[code] === 1
    : code === 0xb1 || code === 0xd7 || code === 0xf7 || isMathSign(code)
}

function isMathSign(code: number): boolean {
  return code >= 0x2190 && code <= 0x22ff
}

function isAsciiLetter(code: number): boolean {
  return (code | 32) >= 97 && (code | 32) <= 122
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}
