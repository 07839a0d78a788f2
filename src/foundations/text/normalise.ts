const beyondAscii = /[^\t-\r\x20-\x7e]/
// Everything that the slow path would change: outside printable ASCII, or white space that is not a single space.
const needsWork = /[^\x20-\x7e]|\x20\x20|^\x20|\x20$/

/**
 * Text with one spelling for what means the same: NFKC, straight quotes, plain minus signs, single spaces, well-formed UTF-16 (a lone
 * surrogate becomes U+FFFD). Case and punctuation stay. Idempotent.
 */
export function normaliseText(text: string): string {
  if (!needsWork.test(text)) return text
  if (!beyondAscii.test(text)) return text.replaceAll(/\s+/g, ' ').trim()
  return text
    .toWellFormed()
    .normalize('NFKC')
    .replaceAll(/[\u2018\u2019\u201a\u2032\u02bc]/g, "'")
    .replaceAll(/[\u201c\u201d\u201e\u2033]/g, '"')
    .replaceAll(/[\u2010-\u2015\u2212]/g, '-')
    .replaceAll(/[\u200b-\u200d\u2060\ufeff\u00ad]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .normalize('NFKC')
}
