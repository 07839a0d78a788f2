/** What the names after `:` in a pattern stand for in a path, decoded; undefined where the path is another. */
export function matchPath(pattern: string, path: string): Readonly<Record<string, string>> | undefined {
  const wanted = segments(pattern)
  const given = segments(path)
  if (wanted.length !== given.length) return undefined
  const values: Record<string, string> = {}
  for (const [index, part] of wanted.entries()) {
    const value = given[index] ?? ''
    if (part.startsWith(':')) {
      const decoded = decode(value)
      if (decoded === undefined) return undefined
      values[part.slice(1)] = decoded
    } else if (part !== value) return undefined
  }
  return values
}

function segments(path: string): readonly string[] {
  return path.split('/').filter((part) => part !== '')
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}
