import { rational } from '../exact-number/rational.ts'
import { call, type AnswerNode } from './answer-node.ts'
import { readMatrix } from './parse-matrix.ts'
import {
  fail,
  isSign,
  peek,
  readExponent,
  readList,
  readPower,
  readSum,
  take,
  type Parser,
} from './parse-answer.ts'

/** A number, symbol, bracket, function or command with its arguments. */
export function readPrimary(parser: Parser): AnswerNode {
  const token = peek(parser)
  switch (token.kind) {
    case 'number': {
      parser.at++
      const literal = token.literal
      if (literal === undefined) return fail(parser)
      if (isSign(parser, '_')) return readBase(parser, literal.raw)
      if (literal.raw.length > 2_000) return fail(parser)
      return {
        kind: 'number',
        value: literal.value,
        places: literal.places,
        significant: literal.significant,
      }
    }
    case 'symbol':
      parser.at++
      return readSymbol(parser, token.text)
    case 'text':
      return readWords(parser)
    case 'name':
      parser.at++
      return readName(parser, token.text)
    case 'sign':
      return readBracket(parser, token.text)
    default:
      return fail(parser)
  }
}

/** `1011_2`, `1A_{16}` where the digits are plain; other subscripts of numbers have no meaning. */
function readBase(parser: Parser, digits: string): AnswerNode {
  parser.at++
  const base = subscriptText(parser)
  if (base === undefined || !/^\d+$/.test(digits)) return fail(parser)
  return baseNode(digits, base)
}

const baseWords: Readonly<Record<string, string>> = {
  two: '2',
  three: '3',
  four: '4',
  five: '5',
  six: '6',
  seven: '7',
  eight: '8',
  nine: '9',
  ten: '10',
}

function baseNode(digits: string, base: string): AnswerNode {
  return { kind: 'based', digits: digits.replace(/^0+(?=.)/, ''), base: baseWords[base] ?? base }
}

/** A subscript as text: `_1`, `_{n+1}`. */
function subscriptText(parser: Parser): string | undefined {
  if (!take(parser, '{')) {
    const token = peek(parser)
    if (token.kind !== 'number' && token.kind !== 'symbol' && token.kind !== 'text') return undefined
    parser.at++
    return token.text
  }
  let text = ''
  let depth = 0
  for (let count = 0; count < 40; count++) {
    const token = peek(parser)
    if (token.kind === 'end') return undefined
    parser.at++
    if (token.text === '{') depth++
    if (token.text === '}' && depth-- === 0) return text
    text += token.text
  }
  return undefined
}

/** Letters that stand for functions where a bracket follows at once. */
const functionLetters = new Set(['f', 'g', 'h', 'F', 'G', 'P', 'W', 'p', 'q'])

function readSymbol(parser: Parser, name: string): AnswerNode {
  let full = name
  if (take(parser, '_')) {
    const subscript = subscriptText(parser)
    if (subscript === undefined) return fail(parser)
    full = `${name}_${subscript}`
  }
  if (name === 'angle' || name === 'triangle') return readFigure(parser, name)
  while (take(parser, "'")) full += "'"
  if ((functionLetters.has(name) || full.endsWith("'")) && isSign(parser, '(') && !peek(parser).spaced) {
    const argument = readPrimary(parser)
    const items = argument.kind === 'group' ? argument.items : [argument]
    return call(`function ${full}`, ...items)
  }
  return { kind: 'symbol', name: full }
}

/** `\triangle ABC`: the letters after it are one name. */
function readFigure(parser: Parser, name: string): AnswerNode {
  let letters = ''
  while (peek(parser).kind === 'symbol' && letters.length < 6) {
    letters += peek(parser).text
    parser.at++
  }
  return { kind: 'symbol', name: `${name} ${letters}` }
}

function readWords(parser: Parser): AnswerNode {
  const words: string[] = []
  while (peek(parser).kind === 'text') {
    words.push(peek(parser).text)
    parser.at++
  }
  return { kind: 'text', text: words.join(' ') }
}

const closing: Readonly<Record<string, readonly string[]>> = {
  '(': [')', ']'],
  '[': [']', ')'],
  '\\{': ['\\}'],
  '<|': ['|>'],
  '{': ['}'],
}

function readBracket(parser: Parser, open: string): AnswerNode {
  parser.at++
  if (open === '|') return readAbsolute(parser)
  if (open === 'currency') return { kind: 'quantity', value: readPower(parser), unit: 'dollars' }
  if (open === 'dots') return { kind: 'symbol', name: 'dots' }
  if (open === 'lfloor') return readRounded(parser, 'floor', 'rfloor')
  if (open === 'lceil') return readRounded(parser, 'ceil', 'rceil')
  const ends = closing[open]
  if (ends === undefined) return fail(parser)
  for (const end of ends)
    if (take(parser, end)) return { kind: 'group', open: openOf(open), close: openOf(open), items: [] }
  const bars = parser.bars
  parser.bars = open === '\\{' ? 1 : 0
  const content = readList(parser)
  const isBuilder = open === '\\{' && (isSign(parser, '|') || isSign(parser, ':'))
  if (isBuilder) {
    parser.at++
    parser.bars = 0
    return endBuilder(parser, content, bars)
  }
  parser.bars = bars
  const end = peek(parser).text
  if (peek(parser).kind !== 'sign' || !ends.includes(end)) return fail(parser)
  parser.at++
  return closeGroup(parser, open, end, content)
}

function openOf(open: string): string {
  return open === '\\{' ? '{' : open === '<|' ? '<' : open === '{' ? '{' : open
}

function closeGroup(parser: Parser, open: string, end: string, content: AnswerNode): AnswerNode {
  const items = content.kind === 'group' && content.open === '' ? content.items : [content]
  if (open === '\\{') return { kind: 'group', open: '{', close: '{', items }
  if (open === '<|') return { kind: 'group', open: '<', close: '<', items }
  if (items.length === 1) {
    // `(1011)_2`
    if (isSign(parser, '_') && content.kind === 'number') {
      const digits = parser.tokens[parser.at - 2]
      return digits?.kind === 'number' ? readBase(parser, digits.text) : fail(parser)
    }
    return end === ')' || end === ']' || end === '}' ? content : fail(parser)
  }
  if (open === '{') return { kind: 'group', open: '{', close: '{', items }
  return { kind: 'group', open, close: end === ')' ? '(' : '[', items }
}

function endBuilder(parser: Parser, head: AnswerNode, bars: number): AnswerNode {
  const condition = readList(parser)
  parser.bars = bars
  if (!take(parser, '\\}')) return fail(parser)
  const variable = head.kind === 'relation' && head.signs[0] === 'in' ? head.sides[0] : head
  return variable?.kind === 'symbol' ? { kind: 'builder', name: variable.name, condition } : fail(parser)
}

function readAbsolute(parser: Parser): AnswerNode {
  parser.bars++
  const inner = readSum(parser)
  parser.bars--
  return take(parser, '|') ? call('abs', inner) : fail(parser)
}

function readRounded(parser: Parser, name: string, end: string): AnswerNode {
  const inner = readSum(parser)
  return take(parser, end) ? call(name, inner) : fail(parser)
}

function readName(parser: Parser, name: string): AnswerNode {
  switch (name) {
    case 'frac':
      return call('frac', readArgument(parser), readArgument(parser))
    case 'binom':
      return call('binom', readArgument(parser), readArgument(parser))
    case 'sqrt':
    case 'radic':
      return readRoot(parser)
    case 'cbrt':
    case 'cuberoot':
      return call(
        'root',
        { kind: 'number', value: rational(3n), places: -1, significant: 1 },
        readExponent(parser),
      )
    case 'overline':
    case 'bar':
    case 'dot':
      return call(name, readArgument(parser))
    case 'emptyset':
    case 'varnothing':
      return { kind: 'group', open: '{', close: '{', items: [] }
    case 'angle':
    case 'triangle':
      return readFigure(parser, name)
    case 'sum':
    case 'prod':
      return readSeries(parser, name)
    case 'not':
      return fail(parser)
    case 'log':
      return readLogarithm(parser)
    default:
      return name.startsWith('begin ') ? readMatrix(parser, name.slice(6)) : readFunction(parser, name)
  }
}

/** A braced argument, or one token. */
function readArgument(parser: Parser): AnswerNode {
  if (isSign(parser, '-')) return fail(parser)
  return readPrimary(parser)
}

function readRoot(parser: Parser): AnswerNode {
  if (take(parser, '[')) {
    const degree = readSum(parser)
    if (!take(parser, ']')) return fail(parser)
    return call('root', degree, readArgument(parser))
  }
  return call('sqrt', readArgument(parser))
}

/** `\sin^2 x`, `\sin(2x)`, `sin 2x`: the argument runs over the factors that follow, up to another function. */
function readFunction(parser: Parser, name: string): AnswerNode {
  let power: AnswerNode | undefined
  if (take(parser, '^')) power = readExponent(parser)
  const argument = readFunctionArgument(parser)
  const inverse =
    power?.kind === 'call' &&
    power.name === 'negate' &&
    power.items[0]?.kind === 'number' &&
    power.items[0].value.numerator === 1n
  if (inverse) return call(`arc${name}`, argument)
  const items = argument.kind === 'group' && argument.open === '(' ? argument.items : [argument]
  const value = call(name, ...items)
  return power === undefined ? value : call('power', value, power)
}

function readFunctionArgument(parser: Parser): AnswerNode {
  if (isSign(parser, '(') || isSign(parser, '{') || isSign(parser, '[')) return readPower(parser)
  if (isSign(parser, '-')) return readExponent(parser)
  let argument = readPower(parser)
  for (;;) {
    const token = peek(parser)
    const goesOn =
      token.kind === 'number' ||
      token.kind === 'symbol' ||
      (token.kind === 'name' && (token.text === 'frac' || token.text === 'sqrt')) ||
      (token.kind === 'sign' && token.text === '/' && parser.tokens[parser.at + 1]?.kind === 'number')
    if (!goesOn || parser.failed) return argument
    if (token.text === '/' && token.kind === 'sign') {
      parser.at++
      argument = call('divide', argument, readPower(parser))
    } else argument = call('multiply', argument, readPower(parser))
  }
}

function readLogarithm(parser: Parser): AnswerNode {
  if (!take(parser, '_')) return readFunction(parser, 'log')
  const base = readPrimary(parser)
  let power: AnswerNode | undefined
  if (take(parser, '^')) power = readExponent(parser)
  const value = call('logarithm', base, readFunctionArgument(parser))
  return power === undefined ? value : call('power', value, power)
}

/** `\sum_{k=1}^{n} term`: index, bounds and the product that follows. */
function readSeries(parser: Parser, name: string): AnswerNode {
  if (!take(parser, '_') || !take(parser, '{')) return fail(parser)
  const index = peek(parser)
  parser.at++
  if (index.kind !== 'symbol' || !take(parser, '=')) return fail(parser)
  const from = readSum(parser)
  if (!take(parser, '}') || !take(parser, '^')) return fail(parser)
  const to = readPrimary(parser)
  let term = readPower(parser)
  while (!parser.failed && ['symbol', 'number', 'name'].includes(peek(parser).kind))
    term = call('multiply', term, readPower(parser))
  return call(name, { kind: 'symbol', name: index.text }, from, to, term)
}
