/** Classes of ASCII characters, by code. */
export const characterClass = { space: 0, letter: 1, digit: 2, other: 3 } as const

/** The class of each ASCII code; control characters count as spaces. */
export const characterClasses: Uint8Array = Uint8Array.from({ length: 128 }, (_, code) =>
  code <= 32 || code === 127
    ? characterClass.space
    : isAsciiLetter(code)
      ? characterClass.letter
      : isDigit(code)
        ? characterClass.digit
        : characterClass.other,
)

/** The lower-case code of each ASCII letter; 0 for what is none. */
export const lowerLetters: Uint8Array = Uint8Array.from({ length: 128 }, (_, code) =>
  isAsciiLetter(code) ? code | 32 : 0,
)

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

export function isAsciiLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90)
}

export function isWordLetter(code: number): boolean {
  if (code < 128) return isAsciiLetter(code)
  return code >= 0xc0 && code < 0x2000 && code !== 0xd7 && code !== 0xf7
}

/** Han, kana and Hangul, and whatever lies beyond the basic plane: words there are not set apart by spaces. */
export function isIdeograph(code: number): boolean {
  return (
    (code >= 0x2e80 && code < 0x3000) ||
    (code >= 0x3031 && code < 0xe000) ||
    (code >= 0xf900 && code < 0xfb00) ||
    (code >= 0xff66 && code < 0xffe0)
  )
}

/** `A` before a lower-case word is the article. */
export function isArticle(text: string, at: number): boolean {
  if (text.charCodeAt(at) !== 65 || text.charCodeAt(at + 1) !== 32) return false
  const next = text.charCodeAt(at + 2)
  return next >= 97 && next <= 122 && isAsciiLetter(text.charCodeAt(at + 3))
}

/** A comma or point inside a number in braces. */
export function isNumberMark(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return (code === 44 || code === 46) && isDigit(text.charCodeAt(at + 1))
}

/** LaTeX writes `1{,}000` and `1,\!000` for a comma that separates thousands. */
export function isSpacedThousands(text: string, at: number, to: number): boolean {
  return (text.startsWith('{,}', at) || text.startsWith(',\\!', at)) && isThousands(text, at + 3, to)
}

export function isThousands(text: string, at: number, to: number): boolean {
  return (
    at + 3 <= to &&
    isDigit(text.charCodeAt(at)) &&
    isDigit(text.charCodeAt(at + 1)) &&
    isDigit(text.charCodeAt(at + 2)) &&
    !(at + 3 < to && isDigit(text.charCodeAt(at + 3)))
  )
}

/** A factorial stands right behind a number, a bracket or a single letter. */
export function isFactorial(text: string, at: number): boolean {
  if (at === 0) return false
  const before = text.charCodeAt(at - 1)
  return isDigit(before) || before === 41 || (isAsciiLetter(before) && !isWordEnd(text, at - 1))
}

/** Whether the letter at a place ends a word of several letters. */
export function isWordEnd(text: string, at: number): boolean {
  return at > 0 && isAsciiLetter(text.charCodeAt(at - 1))
}
