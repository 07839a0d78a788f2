import { rememberByProblem, textAt, type TokenSpan } from './token-patterns.ts'
import type { ProblemToken } from './tokenise-problem.ts'

type Tokens = readonly ProblemToken[]

/** A written calculation without letters: numbers joined by operation signs. */
export interface Calculation {
  readonly span: TokenSpan
  readonly signs: ReadonlySet<string>
  readonly numbers: readonly string[]
  readonly fractions: number
  readonly dots: boolean
  readonly powers: boolean
}

/** Operation signs by token. */
export const SIGNS: Readonly<Record<string, string>> = {
  '+': '+', '-': '-', '*': '×', '\\times': '×', '\\cdot': '×', '/': '÷', '\\div': '÷',
} // prettier-ignore

const PARTS = new Set(['(', ')', '[', ']', '\\frac', '\\ldots', '^', '.'])

/** The calculations of a problem, in order. */
export const calculations: (tokens: Tokens) => readonly Calculation[] = rememberByProblem(findCalculations)

function findCalculations(tokens: Tokens): readonly Calculation[] {
  const found: Calculation[] = []
  let start = -1
  for (let at = 0; at <= tokens.length; at++) {
    const token = tokens[at]
    const inside =
      token !== undefined &&
      (token.kind === 'number' || SIGNS[token.text] !== undefined || isPart(tokens, at))
    if (inside && start < 0) start = at
    if (!inside && start >= 0) {
      const calculation = readCalculation(tokens, [start, at])
      if (calculation !== undefined) found.push(calculation)
      start = -1
    }
  }
  return found
}

/** A full stop belongs to a calculation only as a row of dots. */
function isPart(tokens: Tokens, at: number): boolean {
  const text = textAt(tokens, at)
  return PARTS.has(text) && (text !== '.' || textAt(tokens, at + 1) === '.' || textAt(tokens, at - 1) === '.')
}

function readCalculation(tokens: Tokens, span: TokenSpan): Calculation | undefined {
  const part = tokens.slice(span[0], span[1])
  const numbers = part.filter((token) => token.kind === 'number').map((token) => token.text)
  const signs = new Set<string>()
  let fractions = 0
  for (const [at, token] of part.entries()) {
    const sign = SIGNS[token.text]
    const written = token.text === '/' && isNumeral(part[at - 1]) && isNumeral(part[at + 1])
    const plain = isNumeral(part[at + 1]) && (isNumeral(part[at + 2]) || textAt(part, at + 1).length === 2)
    if (written || (token.text === '\\frac' && plain)) fractions++
    else if (token.text === '\\frac') signs.add('÷')
    else if (sign !== undefined && at > 0 && !/^[(+\-[^]$/.test(textAt(part, at - 1))) signs.add(sign)
  }
  const powerOfTen = part.some((token, at) => token.text === '10' && textAt(part, at + 1) === '^')
  if (numbers.length < 2 || signs.size === 0 || powerOfTen || !standsAlone(tokens, span)) return undefined
  return {
    span,
    signs,
    numbers,
    fractions,
    dots: part.some((token) => token.text === '\\ldots' || token.text === '.'),
    powers: part.some((token) => token.text === '^'),
  }
}

/** No part of an expression with letters, and no range such as `1-6`. */
function standsAlone(tokens: Tokens, [start, end]: TokenSpan): boolean {
  const isLetter = (token: ProblemToken | undefined): boolean =>
    token?.math === true &&
    (token.kind === 'word' ? token.text.length < 3 : token.kind === 'command' && !FREE.has(token.text))
  if (isLetter(tokens[start - 1]) || isLetter(tokens[end]) || /^[\^)]$/.test(textAt(tokens, start)))
    return false
  if (/^[&^_|]$/.test(textAt(tokens, start - 1)) || /^[&^_|]$/.test(textAt(tokens, end))) return false
  const range = end - start === 3 && textAt(tokens, start + 1) === '-' && textAt(tokens, end) !== '='
  return (
    !range ||
    /^(?:calculate|compute|evaluate|is|find|of|:|=|subtract|simplify)$/.test(textAt(tokens, start - 1))
  )
}

/** Commands that may stand beside a calculation without being part of it. */
const FREE = new Set(['\\le', '\\ge', '\\approx', '\\ldots', '\\\\', '\\square', '\\Box', '\\ne'])

/** A number in digits. */
export const isNumeral = (token: ProblemToken | undefined): boolean => token?.kind === 'number'
