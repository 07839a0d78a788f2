import type { AnswerNode } from './answer-node.ts'
import type { WorkBudget } from './evaluate-exact.ts'

/** A complex number in doubles. */
export interface Complex {
  readonly re: number
  readonly im: number
}

/** The values of variables and what was met on the way. Mutable: one per evaluation. */
export interface Surroundings {
  readonly values: ReadonlyMap<string, Complex>
  readonly budget: WorkBudget
  /** A root or logarithm of a negative number was taken, so branches may differ. */
  branched: boolean
  /** Largest term of a sum, for the size of rounding errors. */
  scale: number
}

const none: Complex = { re: Number.NaN, im: Number.NaN }

export function real(re: number): Complex {
  return { re, im: 0 }
}

/** The value of a node in complex doubles; NaN where it has none or is not known. Radians; real odd roots of negative numbers. */
export function evaluateNumeric(node: AnswerNode, around: Surroundings): Complex {
  if (--around.budget.left <= 0) return none
  switch (node.kind) {
    case 'number':
      return real(toDouble(node.value))
    case 'symbol':
      return constantValue(node.name) ?? around.values.get(node.name) ?? none
    case 'call':
      return node.name === 'sum' || node.name === 'prod'
        ? evaluateSeries(node.items, node.name, around)
        : apply(node.name, node.items, around)
    default:
      return none
  }
}

function toDouble({
  numerator,
  denominator,
}: {
  readonly numerator: bigint
  readonly denominator: bigint
}): number {
  const quotient = Number(numerator) / Number(denominator)
  if (Number.isFinite(quotient)) return quotient
  const shift = BigInt(Math.max(0, denominator.toString(16).length * 4 - 900))
  return Number(numerator >> shift) / Number(denominator >> shift)
}

function constantValue(name: string): Complex | undefined {
  if (name === 'pi') return real(Math.PI)
  if (name === 'e') return real(Math.E)
  if (name === 'i') return { re: 0, im: 1 }
  return undefined
}

function evaluateSeries(items: readonly AnswerNode[], name: string, around: Surroundings): Complex {
  const [index, from, to, term] = items
  if (index?.kind !== 'symbol' || from === undefined || to === undefined || term === undefined) return none
  const start = evaluateNumeric(from, around).re
  const stop = evaluateNumeric(to, around).re
  if (!Number.isInteger(start) || !Number.isInteger(stop) || stop - start > 2_000) return none
  let total = real(name === 'sum' ? 0 : 1)
  for (let at = start; at <= stop; at++) {
    const inner: Surroundings = { ...around, values: new Map(around.values).set(index.name, real(at)) }
    const value = evaluateNumeric(term, inner)
    total = name === 'sum' ? { re: total.re + value.re, im: total.im + value.im } : times(total, value)
    if (Number.isNaN(total.re)) return none
  }
  return total
}

function apply(name: string, nodes: readonly AnswerNode[], around: Surroundings): Complex {
  const items = nodes.map((node) => evaluateNumeric(node, around))
  const [first = none, second = none] = items
  switch (name) {
    case 'add':
      return sumOf(items, around)
    case 'multiply':
      return items.reduce(times)
    case 'negate':
      return { re: -first.re, im: -first.im }
    case 'frac':
    case 'divide':
      return over(first, second)
    case 'ratio':
      return items.length === 2 ? over(first, second) : none
    case 'mixed':
      return { re: first.re + second.re, im: 0 }
    case 'power':
      return power(first, second, around)
    case 'sqrt':
      return rootOf(first, 2, around)
    case 'root':
      return first.im === 0 ? rootOf(second, first.re, around) : none
    case 'abs':
      return real(Math.hypot(first.re, first.im))
    case 'bar':
    case 'overline':
      return { re: first.re, im: -first.im }
    case 'degrees':
      return { re: (first.re * Math.PI) / 180, im: (first.im * Math.PI) / 180 }
    case 'logarithm':
      return over(logarithm(second, around), logarithm(first, around))
    case 'log':
    case 'lg':
      return over(logarithm(first, around), real(Math.LN10))
    case 'ln':
      return logarithm(first, around)
    case 'exp':
      return exponential(first)
    default:
      return name.startsWith('function ') ? opaque(name, items) : applyReal(name, items, around)
  }
}

function sumOf(items: readonly Complex[], around: Surroundings): Complex {
  let re = 0
  let im = 0
  for (const item of items) {
    re += item.re
    im += item.im
    around.scale = Math.max(around.scale, Math.abs(item.re), Math.abs(item.im))
  }
  return { re, im }
}

function times(a: Complex, b: Complex): Complex {
  if (a.im === 0 && b.im === 0) return real(a.re * b.re)
  return { re: a.re * b.re - a.im * b.im, im: a.re * b.im + a.im * b.re }
}

function over(a: Complex, b: Complex): Complex {
  if (b.re === 0 && b.im === 0) return none
  if (b.im === 0) return { re: a.re / b.re, im: a.im / b.re }
  const size = b.re * b.re + b.im * b.im
  return { re: (a.re * b.re + a.im * b.im) / size, im: (a.im * b.re - a.re * b.im) / size }
}

function logarithm(value: Complex, around: Surroundings): Complex {
  if (value.re === 0 && value.im === 0) return none
  if (value.im === 0 && value.re > 0) return real(Math.log(value.re))
  around.branched = true
  return { re: Math.log(Math.hypot(value.re, value.im)), im: Math.atan2(value.im, value.re) }
}

function exponential(value: Complex): Complex {
  const size = Math.exp(value.re)
  return value.im === 0 ? real(size) : { re: size * Math.cos(value.im), im: size * Math.sin(value.im) }
}

function rootOf(value: Complex, degree: number, around: Surroundings): Complex {
  if (value.im === 0 && value.re >= 0)
    return real(degree === 2 ? Math.sqrt(value.re) : value.re ** (1 / degree))
  if (value.im === 0 && degree % 2 === 1) return real(-((-value.re) ** (1 / degree)))
  around.branched = true
  if (value.im === 0 && degree === 2) return { re: 0, im: Math.sqrt(-value.re) }
  const log = logarithm(value, around)
  return exponential({ re: log.re / degree, im: log.im / degree })
}

function power(base: Complex, exponent: Complex, around: Surroundings): Complex {
  if (base.re === 0 && base.im === 0) return exponent.re > 0 ? real(0) : none
  if (exponent.im === 0 && Number.isInteger(exponent.re) && Math.abs(exponent.re) <= 64)
    return wholePower(base, exponent.re)
  if (base.im === 0 && exponent.im === 0) {
    if (base.re > 0 || Number.isInteger(exponent.re)) return real(base.re ** exponent.re)
    // (-8)^(1/3) and (-8)^(2/3) are real.
    for (const degree of [3, 5, 7, 9]) {
      const top = exponent.re * degree
      if (Math.abs(top - Math.round(top)) < 1e-12) {
        around.branched = true
        return real((Math.round(top) % 2 === 0 ? 1 : -1) * (-base.re) ** exponent.re)
      }
    }
  }
  return exponential(times(exponent, logarithm(base, around)))
}

function wholePower(base: Complex, exponent: number): Complex {
  if (base.im === 0) return real(base.re ** exponent)
  let result = real(1)
  for (let step = Math.abs(exponent); step > 0; step--) result = times(result, base)
  return exponent < 0 ? over(real(1), result) : result
}

/** A function of which only the name is known: any two different functions and arguments give different values. */
function opaque(name: string, items: readonly Complex[]): Complex {
  let seed = 0
  for (let at = 0; at < name.length; at++) seed = (seed * 31 + name.charCodeAt(at)) % 9973
  let value = seed / 1000 + 1
  for (const item of items) value = Math.sin(value * 12.9 + item.re * 7.3 + item.im * 3.1) + 2
  return real(value)
}

function applyReal(name: string, items: readonly Complex[], around: Surroundings): Complex {
  const [first = none, second = none] = items
  if (items.some((item) => item.im !== 0)) return complexTrigonometry(name, first)
  const x = first.re
  const y = second.re
  const found = realFunctions[name]
  if (found !== undefined) {
    const value = found(x)
    if (Number.isNaN(value)) around.branched = true
    return real(value)
  }
  switch (name) {
    case 'binom':
      return real(gamma(x + 1) / (gamma(y + 1) * gamma(x - y + 1)))
    case 'mod':
      return real(x - y * Math.floor(x / y))
    case 'max':
      return real(Math.max(...items.map((item) => item.re)))
    case 'min':
      return real(Math.min(...items.map((item) => item.re)))
    case 'gcd':
      return real(items.map((item) => item.re).reduce(divisor))
    case 'lcm':
      return real(items.map((item) => item.re).reduce((a, b) => (a * b) / divisor(a, b)))
    default:
      return none
  }
}

function complexTrigonometry(name: string, value: Complex): Complex {
  const plus = exponential({ re: -value.im, im: value.re })
  const minus = exponential({ re: value.im, im: -value.re })
  const cosine: Complex = { re: (plus.re + minus.re) / 2, im: (plus.im + minus.im) / 2 }
  const sine: Complex = { re: (plus.im - minus.im) / 2, im: (minus.re - plus.re) / 2 }
  if (name === 'cos') return cosine
  if (name === 'sin') return sine
  return name === 'tan' ? over(sine, cosine) : none
}

const realFunctions: Readonly<Record<string, (x: number) => number>> = {
  sin: Math.sin,
  cos: Math.cos,
  tan: Math.tan,
  cot: (x) => 1 / Math.tan(x),
  sec: (x) => 1 / Math.cos(x),
  csc: (x) => 1 / Math.sin(x),
  sinh: Math.sinh,
  cosh: Math.cosh,
  tanh: Math.tanh,
  arcsin: Math.asin,
  arccos: Math.acos,
  arctan: Math.atan,
  asin: Math.asin,
  acos: Math.acos,
  atan: Math.atan,
  arccot: (x) => Math.PI / 2 - Math.atan(x),
  arcsec: (x) => Math.acos(1 / x),
  arccsc: (x) => Math.asin(1 / x),
  floor: Math.floor,
  ceil: Math.ceil,
  factorial: (x) => gamma(x + 1),
}

function divisor(a: number, b: number): number {
  let [x, y] = [Math.abs(a), Math.abs(b)]
  if (!Number.isInteger(x) || !Number.isInteger(y)) return Number.NaN
  while (y > 0) [x, y] = [y, x % y]
  return x
}

const lanczos = [
  676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905,
  -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
]

/** Lanczos' approximation, exact for small whole numbers. */
function gamma(x: number): number {
  if (x < 0.5) return Number.isInteger(x) ? Number.NaN : Math.PI / (Math.sin(Math.PI * x) * gamma(1 - x))
  if (Number.isInteger(x) && x <= 170) {
    let product = 1
    for (let factor = 2; factor < x; factor++) product *= factor
    return product
  }
  let sum = 0.99999999999980993
  for (const [place, weight] of lanczos.entries()) sum += weight / (x + place)
  const t = x + 6.5
  return Math.sqrt(2 * Math.PI) * t ** (x - 0.5) * Math.exp(-t) * sum
}
