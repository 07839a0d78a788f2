import { call, type AnswerNode } from './answer-node.ts'
import { readUnit, unitOf } from './parse-units.ts'
import { readPrimary } from './parse-primary.ts'
import { fail, isSign, maximumDepth, peek, take, type Parser } from './parser-state.ts'

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
