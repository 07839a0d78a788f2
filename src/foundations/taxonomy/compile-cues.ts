import { structures } from './structures.ts'
import { foldPlural, tokeniseProblem, type ProblemToken } from './tokenise-problem.ts'

/** What one token, or one structure, has to be. `word:price`, `start:divid`, `number`, `{money}` are its keys. */
export type Atom = string

/** An item of a pattern: any of its atoms; `gap` says that other words may stand before it. */
export interface CueItem {
  readonly atoms: readonly Atom[]
  readonly gap: boolean
}

/** Items that follow each other. */
export type CuePattern = readonly CueItem[]

export interface CompiledCue {
  readonly source: string
  /** Position of the entry in the list that was compiled. */
  readonly entry: number
  readonly weight: number
  /** Of each group one pattern has to occur; a group has several where an alternative is of several tokens (`many|two-digit`). */
  readonly wanted: readonly (readonly CuePattern[])[]
  /** None of these may occur. */
  readonly unwanted: readonly CuePattern[]
}

/** Cues ready to be matched, found through the atom of each that is rarest among all cues. */
export interface CueMatcher {
  readonly entryIds: readonly string[]
  readonly cues: readonly CompiledCue[]
  readonly cuesByAtom: ReadonlyMap<Atom, readonly number[]>
  /** Every atom of any cue. */
  readonly atoms: ReadonlySet<Atom>
  /** Beginnings of the prefix atoms, by their first two letters. */
  readonly prefixes: ReadonlyMap<string, readonly string[]>
}

const SYMBOL_NAMES: Readonly<Record<string, string>> = {
  bang: '!', ampersand: '&', caret: '^', bar: '|', star: '*', hash: '#', question: '?', plus: '+', minus: '-', slash: '/', equals: '=',
} // prettier-ignore

/**
 * Compiles the cues of all entries once. A bad cue throws a TypeError that names the entry and the cue: a fault of the
 * taxonomy's data, not of a user's input.
 */
export function compileCues(
  entries: readonly { readonly id: string; readonly cues: readonly string[] }[],
): CueMatcher {
  const cues = entries.flatMap(({ id, cues: sources }, entry) =>
    sources.map((source) => {
      try {
        return compileCue(source, entry)
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error)
        throw new TypeError(`bad cue of ${id}: ${source} (${reason})`, { cause: error })
      }
    }),
  )
  const all = cues.flatMap((cue) =>
    [...cue.wanted.flat(), ...cue.unwanted].flat().flatMap((item) => item.atoms),
  )
  const frequency = new Map<Atom, number>()
  for (const atom of all) frequency.set(atom, (frequency.get(atom) ?? 0) + 1)
  const cuesByAtom = new Map<Atom, number[]>()
  for (const [index, cue] of cues.entries()) {
    for (const atom of rarestAtoms(cue, frequency)) {
      const list = cuesByAtom.get(atom)
      if (list === undefined) cuesByAtom.set(atom, [index])
      else list.push(index)
    }
  }
  return {
    entryIds: entries.map((entry) => entry.id),
    cues,
    cuesByAtom,
    atoms: new Set(all),
    prefixes: groupPrefixes(all),
  }
}

/** Words so common in questions that an index by them would not spare work. */
const COMMON = new Set([
  'how',
  'many',
  'much',
  'what',
  'the',
  'is',
  'of',
  'a',
  'in',
  'and',
  'to',
  'find',
  'for',
  'number',
  'if',
  'be',
  'each',
  'are',
])

/** Atoms of which one occurs wherever the cue holds: the cheapest item of each pattern of the cheapest group. */
function rarestAtoms(cue: CompiledCue, frequency: ReadonlyMap<Atom, number>): ReadonlySet<Atom> {
  const cost = (atoms: readonly Atom[]): number =>
    atoms.reduce((sum, atom) => {
      const common = atom === 'number' || COMMON.has(atom.slice(5)) || /^symbol:[?=+,.-]$/.test(atom)
      return sum + (common ? 1000 : 1) + (frequency.get(atom) ?? 0)
    }, 0)
  const cheapest = (choices: readonly (readonly Atom[])[]): readonly Atom[] =>
    choices.reduce((best, atoms) => (cost(atoms) < cost(best) ? atoms : best))
  const groups = cue.wanted.map((group) =>
    group.flatMap((pattern) => cheapest(pattern.map((item) => item.atoms))),
  )
  return new Set(cheapest(groups))
}

function groupPrefixes(atoms: readonly Atom[]): ReadonlyMap<string, readonly string[]> {
  const prefixes = new Set(atoms.filter((atom) => atom.startsWith('start:')).map((atom) => atom.slice(6)))
  const groups = new Map<string, string[]>()
  for (const prefix of prefixes) {
    const key = prefix.slice(0, 2)
    groups.set(key, [...(groups.get(key) ?? []), prefix])
  }
  return groups
}

function compileCue(source: string, entry: number): CompiledCue {
  const weighted = /\s\^(\d+(?:\.\d+)?)\s*$/.exec(source)
  const body = weighted === null ? source : source.slice(0, weighted.index)
  const wanted: CuePattern[][] = []
  const unwanted: CuePattern[] = []
  let refused = false
  let words: string[] = []
  const finish = (): void => {
    if (words.length === 0) return
    const patterns = compilePatterns(words)
    if (patterns.some((pattern) => pattern.length === 0)) throw new TypeError('empty pattern')
    if (refused) unwanted.push(...patterns)
    else wanted.push(patterns)
    words = []
  }
  for (const word of body.trim().split(/\s+/)) {
    if (word !== '&' && word !== '!') words.push(word)
    else {
      finish()
      refused = word === '!'
    }
  }
  if (words.length === 0) throw new TypeError('ends with a separator')
  finish()
  if (wanted.length === 0) throw new TypeError('nothing wanted')
  const weight = weighted === null ? 1 : Number(weighted[1])
  if (!(weight > 0 && weight <= 5)) throw new TypeError(`weight: ${weight}`)
  return { source, entry, weight, wanted, unwanted }
}

function compilePatterns(words: readonly string[]): CuePattern[] {
  let patterns: CueItem[][] = [[]]
  let gap = false
  for (const word of words) {
    if (word === '..' || word === '…') {
      gap = (patterns[0]?.length ?? 0) > 0
      continue
    }
    const choices = compileItem(word).map((sequence) =>
      sequence.map((atoms, place) => ({ atoms, gap: gap && place === 0 })),
    )
    patterns = patterns.flatMap((pattern) => choices.map((choice) => [...pattern, ...choice]))
    gap = false
  }
  if (patterns.length > 12) throw new TypeError('too many alternatives of several tokens')
  return patterns
}

/** The sequences that one written item stands for: one of all its one-token alternatives, and one for each longer alternative. */
function compileItem(word: string): readonly (readonly (readonly Atom[])[])[] {
  if (/^[|&!^*#?]$/.test(word)) return [[[word === '#' ? 'number' : `symbol:${word}`]]]
  const parts = word.split('|').map((part) => compileAlternative(part))
  const single = parts.filter((atoms) => atoms.length === 1).flat()
  const longer = parts.filter((atoms) => atoms.length > 1).map((atoms) => atoms.map((atom) => [atom]))
  return single.length > 0 ? [[single], ...longer] : longer
}

function compileAlternative(part: string): readonly Atom[] {
  if (part === '#') return ['number']
  const name = /^\{([a-z-]+)\}$/.exec(part)?.[1]
  if (name !== undefined) {
    const symbol = SYMBOL_NAMES[name]
    if (symbol !== undefined) return [`symbol:${symbol}`]
    if (!structures.has(name)) throw new TypeError(`unknown structure: ${part}`)
    return [`{${name}}`]
  }
  const prefix = /^(\\?[\p{L}\d']+)\*$/u.exec(part)?.[1]
  if (prefix !== undefined) {
    if (prefix.length < 2) throw new TypeError(`prefix too short: ${part}`)
    return [`start:${prefix.toLowerCase()}`]
  }
  const atoms = tokeniseProblem(part).map(literalAtom)
  if (atoms.length === 0 && !part.startsWith('\\')) throw new TypeError(`nothing to match: ${part}`)
  return atoms
}

/** A word is folded whether or not the question's token is mathematics. */
function literalAtom(token: ProblemToken): Atom {
  return `${token.kind}:${token.kind === 'word' ? foldPlural(token.text) : token.text}`
}
