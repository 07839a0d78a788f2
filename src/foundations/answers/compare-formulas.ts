import { compare, multiply, power, rational, subtract, type Rational } from '../exact-number/rational.ts'
import {
  call,
  collectVariables,
  constantNames,
  partsOf,
  type AnswerNode,
  type NumberNode,
} from './answer-node.ts'
import { evaluateExact, type WorkBudget } from './evaluate-exact.ts'
import { evaluateModular, modularPoint } from './evaluate-modular.ts'
import { evaluateNumeric, type Complex, type Surroundings } from './evaluate-numeric.ts'
import { different, equal, undecided, type Grade } from './grade.ts'

/** Values of the variables, one row a trial: positive ones first, since roots and logarithms are meant for these. */
const trials: readonly (readonly number[])[] = [
  [0.7391, 1.3127, 1.8713, 0.4519, 2.1377, 1.1091, 0.8837, 1.5713],
  [1.6173, 0.5839, 1.2371, 2.3911, 0.9173, 1.7719, 1.4137, 0.6113],
  [2.7119, 3.3313, 0.6257, 1.0937, 3.1733, 2.2391, 0.3719, 2.9171],
  [-1.3391, -0.8117, 1.9319, -2.2131, 0.5171, -1.1713, 1.2713, -0.6719],
  [-0.4637, 1.7177, -1.4573, 0.8311, -2.6117, 0.9371, -1.8131, 1.3331],
]

/** Of values without variables, and of values at a point. */
const closedError = 1e-12
const relativeError = 1e-10
const maximumVariables = 8

/** A number written with a decimal point, with its sign. */
interface WrittenDecimal {
  readonly value: Rational
  readonly node: NumberNode
}

function writtenDecimal(node: AnswerNode): WrittenDecimal | undefined {
  if (node.kind === 'number') return node.places >= 0 ? { value: node.value, node } : undefined
  if (node.kind !== 'call' || node.name !== 'negate' || node.items[0] === undefined) return undefined
  const inner = writtenDecimal(node.items[0])
  return inner === undefined
    ? undefined
    : { value: { ...inner.value, numerator: -inner.value.numerator }, node: inner.node }
}

/**
 * Whether two formulas have the same value: exactly where both are rational, else numerically, at five points where there are variables.
 * A decimal stands for an exact value only with six correct significant digits or more: 0.333333 for 1/3, not 0.333.
 */
export function compareFormulas(first: AnswerNode, second: AnswerNode, budget: WorkBudget): Grade {
  const a = evaluateExact(first, budget)
  const b = evaluateExact(second, budget)
  const firstDecimal = writtenDecimal(first)
  const secondDecimal = writtenDecimal(second)
  if (a !== undefined && b !== undefined) {
    if (a.numerator === b.numerator && a.denominator === b.denominator)
      return equal('exact', 'the same rational value')
    if ((firstDecimal === undefined) === (secondDecimal === undefined))
      return different('exact', 'different rational values')
    const rounded = firstDecimal === undefined ? isRounding(secondDecimal, a) : isRounding(firstDecimal, b)
    return rounded
      ? equal('decimal', 'correct to at least six digits')
      : different('exact', 'different rational values')
  }
  if (sameTree(first, second)) return equal('formula', 'the same formula')
  return compareNumerically(first, second, budget)
}

function isRounding(decimal: WrittenDecimal | undefined, exact: Rational): boolean {
  if (decimal === undefined || decimal.node.significant < 6) return false
  const difference = subtract(decimal.value, exact)
  const beyond = difference.numerator < 0n === exact.numerator < 0n
  const size = difference.numerator < 0n ? { ...difference, numerator: -difference.numerator } : difference
  // Rounded to the last place, or cut off after it. Longer decimals come from doubles.
  const unit = decimal.node.places > 400 ? rational(0n) : power(rational(10n), -decimal.node.places)
  if (compare(multiply(size, rational(beyond ? 2n : 1n)), unit) <= (beyond ? 0 : -1)) return true
  const magnitude = exact.numerator < 0n ? { ...exact, numerator: -exact.numerator } : exact
  return decimal.node.significant >= 15 && compare(size, multiply(magnitude, rational(1n, 10n ** 14n))) <= 0
}

/** The same tree of the same parts. */
export function sameTree(first: AnswerNode, second: AnswerNode): boolean {
  if (first.kind !== second.kind) return false
  switch (first.kind) {
    case 'number':
      return second.kind === 'number' && compare(first.value, second.value) === 0
    case 'symbol':
      return second.kind === 'symbol' && first.name === second.name
    case 'based':
      return second.kind === 'based' && first.digits === second.digits && first.base === second.base
    case 'text':
      return second.kind === 'text' && first.text === second.text
    case 'call':
      if (second.kind !== 'call' || first.name !== second.name) return false
      break
    case 'group':
      if (second.kind !== 'group' || first.open !== second.open || first.close !== second.close) return false
      break
    case 'relation':
      if (second.kind !== 'relation' || first.signs.join() !== second.signs.join()) return false
      break
    case 'quantity':
      if (second.kind !== 'quantity' || first.unit !== second.unit) return false
      break
    case 'builder':
      if (second.kind !== 'builder' || first.name !== second.name) return false
      break
    case 'matrix':
      if (second.kind !== 'matrix' || first.rows.length !== second.rows.length) return false
  }
  const parts = partsOf(first)
  const others = partsOf(second)
  return (
    parts.length === others.length &&
    parts.every((part, place) => sameTree(part, others[place] as AnswerNode))
  )
}

/** One value of each of two formulas at one point. */
interface ValuePair {
  readonly a: Complex
  readonly b: Complex
  readonly branched: boolean
  readonly scale: number
}

function valuesAt(first: AnswerNode, second: AnswerNode, { names, trial, budget }: Trial): ValuePair {
  const values = new Map(names.map((name, place) => [name, { re: trial[place] ?? 1, im: 0 }]))
  const around: Surroundings = { values, budget, branched: false, scale: 0 }
  const a = evaluateNumeric(first, around)
  const b = evaluateNumeric(second, around)
  return { a, b, branched: around.branched, scale: around.scale }
}

interface Trial {
  readonly names: readonly string[]
  readonly trial: readonly number[]
  readonly budget: WorkBudget
}

function compareNumerically(first: AnswerNode, second: AnswerNode, budget: WorkBudget): Grade {
  const found = collectVariables(second, collectVariables(first, new Set()))
  if (found.has('dots') || [...found].some((name) => name.startsWith('set ')))
    return undecided('unreadable', 'no value')
  const names = [...found].sort()
  if (names.length > maximumVariables) return undecided('unreadable', 'too many variables')
  const closed = names.length === 0
  let agreed = 0
  for (const trial of closed ? trials.slice(0, 1) : trials) {
    const { a, b, branched, scale } = valuesAt(first, second, { names, trial, budget })
    if (!isUsable(a) || !isUsable(b)) continue
    // Off the positive numbers the branches of roots may differ.
    const doubtful = branched && !closed && trial.some((value, place) => value < 0 && place < names.length)
    if (isClose(a, b, { scale, relative: closed ? closedError : relativeError })) agreed++
    else if (closed && isDecimalOf(first, second, { a, b }))
      return equal('decimal', 'correct to at least six digits')
    else if (!doubtful)
      return different('numeric', closed ? 'different values' : 'different values at a point')
  }
  if (agreed === 0)
    return budget.left <= 0 ? undecided('limit', 'too much work') : undecided('unreadable', 'no value')
  if (!closed && agreed < 2) return undecided('numeric', 'too few points')
  if (differsModulo(first, second, { found, budget })) return different('formula', 'different formulas')
  return equal('numeric', closed ? 'the same value' : `the same value at ${agreed} points`)
}

function differsModulo(
  first: AnswerNode,
  second: AnswerNode,
  { found, budget }: { readonly found: ReadonlySet<string>; readonly budget: WorkBudget },
): boolean {
  const point = modularPoint(found)
  const a = evaluateModular(first, point, budget)
  const b = a === undefined ? undefined : evaluateModular(second, point, budget)
  return b !== undefined && a !== b
}

/** Finite, and of a size at which doubles can tell values apart. */
function isUsable({ re, im }: Complex): boolean {
  const size = Math.hypot(re, im)
  return size < 1e250 && (size === 0 || size > 1e-250)
}

function isClose(
  a: Complex,
  b: Complex,
  { scale, relative }: { readonly scale: number; readonly relative: number },
): boolean {
  const error = Math.hypot(a.re - b.re, a.im - b.im)
  const size = Math.max(Math.hypot(a.re, a.im), Math.hypot(b.re, b.im))
  return error <= relative * size || error <= 1e-14 * scale
}

function isDecimalOf(
  first: AnswerNode,
  second: AnswerNode,
  { a, b }: { readonly a: Complex; readonly b: Complex },
): boolean {
  const one = writtenDecimal(first)
  const other = writtenDecimal(second)
  const decimal = one ?? other
  if (decimal === undefined || (one !== undefined && other !== undefined) || decimal.node.significant < 6)
    return false
  const error = Math.hypot(a.re - b.re, a.im - b.im)
  const unit = 10 ** -decimal.node.places
  const [written, exact] = one === undefined ? [b, a] : [a, b]
  const beyond = Math.abs(written.re) > Math.abs(exact.re)
  return error < unit * (beyond ? 0.5 + 1e-6 : 1 - 1e-6)
}

/**
 * Whether `first = 0` and `second = 0` (or `> 0` with `ordered`) say the same: one side is a constant times the other, a positive one for
 * inequalities.
 */
export function compareConditions(
  first: AnswerNode,
  second: AnswerNode,
  { ordered, budget }: { readonly ordered: boolean; readonly budget: WorkBudget },
): Grade {
  const left = collectVariables(first, new Set())
  const right = collectVariables(second, new Set())
  if (left.size === 0 || left.size > maximumVariables || [...left].sort().join() !== [...right].sort().join())
    return different('relation', 'different variables')
  const names = [...left].sort()
  let ratio: number | undefined
  let agreed = 0
  for (const trial of trials) {
    const { a, b } = valuesAt(first, second, { names, trial, budget })
    if (!isUsable(a) || !isUsable(b) || b.re === 0 || a.re === 0 || a.im !== 0 || b.im !== 0) continue
    const found = a.re / b.re
    ratio ??= found
    if (Math.abs(found - ratio) > 1e-9 * Math.abs(ratio)) return different('relation', 'different relations')
    agreed++
  }
  if (ratio === undefined || agreed < 3) return undecided('relation', 'no values')
  return ordered && ratio < 0
    ? different('relation', 'the opposite relation')
    : equal('relation', 'the same relation')
}

/** True where a node has a numeric value: no variables, no text. */
export function isClosed(node: AnswerNode): boolean {
  if (node.kind === 'number') return true
  if (node.kind === 'symbol') return constantNames.has(node.name)
  return node.kind === 'call' && node.items.every(isClosed)
}

/** left - right. */
export function minus(left: AnswerNode, right: AnswerNode): AnswerNode {
  return call('add', left, call('negate', right))
}
