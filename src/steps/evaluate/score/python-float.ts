/**
 * The number that Python's `float` reads from a text between any dollar signs: digits of all scripts, single `_` between digits,
 * exponents, `inf` and `nan`. `undefined` where Python raises ValueError.
 */
export function readPythonFloat(text: string): number | undefined {
  const inner = asciiDigits(stripDollars(text).trim())
  if (/^[-+]?(?:inf|infinity|nan)$/i.test(inner)) {
    if (/nan$/i.test(inner)) return Number.NaN
    return inner.startsWith('-') ? -Infinity : Infinity
  }
  return /^[-+]?(?:\d+(?:_\d+)*\.?(?:\d+(?:_\d+)*)?|\.\d+(?:_\d+)*)(?:e[-+]?\d+(?:_\d+)*)?$/i.test(inner)
    ? Number(inner.replaceAll('_', ''))
    : undefined
}

/** Without the dollar signs at both ends. */
export function stripDollars(text: string): string {
  let from = 0
  let to = text.length
  while (from < to && text[from] === '$') from++
  while (to > from && text[to - 1] === '$') to--
  return text.slice(from, to)
}

/** Digits of other scripts as 0 to 9: they stand in runs of ten. */
function asciiDigits(text: string): string {
  // oxlint-disable-next-line no-control-regex -- all of ASCII
  if (/^[\x00-\x7f]*$/.test(text)) return text
  return text.replaceAll(/\p{Nd}/gu, (digit) => {
    const point = digit.codePointAt(0) as number
    let value = 0
    while (value < 50 && /^\p{Nd}$/u.test(String.fromCodePoint(point - value - 1))) value++
    return String(value % 10)
  })
}
