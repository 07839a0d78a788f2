/** 1 for the ASCII signs that change what a formula says. */
export const operatorCodes: Uint8Array = table('+*/=<>^%|~')

const wordCodes: Uint8Array = table('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789')

function table(characters: string): Uint8Array {
  const codes = new Uint8Array(128)
  for (const character of characters) codes[character.charCodeAt(0)] = 1
  return codes
}

/** Whether a UTF-16 unit belongs to a word: letters and digits of every script; signs, arrows and punctuation do not. */
export function isWordCode(code: number): boolean {
  if (code < 128) return wordCodes[code] === 1
  if (code < 0xc0 || code === 0xd7 || code === 0xf7) return false
  if (code < 0x2000) return true
  return code >= 0x3040 && code < 0xfe00
}

/** Whether a script writes words without spaces between them: Han, kana, Thai, Lao, Burmese, Khmer, and all beyond 16 bits. */
export function isSpaceless(code: number): boolean {
  if (code < 0x0e00) return false
  if (code < 0x1000) return code < 0x0f00
  if (code < 0x3040) return code < 0x10a0 || (code >= 0x1780 && code < 0x1800)
  return code < 0xa000 || (code >= 0xd800 && code < 0xfb00)
}
