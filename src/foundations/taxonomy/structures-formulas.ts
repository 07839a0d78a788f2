import {
  closingAt,
  detectAt,
  detectFrom,
  formulaSpans,
  isUnknown,
  textAt,
  type StructureDetector,
  type TokenSpan,
} from './token-patterns.ts'
import type { ProblemToken } from './tokenise-problem.ts'

type Tokens = readonly ProblemToken[]

/** Formulas that hold a relation sign and, for a condition, at least one unknown. */
function relations(signs: ReadonlySet<string>): StructureDetector {
  return (tokens) =>
    formulaSpans(tokens).filter(([start, end]) => {
      let sign = false
      let unknown = false
      for (let at = start; at < end; at++) {
        sign ||= signs.has(textAt(tokens, at))
        unknown ||= isUnknown(tokens, at) || hasProductOfLetters(tokens, at)
      }
      return sign && unknown
    })
}

/** `xy`, `abc`: lower-case letters side by side in mathematics. */
function hasProductOfLetters(tokens: Tokens, at: number): boolean {
  const token = tokens[at]
  if (token === undefined || !token.math || token.kind !== 'word') return false
  return /^[a-z]{2,3}$/.test(token.text) && token.end - token.start === token.text.length
}

const equation = relations(new Set(['=']))
const inequality = relations(new Set(['<', '>', '\\le', '\\ge']))

const system: StructureDetector = (tokens) => {
  const spans = equation(tokens)
  const joined: TokenSpan[] = []
  let signs = 0
  for (const [start, end] of spans)
    for (let at = start; at < end; at++) if (textAt(tokens, at) === '=') signs++
  const [first] = spans
  const last = spans.at(-1)
  if (signs >= 2 && first !== undefined && last !== undefined) joined.push([first[0], last[1]])
  return joined
}

/** An equation in one unknown without powers, roots or functions of it. */
const linearEquation: StructureDetector = (tokens) =>
  equation(tokens).filter(([start, end]) => {
    const letters = new Set<string>()
    for (let at = start; at < end; at++) {
      const text = textAt(tokens, at)
      if (/^(?:[\^|_,:]|\\(?:sqrt|log|ln|sin|cos|tan|le|ge|int|sum|lfloor|lim|pi|begin.*))$/.test(text))
        return false
      if (isUnknown(tokens, at)) letters.add(text)
      else if (tokens[at]?.kind === 'word') return false
    }
    return letters.size === 1
  })

/** An unknown with a given exponent, and no higher one in the same formula. */
function degree(power: number): StructureDetector {
  return (tokens) =>
    formulaSpans(tokens).filter(([start, end]) => {
      let highest = 0
      for (let at = start; at < end; at++) {
        if (textAt(tokens, at) !== '^' || !isUnknown(tokens, at - 1)) continue
        const exponent = Number(textAt(tokens, at + 1))
        if (Number.isInteger(exponent)) highest = Math.max(highest, exponent)
      }
      return highest === power
    })
}

/** Two and more powers of an unknown, or one from degree 3 up, joined by plus or minus. */
const polynomial: StructureDetector = (tokens) =>
  formulaSpans(tokens).filter(([start, end]) => {
    let highest = 0
    let joins = 0
    for (let at = start; at < end; at++) {
      const text = textAt(tokens, at)
      if (text === '+' || text === '-') joins++
      if (text === '^' && isUnknown(tokens, at - 1))
        highest = Math.max(highest, Number(textAt(tokens, at + 1)) || 0)
    }
    return highest >= 2 && highest < 40 && joins >= 2
  })

const FUNCTION_LETTERS = 'f g h p q w k r s t n m u v'.split(' ')

/** `f(x)`; other letters than the usual ones only where they are defined, as in `w(x)=`. */
const functionForm: StructureDetector = detectFrom(FUNCTION_LETTERS, (tokens, at) => {
  if (textAt(tokens, at + 1) !== '(') return 0
  if (
    !/^[fghpq]$/.test(textAt(tokens, at)) &&
    (textAt(tokens, at + 3) !== ')' || textAt(tokens, at + 4) !== '=')
  )
    return 0
  const close = closingAt(tokens, at + 1)
  return close > at + 2 && close - at < 16 ? close - at + 1 : 0
})

const TRIG = new Set(['sin', 'cos', 'tan', 'cot', 'sec', 'csc', 'sine', 'cosine', 'tangent'])
const trig: StructureDetector = detectAt((tokens, at) => {
  const text = textAt(tokens, at)
  if (text.startsWith('\\')) return TRIG.has(text.slice(1)) ? 1 : 0
  return tokens[at]?.math === true && TRIG.has(text) ? 1 : 0
})

const exponent: StructureDetector = detectFrom(['^'], (tokens, at) => {
  if (textAt(tokens, at) !== '^' || textAt(tokens, at + 1) === '\\circ') return 0
  const next = tokens[at + 1]
  return next?.kind === 'number' || next?.kind === 'word' || next?.text === '-' || next?.text === '\\frac'
    ? 2
    : 0
})

const bigExponent: StructureDetector = detectFrom(['^'], (tokens, at) => {
  if (textAt(tokens, at) !== '^') return 0
  const next = tokens[at + 1]
  if (next?.kind === 'number') return Number(next.text) >= 10 ? 2 : 0
  return next?.kind === 'word' && next.text.length === 1 ? 2 : 0
})

/** A number to a power that holds an unknown: `4^{-3v}`, `2^x`. */
const variableExponent: StructureDetector = detectFrom(['^'], (tokens, at) => {
  if (tokens[at - 1]?.kind !== 'number') return 0
  for (let end = at + 1; end < at + 5; end++) {
    if (isUnknown(tokens, end)) return end + 1 - at
    if (tokens[end]?.kind !== 'number' && !/^[-+]$/.test(textAt(tokens, end))) return 0
  }
  return 0
})

const derivative: StructureDetector = detectAt((tokens, at) => {
  const text = textAt(tokens, at)
  if (text === '\\frac') {
    if (textAt(tokens, at + 1) === 'd' && /^d[a-z]$/.test(textAt(tokens, at + 2))) return 3
    return /^d[a-z]$/.test(textAt(tokens, at + 1)) && /^d[a-z]$/.test(textAt(tokens, at + 2)) ? 3 : 0
  }
  const primed = textAt(tokens, at + 1) === "'" && tokens[at]?.end === tokens[at + 1]?.start
  return primed && /^[fghyuv]$/.test(text) && /^[(=+\-']$/.test(textAt(tokens, at + 2)) ? 2 : 0
})

/** The letter i as a number: beside an operator or coefficient in mathematics. */
const complex: StructureDetector = detectFrom(['i'], (tokens, at) => {
  const token = tokens[at]
  if (token?.math !== true || token.written !== 'i') return 0
  const before = textAt(tokens, at - 1)
  const after = textAt(tokens, at + 1)
  if (before === '_' || before === '=' || after === '=' || before === '\\sum') return 0
  if (/^[-+]$/.test(before) || tokens[at - 1]?.kind === 'number') return 1
  return after === '^' || /^[-+]$/.test(after) ? 1 : 0
})

const log: StructureDetector = detectFrom(['\\log', '\\ln', '\\lg'], () => 1)

const command = (name: string): StructureDetector => detectFrom([name], () => 1)

/** `n!` in mathematics. */
const factorial: StructureDetector = detectFrom(['!'], (tokens, at) => {
  const token = tokens[at]
  if (token?.text !== '!' || at === 0 || tokens[at - 1]?.end !== token.start) return 0
  const before = tokens[at - 1]
  return before?.kind === 'number' || (token.math && (before?.text === ')' || before?.text.length === 1))
    ? 1
    : 0
})

/** `\binom`, `n \choose k`, `C_5^2`. */
const binomial: StructureDetector = detectFrom(['\\binom', '\\choose', 'c'], (tokens, at) => {
  const text = textAt(tokens, at)
  if (text === '\\binom' || text === '\\choose') return 1
  return text === 'c' && textAt(tokens, at + 1) === '_' && textAt(tokens, at + 3) === '^' ? 5 : 0
})

export const formulaStructures: readonly (readonly [string, StructureDetector])[] = [
  ['equation', equation],
  ['linear-equation', linearEquation],
  ['inequality', inequality],
  ['system', system],
  ['quadratic', degree(2)],
  ['cubic', degree(3)],
  ['polynomial', polynomial],
  ['function', functionForm],
  ['sqrt', command('\\sqrt')],
  ['log', log],
  ['trig', trig],
  ['exponent', exponent],
  ['big-exponent', bigExponent],
  ['variable-exponent', variableExponent],
  ['unknown', detectAt((tokens, at) => (isUnknown(tokens, at) ? 1 : 0))],
  ['derivative', derivative],
  ['limit', command('\\lim')],
  ['integral', detectFrom(['\\int', '\\iint', '\\iiint', '\\oint'], () => 1)],
  ['sum', command('\\sum')],
  ['product', command('\\prod')],
  ['factorial', factorial],
  ['binomial', binomial],
  ['complex', complex],
  ['modulo', command('\\pmod')],
  ['absolute', detectFrom(['|'], absoluteAt)],
  ['floor', command('\\lfloor')],
  ['ceiling', command('\\lceil')],
]

function absoluteAt(tokens: Tokens, at: number): number {
  if (textAt(tokens, at) !== '|') return 0
  for (let close = at + 2; close < Math.min(tokens.length, at + 16); close++) {
    if (textAt(tokens, close) !== '|') continue
    return tokens.slice(at, close).some((token) => token.kind !== 'symbol') ? close - at + 1 : 0
  }
  return 0
}
