/** A token of a problem; `start` and `end` are UTF-16 units of the question. */
export interface ProblemToken {
  readonly kind: 'word' | 'number' | 'command' | 'symbol' | 'figure'
  /** What cues compare: lower case and singular for words, normalised for commands and symbols. */
  readonly text: string
  /** As written, lower case; a prefix cue looks at this one. */
  readonly written: string
  readonly start: number
  readonly end: number
  /** Inside `$…$`, `\(…\)` or `\[…\]`. */
  readonly math: boolean
  /** Number of the sentence, from 0. */
  readonly sentence: number
}

/** LaTeX commands that say nothing of the mathematics. */
const SILENT_COMMANDS = new Set([
  'left', 'right', 'text', 'mbox', 'textbf', 'textit', 'textrm', 'mathrm', 'mathbf', 'mathit', 'mathsf', 'mathbb', 'mathcal',
  'operatorname', 'displaystyle', 'quad', 'qquad', 'big', 'Big', 'bigg', 'Bigg', 'bigl', 'bigr', 'biggl', 'biggr', 'Bigl',
  'Bigr', 'hspace', 'vspace', 'limits', 'nolimits', 'rm', 'bf', 'it', 'emph', 'underline', 'uline', 'textquotesingle', 'textbackslash', 'textsuperscript', 'boxed', 'phantom', 'textasciitilde',
]) // prettier-ignore

const SAME_COMMAND: Readonly<Record<string, string>> = {
  dfrac: 'frac',
  tfrac: 'frac',
  cfrac: 'frac',
  dbinom: 'binom',
  tbinom: 'binom',
  leq: 'le',
  leqslant: 'le',
  geq: 'ge',
  geqslant: 'ge',
  neq: 'ne',
  lt: '<',
  gt: '>',
  degree: 'circ',
  dots: 'ldots',
  cdots: 'ldots',
  dotsc: 'ldots',
  dotsb: 'ldots',
  mod: 'pmod',
  bmod: 'pmod',
  pmatrix: 'pmatrix',
  ast: '*',
  lbrace: '{',
  rbrace: '}',
  vert: '|',
  Vert: '\\|',
  lVert: '\\|',
  rVert: '\\|',
  lvert: '|',
  rvert: '|',
  mid: '|',
  widehat: 'hat',
  overrightarrow: 'vec',
  implies: 'Rightarrow',
  to: 'to',
  rightarrow: 'to',
}

const SAME_CHARACTER: Readonly<Record<string, string>> = {
  '≤': '\\le',
  '≥': '\\ge',
  '≠': '\\ne',
  '×': '\\times',
  '÷': '\\div',
  '°': '\\circ',
  π: '\\pi',
  '√': '\\sqrt',
  '−': '-',
  '–': '-',
  '∠': '\\angle',
  '△': '\\triangle',
  '·': '\\cdot',
  '∞': '\\infty',
  '…': '\\ldots',
  '’': "'",
  '：': ':',
  '，': ',',
  '＄': '$',
  '％': '%',
}

const IRREGULAR: Readonly<Record<string, string>> = {
  vertices: 'vertex',
  matrices: 'matrix',
  indices: 'index',
  radii: 'radius',
  halves: 'half',
  feet: 'foot',
  men: 'man',
  women: 'woman',
  children: 'child',
  people: 'person',
  axes: 'axis',
  bases: 'base',
  dice: 'die',
  loci: 'locus',
  foci: 'focus',
  parabolae: 'parabola',
  knives: 'knife',
  shelves: 'shelf',
  mice: 'mouse',
  parentheses: 'parenthesis',
  leaves: 'leaf',
}

/** Folds the plural of a lower-case word: `boxes` → `box`, `vertices` → `vertex`; other words stay. */
export function foldPlural(word: string): string {
  const irregular = IRREGULAR[word]
  if (irregular !== undefined) return irregular
  if (word.length <= 3 || !word.endsWith('s') || /(?:ss|us|is)$/.test(word)) return word
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`
  if (/(?:x|ch|sh|ss|zz)es$/.test(word)) return word.slice(0, -2)
  return word.slice(0, -1)
}

const PIECE =
  /\s+|(?:SASMO|AMO)\s+\d+\s+P\d\s+Q\d+|[A-Za-z]+(?![\p{L}'’])|\p{L}+(?:['’]\p{L}+)?|\d{1,3}(?:(?:,|\{,\}|,\\!)\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?|\$\$|\\textquotesingle(?: ?[a-z]\b)?|\\textbackslash(?:\$|\\?%)|\\(?:begin|end)\{[a-zA-Z]+\*?\}|\\[a-zA-Z]+|\\[^a-zA-Z]|\.\d+|\((?=[^()]{0,90}(?:Kangaroo|kangaroo|AMC|SASMO|adapted from))[^()]*\)|\[asy\][\s\S]*?(?:\[\/asy\]|$)|[\s\S]/gu

/**
 * Splits a question into the tokens that cues look at: words in singular, numbers, LaTeX commands (`\dfrac` as `\frac`),
 * symbols and drawings. Grouping braces, spacing and styling commands are dropped; `2x` gives `2` and `x`; a hyphen inside a
 * word gives two words. A dollar sign is a currency sign or a mathematics delimiter according to what follows it.
 */
export function tokeniseProblem(question: string): readonly ProblemToken[] {
  const tokens: ProblemToken[] = []
  let closing = ''
  let sentence = 0
  const push = (kind: ProblemToken['kind'], text: string, at: { start: number; raw: string }): void => {
    const written = at.raw.toLowerCase()
    tokens.push({
      kind,
      text,
      written,
      start: at.start,
      end: at.start + at.raw.length,
      math: closing !== '',
      sentence,
    })
  }
  PIECE.lastIndex = 0
  for (let match = PIECE.exec(question); match !== null; match = PIECE.exec(question)) {
    const raw = match[0]
    const at = { start: match.index, raw }
    const first = raw.charCodeAt(0)
    if (first <= 32 || (raw.length > 8 && /^(?:\(|SASMO|AMO)/.test(raw))) continue
    if (raw === '$$' || raw === '$') {
      if (closing === '' && raw === '$' && isCurrency(question, match.index)) push('symbol', '$', at)
      else closing = closing === '' ? raw : ''
    } else if (first === 92) {
      const text = commandText(raw)
      if (raw === '\\[' || raw === '\\(') closing = raw
      else if (raw === '\\]' || raw === '\\)') closing = ''
      else if (text !== '') push(text.startsWith('\\') ? 'command' : 'symbol', text, at)
    } else if (raw.startsWith('[asy]')) push('figure', '[asy]', at)
    else if (/^\.?\d/.test(raw)) push('number', raw.replaceAll(/[{},\\!]/g, ''), at)
    else if (/^\p{L}/u.test(raw) && SAME_CHARACTER[raw] === undefined) pushWord(push, at, closing !== '')
    else pushSymbol(push, at, { question, math: closing !== '' })
    if (closing === '' && isSentenceEnd(question, match.index, raw)) sentence++
  }
  return tokens
}

type Push = (kind: ProblemToken['kind'], text: string, at: { start: number; raw: string }) => void

function pushWord(push: Push, at: { start: number; raw: string }, math: boolean): void {
  const lower = at.raw.toLowerCase().replace('’', "'")
  const stem = lower.endsWith("'s") ? lower.slice(0, -2) : lower
  push('word', math && stem.length <= 2 ? stem : foldPlural(stem), at)
}

function pushSymbol(
  push: Push,
  at: { start: number; raw: string },
  place: { question: string; math: boolean },
): void {
  const { start, raw } = at
  if (raw === '{' || raw === '}' || raw === '~') return
  if (raw === '²' || raw === '³') {
    push('symbol', '^', at)
    push('number', raw === '²' ? '2' : '3', at)
    return
  }
  const same = SAME_CHARACTER[raw] ?? raw
  const before = place.question[start - 1] ?? ' '
  const after = place.question[start + 1] ?? ' '
  if (same === '-' && !place.math && /[^\s(]/.test(before) && /\p{L}/u.test(after)) return
  push(same.startsWith('\\') ? 'command' : 'symbol', same, at)
}

function commandText(raw: string): string {
  if (raw.startsWith('\\begin{') || raw.startsWith('\\end{'))
    return raw.replace('*', '').replace(/smallmatrix|[bvBV]matrix/, 'pmatrix')
  if (raw.startsWith('\\textbackslash'))
    return raw.at(-1) === '%' || raw.at(-1) === '$' ? (raw.at(-1) ?? '') : ''
  if (raw.startsWith('\\textquotesingle')) return ''
  const name = raw.slice(1)
  if (!/^[a-zA-Z]/.test(name)) {
    if (name === '%' || name === '$') return name
    if (name === '|') return raw
    return name === '{' || name === '}' || name === '\\' ? raw : ''
  }
  if (SILENT_COMMANDS.has(name)) return ''
  const same = SAME_COMMAND[name] ?? name
  return /^[a-zA-Z]/.test(same) ? `\\${same}` : same.replace('{', '\\{').replace('}', '\\}')
}

/** `$5 and $6` is money, `$5$` is mathematics: prose or a space before the next dollar sign decides. */
function isCurrency(question: string, at: number): boolean {
  if (!/^\$\s?\.?\d/.test(question.slice(at, at + 4))) return false
  const next = question.indexOf('$', at + 1)
  if (next === -1) return true
  const between = question.slice(at + 1, next)
  if (/\s$/.test(between) || /[.?]\s/.test(between)) return true
  return /(?<![\\a-zA-Z])[a-z]{2,}/i.test(between.replaceAll(/\\(?:text|mbox|mathrm)\{[^}]*\}/g, ''))
}

function isSentenceEnd(question: string, at: number, raw: string): boolean {
  if (raw !== '.' && raw !== '?' && raw !== '!') return false
  return /^(?:["')\]]?\s|["')\]]?$)/.test(question.slice(at + 1, at + 3))
}
