import { rational } from '../exact-number/rational.ts'
import type { AnswerNode } from './answer-node.ts'
import type { Token } from './read-tokens.ts'

/** A part of the grammar. */
export type Rule = (parser: Parser) => AnswerNode

/** Rules that parts of the grammar in other files call back. */
export interface Rules {
  readonly list: Rule
  readonly sum: Rule
  /** A base with its exponent. */
  readonly power: Rule
  /** A power with a sign before it. */
  readonly exponent: Rule
}

/** A place among tokens. Mutable: one per answer. `fail` moves to the end, so every loop stops. */
export interface Parser {
  readonly tokens: readonly Token[]
  readonly rules: Rules
  at: number
  depth: number
  failed: boolean
  /** Inside `|…|` or `{x | …}` a bar closes. */
  bars: number
}

export const maximumDepth = 60
const nothing: AnswerNode = { kind: 'number', value: rational(0n), places: -1, significant: 0 }

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
