/** A text without the signs at its end that are among the given ones. Linear, which a pattern that ends on `$` is not. */
export function trimEnd(text: string, signs: string): string {
  let end = text.length
  while (end > 0 && signs.includes(text.charAt(end - 1))) end--
  return text.slice(0, end)
}
