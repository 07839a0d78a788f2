/** Shorter words have too many neighbours that are words of their own. */
const leastLength = 7

/**
 * Finds the known word that an unknown one misspells: one letter more, less, other, or two swapped, between the same
 * first and last letters: another end is more often another form of a word than a slip.
 * By deletions, so that a look-up costs no more than the word has letters (SymSpell, Garbe 2012).
 */
export function createCorrector(known: ReadonlySet<string>): (word: string) => string {
  const byDeletion = new Map<string, string[]>()
  for (const word of known) {
    if (word.length < leastLength) continue
    for (const form of deletions(word)) {
      const list = byDeletion.get(form)
      if (list === undefined) byDeletion.set(form, [word])
      else list.push(word)
    }
  }
  const answers = new Map<string, string>()
  return (word) => {
    if (word.length < leastLength || known.has(word) || /\d/.test(word)) return word
    const held = answers.get(word)
    if (held !== undefined) return held
    const found = new Set(
      deletions(word)
        .flatMap((form) => byDeletion.get(form) ?? [])
        .filter(
          (other) => other[0] === word[0] && other.at(-1) === word.at(-1) && isOneEditAway(word, other),
        ),
    )
    // Two words that it may be are as good as none.
    const answer = found.size === 1 ? ([...found][0] as string) : word
    answers.set(word, answer)
    return answer
  }
}

function deletions(word: string): readonly string[] {
  return [word, ...Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1))]
}

function isOneEditAway(a: string, b: string): boolean {
  let start = 0
  while (start < a.length && a[start] === b[start]) start++
  let end = 0
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++
  const [restA, restB] = [a.slice(start, a.length - end), b.slice(start, b.length - end)]
  if (restA.length <= 1 && restB.length <= 1) return true
  return restA.length === 2 && restB.length === 2 && restA[0] === restB[1] && restA[1] === restB[0]
}
