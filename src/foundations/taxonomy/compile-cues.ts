import type { StructureDetector } from './token-patterns.ts'
import { structures } from './structures.ts'
import { foldPlural, tokeniseProblem, type ProblemToken } from './tokenise-problem.ts'

/** What one token, or one structure, has to be: `word:price`, `start:divid`, `number`, `{money}`. */
type Atom = string

/** An item of a pattern: any of its atoms, by number; `gap` says that other words may stand before it. */
export interface CueItem {
  readonly atoms: readonly number[]
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

/** A cue with what has to occur for it to be worth a closer look. */
export interface IndexedCue extends CompiledCue {
  /** Atoms of which each list needs one, the rarest list first. */
  readonly needs: readonly (readonly number[])[]
}

/** Cues ready to be matched, found through the atom of each that is rarest among all cues. */
export interface CueMatcher {
  readonly entryIds: readonly string[]
  readonly cues: readonly IndexedCue[]
  /** Numbers of the cues of an entry. */
  readonly cuesByEntry: readonly (readonly number[])[]
  /** Numbers of the cues that are looked at where an atom occurs. */
  readonly cuesByAtom: readonly (readonly number[])[]
  /** Atom → its number. */
  readonly atoms: ReadonlyMap<string, number>
  /** By atom number: how to find the structure; nothing for words and symbols. */
  readonly detectors: readonly (StructureDetector | undefined)[]
  /** Numbers of the structures that cues are looked up by. */
  readonly structures: readonly number[]
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
  const atoms = new Map<Atom, number>()
  const cues = entries.flatMap(({ id, cues: sources }, entry) =>
    sources.map((source) => {
      try {
        return compileCue(source, { entry, atoms })
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error)
        throw new TypeError(`bad cue of ${id}: ${source} (${reason})`, { cause: error })
      }
    }),
  )
  const names = [...atoms.keys()]
  const cuesByAtom: number[][] = names.map(() => [])
  const cuesByEntry: number[][] = entries.map(() => [])
  const costs = atomCosts(cues, names)
  for (const [index, cue] of cues.entries()) {
    cuesByEntry[cue.entry]?.push(index)
    for (const atom of rarestAtoms(cue, costs)) cuesByAtom[atom]?.push(index)
  }
  return {
    entryIds: entries.map((entry) => entry.id),
    cues: cues.map((cue) => ({ ...cue, needs: needsOf(cue, costs) })),
    cuesByEntry,
    cuesByAtom,
    atoms,
    detectors: names.map((name) => (name.startsWith('{') ? structures.get(name.slice(1, -1)) : undefined)),
    structures: names.flatMap((name, atom) =>
      name.startsWith('{') && cuesByAtom[atom]?.length !== 0 ? [atom] : [],
    ),
    prefixes: groupPrefixes(names),
  }
}

/** So common in questions that an index by them would not spare work. */
const COMMON = new Set(
  (
    'number {number} {unknown} {word-problem} {variable-algebra} {equation} {system} {exponent} ' +
    'word:how word:many word:much word:what word:the word:is word:of word:a word:in word:and word:to word:find word:for ' +
    'word:number word:if word:be word:each word:are word:value word:total word:x word:one word:have word:has word:with ' +
    'symbol:? symbol:= symbol:+ symbol:, symbol:. symbol:- symbol:( symbol:) symbol:^ word:per word:all word:that word:was ' +
    'word:there word:on word:at word:let word:it word:from word:more word:than word:after word:day word:hour'
  ).split(' '),
)

function atomCosts(cues: readonly CompiledCue[], names: readonly Atom[]): readonly number[] {
  const costs: number[] = names.map((name) => (COMMON.has(name) ? 500 : name.startsWith('{') ? 60 : 1))
  for (const cue of cues) {
    for (const item of cue.wanted.flat(2)) for (const atom of item.atoms) costs[atom] = (costs[atom] ?? 0) + 1
  }
  return costs
}

function costOf(atoms: readonly number[], costs: readonly number[]): number {
  return atoms.reduce((sum, atom) => sum + (costs[atom] ?? 0), 0)
}

/** The items of the groups of one pattern; groups of several are left to the match itself. */
function needsOf(cue: CompiledCue, costs: readonly number[]): readonly (readonly number[])[] {
  return cue.wanted
    .flatMap((group) => (group.length === 1 ? group.flat().map((item) => item.atoms) : []))
    .toSorted((a, b) => costOf(a, costs) - costOf(b, costs))
}

/** Atoms of which one occurs wherever the cue holds: the cheapest item of each pattern of the cheapest group. */
function rarestAtoms(cue: CompiledCue, costs: readonly number[]): ReadonlySet<number> {
  const cheapest = (choices: readonly (readonly number[])[]): readonly number[] =>
    choices.reduce((best, atoms) => (costOf(atoms, costs) < costOf(best, costs) ? atoms : best))
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

interface CueOwner {
  readonly entry: number
  /** Numbers of the atoms met so far; new ones are added. */
  readonly atoms: Map<Atom, number>
}

function compileCue(source: string, { entry, atoms }: CueOwner): CompiledCue {
  const weighted = /\s\^(\d+(?:\.\d+)?)\s*$/.exec(source)
  const body = weighted === null ? source : source.slice(0, weighted.index)
  const wanted: CuePattern[][] = []
  const unwanted: CuePattern[] = []
  let refused = false
  let words: string[] = []
  const finish = (): void => {
    if (words.length === 0) return
    const patterns = compilePatterns(words, atoms)
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

function compilePatterns(words: readonly string[], atomNumbers: Map<Atom, number>): CuePattern[] {
  const numberOf = (atom: Atom): number => {
    const number = atomNumbers.get(atom) ?? atomNumbers.size
    atomNumbers.set(atom, number)
    return number
  }
  let patterns: CueItem[][] = [[]]
  let gap = false
  for (const word of words) {
    if (word === '..' || word === '…') {
      gap = (patterns[0]?.length ?? 0) > 0
      continue
    }
    const choices = compileItem(word).map((sequence) =>
      sequence.map((atoms, place) => ({ atoms: atoms.map(numberOf), gap: gap && place === 0 })),
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
  if (part === '$') return ['symbol:$']
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
