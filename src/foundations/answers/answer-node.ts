import type { Rational } from '../exact-number/rational.ts'

/** A number as it was written. */
export interface NumberNode {
  readonly kind: 'number'
  readonly value: Rational
  /** Digits after the decimal point; -1 for a whole number or a repeating decimal, which are exact. */
  readonly places: number
  /** Significant digits written. */
  readonly significant: number
}

/** Digits in a base other than ten, kept as written: `1011_2`. */
export interface BasedNode {
  readonly kind: 'based'
  readonly digits: string
  readonly base: string
}

/** A variable, with its subscript: `x`, `x_1`, `alpha`; also the constants `pi`, `e`, `i` and `infinity`. */
export interface SymbolNode {
  readonly kind: 'symbol'
  readonly name: string
}

/** An operation or function: `add`, `multiply`, `sin`. */
export interface CallNode {
  readonly kind: 'call'
  readonly name: string
  readonly items: readonly AnswerNode[]
}

/** What stands between brackets, or a list without any: `open` and `close` are `(`, `[`, `{`, `<` or empty. */
export interface GroupNode {
  readonly kind: 'group'
  readonly open: string
  readonly close: string
  readonly items: readonly AnswerNode[]
}

export interface MatrixNode {
  readonly kind: 'matrix'
  readonly rows: readonly (readonly AnswerNode[])[]
}

/** `a < b <= c`: one sign fewer than sides. Signs: `=`, `!=`, `<`, `<=`, `>`, `>=`, `~` (approximately), `in`. */
export interface RelationNode {
  readonly kind: 'relation'
  readonly signs: readonly string[]
  readonly sides: readonly AnswerNode[]
}

/** A value with the words that follow it: `12 cm`, `5 apples`, `20 %`. */
export interface QuantityNode {
  readonly kind: 'quantity'
  readonly value: AnswerNode
  readonly unit: string
}

/** `{x | condition}`. */
export interface BuilderNode {
  readonly kind: 'builder'
  readonly name: string
  readonly condition: AnswerNode
}

export interface TextNode {
  readonly kind: 'text'
  readonly text: string
}

/** A parsed answer. */
export type AnswerNode =
  | NumberNode
  | BasedNode
  | SymbolNode
  | CallNode
  | GroupNode
  | MatrixNode
  | RelationNode
  | QuantityNode
  | BuilderNode
  | TextNode

/** Names of symbols that are numbers. */
export const constantNames: ReadonlySet<string> = new Set(['pi', 'e', 'i', 'infinity'])

/** A call node. */
export function call(name: string, ...items: readonly AnswerNode[]): CallNode {
  return { kind: 'call', name, items }
}

/** The nodes directly inside a node. */
export function partsOf(node: AnswerNode): readonly AnswerNode[] {
  switch (node.kind) {
    case 'call':
    case 'group':
      return node.items
    case 'matrix':
      return node.rows.flat()
    case 'relation':
      return node.sides
    case 'quantity':
      return [node.value]
    case 'builder':
      return [node.condition]
    default:
      return []
  }
}

/** Adds the variables of a node to a set; constants are none. */
export function collectVariables(node: AnswerNode, found: Set<string>): Set<string> {
  if (node.kind === 'symbol') {
    if (!constantNames.has(node.name)) found.add(node.name)
  } else for (const part of partsOf(node)) collectVariables(part, found)
  return found
}
