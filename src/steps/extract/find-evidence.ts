import type { EvidenceSpan } from '../../core/concept.ts'
import type { CueHit } from '../../foundations/taxonomy/match-cues.ts'
import type { TokenSpan } from '../../foundations/taxonomy/token-patterns.ts'
import { tokeniseProblem, type ProblemToken } from '../../foundations/taxonomy/tokenise-problem.ts'

/** How to ask whether a label still holds once text is gone. */
export interface EvidenceQuery {
  readonly tokens: readonly ProblemToken[]
  /** Tokens of the rests read so far: the labels of a problem often stand on the same words. */
  readonly readings: Map<string, readonly ProblemToken[]>
  /** The cues that speak for the label in the whole question. */
  readonly hits: readonly CueHit[]
  /** The same cues tried on other tokens. */
  readonly hitsAfter: (tokens: readonly ProblemToken[]) => readonly CueHit[]
  /** Whether cues that hold are enough for the label. */
  readonly holds: (hits: readonly CueHit[]) => boolean
}

/** Deleting joins what stood apart, so cues can come up again; after this many rounds the whole question is the evidence. */
const MOST_ROUNDS = 12

/**
 * Spans of the question without which a label is not given. Of each cue that speaks for it the shortest pattern is taken, at
 * every place where it stands; then the question is read again without them until the label is gone.
 */
export function evidenceOf(question: string, query: EvidenceQuery): readonly EvidenceSpan[] {
  const removed = new Uint8Array(question.length)
  let reading: Reading = { tokens: query.tokens, origin: undefined }
  let { hits } = query
  let plain = !query.tokens.some((token) => token.text === '$')
  for (let round = 0; round < MOST_ROUNDS; round++) {
    for (const hit of hits) {
      for (const [first, last] of shortestPattern(hit)) {
        for (let at = first; at < last; at++) {
          const token = reading.tokens[at]
          plain &&= token !== undefined && standsFree(question, token)
          removeToken(removed, { token, origin: reading.origin })
        }
      }
    }
    reading = plain ? keptTokens(query, removed) : readAgain(question, { removed, readings: query.readings })
    hits = query.hitsAfter(reading.tokens)
    if (!query.holds(hits)) return toSpans(question, removed)
  }
  return [{ start: 0, end: question.length, text: question }]
}

/** Tokens of what is left; `origin` gives the place of each of its characters in the question where that differs. */
interface Reading {
  readonly tokens: readonly ProblemToken[]
  readonly origin: readonly number[] | undefined
}

/** A word between spaces and full stops can go without a change to the tokens beside it. */
function standsFree(question: string, token: ProblemToken): boolean {
  if (token.kind !== 'word' || token.math || token.text.length < 2) return false
  const after = question.slice(token.end, token.end + 2)
  return /^\s?$/.test(question[token.start - 1] ?? '') && /^(?:$|[\s,?;]|\.(?!\d))/.test(after)
}

/** The tokens that reading the rest anew would give, for words that stand free. */
function keptTokens(query: EvidenceQuery, removed: Uint8Array): Reading {
  const gone = query.tokens.filter((token) => removed[token.start] === 1)
  const key = gone.map((token) => token.start).join(' ')
  const tokens = query.readings.get(key) ?? query.tokens.filter((token) => removed[token.start] === 0)
  query.readings.set(key, tokens)
  return { tokens, origin: undefined }
}

function readAgain(
  question: string,
  { removed, readings }: { removed: Uint8Array; readings: EvidenceQuery['readings'] },
): Reading {
  const { text, origin } = remainder(question, removed)
  const key = `: ${text}`
  const tokens = readings.get(key) ?? tokeniseProblem(text)
  readings.set(key, tokens)
  return { tokens, origin }
}

/** The pattern whose places take the fewest tokens. */
function shortestPattern(hit: CueHit): readonly TokenSpan[] {
  const flat = hit.patterns.map((places) => places.flat())
  const length = (spans: readonly TokenSpan[]): number =>
    spans.reduce((sum, [start, end]) => sum + end - start, 0)
  return flat.reduce((best, spans) => (length(spans) < length(best) ? spans : best))
}

function removeToken(
  removed: Uint8Array,
  { token, origin }: { token: ProblemToken | undefined; origin: readonly number[] | undefined },
): void {
  if (token === undefined) return
  for (let at = token.start; at < token.end; at++) removed[origin?.[at] ?? at] = 1
}

/** What is left of the question, and where each of its characters stood. */
function remainder(question: string, removed: Uint8Array): { text: string; origin: readonly number[] } {
  const origin: number[] = []
  let text = ''
  let from = 0
  for (let at = 0; at <= question.length; at++) {
    if (at < question.length && removed[at] === 0) origin.push(at)
    else {
      text += question.slice(from, at)
      from = at + 1
    }
  }
  return { text, origin }
}

/** Removed characters as spans; spans with only white space between them are not joined, so that a deletion stays what was tried. */
function toSpans(question: string, removed: Uint8Array): readonly EvidenceSpan[] {
  const spans: EvidenceSpan[] = []
  let start = -1
  for (let at = 0; at <= question.length; at++) {
    const inside = at < question.length && removed[at] === 1
    if (inside && start < 0) start = at
    if (!inside && start >= 0) {
      spans.push({ start, end: at, text: question.slice(start, at) })
      start = -1
    }
  }
  return spans
}
