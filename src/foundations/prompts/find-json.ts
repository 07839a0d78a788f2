/** Objects looked for in one reply, and how deep they may be nested. */
const maximumObjects = 40
const maximumDepth = 24

/**
 * The outermost `{…}` of a text, in order, by brackets outside double-quoted strings. Objects nested deeper than 24 levels are left
 * out. A `{` that never closes is passed over. Linear but for unclosed brackets, of which 40 are tried.
 */
export function findJsonObjects(text: string): readonly string[] {
  const found: string[] = []
  let at = text.indexOf('{')
  for (let tries = 0; at >= 0 && tries < maximumObjects; tries++) {
    const end = endOfObject(text, at)
    if (end === undefined) at = text.indexOf('{', at + 1)
    else {
      if (end.depth <= maximumDepth) found.push(text.slice(at, end.at))
      at = text.indexOf('{', end.at)
    }
  }
  return found
}

function endOfObject(
  text: string,
  from: number,
): { readonly at: number; readonly depth: number } | undefined {
  let depth = 0
  let deepest = 0
  let inString = false
  for (let at = from; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (inString) {
      if (unit === 0x5c) at++
      else if (unit === 0x22) inString = false
    } else if (unit === 0x22) inString = true
    else if (unit === 0x7b || unit === 0x5b) deepest = Math.max(deepest, ++depth)
    else if ((unit === 0x7d || unit === 0x5d) && --depth === 0) return { at: at + 1, depth: deepest }
  }
  return undefined
}
