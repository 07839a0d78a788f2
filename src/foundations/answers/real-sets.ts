import { rational, subtract, divide, negate } from '../exact-number/rational.ts'
import { collectVariables, type AnswerNode, type RelationNode } from './answer-node.ts'
import { compareFormulas, isClosed, minus } from './compare-formulas.ts'
import { evaluateExact, type WorkBudget } from './evaluate-exact.ts'
import { evaluateNumeric } from './evaluate-numeric.ts'
import { complement, everything, halfLine, intersect, merge, type Bound, type Piece } from './real-pieces.ts'

/** A union of intervals and points, in order; `name` is the variable where one is named. */
export interface RealSet {
  readonly name?: string
  readonly pieces: readonly Piece[]
}

/** True where a node can only be read as a set of real numbers: an inequality, a union, an interval with an infinite or a mixed end. */
export function isSetLike(node: AnswerNode): boolean {
  switch (node.kind) {
    case 'relation':
      return node.signs.some((sign) => sign !== '=' && sign !== '~')
    case 'call':
      return ['cup', 'cap', 'setminus', 'and', 'or'].includes(node.name)
    case 'builder':
      return true
    case 'symbol':
      return node.name === 'set R'
    case 'group':
      return node.items.length === 2 && (node.open !== node.close || node.items.some(isInfinite))
    default:
      return false
  }
}

/** The set of real numbers that a node describes; `undefined` where it describes none or has ends that are no numbers. */
export function toRealSet(node: AnswerNode, budget: WorkBudget): RealSet | undefined {
  switch (node.kind) {
    case 'relation':
      return fromRelation(node, budget)
    case 'builder':
      return withoutName(toRealSet(node.condition, budget))
    case 'symbol':
      return node.name === 'set R' ? { pieces: [everything] } : undefined
    case 'group':
      return fromGroup(node.open, node.close, { items: node.items, budget })
    case 'call':
      return combineSets(node.name, node.items, budget)
    default:
      return undefined
  }
}

/** `x = 1` beside inequalities: one point. */
function fromEquation(node: AnswerNode, budget: WorkBudget): RealSet | undefined {
  const [left, right] = node.kind === 'relation' && node.signs.join() === '=' ? node.sides : []
  const name = left === undefined ? undefined : nameOf(left)
  const point = name === undefined || right === undefined ? undefined : boundOf(right, true, budget)
  return name === undefined || point === undefined
    ? undefined
    : { name, pieces: [{ low: point, high: point }] }
}

function withoutName(set: RealSet | undefined): RealSet | undefined {
  return set === undefined ? undefined : { pieces: set.pieces }
}

function combineSets(name: string, items: readonly AnswerNode[], budget: WorkBudget): RealSet | undefined {
  const sets: RealSet[] = []
  for (const item of items) {
    const set = toRealSet(item, budget) ?? fromEquation(item, budget)
    if (set === undefined || set.pieces.length > 50) return undefined
    sets.push(set)
  }
  const [first, ...others] = sets
  if (first === undefined) return undefined
  const variable = sets.find((set) => set.name !== undefined)?.name
  if (sets.some((set) => set.name !== undefined && set.name !== variable)) return undefined
  const pieces = others.reduce<readonly Piece[] | undefined>((left, { pieces: right }) => {
    if (left === undefined) return undefined
    if (name === 'cup' || name === 'or') return merge([...left, ...right])
    if (name === 'cap') return intersect(left, right)
    // `x < 1 and x > 3` lists two parts of a solution set.
    if (name === 'and')
      return intersect(left, right).length > 0 ? intersect(left, right) : merge([...left, ...right])
    return name === 'setminus' ? intersect(left, complement(right)) : undefined
  }, first.pieces)
  if (pieces === undefined) return undefined
  return variable === undefined ? { pieces } : { name: variable, pieces }
}

function isInfinite(node: AnswerNode): boolean {
  if (node.kind === 'symbol') return node.name === 'infinity'
  return (
    node.kind === 'call' &&
    node.name === 'negate' &&
    node.items[0]?.kind === 'symbol' &&
    node.items[0].name === 'infinity'
  )
}

function boundOf(node: AnswerNode, closed: boolean, budget: WorkBudget): Bound | undefined {
  if (isInfinite(node)) {
    const value = node.kind === 'symbol' ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY
    return { value, closed: false }
  }
  if (!isClosed(node)) return undefined
  const { re, im } = evaluateNumeric(node, { values: new Map(), budget, branched: false, scale: 0 })
  return im === 0 && Number.isFinite(re) ? { value: re, closed, node } : undefined
}

interface GroupItems {
  readonly items: readonly AnswerNode[]
  readonly budget: WorkBudget
}

function fromGroup(open: string, close: string, { items, budget }: GroupItems): RealSet | undefined {
  if (open === '{') {
    const points = items.map((item) => boundOf(item, true, budget))
    return points.includes(undefined)
      ? undefined
      : { pieces: merge((points as Bound[]).map((low) => ({ low, high: low }))) }
  }
  if (open === '')
    return items.length > 1 && items.every(isSetLike) ? combineSets('and', items, budget) : undefined
  const [from, to] = items
  if (items.length !== 2 || from === undefined || to === undefined || open === '<') return undefined
  const low = boundOf(from, open === '[', budget)
  const high = boundOf(to, close === '[', budget)
  return low === undefined || high === undefined || low.value > high.value
    ? undefined
    : { pieces: [{ low, high }] }
}

/** `a < x <= b`, `2x + 1 > 5`, `x != 3`, `x in [0, 1]`: linear in one variable. */
function fromRelation(node: RelationNode, budget: WorkBudget): RealSet | undefined {
  if (node.signs.length > 2) return undefined
  const [first, second] = node.sides
  if (node.signs[0] === 'in' && first !== undefined && second !== undefined) {
    const set = node.signs.length === 1 ? toRealSet(second, budget) : undefined
    const name = nameOf(first)
    return set === undefined || name === undefined ? undefined : { name, pieces: set.pieces }
  }
  let pieces: readonly Piece[] = [everything]
  let variable: string | undefined
  for (const [place, sign] of node.signs.entries()) {
    const left = node.sides[place]
    const right = node.sides[place + 1]
    if (left === undefined || right === undefined) return undefined
    const solved = solve(left, sign, { right, budget })
    if (solved === undefined || (variable !== undefined && solved.name !== variable)) return undefined
    variable = solved.name
    pieces = intersect(pieces, solved.pieces)
  }
  return variable === undefined ? undefined : { name: variable, pieces }
}

/** The name of what a condition is about: a variable or the value of a function. */
function nameOf(node: AnswerNode): string | undefined {
  if (node.kind === 'symbol') return node.name
  return node.kind === 'call' && node.name.startsWith('function ') ? 'value' : undefined
}

interface RightSide {
  readonly right: AnswerNode
  readonly budget: WorkBudget
}

const flipped: Readonly<Record<string, string>> = {
  '<': '>',
  '>': '<',
  '<=': '>=',
  '>=': '<=',
  '!=': '!=',
  '=': '=',
}

function solve(left: AnswerNode, sign: string, { right, budget }: RightSide): Required<RealSet> | undefined {
  if (flipped[sign] === undefined || sign === '=') return undefined
  const name = nameOf(left)
  if (name !== undefined && (isClosed(right) || isInfinite(right))) {
    const bound = boundOf(right, sign.endsWith('='), budget)
    return bound === undefined ? undefined : { name, pieces: halfLine(bound, sign) }
  }
  if (nameOf(right) !== undefined && (isClosed(left) || isInfinite(left)))
    return solve(right, flipped[sign] ?? sign, { right: left, budget })
  const absolute = left.kind === 'call' && left.name === 'abs' ? left.items[0] : undefined
  if (absolute !== undefined && isClosed(right)) return solveAbsolute(absolute, sign, { right, budget })
  return solveLinear(minus(left, right), sign, budget)
}

/** |u| < c is -c < u < c; |u| > c is u < -c or u > c. */
function solveAbsolute(
  inner: AnswerNode,
  sign: string,
  { right, budget }: RightSide,
): Required<RealSet> | undefined {
  const above = solve(inner, sign, { right, budget })
  const opposite: AnswerNode = { kind: 'call', name: 'negate', items: [right] }
  const below = solve(inner, flipped[sign] ?? sign, { right: opposite, budget })
  if (above === undefined || below === undefined || sign === '!=') return undefined
  const pieces = sign.startsWith('<')
    ? intersect(above.pieces, below.pieces)
    : merge([...above.pieces, ...below.pieces])
  return { name: above.name, pieces }
}

function solveLinear(
  difference: AnswerNode,
  sign: string,
  budget: WorkBudget,
): Required<RealSet> | undefined {
  const [name, ...others] = collectVariables(difference, new Set())
  if (name === undefined || others.length > 0) return undefined
  const at = [0n, 1n, 2n, 5n].map((value) =>
    evaluateExact(difference, budget, new Map([[name, rational(value)]])),
  )
  const [zero, one, two, five] = at
  if (zero === undefined || one === undefined || two === undefined || five === undefined) return undefined
  const slope = subtract(one, zero)
  const isLinear =
    slope.numerator !== 0n &&
    subtract(subtract(two, one), slope).numerator === 0n &&
    subtract(five, zero).numerator * slope.denominator ===
      5n * slope.numerator * subtract(five, zero).denominator
  if (!isLinear) return undefined
  const value = divide(negate(zero), slope)
  const node: AnswerNode = { kind: 'number', value, places: -1, significant: 0 }
  const bound: Bound = {
    value: Number(value.numerator) / Number(value.denominator),
    closed: sign.endsWith('='),
    node,
  }
  return { name, pieces: halfLine(bound, slope.numerator > 0n ? sign : (flipped[sign] ?? sign)) }
}

/** True where two sets have the same pieces. */
export function sameRealSet(first: RealSet, second: RealSet, budget: WorkBudget): boolean {
  if (first.name !== undefined && second.name !== undefined && first.name !== second.name) return false
  return (
    first.pieces.length === second.pieces.length &&
    first.pieces.every(({ low, high }, place) => {
      const other = second.pieces[place]
      return other !== undefined && sameBound(low, other.low, budget) && sameBound(high, other.high, budget)
    })
  )
}

function sameBound(a: Bound, b: Bound, budget: WorkBudget): boolean {
  if (a.closed !== b.closed) return false
  if (a.node === undefined || b.node === undefined) return a.value === b.value
  return compareFormulas(a.node, b.node, budget).outcome === 'equal'
}
