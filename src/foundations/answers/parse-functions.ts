import { rational } from '../exact-number/rational.ts'
import { call, type AnswerNode } from './answer-node.ts'
import { readMatrix } from './parse-matrix.ts'
import { fail, isSign, peek, take, type Parser, type Rule } from './parser-state.ts'

/** A command or function with its arguments; `argument` reads a braced argument or one token. */
export function readName(parser: Parser, name: string, argument: Rule): AnswerNode {
  switch (name) {
    case 'frac':
      return call('frac', argument(parser), argument(parser))
    case 'binom':
      return call('binom', argument(parser), argument(parser))
    case 'sqrt':
    case 'radic':
      return readRoot(parser, argument)
    case 'cbrt':
    case 'cuberoot':
      return call(
        'root',
        { kind: 'number', value: rational(3n), places: -1, significant: 1 },
        parser.rules.exponent(parser),
      )
    case 'overline':
    case 'bar':
    case 'dot':
      return call(name, argument(parser))
    case 'emptyset':
    case 'varnothing':
      return { kind: 'group', open: '{', close: '{', items: [] }
    case 'angle':
    case 'triangle':
      return readFigure(parser, name)
    case 'sum':
    case 'prod':
      return readSeries(parser, name, argument)
    case 'not':
      return fail(parser)
    case 'log':
      return readLogarithm(parser, argument)
    default:
      return name.startsWith('begin ') ? readMatrix(parser, name.slice(6)) : readFunction(parser, name)
  }
}

function readRoot(parser: Parser, argument: Rule): AnswerNode {
  if (take(parser, '[')) {
    const degree = parser.rules.sum(parser)
    if (!take(parser, ']')) return fail(parser)
    return call('root', degree, argument(parser))
  }
  return call('sqrt', argument(parser))
}

/** `\sin^2 x`, `\sin(2x)`, `sin 2x`: the argument runs over the factors that follow, up to another function. */
function readFunction(parser: Parser, name: string): AnswerNode {
  let power: AnswerNode | undefined
  if (take(parser, '^')) power = parser.rules.exponent(parser)
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
  if (isSign(parser, '(') || isSign(parser, '{') || isSign(parser, '[')) return parser.rules.power(parser)
  if (isSign(parser, '-')) return parser.rules.exponent(parser)
  let argument = parser.rules.power(parser)
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
      argument = call('divide', argument, parser.rules.power(parser))
    } else argument = call('multiply', argument, parser.rules.power(parser))
  }
}

function readLogarithm(parser: Parser, argument: Rule): AnswerNode {
  if (!take(parser, '_')) return readFunction(parser, 'log')
  const base = argument(parser)
  let power: AnswerNode | undefined
  if (take(parser, '^')) power = parser.rules.exponent(parser)
  const value = call('logarithm', base, readFunctionArgument(parser))
  return power === undefined ? value : call('power', value, power)
}

/** `\sum_{k=1}^{n} term`: index, bounds and the product that follows. */
function readSeries(parser: Parser, name: string, argument: Rule): AnswerNode {
  if (!take(parser, '_') || !take(parser, '{')) return fail(parser)
  const index = peek(parser)
  parser.at++
  if (index.kind !== 'symbol' || !take(parser, '=')) return fail(parser)
  const from = parser.rules.sum(parser)
  if (!take(parser, '}') || !take(parser, '^')) return fail(parser)
  const to = argument(parser)
  let term = parser.rules.power(parser)
  while (!parser.failed && ['symbol', 'number', 'name'].includes(peek(parser).kind))
    term = call('multiply', term, parser.rules.power(parser))
  return call(name, { kind: 'symbol', name: index.text }, from, to, term)
}

/** `\triangle ABC`: the letters after it are one name. */
export function readFigure(parser: Parser, name: string): AnswerNode {
  let letters = ''
  while (peek(parser).kind === 'symbol' && letters.length < 6) {
    letters += peek(parser).text
    parser.at++
  }
  return { kind: 'symbol', name: `${name} ${letters}` }
}
