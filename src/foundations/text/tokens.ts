/** `word` letters, `number` digits with separators, `command` a LaTeX command with its backslash, `symbol` any other character. */
export type TokenKind = 'word' | 'number' | 'command' | 'symbol'

/** A token as the half-open range [start, end) of UTF-16 units. */
export interface Token {
  readonly kind: TokenKind
  readonly start: number
  readonly end: number
  readonly text: string
}

export type TokenVisitor = (kind: TokenKind, start: number, end: number) => void

/**
 * Calls `visit` for every token from left to right; white space is skipped. Words may hold inner apostrophes; numbers hold thousands
 * commas, one decimal point and an ordinal ending (`1,250.5`, `5th`). Linear in the length of the text.
 */
export function scanTokens(text: string, visit: TokenVisitor): void {
  const length = text.length
  let at = 0
  while (at < length) {
    const code = text.charCodeAt(at)
    if (code === 32 || (code >= 9 && code <= 13) || code === 0xa0) {
      at++
      continue
    }
    const start = at
    if (isDigit(code) || (code === 46 && isDigit(text.charCodeAt(at + 1)))) {
      at = endOfNumber(text, at)
      visit('number', start, at)
    } else if (isLetter(code)) {
      at = endOfWord(text, at + 1)
      visit('word', start, at)
    } else if (code === 92 && at + 1 < length) {
      at = endOfCommand(text, at + 1)
      visit('command', start, at)
    } else {
      at += code >= 0xd800 && code < 0xdc00 && at + 1 < length ? 2 : 1
      visit('symbol', start, at)
    }
  }
}

/** The tokens of a text as objects; {@link scanTokens} is the same without them. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  scanTokens(text, (kind, start, end) => tokens.push({ kind, start, end, text: text.slice(start, end) }))
  return tokens
}

/** Lower-case words and numbers of a text in order, without symbols; LaTeX commands count as words. */
export function wordsOf(text: string): string[] {
  const words: string[] = []
  scanTokens(text, (kind, start, end) => {
    if (kind !== 'symbol') words.push(text.slice(start, end).toLowerCase())
  })
  return words
}

function endOfNumber(text: string, from: number): number {
  let at = from
  while (isDigit(text.charCodeAt(at))) at++
  while (text.charCodeAt(at) === 44 && threeDigits(text, at + 1)) at += 4
  if (text.charCodeAt(at) === 46 && isDigit(text.charCodeAt(at + 1))) {
    at++
    while (isDigit(text.charCodeAt(at))) at++
  }
  return isOrdinalEnding(text, at) ? at + 2 : at
}

function threeDigits(text: string, at: number): boolean {
  return (
    isDigit(text.charCodeAt(at)) &&
    isDigit(text.charCodeAt(at + 1)) &&
    isDigit(text.charCodeAt(at + 2)) &&
    !isDigit(text.charCodeAt(at + 3))
  )
}

function isOrdinalEnding(text: string, at: number): boolean {
  const first = text.charCodeAt(at) | 32
  const second = text.charCodeAt(at + 1) | 32
  const ending =
    (first === 115 && second === 116) || // st
    (first === 110 && second === 100) || // nd
    (first === 114 && second === 100) || // rd
    (first === 116 && second === 104) // th
  return ending && !isLetter(text.charCodeAt(at + 2))
}

function endOfWord(text: string, from: number): number {
  let at = from
  for (;;) {
    const code = text.charCodeAt(at)
    if (isLetter(code)) at++
    else if ((code === 39 || code === 0x2019) && isLetter(text.charCodeAt(at + 1))) at += 2
    else return at
  }
}

function endOfCommand(text: string, from: number): number {
  let at = from
  while (isAsciiLetter(text.charCodeAt(at))) at++
  return at === from ? at + 1 : at
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

function isAsciiLetter(code: number): boolean {
  return (code | 32) >= 97 && (code | 32) <= 122
}

// Beyond ASCII: Latin, Greek, Cyrillic and other letter blocks; mathematical signs, arrows and punctuation are symbols.
function isLetter(code: number): boolean {
  if (code < 128) return isAsciiLetter(code)
  if (code < 0xc0) return false
  if (code === 0xd7 || code === 0xf7) return false
  return code < 0x2000 || (code >= 0x3040 && code < 0xd800)
}
