import { rational } from '../exact-number/rational.ts'
import { call, type AnswerNode } from './answer-node.ts'
import { readPrimary } from './parse-primary.ts'
import type { Token } from './read-tokens.ts'

/** A place among tokens. Mutable: one per answer. `fail` moves to the end, so every loop stops. */
export interface Parser {
  readonly tokens: readonly Token[]
  at: number
  depth: number
  failed: boolean
  /** Inside `|…|` or `{x | …}` a bar closes. */
  bars: number
}

const maximumDepth = 60
const nothing: AnswerNode = { kind: 'number', value: rational(0n), places: -1, significant: 0 }

/** The meaning of answer tokens; `undefined` where they are no formula that is understood. Bounded by tokens and a depth of 60. */
export function parseAnswer(tokens: readonly Token[]): AnswerNode | undefined {
  const parser: Parser = { tokens, at: 0, depth: 0, failed: false, bars: 0 }
  const node = readList(parser)
  return parser.failed || peek(parser).kind !== 'end' ? undefined : node
}

export function fail(parser: Parser): AnswerNode {
  parser.failed = true
  parser.at = parser.tokens.length - 1
  return nothing
}

export function peek(parser: Parser): Token {
  return parser.tokens[parser.at] as Token
}

export function isSign(parser: Parser, sign: string): boolean {
  const token = peek(parser)
  return token.kind === 'sign' && token.text === sign
}

/** Takes a sign where it stands next. */
export function take(parser: Parser, sign: string): boolean {
  if (!isSign(parser, sign)) return false
  parser.at++
  return true
}

/** Clauses between commas, semicolons, `and` and `or`; one clause stands for itself. `or` and `and` of conditions are kept as calls. */
export function readList(parser: Parser): AnswerNode {
  if (++parser.depth > maximumDepth) return fail(parser)
  const rows: AnswerNode[][] = [[readClause(parser)]]
  let joint = ''
  for (let separator = nextSeparator(parser); separator !== ''; separator = nextSeparator(parser)) {
    const kind = peek(parser).kind
    // A list may end on a separator: `1, 2,`.
    if (kind === 'end' || isClosing(parser)) break
    if (separator === ';') rows.push([])
    else if (separator !== ',') joint = separator
    rows.at(-1)?.push(readClause(parser))
  }
  parser.depth--
  const lists = rows.map((row) => joined(row, joint))
  return lists.length === 1 && lists[0] !== undefined ? lists[0] : group('', lists)
}

function joined(items: readonly AnswerNode[], joint: string): AnswerNode {
  const [only] = items
  if (items.length === 1 && only !== undefined) return only
  const conditions =
    joint !== '' && items.every((item) => item.kind === 'relation' && item.signs.some((sign) => sign !== '='))
  return conditions ? call(joint, ...items) : group('', items)
}

function group(open: string, items: readonly AnswerNode[]): AnswerNode {
  return { kind: 'group', open, close: open, items }
}

function isClosing(parser: Parser): boolean {
  const token = peek(parser)
  return token.kind === 'sign' && [')', ']', '}', '\\}', '|>', '|'].includes(token.text)
}

/** Passes over separators that stand together: `, and`. */
function nextSeparator(parser: Parser): string {
  let found = ''
  for (;;) {
    const token = peek(parser)
    if (token.kind !== 'sign') return found
    if (token.text === ',' || token.text === ';' || token.text === 'and' || token.text === 'or') {
      if (found === '' || found === ',') found = token.text
      parser.at++
    } else return found
  }
}

const relationSigns = new Set(['=', '!=', '<', '>', '<=', '>=', '~', 'in'])

function readClause(parser: Parser): AnswerNode {
  const sides: AnswerNode[] = [readUnion(parser)]
  const signs: string[] = []
  for (;;) {
    const token = peek(parser)
    if (token.kind !== 'sign') break
    if (!relationSigns.has(token.text)) break
    parser.at++
    signs.push(token.text)
    sides.push(readUnion(parser))
  }
  const [only] = sides
  if (signs.length === 0 && only !== undefined) return only
  return { kind: 'relation', signs, sides }
}

function readUnion(parser: Parser): AnswerNode {
  let left = readRatio(parser)
  for (;;) {
    const token = peek(parser)
    if (token.kind !== 'sign' || (token.text !== 'cup' && token.text !== 'cap' && token.text !== 'setminus'))
      return left
    parser.at++
    left = call(token.text, left, readRatio(parser))
  }
}

/** `2:3:5`. Inside a set braces a colon reads "such that" and is left alone. */
function readRatio(parser: Parser): AnswerNode {
  const first = readSum(parser)
  if (parser.bars > 0 || !isSign(parser, ':')) return first
  const parts = [first]
  while (take(parser, ':')) parts.push(readSum(parser))
  return call('ratio', ...parts)
}

export function readSum(parser: Parser): AnswerNode {
  if (++parser.depth > maximumDepth) return fail(parser)
  const terms: AnswerNode[] = [readProduct(parser)]
  for (;;) {
    const token = peek(parser)
    if (token.kind !== 'sign') break
    if (token.text === '+') {
      parser.at++
      terms.push(readProduct(parser))
    } else if (token.text === '-') {
      parser.at++
      terms.push(call('negate', readProduct(parser)))
    } else if (token.text === 'pm' || token.text === 'mp') {
      parser.at++
      terms.push(call(token.text, readProduct(parser)))
    } else break
  }
  parser.depth--
  const total = totalOf(terms)
  if (peek(parser).kind !== 'name' || peek(parser).text !== 'over') return total
  parser.at++
  return call('frac', total, readSum(parser))
}

/** A sum; the unit after its last term is the unit of the whole: `480 + 480\sqrt{3} feet`. */
function totalOf(terms: readonly AnswerNode[]): AnswerNode {
  const [only] = terms
  if (terms.length === 1 && only !== undefined) return only
  const last = terms.at(-1)
  const hasOneUnit =
    last?.kind === 'quantity' &&
    last.unit !== '%' &&
    terms.slice(0, -1).every((term) => term.kind !== 'quantity')
  if (!hasOneUnit) return call('add', ...terms)
  return { kind: 'quantity', value: call('add', ...terms.slice(0, -1), last.value), unit: last.unit }
}

function readProduct(parser: Parser): AnswerNode {
  let left = readSigned(parser)
  for (;;) {
    const token = peek(parser)
    if (token.kind === 'sign' && (token.text === '*' || token.text === '/')) {
      parser.at++
      const right = readSigned(parser)
      left = token.text === '*' ? multiply(left, right) : call('divide', left, right)
    } else if (token.kind === 'sign' && token.text === 'mod') {
      parser.at++
      left = call('mod', left, readSigned(parser))
    } else if (token.kind === 'text' || isSign(parser, '%')) {
      const unit = readUnit(parser)
      if (unit === '') return left
      left = { kind: 'quantity', value: left, unit }
    } else if (startsFactor(parser)) {
      const right = readPower(parser)
      const unit = unitOf(right)
      left = unit === undefined ? beside(left, right, parser) : { kind: 'quantity', value: left, unit }
    } else return left
  }
}

/** The unit that a fraction of words is: `\frac{\text{m}}{\text{s}^2}`. */
function unitOf(node: AnswerNode): string | undefined {
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

function multiply(left: AnswerNode, right: AnswerNode): AnswerNode {
  return left.kind === 'call' && left.name === 'multiply'
    ? call('multiply', ...left.items, right)
    : call('multiply', left, right)
}

/** Two values side by side: a product, or a mixed number where a whole number stands before a proper fraction. */
function beside(left: AnswerNode, right: AnswerNode, parser: Parser): AnswerNode {
  if (left.kind === 'number' && left.places === -1) {
    if (isPlainFraction(right)) return call('mixed', left, right)
    // `2 5/8` in plain text.
    if (right.kind === 'number' && isSign(parser, '/')) {
      parser.at++
      const below = peek(parser)
      if (below.kind !== 'number') return fail(parser)
      return call('mixed', left, call('divide', right, readPower(parser)))
    }
    if (right.kind === 'number') return fail(parser)
  }
  if (right.kind === 'number') return fail(parser)
  return multiply(left, right)
}

function isPlainFraction(node: AnswerNode): boolean {
  return (
    node.kind === 'call' &&
    node.name === 'frac' &&
    node.items.every((item) => item.kind === 'number' && item.places === -1)
  )
}

function startsFactor(parser: Parser): boolean {
  const token = peek(parser)
  switch (token.kind) {
    case 'number':
      return true
    case 'symbol':
      return true
    case 'name':
      return !token.text.startsWith('end') && token.text !== 'over'
    case 'sign':
      if (token.text === '|') return parser.bars === 0
      return ['(', '[', '{', '\\{', 'lfloor', 'lceil', '<|', 'currency', 'dots'].includes(token.text)
    default:
      return false
  }
}

function readSigned(parser: Parser): AnswerNode {
  let negative = false
  for (;;) {
    if (take(parser, '-')) negative = !negative
    else if (!take(parser, '+')) break
  }
  if (isSign(parser, 'pm') || isSign(parser, 'mp')) {
    const sign = peek(parser).text
    parser.at++
    return call(sign, readSigned(parser))
  }
  const value = readPower(parser)
  if (!negative) return value
  // The sign of a mixed number or a product side by side covers the whole of it; the caller multiplies on.
  return negateFirst(value, parser)
}

function negateFirst(value: AnswerNode, parser: Parser): AnswerNode {
  let whole = value
  while (startsFactor(parser) && !parser.failed) whole = beside(whole, readPower(parser), parser)
  return call('negate', whole)
}

/** A base with its postfix signs and exponent, which binds to the right: `2^3^2` is `2^9`. */
export function readPower(parser: Parser): AnswerNode {
  if (++parser.depth > maximumDepth) return fail(parser)
  let base = readPostfix(parser, readPrimary(parser))
  while (take(parser, '^')) {
    if (isSign(parser, 'deg')) break
    const exponent = readExponent(parser)
    base = readPostfix(parser, call('power', base, exponent))
  }
  if (take(parser, 'deg')) base = call('degrees', base)
  parser.depth--
  return base
}

export function readExponent(parser: Parser): AnswerNode {
  if (take(parser, '-')) return call('negate', readPower(parser))
  if (take(parser, '+')) return readPower(parser)
  return readPower(parser)
}

function readPostfix(parser: Parser, start: AnswerNode): AnswerNode {
  let value = start
  for (;;) {
    if (take(parser, '!')) value = call('factorial', value)
    else if (isSign(parser, "'") && value.kind === 'symbol') {
      parser.at++
      value = { kind: 'symbol', name: `${value.name}'` }
    } else if (isSign(parser, "'") && value.kind === 'number') {
      parser.at++
      value = { kind: 'quantity', value, unit: take(parser, "'") ? 'inches' : 'feet' }
    } else if (isSign(parser, '^') && isDegreeAfter(parser)) {
      value = call('degrees', value)
    } else return value
  }
}

/** `^\circ` and `^{\circ}`; takes it. */
function isDegreeAfter(parser: Parser): boolean {
  const [first, second, third] = parser.tokens.slice(parser.at + 1, parser.at + 4)
  if (first?.kind === 'sign' && first.text === 'deg') {
    parser.at += 2
    return true
  }
  if (first?.text === '{' && second?.kind === 'sign' && second.text === 'deg' && third?.text === '}') {
    parser.at += 4
    return true
  }
  return false
}

/** Words after a value, with `/`, `per` and exponents: `cm^2`, `km/h`, `red apples`. */
function readUnit(parser: Parser): string {
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
