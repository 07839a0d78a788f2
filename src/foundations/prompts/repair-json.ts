/** LaTeX commands whose first letter is also a JSON escape of white space: `\times`, `\rightarrow`, `\neq`. */
const whiteSpaceCommands =
  /^\\(?:t(?:imes|ext|heta|an|au|o(?![a-z])|riangle|frac|op|herefore|ilde)|r(?:ight|ho|angle|ceil|floor|m(?![a-z])|oot)|n(?:eq|abla|leq|geq|mid|otin|eg(?![a-z])))/

/** A command with its backslash doubled, as JSON wants it: the writer knows how to escape. */
const escapedCommand =
  /\\\\(?:frac|times|text|theta|sqrt|cdot|left|right|boxed|begin|pi|le|ge|neq|sin|cos|tan|sum)/

/**
 * JSON as models write it, made readable: LaTeX commands with a single backslash (`"\frac{1}{2}"` would be a form feed and `rac`),
 * raw line breaks in strings, commas before a closing bracket. Correct JSON of a writer that escapes its LaTeX comes back unchanged.
 * Single quotes, comments and bare words are not JSON and stay so. Linear.
 */
export function repairJson(text: string): string {
  const escapes = escapedCommand.test(text)
  let repaired = ''
  /** Up to here the text is in `repaired`. */
  let taken = 0
  let inString = false
  const replace = (at: number, by: string): void => {
    repaired += text.slice(taken, at) + by
    taken = at + 1
  }
  for (let at = 0; at < text.length; at++) {
    const unit = text[at] as string
    if (!inString) {
      if (unit === '"') inString = true
      else if (unit === ',' && /^\s*[}\]]/.test(text.slice(at + 1, at + 40))) replace(at, '')
    } else if (unit === '"') inString = false
    else if (unit === '\\') {
      if (keepsEscape(text, at, escapes)) at++
      else replace(at, String.raw`\\`)
    } else if (unit < ' ') {
      const escape = controlEscapes.get(unit)
      if (escape !== undefined) replace(at, escape)
    }
  }
  return repaired + text.slice(taken)
}

const controlEscapes: ReadonlyMap<string, string> = new Map([
  ['\n', String.raw`\n`],
  ['\r', String.raw`\r`],
  ['\t', String.raw`\t`],
])

/** True where the backslash at `at` begins an escape that JSON knows and the writer meant. */
function keepsEscape(text: string, at: number, escapes: boolean): boolean {
  const next = text[at + 1] ?? ''
  if (next === '"' || next === '\\' || next === '/') return true
  if (next === 'u') return /^[0-9a-fA-F]{4}/.test(text.slice(at + 2, at + 6))
  // A backspace or form feed before a letter is never meant.
  if (next === 'b' || next === 'f') return !/^[a-z]/i.test(text[at + 2] ?? '')
  if (next === 'n' || next === 'r' || next === 't')
    return escapes || !whiteSpaceCommands.test(text.slice(at, at + 16))
  return false
}
