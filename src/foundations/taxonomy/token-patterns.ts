import type { ProblemToken } from './tokenise-problem.ts'

/** Half-open range of token positions. */
export type TokenSpan = readonly [start: number, end: number]

/** Finds every place where a structure stands; spans ascend by start. */
export type StructureDetector = (tokens: readonly ProblemToken[]) => readonly TokenSpan[]

/** The length of the structure that starts at a position, or 0. */
export type LengthAt = (tokens: readonly ProblemToken[], at: number) => number

/** Makes a detector of a function that looks at one position. */
export function detectAt(lengthAt: LengthAt): StructureDetector {
  return (tokens) => {
    const spans: TokenSpan[] = []
    for (let at = 0; at < tokens.length; at++) {
      const length = lengthAt(tokens, at)
      if (length > 0) spans.push([at, at + length])
    }
    return spans
  }
}

/** A problem is read in some twenty versions while the evidence for its labels is looked for. */
const mostRemembered = 32

/**
 * Remembers what a function found in a problem: several structures rest on the same reading of it. Only the last problems are kept;
 * a WeakMap would hold on to thousands, since an entry that refers to its own key is freed by a full garbage collection only.
 */
export function rememberByProblem<Found>(
  find: (tokens: readonly ProblemToken[]) => Found,
): (tokens: readonly ProblemToken[]) => Found {
  const found = new Map<readonly ProblemToken[], Found>()
  return (tokens) => {
    const known = found.get(tokens)
    if (known !== undefined) return known
    const fresh = find(tokens)
    if (found.size >= mostRemembered) found.clear()
    found.set(tokens, fresh)
    return fresh
  }
}

/** Where each text stands; numbers and number words also under `#`. */
const positionsByText = rememberByProblem((tokens): ReadonlyMap<string, readonly number[]> => {
  const positions = new Map<string, number[]>()
  const add = (text: string, at: number): void => {
    const list = positions.get(text)
    if (list === undefined) positions.set(text, [at])
    else list.push(at)
  }
  for (const [at, token] of tokens.entries()) {
    add(token.text, at)
    if (isNumber(token)) add('#', at)
  }
  return positions
})

/** Like `detectAt`, but looks only where one of the texts stands; `#` is any number. */
export function detectFrom(starts: readonly string[], lengthAt: LengthAt): StructureDetector {
  return (tokens) => {
    const byText = positionsByText(tokens)
    const spans: TokenSpan[] = []
    for (const start of starts) {
      for (const at of byText.get(start) ?? []) {
        const length = lengthAt(tokens, at)
        if (length > 0) spans.push([at, at + length])
      }
    }
    return starts.length > 1 ? spans.toSorted((a, b) => a[0] - b[0]) : spans
  }
}

/** Text of the token at a position; empty outside the problem. */
export function textAt(tokens: readonly ProblemToken[], at: number): string {
  return tokens[at]?.text ?? ''
}

/** A variable: one letter, in mathematics or beside an operator, other than the article and the pronoun. */
export function isUnknown(tokens: readonly ProblemToken[], at: number): boolean {
  const token = tokens[at]
  if (token === undefined || token.kind !== 'word' || token.text.length !== 1) return false
  if (token.math) return token.text !== 'i' || textAt(tokens, at + 1) !== ''
  if (token.text === 'a' || token.text === 'i' || token.text === 's') return false
  return true
}

/** Position of the bracket that closes the one at `open`, or -1 within 40 tokens. */
export function closingAt(tokens: readonly ProblemToken[], open: number): number {
  let depth = 0
  for (let at = open; at < Math.min(tokens.length, open + 40); at++) {
    const text = textAt(tokens, at)
    if (text === '(' || text === '[') depth++
    if (text === ')' || text === ']') {
      depth--
      if (depth === 0) return at
    }
  }
  return -1
}

const NUMBER_WORDS = new Set([
  'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen',
  'sixteen', 'eighteen', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'hundred', 'thousand', 'dozen',
]) // prettier-ignore

/** Digits or a number word of two and more. */
export function isNumber(token: ProblemToken | undefined): boolean {
  return (
    token !== undefined &&
    (token.kind === 'number' || (token.kind === 'word' && NUMBER_WORDS.has(token.text)))
  )
}

/** Spans of mathematics or of a run of formula tokens in plain text: what one formula is, from delimiter to delimiter. */
export const formulaSpans: (tokens: readonly ProblemToken[]) => readonly TokenSpan[] =
  rememberByProblem(findFormulas)

function findFormulas(tokens: readonly ProblemToken[]): readonly TokenSpan[] {
  const spans: TokenSpan[] = []
  let start = -1
  for (let at = 0; at <= tokens.length; at++) {
    const inside = at < tokens.length && isFormulaToken(tokens, at)
    if (inside && start < 0) start = at
    const gap = at > 0 && start >= 0 && start < at && hasGap(tokens, at)
    if (start >= 0 && (!inside || gap)) {
      spans.push([start, at])
      start = inside ? at : -1
    }
  }
  return spans
}

/** Two formulas side by side (`$x$ $y$`) are not one: a delimiter lies between their tokens. */
function hasGap(tokens: readonly ProblemToken[], at: number): boolean {
  const before = tokens[at - 1]
  const token = tokens[at]
  return before !== undefined && token !== undefined && before.math !== token.math
}

function isFormulaToken(tokens: readonly ProblemToken[], at: number): boolean {
  const token = tokens[at]
  if (token === undefined) return false
  if (token.math)
    return (
      token.kind !== 'word' || token.text.length <= 2 || !/^(?:and|the|for|are|all|where)$/.test(token.text)
    )
  if (token.kind === 'number' || token.kind === 'command') return true
  if (token.kind === 'word') return token.text.length === 1 && token.text !== 'a'
  return /^[-+*/=<>^_()|]$/.test(token.text)
}
