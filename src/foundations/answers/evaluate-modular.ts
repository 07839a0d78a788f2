import { constantNames, type AnswerNode } from './answer-node.ts'
import type { WorkBudget } from './evaluate-exact.ts'

/** 2^61 - 1. */
const prime = 2_305_843_009_213_693_951n

/**
 * The value of a rational formula modulo a large prime at a random point, where π and e are unknowns too: two that agree are the same
 * formula but for one chance in 10^15 or so, however large their coefficients. `undefined` where roots and functions occur.
 */
export function evaluateModular(
  node: AnswerNode,
  point: ReadonlyMap<string, bigint>,
  budget: WorkBudget,
): bigint | undefined {
  budget.left -= 0.5
  if (budget.left <= 0) return undefined
  if (node.kind === 'number')
    return ratio(reduce(node.value.numerator), reduce(node.value.denominator), budget)
  if (node.kind === 'symbol')
    return node.name === 'i' || node.name === 'infinity' ? undefined : point.get(node.name)
  if (node.kind !== 'call') return undefined
  if (node.name === 'power') return modularPower(node.items, point, budget)
  const items: bigint[] = []
  for (const item of node.items) {
    const value = evaluateModular(item, point, budget)
    if (value === undefined) return undefined
    items.push(value)
  }
  const [first = 0n, second = 0n] = items
  switch (node.name) {
    case 'add':
      return reduce(items.reduce((a, b) => a + b))
    case 'multiply':
      return items.reduce((a, b) => (a * b) % prime)
    case 'negate':
      return reduce(-first)
    case 'frac':
    case 'divide':
      return ratio(first, second, budget)
    case 'mixed':
      return reduce(first + second)
    default:
      return undefined
  }
}

/** A point for the variables of a comparison, from their names alone. */
export function modularPoint(variables: Iterable<string>): ReadonlyMap<string, bigint> {
  const point = new Map<string, bigint>()
  for (const name of [...variables, ...constantNames]) {
    let value = 1_469_598_103_934_665_603n
    for (let at = 0; at < name.length; at++)
      value = ((value ^ BigInt(name.charCodeAt(at))) * 1_099_511_628_211n) % prime
    point.set(name, value)
  }
  return point
}

function reduce(value: bigint): bigint {
  const rest = value % prime
  return rest < 0n ? rest + prime : rest
}

function ratio(top: bigint, bottom: bigint, budget: WorkBudget): bigint | undefined {
  if (bottom === 1n) return top
  if (bottom === 0n) return undefined
  budget.left -= 20
  return (top * raise(bottom, prime - 2n)) % prime
}

function raise(base: bigint, exponent: bigint): bigint {
  let result = 1n
  let square = base
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if ((rest & 1n) === 1n) result = (result * square) % prime
    square = (square * square) % prime
  }
  return result
}

function modularPower(
  [base, exponent]: readonly AnswerNode[],
  point: ReadonlyMap<string, bigint>,
  budget: WorkBudget,
): bigint | undefined {
  if (base === undefined || exponent === undefined) return undefined
  const negative = exponent.kind === 'call' && exponent.name === 'negate'
  const size = negative ? exponent.items[0] : exponent
  if (size?.kind !== 'number' || size.value.denominator !== 1n || size.value.numerator > 1_000_000n)
    return undefined
  const value = evaluateModular(base, point, budget)
  if (value === undefined) return undefined
  const raised = raise(value, size.value.numerator)
  return negative ? ratio(1n, raised, budget) : raised
}
