export interface MathsPart {
  readonly kind: 'text' | 'inline' | 'display'
  readonly text: string
}

/** `$$…$$`, `\[…\]`, `\(…\)` and `$…$`; an escaped dollar sign is text, and so is one that no other closes. */
const mathematics =
  /\$\$([\s\S]+?)\$\$|\\\[([\s\S]+?)\\\]|\\\(([\s\S]+?)\\\)|(?<!\\)\$((?:\\.|[^$\\])+?)(?<!\\)\$/g

/** The running text and the formulas of a text that holds LaTeX. An amount such as `$5 and $6` is not a formula. */
export function splitMaths(text: string): readonly MathsPart[] {
  const parts: MathsPart[] = []
  let end = 0
  for (const match of text.matchAll(mathematics)) {
    const [whole, dollars, brackets, parentheses, dollar] = match
    if (dollar !== undefined && isMoney(dollar)) continue
    pushText(parts, text.slice(end, match.index))
    const display = dollars ?? brackets
    parts.push({
      kind: display === undefined ? 'inline' : 'display',
      text: (display ?? parentheses ?? dollar ?? '').trim(),
    })
    end = match.index + whole.length
  }
  pushText(parts, text.slice(end))
  return parts
}

/** Between two amounts stands prose: a figure, then a space and a word. */
function isMoney(inside: string): boolean {
  return /^\d[\d,.]*\s+[a-z]/i.test(inside) && /\s$/.test(inside)
}

function pushText(parts: MathsPart[], text: string): void {
  if (text !== '') parts.push({ kind: 'text', text: text.replaceAll('\\$', '$') })
}
