import type { CompiledCue, CueItem, CueMatcher, CuePattern } from './compile-cues.ts'
import { isNumber, rememberByProblem, type TokenSpan } from './token-patterns.ts'
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
  const problem = openProblem(matcher, tokens)
  const hits: CueHit[] = []
  const tryCue = (index: number): void => {
    const cue = matcher.cues[index]
    if (cue === undefined || !hasAll(cue.needs, problem)) return
    const patterns = matchCue(cue, problem)
    if (patterns !== undefined)
      hits.push({ entry: cue.entry, weight: cue.weight, source: cue.source, patterns })
  }
  if (only !== undefined) {
    for (const entry of only) for (const index of matcher.cuesByEntry[entry] ?? []) tryCue(index)
    return hits
  }
  const tries = triesOf(matcher)
  tries.problems += 1
  const tryOnce = (index: number): void => {
    if (tries.lastTried[index] === tries.problems) return
    tries.lastTried[index] = tries.problems
    tryCue(index)
  }
  for (const atom of problem.words) for (const index of matcher.cuesByAtom[atom] ?? []) tryOnce(index)
  for (const atom of matcher.structures) {
    if (problem.placesOf(atom).length > 0) for (const index of matcher.cuesByAtom[atom] ?? []) tryOnce(index)
  }
  return hits
}

/** Which problem each cue was last tried on, by number: cleared for nobody, so made once. */
interface Tries {
  problems: number
  readonly lastTried: Float64Array
}

const triesByMatcher = new WeakMap<CueMatcher, Tries>()

function triesOf(matcher: CueMatcher): Tries {
  let tries = triesByMatcher.get(matcher)
  if (tries === undefined) {
    tries = { problems: 0, lastTried: new Float64Array(matcher.cues.length) }
    triesByMatcher.set(matcher, tries)
  }
  return tries
}

interface Problem {
  readonly tokens: readonly ProblemToken[]
  /** Atoms that single tokens satisfy. */
  readonly words: readonly number[]
  /** Where an atom occurs, ascending by start; structures are looked for when first asked. */
  readonly placesOf: (atom: number) => readonly TokenSpan[]
}

const NOWHERE: readonly TokenSpan[] = []

const openers = new WeakMap<CueMatcher, (tokens: readonly ProblemToken[]) => Problem>()

function openProblem(matcher: CueMatcher, tokens: readonly ProblemToken[]): Problem {
  let open = openers.get(matcher)
  if (open === undefined) {
    open = rememberByProblem((opened) => findPlaces(matcher, opened))
    openers.set(matcher, open)
  }
  return open(tokens)
}

function findPlaces(matcher: CueMatcher, tokens: readonly ProblemToken[]): Problem {
  const places = new Map<number, TokenSpan[]>()
  const detected = new Map<number, readonly TokenSpan[]>()
  for (const [at, token] of tokens.entries()) {
    const span: TokenSpan = [at, at + 1]
    for (const atom of atomsOfToken(matcher, token)) {
      const list = places.get(atom)
      if (list === undefined) places.set(atom, [span])
      else list.push(span)
    }
  }
  const placesOf = (atom: number): readonly TokenSpan[] => {
    const detector = matcher.detectors[atom]
    if (detector === undefined) return places.get(atom) ?? NOWHERE
    const known = detected.get(atom)
    if (known !== undefined) return known
    const found = detector(tokens)
    detected.set(atom, found)
    return found
  }
  return { tokens, words: [...places.keys()], placesOf }
}

const NO_ATOMS: readonly number[] = []
const LARGEST_CACHE = 20_000
const atomCaches = new WeakMap<CueMatcher, Map<string, readonly number[]>>()

/** Atoms that a token satisfies; remembered by its text, since problems share most of their words. */
function atomsOfToken(matcher: CueMatcher, token: ProblemToken): readonly number[] {
  let cache = atomCaches.get(matcher)
  if (cache === undefined) atomCaches.set(matcher, (cache = new Map<string, readonly number[]>()))
  const key = token.kind === 'word' ? `${token.text} ${token.written}` : token.kind + token.text
  const known = cache.get(key)
  if (known !== undefined) return known
  const atoms: number[] = []
  const add = (atom: string): void => {
    const number = matcher.atoms.get(atom)
    if (number !== undefined) atoms.push(number)
  }
  add(`${token.kind}:${token.text}`)
  if (isNumber(token)) add('number')
  if (token.kind === 'word' || token.kind === 'command') {
    for (const prefix of matcher.prefixes.get(token.written.slice(0, 2)) ?? []) {
      if (token.written.startsWith(prefix)) add(`start:${prefix}`)
    }
  }
  if (cache.size >= LARGEST_CACHE) cache.clear()
  cache.set(key, atoms.length === 0 ? NO_ATOMS : atoms)
  return atoms
}

/** A quick refusal where an item occurs nowhere. */
function hasAll(needs: readonly (readonly number[])[], problem: Problem): boolean {
  for (const atoms of needs) {
    let found = false
    for (const atom of atoms) {
      if (problem.placesOf(atom).length > 0) {
        found = true
        break
      }
    }
    if (!found) return false
  }
  return true
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
    const places = placesOfItem(item, problem)
    if (places.length === 0) return []
    if (position === 0) partials = places.map((span) => ({ span, before: undefined }))
    else partials = item.gap ? joinWithGap(partials, places, problem.tokens) : joinAdjacent(partials, places)
    if (partials.length === 0) return []
  }
  return partials
}

function placesOfItem(item: CueItem, { placesOf }: Problem): readonly TokenSpan[] {
  const [only = -1] = item.atoms
  if (item.atoms.length === 1) return placesOf(only)
  let first: readonly TokenSpan[] = NOWHERE
  let all: TokenSpan[] | undefined
  for (const atom of item.atoms) {
    const places = placesOf(atom)
    if (places.length === 0) continue
    if (first.length === 0) first = places
    else (all ??= [...first]).push(...places)
  }
  return all === undefined ? first : all.sort((a, b) => a[0] - b[0])
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
