import type { AnswerNode } from './answer-node.ts'
import { isSign, peek, type Parser } from './parser-state.ts'
import type { Token } from './read-tokens.ts'

/** The unit that a fraction of words is: `\frac{\text{m}}{\text{s}^2}`. */
export function unitOf(node: AnswerNode): string | undefined {
  if (node.kind === 'text') return node.text
  if (node.kind !== 'call') return undefined
  const [first, second] = node.items
  const above = first === undefined ? undefined : unitOf(first)
  if (above === undefined || second === undefined) return undefined
  if (node.name === 'power')
    return second.kind === 'number' ? `${above}^${second.value.numerator}` : undefined
  const below = node.name === 'frac' || node.name === 'divide' ? unitOf(second) : undefined
  return below === undefined ? undefined : `${above}/${below}`
}

/** Words after a value, with `/`, `per` and exponents: `cm^2`, `km/h`, `red apples`. */
export function readUnit(parser: Parser): string {
  let unit = ''
  for (;;) {
    const token = peek(parser)
    if (token.kind === 'text') unit += `${unit === '' || unit.endsWith('/') ? '' : ' '}${token.text}`
    else if (isSign(parser, '%')) unit += ' %'
    else if (
      unit !== '' &&
      token.kind === 'sign' &&
      token.text === '/' &&
      isUnitToken(parser.tokens[parser.at + 1])
    ) {
      unit += '/'
    } else if (unit !== '' && token.kind === 'symbol' && unit.endsWith('/')) unit += token.text
    else if (unit !== '' && token.kind === 'sign' && token.text === '^') {
      const exponent = unitExponent(parser)
      if (exponent === undefined) return unit.trim()
      unit += exponent
      continue
    } else return unit.trim()
    parser.at++
  }
}

function isUnitToken(token: Token | undefined): boolean {
  return (
    token !== undefined && (token.kind === 'text' || (token.kind === 'symbol' && /^[a-z]$/.test(token.text)))
  )
}

/** `^2`, `^{2}`, `^{-1}` after a unit, as text; takes it. */
function unitExponent(parser: Parser): string | undefined {
  let at = parser.at + 1
  const braced = parser.tokens[at]?.text === '{'
  if (braced) at++
  const negative = parser.tokens[at]?.text === '-'
  if (negative) at++
  const number = parser.tokens[at]
  if (number?.kind !== 'number' || (braced && parser.tokens[at + 1]?.text !== '}')) return undefined
  parser.at = at + (braced ? 2 : 1)
  return `^${negative ? '-' : ''}${number.text}`
}
