/** What an ASCII unit is when a text is cut into tokens. */
export const asciiKinds = { space: 0, word: 1, operator: 2, punctuation: 3 } as const

/** By unit below 128, a value of {@link asciiKinds}; operators are the signs that change what a formula says. */
export const asciiKindOf: Uint8Array = Uint8Array.from({ length: 128 }, (_, code) => {
  if (code <= 32) return asciiKinds.space
  const character = String.fromCharCode(code)
  if (/[a-zA-Z0-9]/.test(character)) return asciiKinds.word
  return '+*/=<>^%|~'.includes(character) ? asciiKinds.operator : asciiKinds.punctuation
})

/** Whether a unit beyond ASCII belongs to a word: letters and digits of every script; signs, arrows and punctuation do not. */
export function isWordBeyondAscii(code: number): boolean {
  if (code < 0xc0 || code === 0xd7 || code === 0xf7) return false
  return code < 0x2000 || (code >= 0x3040 && code < 0xfe00)
}

/** Whether a script writes words without spaces between them: Han, kana, Thai, Lao, Burmese, Khmer, and all beyond 16 bits. */
export function isSpaceless(code: number): boolean {
  if (code < 0x0e00) return false
  if (code < 0x1000) return code < 0x0f00
  if (code < 0x3040) return code < 0x10a0 || (code >= 0x1780 && code < 0x1800)
  return code < 0xa000 || (code >= 0xd800 && code < 0xfb00)
}

/** Whether a sign beyond ASCII is mathematics: ±, ×, ÷, arrows and the mathematical operators. */
export function isMathSign(code: number): boolean {
  return code === 0xb1 || code === 0xd7 || code === 0xf7 || (code >= 0x2190 && code <= 0x22ff)
}
