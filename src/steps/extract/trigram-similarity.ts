/** Trigrams of a text with two blanks before and one after each word, so that beginnings weigh more than ends. */
export function trigramsOf(text: string): ReadonlySet<string> {
  const trigrams = new Set<string>()
  for (const word of text.split(' ')) {
    const padded = `  ${word} `
    for (let at = 0; at + 3 <= padded.length; at++) trigrams.add(padded.slice(at, at + 3))
  }
  return trigrams
}

/** Dice coefficient of two trigram sets, 0 to 1. */
export function trigramSimilarity(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0
  const [small, large] = a.size < b.size ? [a, b] : [b, a]
  let shared = 0
  for (const trigram of small) if (large.has(trigram)) shared++
  return (2 * shared) / (a.size + b.size)
}

const OPPOSITES: readonly (readonly [string, string])[] = [
  ['maximum', 'minimum'], ['maxima', 'minima'], ['maximize', 'minimize'], ['increasing', 'decreasing'], ['increase', 'decrease'],
  ['even', 'odd'], ['parallel', 'perpendicular'], ['numerator', 'denominator'], ['sine', 'cosine'], ['greatest', 'least'],
  ['multiple', 'divisor'], ['arithmetic', 'geometric'], ['permutation', 'combination'], ['union', 'intersection'],
  ['positive', 'negative'], ['rational', 'irrational'], ['linear', 'quadratic'], ['quadratic', 'cubic'], ['finite', 'infinite'],
  ['dependent', 'independent'], ['equal', 'unequal'], ['equation', 'inequality'], ['equality', 'inequality'], ['real', 'complex'],
  ['proper', 'improper'], ['direct', 'inverse'], ['differentiation', 'integration'], ['derivative', 'integral'], ['odd', 'add'],
  ['definite', 'indefinite'], ['addition', 'subtraction'], ['multiplication', 'division'], ['area', 'perimeter'],
  ['area', 'volume'], ['interior', 'exterior'], ['upper', 'lower'], ['vertical', 'horizontal'], ['row', 'column'], ['mean', 'median'],
  ['median', 'mode'], ['mean', 'mode'], ['radius', 'diameter'], ['domain', 'range'], ['factorization', 'factorial'],
  ['convergent', 'divergent'], ['convergence', 'divergence'], ['simple', 'compound'], ['larger', 'smaller'], ['largest', 'smallest'],
  ['circumference', 'area'], ['profit', 'loss'], ['first', 'second'], ['acute', 'obtuse'], ['inscribed', 'circumscribed'],
  ['congruent', 'similar'], ['congruence', 'similarity'], ['prime', 'composite'], ['upstream', 'downstream'], ['two', 'three'],
] // prettier-ignore

/** True where one name has a word whose opposite, or whose other number, stands in the other name. */
export function areOpposed(a: string, b: string): boolean {
  const first = new Set(a.split(' '))
  const second = new Set(b.split(' '))
  const differs = (one: string, other: string): boolean =>
    first.has(one) && !second.has(one) && second.has(other) && !first.has(other)
  if (OPPOSITES.some(([one, other]) => differs(one, other) || differs(other, one))) return true
  const negated = (word: string): boolean => /^(?:un|in|im|ir|non|anti)[a-z]{4,}$/.test(word)
  const negation = (from: ReadonlySet<string>, to: ReadonlySet<string>): boolean =>
    [...from].some(
      (word) => negated(word) && !to.has(word) && to.has(word.replace(/^(?:un|in|im|ir|non|anti)/, '')),
    )
  if (negation(first, second) || negation(second, first)) return true
  const digits = (text: string): string => (text.match(/\d+/g) ?? []).join(' ')
  return digits(a) !== digits(b)
}
