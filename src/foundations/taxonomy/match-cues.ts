import type { CompiledCue, CueItem, CueMatcher, CuePattern } from './compile-cues.ts'
import { structures } from './structures.ts'
import { isNumber, type TokenSpan } from './token-patterns.ts'
import type { ProblemToken } from './tokenise-problem.ts'

/** A cue that holds, with the token spans that make each of its patterns hold, every occurrence of each. */
export interface CueHit {
  readonly entry: number
  readonly weight: number
  readonly source: string
  /** By pattern, by occurrence: the spans of the items. */
  readonly patterns: readonly (readonly (readonly TokenSpan[])[])[]
}

/** Other words that `..` lets through. */
const LONGEST_GAP = 12

/** A way to match the first items of a pattern, ending at a token position. */
interface Partial {
  readonly span: TokenSpan
  readonly before: Partial | undefined
}

/**
 * Finds the cues that hold in a tokenised problem. The work is linear in the number of tokens for each candidate cue, and a cue is a
 * candidate only where one of the atoms of its rarest item occurs.
 *
 * @param only  entries to look at; all of them when left out
 */
export function matchCues(
  matcher: CueMatcher,
  tokens: readonly ProblemToken[],
  only?: ReadonlySet<number>,
): readonly CueHit[] {
  const places = placesOfAtoms(matcher, tokens)
  const tried = new Set<number>()
  const hits: CueHit[] = []
  for (const atom of places.keys()) {
    for (const index of matcher.cuesByAtom.get(atom) ?? []) {
      const cue = matcher.cues[index]
      if (cue === undefined || tried.has(index) || (only !== undefined && !only.has(cue.entry))) continue
      tried.add(index)
      const patterns = matchCue(cue, { tokens, places })
      if (patterns !== undefined)
        hits.push({ entry: cue.entry, weight: cue.weight, source: cue.source, patterns })
    }
  }
  return hits
}

type Places = ReadonlyMap<string, readonly TokenSpan[]>

interface Problem {
  readonly tokens: readonly ProblemToken[]
  readonly places: Places
}

function placesOfAtoms(matcher: CueMatcher, tokens: readonly ProblemToken[]): Places {
  const places = new Map<string, TokenSpan[]>()
  const add = (atom: string, span: TokenSpan): void => {
    const list = places.get(atom)
    if (list === undefined) places.set(atom, [span])
    else list.push(span)
  }
  for (const [at, token] of tokens.entries()) {
    const span: TokenSpan = [at, at + 1]
    for (const atom of atomsOfToken(matcher, token)) add(atom, span)
  }
  for (const [name, detect] of structures) {
    const atom = `{${name}}`
    if (!matcher.atoms.has(atom)) continue
    for (const span of detect(tokens)) add(atom, span)
  }
  return places
}

const NO_ATOMS: readonly string[] = []
const LARGEST_CACHE = 20_000
const atomCaches = new WeakMap<CueMatcher, Map<string, readonly string[]>>()

/** Atoms that a token satisfies; remembered by its text, since problems share most of their words. */
function atomsOfToken(matcher: CueMatcher, token: ProblemToken): readonly string[] {
  let cache = atomCaches.get(matcher)
  if (cache === undefined) atomCaches.set(matcher, (cache = new Map<string, readonly string[]>()))
  const key = `${token.kind}:${token.text} ${token.written}`
  const known = cache.get(key)
  if (known !== undefined) return known
  const atoms: string[] = []
  const literal = `${token.kind}:${token.text}`
  if (matcher.atoms.has(literal)) atoms.push(literal)
  if (isNumber(token) && matcher.atoms.has('number')) atoms.push('number')
  if (token.kind === 'word' || token.kind === 'command') {
    for (const prefix of matcher.prefixes.get(token.written.slice(0, 2)) ?? []) {
      if (token.written.startsWith(prefix)) atoms.push(`start:${prefix}`)
    }
  }
  if (cache.size >= LARGEST_CACHE) cache.clear()
  cache.set(key, atoms.length === 0 ? NO_ATOMS : atoms)
  return atoms
}

function matchCue(cue: CompiledCue, problem: Problem): (readonly (readonly TokenSpan[])[])[] | undefined {
  const patterns: (readonly (readonly TokenSpan[])[])[] = []
  for (const group of cue.wanted) {
    const found = group.flatMap((pattern) => matchPattern(pattern, problem))
    if (found.length === 0) return undefined
    patterns.push(found.map(spansOf))
  }
  return cue.unwanted.some((pattern) => matchPattern(pattern, problem).length > 0) ? undefined : patterns
}

function matchPattern(pattern: CuePattern, problem: Problem): readonly Partial[] {
  let partials: readonly Partial[] = []
  for (const [position, item] of pattern.entries()) {
    const places = placesOfItem(item, problem.places)
    if (places.length === 0) return []
    if (position === 0) partials = places.map((span) => ({ span, before: undefined }))
    else partials = item.gap ? joinWithGap(partials, places, problem.tokens) : joinAdjacent(partials, places)
    if (partials.length === 0) return []
  }
  return partials
}

function placesOfItem(item: CueItem, places: Places): readonly TokenSpan[] {
  const [only = ''] = item.atoms
  if (item.atoms.length === 1) return places.get(only) ?? []
  const found = item.atoms.map((atom) => places.get(atom) ?? []).filter((list) => list.length > 0)
  return found.length === 1 ? (found[0] ?? []) : found.flat().toSorted((a, b) => a[0] - b[0])
}

function joinAdjacent(partials: readonly Partial[], places: readonly TokenSpan[]): readonly Partial[] {
  const byEnd = new Map(partials.map((partial) => [partial.span[1], partial]))
  return places.flatMap((span) => {
    const before = byEnd.get(span[0])
    return before === undefined ? [] : [{ span, before }]
  })
}

/** The partial that ends last before a place is the nearest one, so no other can do better. */
function joinWithGap(
  partials: readonly Partial[],
  places: readonly TokenSpan[],
  tokens: readonly ProblemToken[],
): readonly Partial[] {
  const ordered = partials.toSorted((a, b) => a.span[1] - b.span[1])
  const joined: Partial[] = []
  let next = 0
  for (const span of places) {
    while (next < ordered.length && (ordered[next]?.span[1] ?? Infinity) <= span[0]) next++
    const before = ordered[next - 1]
    if (before === undefined || span[0] - before.span[1] > LONGEST_GAP) continue
    if (tokens[before.span[1] - 1]?.sentence === tokens[span[0]]?.sentence) joined.push({ span, before })
  }
  return joined
}

function spansOf(partial: Partial): readonly TokenSpan[] {
  const spans: TokenSpan[] = []
  for (let at: Partial | undefined = partial; at !== undefined; at = at.before) spans.push(at.span)
  return spans.toReversed()
}
