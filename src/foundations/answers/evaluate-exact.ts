import { add, divide, multiply, negate, rational, type Rational } from '../exact-number/rational.ts'
import { boundedFactorial, exactRoot } from './bounded-operations.ts'
import type { AnswerNode } from './answer-node.ts'

/** Work left, in about microseconds. One per comparison, shared by all that evaluates in it. */
export interface WorkBudget {
  left: number
}

const maximumBits = 64_000
/** Largest size of the smaller of numerator and denominator, since a common divisor is sought in time of that size squared. */
const maximumShared = 6_000
const maximumTerms = 2_000

/** Bits of a whole number, cheap where it is small. */
function bits(value: bigint): number {
  const size = value < 0n ? -value : value
  return size < 0x1_0000_0000_0000_0000n ? 64 : size.toString(16).length * 4
}

/** True where the value stays within the caps; charges for its size. */
function within(budget: WorkBudget, value: Rational): boolean {
  const top = bits(value.numerator)
  const bottom = bits(value.denominator)
  const shared = Math.min(top, bottom)
  budget.left -= 0.3 + (shared > 64 ? shared * 0.2 : 0) + Math.max(top, bottom) / 2_000
  return budget.left > 0 && shared <= maximumShared && top <= maximumBits && bottom <= maximumBits
}

/**
 * The exact value of a node without variables and irrational parts; `undefined` for anything else and for whatever passes a cap (64,000
 * bits, the budget). `values` binds the indices of sums.
 */
export function evaluateExact(
  node: AnswerNode,
  budget: WorkBudget,
  values?: ReadonlyMap<string, Rational>,
): Rational | undefined {
  if (budget.left <= 0) return undefined
  if (node.kind === 'number') return node.value
  if (node.kind === 'symbol') return values?.get(node.name)
  if (node.kind !== 'call') return undefined
  if (node.name === 'sum' || node.name === 'prod')
    return evaluateSeries(node.items, node.name, { budget, values })
  const items: Rational[] = []
  for (const item of node.items) {
    const value = evaluateExact(item, budget, values)
    if (value === undefined) return undefined
    items.push(value)
  }
  const result = applyExact(node.name, items, budget)
  return result !== undefined && within(budget, result) ? result : undefined
}

function applyExact(name: string, items: readonly Rational[], budget: WorkBudget): Rational | undefined {
  const [first, second] = items
  if (first === undefined) return undefined
  switch (name) {
    case 'add':
      return fold(items, budget, 'add')
    case 'multiply':
      return fold(items, budget, 'multiply')
    case 'negate':
      return negate(first)
    case 'frac':
    case 'divide':
    case 'ratio':
      return second === undefined || second.numerator === 0n || items.length > 2
        ? undefined
        : combine('divide', [first, second], budget)
    case 'mixed':
      return second === undefined ? undefined : combine('add', [first, second], budget)
    case 'power':
      return second === undefined ? undefined : exactPower(first, second, budget)
    case 'sqrt':
      return squareRoot(first)
    case 'root':
      return second === undefined ? undefined : higherRoot(second, first)
    case 'abs':
      return first.numerator < 0n ? negate(first) : first
    case 'floor':
      return floor(first)
    case 'ceil':
      return negate(floor(negate(first)))
    case 'factorial':
      return exactFactorial(first, budget)
    case 'binom':
      return second === undefined ? undefined : binomial(first, second, budget)
    case 'mod':
      return second === undefined || second.numerator === 0n ? undefined : modulo(first, second)
    default:
      return undefined
  }
}

type Operation = 'add' | 'multiply' | 'divide'

const operations: Readonly<Record<Operation, (a: Rational, b: Rational) => Rational>> = {
  add,
  multiply,
  divide,
}

/** a and b combined; `undefined` where the result would pass a cap, which is told from their sizes before anything is computed. */
function combine(
  operation: Operation,
  [a, b]: readonly [Rational, Rational],
  budget: WorkBudget,
): Rational | undefined {
  const [an, ad, bn, bd] = [bits(a.numerator), bits(a.denominator), bits(b.numerator), bits(b.denominator)]
  const top =
    operation === 'multiply' ? an + bn : operation === 'divide' ? an + bd : Math.max(an + bd, bn + ad)
  const bottom = operation === 'divide' ? ad + bn : ad + bd
  const shared = Math.min(top, bottom)
  if (shared > maximumShared || Math.max(top, bottom) > maximumBits + 128) return undefined
  budget.left -= shared > 256 ? shared * 0.2 : 0
  return budget.left <= 0 ? undefined : operations[operation](a, b)
}

function fold(items: readonly Rational[], budget: WorkBudget, operation: Operation): Rational | undefined {
  let total = items[0]
  for (const item of items.slice(1))
    total = total === undefined ? undefined : combine(operation, [total, item], budget)
  return total
}

/** Integer powers; roots where they are rational. 0^0 and 0^-1 are undefined. */
function exactPower(base: Rational, exponent: Rational, budget: WorkBudget): Rational | undefined {
  if (base.numerator === 0n) return exponent.numerator > 0n ? base : undefined
  const { numerator: p, denominator: q } = exponent
  if (p > 100_000n || p < -100_000n || q > 64n) return undefined
  const steps = Math.abs(Number(p))
  const size = Math.max(bits(base.numerator), bits(base.denominator))
  const isUnit = base.denominator === 1n && (base.numerator === 1n || base.numerator === -1n)
  // Small bases have fewer bits than the 64 taken for them.
  const real =
    size <= 64 ? Math.log2(Math.max(2, Math.abs(Number(base.numerator)), Number(base.denominator))) : size
  if (!isUnit && real * steps > maximumBits) return undefined
  budget.left -= (real * steps) / 500
  const raised: Rational = {
    numerator: base.numerator ** BigInt(steps),
    denominator: base.denominator ** BigInt(steps),
  }
  const turned = p < 0n ? rational1(raised) : raised
  return q === 1n ? turned : higherRoot(turned, rational(q))
}

function rational1({ numerator, denominator }: Rational): Rational {
  return numerator < 0n
    ? { numerator: -denominator, denominator: -numerator }
    : { numerator: denominator, denominator: numerator }
}

/** Square roots of whole numbers beyond this size are not sought. */
const largestRadicand = 4_000

function squareRoot(value: Rational): Rational | undefined {
  const size = Math.max(bits(value.numerator), bits(value.denominator))
  return size > largestRadicand ? undefined : exactRoot(value)
}

/** The real root of a whole degree where it is rational; of a negative number only for odd degrees: ∛-8 = -2. */
function higherRoot(value: Rational, degree: Rational): Rational | undefined {
  if (degree.denominator !== 1n || degree.numerator < 1n || degree.numerator > 64n) return undefined
  if (degree.numerator === 1n) return value
  if (degree.numerator === 2n) return squareRoot(value)
  if (value.numerator < 0n) {
    const positive = degree.numerator % 2n === 1n ? higherRoot(negate(value), degree) : undefined
    return positive === undefined ? undefined : negate(positive)
  }
  const top = wholeRoot(value.numerator, degree.numerator)
  const bottom = wholeRoot(value.denominator, degree.numerator)
  return top === undefined || bottom === undefined ? undefined : rational(top, bottom)
}

function wholeRoot(value: bigint, degree: bigint): bigint | undefined {
  if (value > 10n ** 300n) return undefined
  const guess = BigInt(Math.round(Number(value) ** (1 / Number(degree))))
  for (const one of [guess - 1n, guess, guess + 1n]) if (one >= 0n && one ** degree === value) return one
  return undefined
}

function floor(value: Rational): Rational {
  const whole = value.numerator / value.denominator
  return rational(value.numerator < 0n && value.denominator !== 1n ? whole - 1n : whole)
}

function modulo(value: Rational, by: Rational): Rational | undefined {
  if (value.denominator !== 1n || by.denominator !== 1n) return undefined
  const rest = value.numerator % by.numerator
  return rational(rest < 0n === by.numerator < 0n || rest === 0n ? rest : rest + by.numerator)
}

function exactFactorial(value: Rational, budget: WorkBudget): Rational | undefined {
  const small = boundedFactorial(value)
  if (small !== undefined) return small
  if (value.denominator !== 1n || value.numerator < 0n || value.numerator > 4_000n) return undefined
  budget.left -= Number(value.numerator) / 2
  let product = 1n
  for (let factor = 2n; factor <= value.numerator; factor++) product *= factor
  return { numerator: product, denominator: 1n }
}

function binomial(above: Rational, below: Rational, budget: WorkBudget): Rational | undefined {
  if (above.denominator !== 1n || below.denominator !== 1n || below.numerator < 0n || above.numerator < 0n)
    return undefined
  if (below.numerator > above.numerator) return rational(0n)
  const n = above.numerator
  const k = below.numerator * 2n > n ? n - below.numerator : below.numerator
  if (k > 2_000n || n > 10n ** 18n) return undefined
  budget.left -= Number(k)
  let product = 1n
  for (let step = 1n; step <= k; step++) product = (product * (n - k + step)) / step
  return { numerator: product, denominator: 1n }
}

interface Scope {
  readonly budget: WorkBudget
  readonly values: ReadonlyMap<string, Rational> | undefined
}

function evaluateSeries(
  items: readonly AnswerNode[],
  name: string,
  { budget, values }: Scope,
): Rational | undefined {
  const [index, from, to, term] = items
  if (index?.kind !== 'symbol' || from === undefined || to === undefined || term === undefined)
    return undefined
  const start = evaluateExact(from, budget, values)
  const stop = evaluateExact(to, budget, values)
  if (
    start?.denominator !== 1n ||
    stop?.denominator !== 1n ||
    stop.numerator - start.numerator > maximumTerms
  )
    return undefined
  let total = rational(name === 'sum' ? 0n : 1n)
  for (let at = start.numerator; at <= stop.numerator; at++) {
    budget.left -= 2
    const value = evaluateExact(term, budget, new Map(values).set(index.name, rational(at)))
    if (value === undefined) return undefined
    const next = combine(name === 'sum' ? 'add' : 'multiply', [total, value], budget)
    if (next === undefined || !within(budget, next)) return undefined
    total = next
  }
  return total
}
