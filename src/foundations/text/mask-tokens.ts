import { foldSkeleton } from './fold-skeleton.ts'
import { scanTokens } from './tokens.ts'
import { singularOf, wordClass, wordEntries } from './word-classes.ts'

const silentCommands: ReadonlySet<string> = new Set(
  `left right text mathrm mathbf mathit textbf textit displaystyle quad qquad big Big bigg Bigg limits ldots dots cdots hspace vspace
  ; , ! : ( ) [ ] \\ { } \n`.split(/\s+/),
)
const sameCommands: Readonly<Record<string, string>> = {
  cdot: '*',
  times: '*',
  div: '/',
  le: '≤',
  leq: '≤',
  leqslant: '≤',
  ge: '≥',
  geq: '≥',
  geqslant: '≥',
  ne: '≠',
  neq: '≠',
  dfrac: '\\frac',
  tfrac: '\\frac',
  circ: 'degree',
}
const sameSymbols: Readonly<Record<string, string>> = {
  '×': '*',
  '·': '*',
  '∗': '*',
  '÷': '/',
  '°': 'degree',
}
const keptSymbols: ReadonlySet<string> = new Set('+-*/^=<>|()%≤≥≠√π∞∑∫∪∩∈')
const currencySymbols: ReadonlySet<string> = new Set('£€¥₹₽₩₺')
/** After these an unlisted word stands where a noun stands. */
const beforeNoun: ReadonlySet<string> = new Set(
  '# @ a they many more fewer of each every per some several other another all any both this that these those my our your extra'.split(
    ' ',
  ),
)
const verbEnding = /(?:ed|ing|ly)$/
const letterUnits: ReadonlySet<string> = new Set(['m', 'g', 'l', 's', 'h', 'L', 'W', 'V', 'N', 'J'])

/** The masked tokens of a text, folded and joined by spaces. One pass over the text, two over the tokens. */
export function maskTokens(text: string): string {
  const out: string[] = []
  const state: MaskState = {
    text,
    out,
    math: false,
    sentenceStart: true,
    /** Places in `out` of unlisted words, with their singular. */
    unlisted: [],
    nouns: new Set(),
    variables: new Map(),
  }
  scanTokens(text, (kind, start, end) => {
    if (kind === 'symbol') {
      maskSymbol(state, start, end)
      return
    }
    if (kind === 'word') maskWord(state, start, end)
    else if (kind === 'number') out.push('#')
    else maskCommand(state, start, end)
    state.sentenceStart = false
  })
  for (const { place, singular } of state.unlisted) if (state.nouns.has(singular)) out[place] = '@'
  return foldSkeleton(out)
}

interface MaskState {
  readonly text: string
  readonly out: string[]
  math: boolean
  sentenceStart: boolean
  readonly unlisted: { readonly place: number; readonly singular: string }[]
  readonly nouns: Set<string>
  readonly variables: Map<string, string>
}

function maskWord(state: MaskState, start: number, end: number): void {
  const { text, out } = state
  if (end - start === 1 && maskLetter(state, start, end)) return
  let word = text.slice(start, end)
  const apostrophe = word.indexOf("'")
  const possessive = apostrophe > 0
  if (possessive) word = word.slice(0, apostrophe)
  const capital = word.charCodeAt(0) < 97 || word.charCodeAt(0) > 122
  const lower = capital ? word.toLowerCase() : word
  const entry = wordEntries.get(lower)
  if (entry !== undefined && !capital && entry.class < wordClass.number) {
    out.push(entry.form)
  } else if (entry === undefined) {
    maskUnlisted(state, { word, lower, capital })
  } else if (entry.class === wordClass.number && lower === 'second' && isTimeUnit(out.at(-1))) {
    out.push('@')
  } else if (entry.class === wordClass.name && !capital) {
    maskUnlisted(state, { word, lower, capital })
  } else if (
    capital &&
    entry.class === wordClass.kept &&
    !state.sentenceStart &&
    !state.math &&
    !isShout(word)
  ) {
    // A kept word written with a capital inside a sentence is a name: Mark, Will, Grace.
    out.push('@')
  } else {
    out.push(entry.form)
  }
  if (possessive) out.push("'s")
}

function isTimeUnit(before: string | undefined): boolean {
  return before === '#' || before === 'per' || before === 'each' || before === 'every'
}

function isShout(word: string): boolean {
  return word.length > 1 && word === word.toUpperCase()
}

/** Handles a single letter; false where it is the article. */
function maskLetter(state: MaskState, start: number, end: number): boolean {
  const { text, out } = state
  const letter = text[start] as string
  if (letter === 'I' && !state.math) return false
  if (
    !state.math &&
    (letter === 'a' || letter === 'A') &&
    /^\s[a-zA-Z$]{2}|^\s\d/.test(text.slice(end, end + 3))
  )
    return false
  if (!state.math && out.at(-1) === '#' && text[start - 1] === ' ' && letterUnits.has(letter)) {
    if (!/^ ?[+\-*=^]/.test(text.slice(end, end + 2))) {
      out.push('@')
      return true
    }
  }
  // `km/h`, `m/s`
  if (!state.math && letterUnits.has(letter) && isRate(text, start)) out.push('@')
  else if (letter >= 'A' && letter <= 'Z') out.push('@')
  else pushVariable(state, letter)
  return true
}

function isRate(text: string, at: number): boolean {
  if (text[at + 1] === '/') return /[a-z]/i.test(text[at + 2] ?? '')
  return text[at - 1] === '/' && /[a-z]/i.test(text[at - 2] ?? '')
}

function pushVariable({ out, variables }: MaskState, letter: string): void {
  let name = variables.get(letter)
  if (name === undefined) {
    name = `v${variables.size + 1}`
    variables.set(letter, name)
  }
  out.push(name)
}

interface Unlisted {
  readonly word: string
  readonly lower: string
  readonly capital: boolean
}

function maskUnlisted(state: MaskState, { word, lower, capital }: Unlisted): void {
  const { out } = state
  if (word.length <= 3 && (state.math || isGlued(state)) && !capital) {
    for (const letter of word) pushVariable(state, letter)
    return
  }
  if (capital) {
    out.push('@')
    return
  }
  const singular = singularOf(lower)
  // What no list holds is setting, unless it looks like a verb or an adverb and does not stand where only a noun can.
  const before = out.at(-1) ?? ''
  const noun = !verbEnding.test(lower) || (before !== '@' && beforeNoun.has(before))
  if (noun) state.nouns.add(singular)
  state.unlisted.push({ place: out.length, singular })
  out.push(state.nouns.has(singular) ? '@' : singular)
}

/** True right after a number or variable in plain text, as in `2xy`. */
function isGlued({ out, text, variables }: MaskState): boolean {
  return out.at(-1) === '#' && variables.size > 0 && !text.includes(' per ')
}

function maskCommand(state: MaskState, start: number, end: number): void {
  const name = state.text.slice(start + 1, end)
  if (name === '(' || name === '[') state.math = true
  else if (name === ')' || name === ']') state.math = false
  else if (name === '$') state.out.push('$')
  else if (name === '%') state.out.push('%')
  else if (!silentCommands.has(name)) state.out.push(sameCommands[name] ?? `\\${name}`)
}

function maskSymbol(state: MaskState, start: number, end: number): void {
  const { text, out } = state
  const symbol = text.slice(start, end)
  if (symbol === '$') {
    if (!state.math && isCurrency(text, end)) out.push('$')
    else state.math = text[end] === '$' ? state.math : !state.math
    return
  }
  if (currencySymbols.has(symbol)) out.push('$')
  else if (symbol === '-' && !state.math && joinsWords(text, start)) return
  else if (symbol === ',' || symbol === '-') out.push(symbol)
  else if (symbol === '.' || symbol === '?' || symbol === '!' || symbol === ':') state.sentenceStart = true
  else {
    const same = sameSymbols[symbol] ?? symbol
    if (same === 'degree' || keptSymbols.has(same)) out.push(same)
  }
  // A factorial stands right behind what it is of.
  if (
    symbol === '!' &&
    /[\d)a-z]/.test(text[start - 1] ?? '') &&
    !/[a-z]{2}/i.test(text.slice(start - 2, start))
  )
    out.push('!')
}

/** A hyphen inside a compound such as `twenty-five` or `12-page`, not a minus between letters. */
function joinsWords(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 2), at)
  return /[a-z]{2}$|\d$/i.test(before) && /^[a-z]{2}/i.test(text.slice(at + 1, at + 3))
}

/** A dollar sign that opens an amount: a number follows and no mathematics after it. */
function isCurrency(text: string, at: number): boolean {
  return /^ ?\.?\d[\d,]*(?:\.\d+)?(?!,?\d|\.\d| ?[+*=^_\\<>{}()$×|]| ?- ?[\da-z(\\]|[a-z]\b| ?\/ ?[\d(])/.test(
    text.slice(at, at + 24),
  )
}
