/**
 * The value of a Cypher expression of single-quoted literals joined by `+`, as a server reads it.
 *
 * @param order  `before`: `\uXXXX` is resolved in the whole text first, whatever stands before the backslash; `before-strict`: so, but an
 *               escaped backslash is passed over; `after`: only inside of a literal, as other escapes
 * @throws Error when anything but literals and `+` is left: the text has left its literal
 */
export function readCypherString(expression: string, order: 'before' | 'before-strict' | 'after'): string {
  const unicode = order === 'before' ? /\\u+([0-9a-f]{4})/gi : /\\\\|\\u([0-9a-f]{4})/gi
  const text =
    order === 'after'
      ? expression
      : expression.replaceAll(unicode, (whole, code?: string) =>
          code === undefined ? whole : String.fromCharCode(Number.parseInt(code, 16)),
        )
  let [value, rest] = ['', text]
  for (;;) {
    const literal = /^'((?:[^'\\]|\\[^])*)'/.exec(rest)
    if (literal === null) throw new Error(`no literal: ${rest.slice(0, 40)}`)
    value += unescape(literal[1] as string)
    rest = rest.slice(literal[0].length)
    if (rest === '') return value
    if (!rest.startsWith(' + ')) throw new Error(`after the literal: ${rest.slice(0, 40)}`)
    rest = rest.slice(3)
  }
}

const controls: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '\\': '\\', "'": "'" }

function unescape(text: string): string {
  return text.replaceAll(/\\([^])/g, (whole, sign: string) => {
    const character = controls[sign]
    if (character === undefined) throw new Error(`unknown escape: ${whole}`)
    return character
  })
}
