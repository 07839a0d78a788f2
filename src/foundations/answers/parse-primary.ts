import { call, type AnswerNode } from './answer-node.ts'
import { readFigure, readName } from './parse-functions.ts'
import { fail, isSign, peek, take, type Parser } from './parser-state.ts'

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
      return readName(parser, token.text, readPrimary)
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
  if (open === 'currency') return { kind: 'quantity', value: parser.rules.power(parser), unit: 'dollars' }
  if (open === 'dots') return { kind: 'symbol', name: 'dots' }
  if (open === 'lfloor') return readRounded(parser, 'floor', 'rfloor')
  if (open === 'lceil') return readRounded(parser, 'ceil', 'rceil')
  const ends = closing[open]
  if (ends === undefined) return fail(parser)
  for (const end of ends)
    if (take(parser, end)) return { kind: 'group', open: openOf(open), close: openOf(open), items: [] }
  const bars = parser.bars
  parser.bars = open === '\\{' ? 1 : 0
  const content = parser.rules.list(parser)
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
  const condition = parser.rules.list(parser)
  parser.bars = bars
  if (!take(parser, '\\}')) return fail(parser)
  const variable = head.kind === 'relation' && head.signs[0] === 'in' ? head.sides[0] : head
  return variable?.kind === 'symbol' ? { kind: 'builder', name: variable.name, condition } : fail(parser)
}

function readAbsolute(parser: Parser): AnswerNode {
  parser.bars++
  const inner = parser.rules.sum(parser)
  parser.bars--
  return take(parser, '|') ? call('abs', inner) : fail(parser)
}

function readRounded(parser: Parser, name: string, end: string): AnswerNode {
  const inner = parser.rules.sum(parser)
  return take(parser, end) ? call(name, inner) : fail(parser)
}
