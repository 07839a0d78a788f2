import { call, partsOf, type AnswerNode } from './answer-node.ts'
import { readExponent, readPower, readSum } from './parse-products.ts'
import { fail, isSign, maximumDepth, peek, take, type Parser, type Rules } from './parser-state.ts'
import type { Token } from './read-tokens.ts'

const rules: Rules = { list: readList, sum: readSum, power: readPower, exponent: readExponent }

/** The meaning of answer tokens; `undefined` where they are no formula that is understood. Bounded by tokens and a depth of 60. */
export function parseAnswer(tokens: readonly Token[]): AnswerNode | undefined {
  const parser: Parser = { tokens, rules, at: 0, depth: 0, failed: false, bars: 0 }
  const node = readList(parser)
  if (parser.failed || peek(parser).kind !== 'end') return undefined
  return depthOf(node) > maximumHeight ? undefined : node
}

/** Height of a tree that is worked on; chains such as `7/7/7/…` grow one level a sign. */
const maximumHeight = 150

function depthOf(node: AnswerNode): number {
  let deepest = 0
  for (const part of partsOf(node)) deepest = Math.max(deepest, depthOf(part))
  return deepest + 1
}

/** Clauses between commas, semicolons, `and` and `or`; one clause stands for itself. `or` and `and` of conditions are kept as calls. */
function readList(parser: Parser): AnswerNode {
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
    joint !== '' &&
    items.every((item) => item.kind === 'relation') &&
    items.some((item) => item.kind === 'relation' && item.signs.some((sign) => sign !== '='))
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
  // `\approx 8.24` alone is a value.
  take(parser, '~')
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
