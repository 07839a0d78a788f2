/** Without dollar signs around it, final stop and white space. */
export function bareAnswer(text: string, rounds = 4): string {
  let from = 0
  let to = text.length
  while (from < to && isEdge(text.charCodeAt(from))) from++
  while (to > from && isEdge(text.charCodeAt(to - 1))) to--
  const inner = text.slice(from, to)
  if (
    (inner.startsWith('\\[') && inner.endsWith('\\]')) ||
    (inner.startsWith('\\(') && inner.endsWith('\\)'))
  )
    if (inner.length > 4 && !/\\[[\]()]/.test(inner.slice(2, -2)))
      return rounds > 0 ? bareAnswer(inner.slice(2, -2), rounds - 1) : inner
  const stopped =
    inner.endsWith('.') && !inner.endsWith('..')
      ? inner.slice(0, -1).trimEnd()
      : inner.endsWith(',')
        ? inner.slice(0, -1).trimEnd()
        : inner
  const plain = stopped.startsWith('$') || stopped.endsWith('$') ? unwrapDollars(stopped, rounds) : stopped
  return plain.startsWith(']') || plain.endsWith('[') ? withRoundEnds(plain) : plain
}

/** `]0, 1[` is `(0, 1)`. */
function withRoundEnds(text: string): string {
  const inner = text.slice(1, -1)
  if (/[[\]]/.test(inner) || !/^[[(\]].*[\])[]$/s.test(text)) return text
  return `${text.startsWith(']') ? '(' : text.charAt(0)}${inner}${text.endsWith('[') ? ')' : text.slice(-1)}`
}

function isEdge(unit: number): boolean {
  return unit <= 0x20 || unit === 0xa0
}

/** `$x$` and `$$x$$` are x; `$5` is money. */
function unwrapDollars(text: string, rounds: number): string {
  if (rounds > 0 && text.length > 1 && text.startsWith('$') && text.endsWith('$') && !text.endsWith('\\$'))
    return bareAnswer(
      text.startsWith('$$') && text.endsWith('$$') && text.length > 3 ? text.slice(2, -2) : text.slice(1, -1),
      rounds - 1,
    )
  const dollars = text.split('$').length - 1
  if (dollars % 2 === 1 && /^-?\$\s?[\d.]/.test(text)) return text.replace('$', '\\$')
  return text
}
