import { closingAt, detectFrom, textAt, type StructureDetector } from './token-patterns.ts'

const named = (text: string): StructureDetector => detectFrom([text], () => 1)

const degree: StructureDetector = detectFrom(['\\circ', 'degree'], (tokens, at) => {
  const text = textAt(tokens, at)
  if (text === '\\circ') return textAt(tokens, at - 1) === '^' || tokens[at - 1]?.kind === 'number' ? 1 : 0
  return text === 'degree' && tokens[at - 1]?.kind === 'number' ? 1 : 0
})

/** `\frac{\pi}{3}`, `2\pi/3`: a multiple of π with a divisor. */
const radian: StructureDetector = detectFrom(['\\pi', 'radian'], (tokens, at) => {
  if (textAt(tokens, at) !== '\\pi') return textAt(tokens, at) === 'radian' ? 1 : 0
  if (textAt(tokens, at - 1) === '\\frac' || textAt(tokens, at - 2) === '\\frac')
    return tokens[at + 1]?.kind === 'number' ? 2 : 0
  return textAt(tokens, at + 1) === '/' && tokens[at + 2]?.kind === 'number' ? 3 : 0
})

/** `(a, b)` with two or three entries. */
const point: StructureDetector = detectFrom(['('], (tokens, at) => {
  if (textAt(tokens, at) !== '(') return 0
  const close = closingAt(tokens, at)
  if (close < 0 || close - at > 14) return 0
  const commas = tokens.slice(at, close).filter((token) => token.text === ',').length
  const words = tokens.slice(at, close).some((token) => token.kind === 'word' && token.text.length > 3)
  return !words && (commas === 1 || commas === 2) ? close - at + 1 : 0
})

/** `[a, b]`, `(a, b]`, `(-\infty, 3)`. */
const interval: StructureDetector = detectFrom(['(', '['], (tokens, at) => {
  const open = textAt(tokens, at)
  if (open !== '(' && open !== '[') return 0
  const close = closingAt(tokens, at)
  if (close < 0 || close - at > 14) return 0
  const inside = tokens.slice(at + 1, close)
  if (inside.filter((token) => token.text === ',').length !== 1) return 0
  const square = open === '[' || textAt(tokens, close) === ']'
  return square || inside.some((token) => token.text === '\\infty') ? close - at + 1 : 0
})

const set: StructureDetector = detectFrom(['\\{'], (tokens, at) => {
  if (textAt(tokens, at) !== '\\{') return 0
  for (let close = at + 1; close < Math.min(tokens.length, at + 40); close++) {
    if (textAt(tokens, close) === '\\}') return close - at + 1
  }
  return 0
})

const triangleName: StructureDetector = detectFrom(['\\triangle', 'triangle'], (tokens, at) => {
  const head = textAt(tokens, at)
  if (head !== '\\triangle' && head !== 'triangle') return 0
  return /^[a-z]{3}$/.test(textAt(tokens, at + 1)) && tokens[at + 1]?.math === true ? 2 : 0
})

/** `121_3`, `123_{\text{five}}`. */
const base: StructureDetector = detectFrom(['_'], (tokens, at) => {
  const before = tokens[at - 1]
  if (textAt(tokens, at) !== '_' || before === undefined) return 0
  const digits =
    before.kind === 'number' || (before.kind === 'word' && before.math && /\d/.test(textAt(tokens, at - 2)))
  const after = tokens[at + 1]
  if (!digits) return 0
  if (after?.kind === 'number') return Number(after.text) >= 2 && Number(after.text) <= 36 ? 2 : 0
  return /^(?:two|three|four|five|six|seven|eight|nine|ten|twelve|sixteen|b)$/.test(after?.text ?? '') ? 2 : 0
})

const vector: StructureDetector = detectFrom(['\\vec', '\\begin{pmatrix}'], (tokens, at) => {
  const text = textAt(tokens, at)
  if (text === '\\vec') return 1
  if (text !== '\\begin{pmatrix}') return 0
  return isColumn(tokens.slice(at, at + 40).map((token) => token.text)) ? 1 : 0
})

/** A matrix with rows and no second column. */
function isColumn(texts: readonly string[]): boolean {
  const end = texts.indexOf('\\end{pmatrix}')
  const inside = texts.slice(1, end)
  return end > 0 && inside.includes('\\\\') && !inside.includes('&')
}

/** A matrix by name, or an array in brackets. */
const matrix: StructureDetector = detectFrom(['\\begin{pmatrix}', '\\begin{array}'], (tokens, at) =>
  textAt(tokens, at) === '\\begin{pmatrix}' || /^[[(|]$/.test(textAt(tokens, at - 1)) ? 1 : 0,
)

export const figureStructures: readonly (readonly [string, StructureDetector])[] = [
  ['degree', degree],
  ['radian', radian],
  ['point', point],
  ['interval', interval],
  ['set', set],
  ['asy', named('[asy]')],
  ['triangle-name', triangleName],
  ['base', base],
  ['matrix', matrix],
  ['vector', vector],
  ['digits-pattern', named('\\overline')],
  [
    'options',
    detectFrom(['('], (tokens, at) =>
      textAt(tokens, at) === '(' && /^[a]$/.test(textAt(tokens, at + 1)) && textAt(tokens, at + 2) === ')'
        ? 3
        : 0,
    ),
  ],
]
