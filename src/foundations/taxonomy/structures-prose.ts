import {
  detectAt,
  detectFrom,
  isNumber,
  isUnknown,
  textAt,
  type StructureDetector,
} from './token-patterns.ts'
import type { ProblemToken } from './tokenise-problem.ts'

type Tokens = readonly ProblemToken[]

const OPERATION = /^(?:[-+*/=<>^]|\\(?:times|div|cdot|le|ge))$/

/** A letter that is reckoned with: beside a number, an operation or another such letter. */
const variableAlgebra: StructureDetector = detectAt((tokens, at) => {
  if (!isUnknown(tokens, at)) return 0
  const joined = tokens[at - 1]?.kind === 'number' && tokens[at - 1]?.end === tokens[at]?.start
  return joined || OPERATION.test(textAt(tokens, at + 1)) || OPERATION.test(textAt(tokens, at - 1)) ? 1 : 0
})

/** A story: eight words and more, two numbers, a full sentence, and no letter that is reckoned with. Spans the whole question. */
const wordProblem: StructureDetector = (tokens) => {
  let words = 0
  let numbers = 0
  for (const token of tokens) {
    if (token.kind === 'word' && !token.math && token.text.length > 1) words++
    if (isNumber(token)) numbers++
  }
  if (words < 8 || numbers === 0 || hasFormulas(tokens)) return []
  return variableAlgebra(tokens).length > 0 ? [] : [[0, tokens.length]]
}

function hasFormulas(tokens: Tokens): boolean {
  return tokens.some((token) =>
    /^(?:\^|=|\\(?:sqrt|log|sin|cos|tan|angle|triangle|overline|binom|int|sum|circ))$/.test(token.text),
  )
}

/** `3:5`, `a:b:c`, but not a time of day. */
const ratio: StructureDetector = detectFrom([':'], (tokens, at) => {
  if (textAt(tokens, at) !== ':') return 0
  const terms = [tokens[at - 1], tokens[at + 1]]
  if (!terms.every((token) => token?.kind === 'number' || (token?.math === true && token.text.length === 1)))
    return 0
  return /^(?:am|pm|a|p)$/.test(textAt(tokens, at + 2)) || /^0\d|00$/.test(textAt(tokens, at + 1)) ? 0 : 1
})

/** A part of something: `\frac{2}{3} of`, `two thirds of`. */
const fractionOf: StructureDetector = detectFrom(['\\frac', '#', 'one'], (tokens, at) => {
  if (textAt(tokens, at) === '\\frac')
    return isNumber(tokens[at + 1]) && textAt(tokens, at + 3) === 'of' ? 4 : 0
  if (textAt(tokens, at + 1) === '/') return isNumber(tokens[at]) && textAt(tokens, at + 3) === 'of' ? 4 : 0
  const part = /^(?:half|third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth)$/.test(
    textAt(tokens, at + 1),
  )
  return part && (isNumber(tokens[at]) || textAt(tokens, at) === 'one') && textAt(tokens, at + 2) === 'of'
    ? 3
    : 0
})

/** Three fractions and more, set off by commas. */
const fractionList: StructureDetector = (tokens) => {
  const starts = tokens.flatMap((token, at) =>
    token.text === '\\frac' && isNumber(tokens[at + 1]) && /^(?:,|and|or)$/.test(textAt(tokens, at + 3))
      ? [at]
      : [],
  )
  const [first] = starts
  const last = starts.at(-1)
  return starts.length >= 2 && first !== undefined && last !== undefined ? [[first, last + 4]] : []
}

export const proseStructures: readonly (readonly [string, StructureDetector])[] = [
  ['variable-algebra', variableAlgebra],
  ['word-problem', wordProblem],
  ['ratio', ratio],
  ['fraction-of', fractionOf],
  ['fraction-list', fractionList],
]
