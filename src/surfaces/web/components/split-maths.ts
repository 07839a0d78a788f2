export interface MathsPart {
  readonly kind: 'text' | 'inline' | 'display'
  readonly text: string
}

/**
 * `$$…$$`, `\[…\]`, `\(…\)` and `$…$`. A single dollar sign opens a formula only where none that follows closes it after a space, as the
 * next amount of money would: `$5 and $6`; with spaces on both sides it is a formula again. An escaped one is text.
 */
const mathematics =
  /\$\$([\s\S]+?)\$\$|\\\[([\s\S]+?)\\\]|\\\(([\s\S]+?)\\\)|(?<!\\)\$(?!\s)((?:\\.|[^$\\])*?(?:\\.|[^$\\\s]))\$(?!\d)|(?<!\\)\$ ((?:\\.|[^$\\])+?) \$/g

/** The running text and the formulas of a text that holds LaTeX. */
export function splitMaths(text: string): readonly MathsPart[] {
  const parts: MathsPart[] = []
  let end = 0
  for (const match of text.matchAll(mathematics)) {
    const [whole, dollars, brackets, parentheses, dollar, spaced] = match
    pushText(parts, text.slice(end, match.index))
    const display = dollars ?? brackets
    parts.push({
      kind: display === undefined ? 'inline' : 'display',
      text: (display ?? parentheses ?? dollar ?? spaced ?? '').trim(),
    })
    end = match.index + whole.length
  }
  pushText(parts, text.slice(end))
  return parts
}

function pushText(parts: MathsPart[], text: string): void {
  if (text !== '') parts.push({ kind: 'text', text: text.replaceAll('\\$', '$') })
}
