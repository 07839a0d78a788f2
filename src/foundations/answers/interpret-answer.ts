import {
  call,
  collectVariables,
  partsOf,
  type AnswerNode,
  type GroupNode,
  type RelationNode,
} from './answer-node.ts'
import { isClosed } from './compare-formulas.ts'

/** A value with the name it was given: `x = 5`, `f(x) = 3`, `(p, q) = (3, 2)`. */
export interface NamedValue {
  readonly name: string
  readonly value: AnswerNode
}

/** The name a side gives to the other: a variable, `f(x)`, `AB`, `|AB|`, `V_1:V_2`, `(p, q)`, a word. */
export function nameOf(node: AnswerNode): string | undefined {
  switch (node.kind) {
    case 'symbol':
      return isClosed(node) || node.name.startsWith('set ') ? undefined : node.name.replace(/_\d+$/, '')
    case 'text':
      return 'text'
    case 'group': {
      const names = node.items.map(nameOf)
      return node.open === '(' && !names.includes(undefined) ? `(${names.join()})` : undefined
    }
    case 'call': {
      if (node.name.startsWith('function ')) return node.name
      const names = node.items.map(nameOf)
      if (names.includes(undefined)) return undefined
      if (node.name === 'ratio') return names.join(':')
      if (node.name === 'abs' || node.name === 'overline') return names.join('')
      // The segment AB, not the product xy: capitals.
      return node.name === 'multiply' && names.every((name) => /^[A-Z]$/.test(name ?? ''))
        ? names.join('')
        : undefined
    }
    default:
      return undefined
  }
}

/**
 * The value a chain of equations states: `x = 1 + 1 = 2` is 2, named x; `1/3 = 0.33 ~ 0.3` is its exact part. A chain whose sides are formulas
 * on both sides, `2x + y = 3`, states none.
 */
export function readNamed(node: AnswerNode): NamedValue | undefined {
  if (node.kind !== 'relation') return undefined
  const approximate = node.signs.indexOf('~')
  const signs = approximate < 0 ? node.signs : node.signs.slice(0, approximate)
  const sides = node.sides.slice(0, signs.length + 1)
  if (signs.some((sign) => sign !== '=')) return undefined
  const [first] = sides
  const last = sides.at(-1)
  if (first === undefined || last === undefined) return undefined
  // `x ~ 3.14` names its approximation.
  if (sides.length === 1) {
    const rounded = node.sides[1]
    const name = nameOf(first)
    return name === undefined || rounded === undefined ? { name: '', value: first } : { name, value: rounded }
  }
  const name = nameOf(first)
  if (name !== undefined) return { name, value: last }
  const lastName = nameOf(last)
  if (sides.length === 2 && lastName !== undefined && isClosed(first)) return { name: lastName, value: first }
  return sides.every((side) => isClosed(side) && side.kind !== 'symbol')
    ? { name: '', value: last }
    : undefined
}

/** Members of a bare list or set, with `±` written out and inner bare lists opened. */
export function membersOf(node: AnswerNode): readonly AnswerNode[] {
  if (
    node.kind === 'group' &&
    node.open === '' &&
    node.items.every((item) => item.kind !== 'group' || item.open !== '')
  )
    return node.items.flatMap(expandSigns)
  if (node.kind === 'group' && (node.open === '{' || node.open === '')) return node.items.flatMap(expandSigns)
  return expandSigns(node)
}

/** Both readings of a node with `±`: all upper signs, all lower signs. */
export function expandSigns(node: AnswerNode): readonly AnswerNode[] {
  return hasSigns(node) ? [withSign(node, true), withSign(node, false)] : [node]
}

function hasSigns(node: AnswerNode): boolean {
  return (node.kind === 'call' && (node.name === 'pm' || node.name === 'mp')) || partsOf(node).some(hasSigns)
}

function withSign(node: AnswerNode, upper: boolean): AnswerNode {
  switch (node.kind) {
    case 'call': {
      const items = node.items.map((item) => withSign(item, upper))
      if (node.name !== 'pm' && node.name !== 'mp') return call(node.name, ...items)
      return (node.name === 'pm') === upper ? (items[0] as AnswerNode) : call('negate', ...items)
    }
    case 'group':
      return { ...node, items: node.items.map((item) => withSign(item, upper)) }
    case 'relation':
      return { ...node, sides: node.sides.map((side) => withSign(side, upper)) }
    case 'quantity':
      return { ...node, value: withSign(node.value, upper) }
    default:
      return node
  }
}

/** `x = 1, y = 2` as values by name, in the order of the names; `undefined` where names are missing or repeat. */
export function readRecord(node: AnswerNode): readonly NamedValue[] | undefined {
  if (
    node.kind !== 'group' ||
    (node.open !== '' && node.open !== '{' && node.open !== '(') ||
    node.items.length < 2
  )
    return undefined
  const named = node.items.map((item) => readFull(item))
  const names = new Set(named.map((one) => one?.name))
  if (names.size < named.length || names.has(undefined) || names.has('')) return undefined
  return (named as NamedValue[]).sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** Like {@link readNamed}, with the subscript kept in the name. */
function readFull(node: AnswerNode): NamedValue | undefined {
  const named = readNamed(node)
  const first = node.kind === 'relation' ? node.sides[0] : undefined
  return named !== undefined && first?.kind === 'symbol' ? { name: first.name, value: named.value } : named
}

/** The tuple of a record's values. */
export function recordTuple(record: readonly NamedValue[]): GroupNode {
  return { kind: 'group', open: '(', close: '(', items: record.map(({ value }) => value) }
}

/** An equation of two sides with variables in it. */
export function isEquation(node: AnswerNode): node is RelationNode {
  return (
    node.kind === 'relation' &&
    node.signs.every((sign) => sign === '=') &&
    collectVariables(node, new Set()).size > 0
  )
}

/** Entries of a matrix, or of sums and products of matrices, computed; `undefined` for what is no matrix. */
export function matrixRows(node: AnswerNode): readonly (readonly AnswerNode[])[] | undefined {
  if (node.kind === 'matrix') return node.rows
  if (node.kind === 'group') {
    const rows = node.items.map((item) =>
      item.kind === 'group' && item.open === '[' ? item.items : undefined,
    )
    return node.open === '[' && rows.length > 0 && !rows.includes(undefined)
      ? (rows as AnswerNode[][])
      : undefined
  }
  if (node.kind !== 'call') return undefined
  if (node.name === 'negate' && node.items[0] !== undefined)
    return matrixRows(node.items[0])?.map((row) => row.map((entry) => call('negate', entry)))
  if (node.name !== 'add' && node.name !== 'multiply') return undefined
  const parts = node.items.map((item) => matrixRows(item))
  if (parts.every((part) => part === undefined)) return undefined
  return node.name === 'add' ? addMatrices(parts) : scaleMatrix(node.items, parts)
}

type Rows = readonly (readonly AnswerNode[])[]

function addMatrices(parts: readonly (Rows | undefined)[]): Rows | undefined {
  const [first] = parts
  const sameShape =
    first !== undefined &&
    parts.every((part) => part?.length === first.length && part[0]?.length === first[0]?.length)
  if (!sameShape) return undefined
  return first.map((row, y) =>
    row.map((_, x) => call('add', ...parts.map((part) => part?.[y]?.[x] as AnswerNode))),
  )
}

/** Numbers times one matrix. */
function scaleMatrix(items: readonly AnswerNode[], parts: readonly (Rows | undefined)[]): Rows | undefined {
  const matrices = parts.filter((part) => part !== undefined)
  if (matrices.length !== 1) return undefined
  const factors = items.filter((_, place) => parts[place] === undefined)
  return matrices[0]?.map((row) => row.map((entry) => call('multiply', ...factors, entry)))
}
